/* The timeline's filters. All entries are in the page, or in a list that is loaded when somebody filters; this only hides
   and shows. What is chosen stands in the address's fragment, so that a view can be shared. */
(function () {
  "use strict";
  var form = document.getElementById("filters");
  if (!form) return;
  var fields = Array.from(form.querySelectorAll("[name]"));
  var field = {};
  fields.forEach(function (one) { field[one.name] = one; });
  var facets = fields.filter(function (one) { return one.tagName === "SELECT" && one.name !== "order"; });
  var nothing = document.getElementById("nothing"), output = document.getElementById("filter-count");
  var found = document.getElementById("found"), more = document.getElementById("more-found");
  var sections = Array.from(document.querySelectorAll("section.year"));
  var list = form.dataset.entries, clock = form.dataset.clock === "reported" ? 1 : 0;
  var written = new Intl.NumberFormat(document.documentElement.lang);
  var entries = null, left = null, newest = false, limit = 0, STEP = 100;

  function plain(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function yearOf(section) { return Number(section.id.slice(1)); }

  /* Entries: those of the page, or of the list. */

  function fromPage() {
    var all = [];
    sections.forEach(function (section) {
      section.querySelectorAll("[data-facets]").forEach(function (element) {
        all.push({
          element: element, section: section, year: yearOf(section), exact: /\bmark-days?\b/.test(element.querySelector(".mark").className),
          values: element.dataset.facets.split(" "), known: element.dataset.known, text: null
        });
      });
    });
    return all;
  }

  function fromList(data) {
    var names = {};
    facets.forEach(function (one) {
      Array.from(one.options).forEach(function (option) { names[one.name + ":" + option.value] = option.text.replace(/ \([^)]*\)$/, ""); });
    });
    var all = data.rows.map(function (row) {
      var time = row[6 + clock];
      var values = row[4].map(function (place) { return data.values[place]; });
      return {
        href: row[0], title: row[1], lang: row[2], mark: row[3], values: values, known: row[5],
        year: time[0], exact: time[1] === 1, date: time[2], text: null, names: values.map(function (value) { return names[value] || ""; }).join(" ")
      };
    });
    return clock ? all.sort(function (a, b) { return a.known < b.known ? -1 : a.known > b.known ? 1 : 0; }) : all;
  }

  function textOf(entry) {
    if (entry.text === null) entry.text = plain(entry.element ? entry.element.textContent : [entry.title, entry.date, entry.names].join(" "));
    return entry.text;
  }

  /* Which entries fit. */

  function chosen() {
    var state = {};
    fields.forEach(function (one) { if (one.value && one.name !== "order") state[one.name] = one.value; });
    return state;
  }

  function wordsOf(state) { return plain(state.q || "").split(/\s+/).filter(Boolean); }

  /* Which of the chosen values an entry does not have; null if it is not known yet or lacks a word. */
  function lacks(entry, state, words) {
    if (state.by && (!entry.known || entry.known > state.by)) return null;
    if (!words.every(function (word) { return textOf(entry).includes(word); })) return null;
    return facets.filter(function (one) { return state[one.name] && !entry.values.includes(one.name + ":" + state[one.name]); });
  }

  /* Each choice says how many entries it would leave, with all others as they are: an entry that lacks nothing counts for
     all of its values, one that lacks a single choice only for what could stand in that choice's place. */
  function sift(state, words) {
    var fitting = [], counts = {};
    entries.forEach(function (entry) {
      var lacking = lacks(entry, state, words);
      if (!lacking || lacking.length > 1) return;
      if (!lacking.length) fitting.push(entry);
      entry.values.forEach(function (value) {
        if (!lacking.length || value.startsWith(lacking[0].name + ":")) counts[value] = (counts[value] || 0) + 1;
      });
    });
    facets.forEach(function (one) {
      Array.from(one.options).forEach(function (option) {
        if (option.value) option.text = option.text.replace(/\([^)]*\)$/, "(" + (counts[one.name + ":" + option.value] || 0) + ")");
      });
    });
    return fitting;
  }

  function ofAll(shown, all) {
    return form.dataset.pattern.replace("{shown}", written.format(shown)).replace("{all}", written.format(all));
  }

  /* What is shown of them. */

  function showOnPage(fitting, state) {
    var kept = new Set(fitting.map(function (entry) { return entry.element; }));
    entries.forEach(function (entry) { entry.element.hidden = !kept.has(entry.element); });
    document.querySelectorAll(".story").forEach(function (story) { story.hidden = !story.querySelector("[data-facets]:not([hidden])"); });
    document.querySelectorAll(".told > li").forEach(function (quote) {
      quote.hidden = Boolean(state.by) && (!quote.dataset.known || quote.dataset.known > state.by);
    });
    var totals = new Map(), shown = new Map();
    entries.forEach(function (entry) { totals.set(entry.section, (totals.get(entry.section) || 0) + 1); });
    fitting.forEach(function (entry) { shown.set(entry.section, (shown.get(entry.section) || 0) + 1); });
    sections.forEach(function (section) {
      var label = section.querySelector(".year-head p > *"), all = totals.get(section) || 0, some = shown.get(section) || 0;
      if (!label.dataset.all) label.dataset.all = label.textContent;
      section.hidden = !some;
      label.textContent = some < all ? ofAll(some, all) : label.dataset.all;
    });
  }

  function element(name, attributes, text) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { if (attributes[key]) made.setAttribute(key, attributes[key]); });
    if (text) made.textContent = text;
    return made;
  }

  function row(entry) {
    var item = element("li", { "class": "story" });
    var card = element("article", { "class": "card card-quiet", "data-facets": entry.values.join(" ") });
    var dated = element("div", { "class": "card-date" }), body = element("div", { "class": "card-body" }), title = element("h3", { "class": "card-title" });
    dated.append(element("p", { "class": "when" }, entry.date));
    title.append(element("a", { href: entry.href, lang: entry.lang }, entry.title));
    body.append(title);
    card.append(dated, element("span", { "class": "mark is-quiet mark-" + entry.mark, "aria-hidden": "true" }), body);
    item.append(card);
    return item;
  }

  function showList(fitting) {
    found.replaceChildren();
    var rail = null, year = null;
    (newest ? fitting.slice().reverse() : fitting).slice(0, limit).forEach(function (entry) {
      if (entry.year !== year || !rail) {
        year = entry.year;
        var head = element("header", { "class": "year-head" });
        head.append(element("h2", { tabindex: "-1", "data-year": String(year) }, year ? String(year) : entry.date));
        rail = element("ol", { "class": "rail" });
        var part = element("div", { "class": "year" });
        part.append(head, rail);
        found.append(part);
      }
      rail.append(row(entry));
    });
    more.hidden = fitting.length <= limit;
  }

  function turn() {
    if (newest === (field.order.value === "newest")) return;
    newest = !newest;
    var first = sections[0], mark = document.createComment("");
    first.parentNode.insertBefore(mark, first);
    sections.reverse().forEach(function (section) {
      mark.parentNode.insertBefore(section, mark);
      var rail = section.querySelector(".rail");
      Array.from(rail.children).reverse().forEach(function (item) { rail.append(item); });
    });
    mark.remove();
  }

  function apply() {
    turn();
    var state = chosen(), any = Object.keys(state).length > 0;
    if (found) {
      found.hidden = !any;
      more.hidden = true;
      sections.forEach(function (section) { section.hidden = any; });
    }
    if (!entries) {
      if (!any) return;
      if (list) { load(); return; }
      entries = fromPage();
    }
    var fitting = sift(state, wordsOf(state));
    left = fitting;
    if (!found) showOnPage(fitting, state);
    else if (any) showList(fitting);
    document.dispatchEvent(new CustomEvent("linimasa-left", { detail: { left: fitting, all: entries } }));
    nothing.hidden = fitting.length > 0;
    output.textContent = ofAll(fitting.length, entries.length);
  }

  function load() {
    if (form.getAttribute("aria-busy")) return;
    form.setAttribute("aria-busy", "true");
    var script = document.createElement("script");
    script.src = list;
    script.onload = function () {
      entries = fromList(window.linimasaEntries);
      form.removeAttribute("aria-busy");
      apply();
    };
    document.head.append(script);
  }

  /* The address. */

  function remember(year) {
    var state = new URLSearchParams();
    fields.forEach(function (one) { if (one.value) state.set(one.name, one.value); });
    if (year) state.set("year", year);
    var text = state.toString();
    history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
    keep();
  }

  function keep() {
    document.querySelectorAll("a[data-switch], a[data-keep]").forEach(function (link) { link.hash = location.hash; });
  }

  function recall() {
    var state = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    fields.forEach(function (one) {
      one.value = state.get(one.name) || "";
      if (one.value && one.closest("details")) one.closest("details").open = true;
    });
    keep();
    return state.get("year");
  }

  function go(year) {
    var years = Array.from(found && !found.hidden ? found.querySelectorAll("[data-year]") : sections.map(function (section) { return section.querySelector("h2"); }));
    var head = years.find(function (one) { return (one.dataset.year || one.closest("section").id.slice(1)) === String(year) && !one.closest("[hidden]"); });
    if (!head) return;
    head.focus({ preventScroll: true });
    (head.closest(".year") || head).scrollIntoView();
  }

  /* A column leads to its first year that still has an entry. */
  function jump(event) {
    var column = event.target.closest(".strip li[data-years]");
    if (!column || !event.target.closest("a") || event.ctrlKey || event.metaKey || event.shiftKey || !(Object.keys(chosen()).length || field.order.value)) return;
    event.preventDefault();
    var year = Number(event.target.closest("a").hash.slice(2));
    if (left) {
      var ends = column.dataset.years.split(" ").map(Number);
      var first = left.find(function (entry) { return entry.year >= ends[0] && entry.year <= ends[1]; });
      if (!first) return;
      year = first.year;
    }
    if (found && !found.hidden) { limit = entries.length; apply(); }
    remember(year);
    go(year);
  }

  var waiting = 0;
  function changed() {
    limit = STEP;
    clearTimeout(waiting);
    waiting = setTimeout(function () { apply(); remember(); }, entries && entries.length > 1000 ? 60 : 0);
  }

  function reopen() {
    limit = STEP;
    var year = recall();
    apply();
    if (year) go(year);
  }

  form.addEventListener("input", changed);
  form.addEventListener("reset", function () { setTimeout(changed); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = document.querySelector("section:not([hidden]) [data-facets]:not([hidden]) .card-title a, section:not([hidden]) .under:not([hidden]) a");
    if (!first) return;
    first.focus({ preventScroll: true });
    first.closest(".year").scrollIntoView();
  });
  document.querySelectorAll(".strip").forEach(function (strip) { strip.addEventListener("click", jump); });
  if (more) more.addEventListener("click", function () { limit += STEP; apply(); });
  addEventListener("hashchange", function () { if (location.hash.includes("=") || !location.hash) reopen(); else keep(); });
  if (location.hash.includes("=")) reopen(); else keep();
})();
