/* The search page: what is typed and chosen stands in the fragment; results are links, their words set as text. */
(function () {
  "use strict";
  var form = document.getElementById("search");
  if (!form || typeof linimasaWords === "undefined") return;
  var index = linimasaSearch.open(linimasaWords);
  var field = document.getElementById("search-text");
  var results = document.getElementById("results"), status = document.getElementById("found");
  var hints = document.getElementById("hints"), more = document.getElementById("more");
  var fields = ["kind", "from", "to", "order"].map(function (name) { return document.getElementById("search-" + name); });
  var choices = Array.from(form.querySelectorAll("input[name=what]"));
  var say = form.dataset, language = document.documentElement.lang;
  var STEP = 10, ROOM = 230;  // results shown at a time; letters of a snippet
  var shown = STEP, asked = 0, last = null;

  // --- Cards: each fifty documents are one script, fetched once -----------------------------------------------------

  var shards = new Map();
  window.linimasaCards = function (number, cards) { shards.get(number).keep(cards); };

  function shard(number) {
    if (!shards.has(number)) {
      var kept = {};
      kept.cards = new Promise(function (keep, fail) {
        var script = document.createElement("script");
        kept.keep = keep;
        script.src = say.cards + language + "-" + number + ".js";
        script.onerror = fail;
        document.head.append(script);
      });
      shards.set(number, kept);
    }
    return shards.get(number).cards;
  }

  function card(id) {
    return shard(Math.floor(id / index.shard)).then(function (cards) { return cards[id % index.shard]; });
  }

  // --- Results ----------------------------------------------------------------------------------------------------------

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function marked(parent, text, places) {
    var at = 0;
    places.forEach(function (place) {
      parent.append(text.slice(at, place[0]), element("mark", "", text.slice(place[0], place[1])));
      at = place[1];
    });
    parent.append(text.slice(at));
    return parent;
  }

  /* The text with the most marks, cut to the words around the first of them. */
  function snippet(texts, meanings) {
    var best = null;
    texts.forEach(function (text) {
      var places = index.marks(text[1], meanings);
      if (!best || places.length > best.places.length) best = { language: text[0], text: text[1], places: places };
    });
    if (!best) return null;
    var start = 0, end = best.text.length;
    if (end > ROOM) {
      var first = best.places.length ? best.places[0][0] : 0;
      start = first > ROOM / 2 ? best.text.lastIndexOf(" ", first - ROOM / 4) + 1 : 0;
      end = best.text.indexOf(" ", start + ROOM);
      if (end < 0) end = best.text.length;
    }
    var places = best.places.filter(function (place) { return place[0] >= start && place[1] <= end; })
      .map(function (place) { return [place[0] - start, place[1] - start]; });
    var made = element("p", "snippet");
    made.lang = best.language;
    if (start) made.append("… ");
    marked(made, best.text.slice(start, end), places);
    if (end < best.text.length) made.append(" …");
    return made;
  }

  function name(id) {
    var choice = choices.find(function (one) { return one.value === index.sort(id); });
    var kind = fields[0].querySelector('option[value="' + CSS.escape(index.kind(id)) + '"]');
    return index.sort(id) === "entry" && kind && kind.value ? kind.dataset.one : choice.dataset.one;
  }

  function item(id, told, meanings) {
    var made = element("li", "found found-" + index.sort(id));
    var kicker = element("p", "kicker"), title = element("h3", "found-title"), link = element("a");
    kicker.append(element("span", "kind", name(id)));
    if (told[2]) kicker.append(marked(element("span", "when"), told[2], index.marks(told[2], meanings)));
    link.href = told[3];
    if (told[1]) link.lang = told[1];
    title.append(marked(link, told[0], index.marks(told[0], meanings)));
    var words = snippet(told[4], meanings);
    // A title that is the quote itself is not read twice.
    if (words && told[0].slice(0, 40) === told[4][0][1].slice(0, 40) && told[4].length === 1) words = null;
    var body = element("div", "found-told");
    body.append(title, words || "");
    made.append(kicker, body);
    return made;
  }

  function show(found) {
    var turn = say.asked = ++asked, ids = found.ids.slice(0, shown);
    return Promise.all(ids.map(card)).then(function (cards) {
      if (turn !== asked) return;
      results.replaceChildren.apply(results, cards.map(function (told, at) { return item(ids[at], told, found.meanings); }));
      more.hidden = ids.length === found.ids.length;
      say.ready = turn;
    });
  }

  function number(value) { return value.toLocaleString(language); }

  /* What was found, in words: how many, and what was taken for words that nothing has. */
  function report(found) {
    var count = found.ids.length, told = [];
    var words = count === 0 ? say.none : count === 1 ? say.one : say.many.replace("{number}", number(count));
    told.push(words);
    if (found.partial && count) told.push(say.partial);
    found.meanings.forEach(function (meaning) {
      if (!meaning.taken.size) told.push(say.unknown.replace("{word}", meaning.word));
      if (meaning.instead.length) {
        told.push(say.instead.replace("{word}", meaning.word).replace("{others}", meaning.instead.slice(0, 4).join(", ")));
      }
    });
    status.textContent = told.join(" ");
  }

  function counted(found) {
    choices.forEach(function (choice) {
      var count = choice.value ? found.counts[choice.value] || 0 : found.all;
      choice.parentNode.querySelector(".count").textContent = number(count);
      choice.parentNode.classList.toggle("is-empty", !count);
    });
  }

  // --- State ------------------------------------------------------------------------------------------------------------

  function filter() {
    var chosen = choices.find(function (choice) { return choice.checked; });
    return {
      what: chosen ? chosen.value : "",
      kind: fields[0].value,
      from: Number(fields[1].value),
      to: Number(fields[2].value),
      order: fields[3].value
    };
  }

  function apply() {
    var chosen = filter(), query = field.value;
    var idle = !query.trim() && !chosen.what && !chosen.kind && !chosen.from && !chosen.to;
    last = idle ? null : index.find(query, chosen);
    hints.hidden = !idle;
    form.classList.toggle("is-idle", idle);
    if (idle) {
      say.asked = say.ready = ++asked;
      results.replaceChildren();
      more.hidden = true;
      status.textContent = "";
      counted(index.find("", chosen));
      return;
    }
    counted(last);
    report(last);
    show(last);
  }

  function remember() {
    var state = new URLSearchParams(), chosen = filter();
    if (field.value.trim()) state.set("q", field.value.trim());
    Object.keys(chosen).forEach(function (key) { if (chosen[key]) state.set(key, chosen[key]); });
    var text = state.toString();
    history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
    document.querySelectorAll("a[data-switch]").forEach(function (link) { link.hash = location.hash; });
  }

  function recall() {
    var state = new URLSearchParams(location.hash.slice(1));
    field.value = state.get("q") || "";
    choices.forEach(function (choice) { choice.checked = choice.value === (state.get("what") || ""); });
    if (!choices.some(function (choice) { return choice.checked; })) choices[0].checked = true;
    fields.forEach(function (one) { one.value = state.get(one.id.slice(7)) || ""; });
    if (fields.some(function (one) { return one.value; })) document.getElementById("narrow").open = true;
  }

  function changed() { shown = STEP; apply(); remember(); }

  // --- Keys -------------------------------------------------------------------------------------------------------------

  function step(by) {
    var links = Array.from(results.querySelectorAll("a"));
    var next = links.indexOf(document.activeElement) + by;
    if (next < 0) { field.focus(); return; }
    if (!links.length) return;
    links[Math.min(next, links.length - 1)].focus();
  }

  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    var at = document.activeElement, inResults = at === field || results.contains(at);
    if (event.key === "Escape" && (inResults || at === document.body)) {
      if (at === field && field.value) { field.value = ""; changed(); }
      field.focus();
      event.preventDefault();
    } else if (event.key === "ArrowDown" && inResults) {
      step(1);
      event.preventDefault();
    } else if (event.key === "ArrowUp" && inResults && at !== field) {
      step(-1);
      event.preventDefault();
    } else if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName)) {
      field.focus();
      field.select();
      event.preventDefault();
    }
  }

  form.addEventListener("input", changed);
  form.addEventListener("reset", function () { setTimeout(function () { changed(); field.focus(); }); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    (last ? show(last) : Promise.resolve()).then(function () { step(1); });
  });
  more.addEventListener("click", function () {
    var first = shown;
    shown += STEP;
    show(last).then(function () {
      var link = results.querySelectorAll("a")[first];
      if (link) link.focus();
    });
  });
  addEventListener("hashchange", function () { shown = STEP; recall(); apply(); });
  document.addEventListener("keydown", keys);
  recall();
  apply();
  if (!location.hash || location.hash === "#") field.focus({ preventScroll: true });
})();
