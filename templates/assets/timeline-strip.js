/* The strip over a timeline shows what its filters leave, to a scale of its own. */
(function () {
  "use strict";
  var sizes = [".strip-fine", ".strip-coarse"].map(function (size) {
    return Array.from(document.querySelectorAll(size + " > li[data-years]"));
  });

  function tally(entries) {
    var all = {}, exact = {};
    entries.forEach(function (entry) {
      all[entry.year] = (all[entry.year] || 0) + 1;
      if (entry.exact) exact[entry.year] = (exact[entry.year] || 0) + 1;
    });
    return { all: all, exact: exact };
  }

  function between(counts, column) {
    var ends = column.dataset.years.split(" ").map(Number), sum = 0;
    for (var year = ends[0]; year <= ends[1]; year += 1) sum += counts[year] || 0;
    return sum;
  }

  function draw(column, all, exact, highest, whole) {
    var bars = column.querySelectorAll("rect"), tip = column.querySelector(".strip-tip");
    if (!bars.length) return;
    bars[0].setAttribute("height", 100 * all / highest + "%");
    bars[1].setAttribute("height", 100 * exact / highest + "%");
    if (!tip.dataset.all) tip.dataset.all = tip.textContent;
    tip.textContent = whole ? tip.dataset.all : tip.dataset.all.replace(/:.*/, ": ") + all;
  }

  document.addEventListener("linimasa-left", function (event) {
    var counts = tally(event.detail.left), whole = event.detail.left.length === event.detail.all.length;
    sizes.forEach(function (columns) {
      var sums = columns.map(function (column) { return between(counts.all, column); });
      var highest = Math.max.apply(null, sums.concat(1));
      columns.forEach(function (column, place) {
        draw(column, sums[place], between(counts.exact, column), highest, whole);
      });
    });
  });
})();
