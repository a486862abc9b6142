/* The map's slider: each country is filled, counted and told as it stood at the end of the year. All that is needed stands
   in the picture itself (data-map, data-terms). Without this script the picture shows the newest year, and small maps of
   the years of change. Classic script: runs from a disk as from a server. */
(function () {
  "use strict";

  var PACE = 900; // milliseconds a year while it plays

  function each(root, selector, act) {
    [].forEach.call(root.querySelectorAll(selector), act);
  }

  function made(name, attributes, text) {
    var element = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (text) element.textContent = text;
    return element;
  }

  /* The words stand in the wide picture only. */
  function place(chart, link) {
    var id = link.getAttribute("data-place");
    var words = [].filter.call(chart.querySelectorAll("[data-terms]"), function (one) { return one.getAttribute("data-place") === id; })[0];
    return {
      link: link,
      none: words.getAttribute("data-none"),
      terms: JSON.parse(words.getAttribute("data-terms")),
      title: link.querySelector("title"),
      shape: link.querySelector(".map-place")
    };
  }

  function at(one, year) {
    return one.terms.filter(function (term) { return term[0] <= year && year <= term[1]; })[0];
  }

  function told(one, year) {
    var term = at(one, year);
    return term ? term[3] : one.none;
  }

  function start(chart) {
    var pictures = [].map.call(chart.querySelectorAll("[data-map]"), function (svg) {
      return {
        svg: svg,
        key: /chart-narrow/.test(svg.getAttribute("class")) ? "map-narrow-" : "map-wide-",
        places: [].map.call(svg.querySelectorAll("[data-place]"), function (link) { return place(chart, link); })
      };
    });
    var facts = JSON.parse(pictures[0].svg.getAttribute("data-map"));
    var state = { year: facts.last, chosen: null, timer: 0 };
    var range = made("input", { type: "range", id: chart.id + "-year", min: facts.first, max: facts.last, step: 1, autocomplete: "off" });
    var shown = made("span", { "class": "map-now", "aria-hidden": "true" });
    var reading = made("p", { "class": "chart-reading map-reading", role: "status" });

    function counts() {
      return facts.statuses.map(function (status) {
        return pictures[0].places.filter(function (one) {
          var term = at(one, state.year);
          return term && term[2] === status[0];
        }).length;
      });
    }

    function fill(picture, numbers) {
      picture.places.forEach(function (one) {
        var term = at(one, state.year);
        var set = /map-outline/.test(one.shape.getAttribute("class")) ? "m" : "";
        one.shape.setAttribute("fill", term ? "url(#" + picture.key + set + term[2] + ")" : "none");
        one.title.textContent = told(one, state.year);
      });
      each(picture.svg, "[data-year]", function (text) { text.textContent = state.year; });
      each(picture.svg, "[data-count]", function (text) {
        var place = facts.statuses.map(function (status) { return String(status[0]); }).indexOf(text.getAttribute("data-count"));
        text.textContent = numbers[place];
      });
      var before = null;
      each(picture.svg, "[data-small]", function (small) {
        small.classList.remove("is-shown");
        if (Number(small.getAttribute("data-small")) <= state.year) before = small;
      });
      if (before) before.classList.add("is-shown");
      return before;
    }

    function show(year) {
      state.year = Math.max(facts.first, Math.min(facts.last, year));
      var numbers = counts();
      var turn = pictures.map(function (picture) { return fill(picture, numbers); })[0];
      range.value = state.year;
      shown.textContent = state.year;
      range.setAttribute("aria-valuetext", state.year + ": " + facts.statuses.map(function (status, number) {
        return status[1] + " " + numbers[number];
      }).join(", "));
      if (state.chosen) read(state.chosen);
      else reading.textContent = turn && state.moved ? turn.querySelector("title").textContent : facts.words.hint;
      state.moved = true;
    }

    /* A country is read on one line, with a link: a finger cannot point without pressing. */
    function read(one) {
      state.chosen = one;
      reading.textContent = "";
      reading.appendChild(document.createTextNode(state.year + " · "));
      reading.appendChild(made("a", { href: one.link.getAttribute("href") }, told(one, state.year)));
    }

    function found(event) {
      var link = event.target.closest && event.target.closest("[data-place]");
      var all = pictures.reduce(function (list, picture) { return list.concat(picture.places); }, []);
      return all.filter(function (one) { return one.link === link; })[0];
    }

    ["pointerover", "focusin"].forEach(function (sign) {
      chart.addEventListener(sign, function (event) {
        var one = found(event);
        if (one) read(one);
      });
    });

    chart.addEventListener("click", function (event) {
      var one = found(event), small = event.target.closest("[data-small]");
      if (small) { stop(); show(Number(small.getAttribute("data-small"))); }
      if (one && state.touch && state.opened !== one) {
        event.preventDefault();
        state.opened = one;
        read(one);
      }
    });
    chart.addEventListener("pointerdown", function (event) { state.touch = event.pointerType === "touch"; });

    /* --- Playing: only where a reader asks, and not for those who want less motion ---------------------------------- */

    var player = made("button", { type: "button", "class": "chart-toggle map-player", "aria-label": facts.words.play }, "▶");

    function stop() {
      clearInterval(state.timer);
      state.timer = 0;
      player.setAttribute("aria-label", facts.words.play);
      player.textContent = "▶";
    }

    player.addEventListener("click", function () {
      if (state.timer) return stop();
      if (state.year === facts.last) show(facts.first);
      player.setAttribute("aria-label", facts.words.pause);
      player.textContent = "❚❚";
      state.timer = setInterval(function () {
        show(state.year + 1);
        if (state.year === facts.last) stop();
      }, PACE);
    });

    range.addEventListener("input", function () { stop(); show(Number(range.value)); });

    var box = made("div", { "class": "map-controls" });
    box.appendChild(made("label", { "for": range.id }, facts.words.year));
    box.appendChild(range);
    box.appendChild(shown);
    if (!(window.matchMedia && matchMedia("(prefers-reduced-motion: reduce)").matches)) box.appendChild(player);
    chart.parentNode.insertBefore(box, chart);
    chart.parentNode.insertBefore(reading, chart);
    chart.classList.add("has-slider");
    show(facts.last);
  }

  each(document, ".chart[id]", function (chart) {
    if (chart.querySelector("[data-map]")) start(chart);
  });
})();
