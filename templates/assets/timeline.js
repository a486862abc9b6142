/* The timeline's filters and keys. All entries are in the page; this only hides some. State stands in the fragment. */
(function () {
  "use strict";
  var form = document.getElementById("filters");
  if (!form) return;
  var fields = {
    q: document.getElementById("filter-text"),
    kind: document.getElementById("filter-kind"),
    country: document.getElementById("filter-country"),
    state: document.getElementById("filter-state")
  };
  var nothing = document.getElementById("nothing");
  var output = document.getElementById("filter-count");
  var years = Array.from(document.querySelectorAll("section.year"));
  var entries = Array.from(document.querySelectorAll("section.year .card")).map(function (card) {
    return {
      card: card,
      item: card.closest("li"),
      year: card.closest("section.year"),
      kind: card.dataset.kind,
      countries: card.dataset.countries.split(" "),
      states: card.dataset.states.split(" "),
      text: null
    };
  });

  function plain(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function value(name) {
    return fields[name] ? fields[name].value : "";
  }

  function fits(entry, words) {
    if (value("kind") && entry.kind !== value("kind")) return false;
    if (value("country") && !entry.countries.includes(value("country"))) return false;
    if (value("state") && !entry.states.includes(value("state"))) return false;
    if (!words.length) return true;
    if (entry.text === null) entry.text = plain(entry.card.textContent);
    return words.every(function (word) { return entry.text.includes(word); });
  }

  function apply() {
    var words = plain(value("q")).split(/\s+/).filter(Boolean);
    var shown = 0;
    var filled = new Set();
    entries.forEach(function (entry) {
      var fit = fits(entry, words);
      entry.item.hidden = !fit;
      if (fit) { shown += 1; filled.add(entry.year); }
    });
    years.forEach(function (year) { year.hidden = !filled.has(year); });
    nothing.hidden = shown > 0 || !entries.length;
    output.textContent = form.dataset.shown.replace("{shown}", shown).replace("{all}", entries.length);
  }

  function remember() {
    var state = new URLSearchParams();
    Object.keys(fields).forEach(function (name) { if (value(name)) state.set(name, value(name)); });
    var text = state.toString();
    history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
    document.querySelectorAll("a[data-switch]").forEach(function (link) { link.hash = location.hash; });
  }

  function recall() {
    if (!location.hash.includes("=")) return;
    var state = new URLSearchParams(location.hash.slice(1));
    Object.keys(fields).forEach(function (name) { if (fields[name]) fields[name].value = state.get(name) || ""; });
  }

  function step(by) {
    var open = entries.filter(function (entry) { return !entry.item.hidden; });
    if (!open.length) return;
    var now = open.findIndex(function (entry) { return entry.card.contains(document.activeElement); });
    if (now < 0) {
      now = open.findIndex(function (entry) { return entry.card.getBoundingClientRect().bottom > 80; });
      now = now < 0 ? open.length - 1 : now - (by > 0 ? 1 : 0);
    }
    var next = open[Math.max(0, Math.min(open.length - 1, now + by))];
    next.card.querySelector(".card-title a").focus({ preventScroll: true });
    next.card.scrollIntoView({ block: "center" });
  }

  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "Escape") {
      if (value("q") || document.activeElement === fields.q) { fields.q.value = ""; fields.q.blur(); apply(); remember(); }
    } else if (typing) {
      return;
    } else if (event.key === "/") {
      event.preventDefault();
      fields.q.focus();
    } else if (event.key === "j") {
      step(1);
    } else if (event.key === "k") {
      step(-1);
    }
  }

  form.addEventListener("input", function () { apply(); remember(); });
  form.addEventListener("reset", function () { setTimeout(function () { apply(); remember(); }); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = entries.find(function (entry) { return !entry.item.hidden; });
    if (!first) return;
    first.card.querySelector(".card-title a").focus({ preventScroll: true });
    first.year.scrollIntoView();
  });
  addEventListener("hashchange", function () { recall(); apply(); });
  document.addEventListener("keydown", keys);
  recall();
  apply();
})();
