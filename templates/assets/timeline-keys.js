/* Walking the timeline without a mouse. Letters work as keys only while the reader wants them to; arrows only once an
   entry is chosen, so that they scroll the page before that. */
(function () {
  "use strict";
  var form = document.getElementById("filters");
  if (!form) return;
  var words = document.getElementById("filter-text"), dialog = document.getElementById("keys");
  var switcher = document.getElementById("keys-on"), button = document.getElementById("keys-button");

  function remembered() {
    try { return localStorage.getItem("linimasa-keys") !== "off"; } catch (error) { return true; }
  }

  function remember() {
    try { localStorage.setItem("linimasa-keys", switcher.checked ? "on" : "off"); } catch (error) { /* A browser that keeps nothing. */ }
  }

  function links() {
    return Array.from(document.querySelectorAll("article[data-facets] .card-title a, .under .card-title")).filter(function (link) { return !link.closest("[hidden]"); });
  }

  function current() { return document.activeElement && document.activeElement.closest("[data-facets]"); }

  function focus(link, block) {
    link.focus({ preventScroll: true });
    link.closest("[data-facets]").scrollIntoView({ block: block });
  }

  function step(by) {
    var all = links(), here = current();
    if (!all.length) return;
    var now = all.findIndex(function (link) { return here && here.contains(link); });
    if (now < 0) {
      now = all.findIndex(function (link) { return link.getBoundingClientRect().bottom > 80; });
      now = now < 0 ? all.length - 1 : now - (by > 0 ? 1 : 0);
    }
    focus(all[Math.max(0, Math.min(all.length - 1, now + by))], "center");
  }

  function year(by) {
    var years = Array.from(document.querySelectorAll(".year")).filter(function (one) { return !one.closest("[hidden]"); });
    var here = current(), now = here ? years.indexOf(here.closest(".year")) : by > 0 ? -1 : 1;
    var next = years[Math.max(0, Math.min(years.length - 1, now + by))];
    var link = next && links().find(function (one) { return next.contains(one); });
    if (!link) return;
    link.focus({ preventScroll: true });
    next.scrollIntoView();
  }

  function open(wanted) {
    var details = current() && current().querySelector("details.opened");
    if (details) details.open = wanted;
  }

  function escape() {
    var details = current() && current().querySelector("details.opened[open]");
    if (document.activeElement === words || words.value) {
      words.value = "";
      words.blur();
      words.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (details) {
      details.open = false;
      current().querySelector(".card-title a").focus();
    }
  }

  var LETTERS = {
    j: function () { step(1); },
    k: function () { step(-1); },
    J: function () { year(1); },
    K: function () { year(-1); },
    "/": function () { words.focus(); },
    "?": function () { dialog.showModal(); }
  };
  var ARROWS = {
    ArrowDown: function () { step(1); },
    ArrowUp: function () { step(-1); },
    ArrowRight: function () { open(true); },
    ArrowLeft: function () { open(false); }
  };

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "Escape") { escape(); return; }
    if (typing) return;
    var does = current() && ARROWS[event.key] || switcher.checked && LETTERS[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });
  button.addEventListener("click", function () { dialog.showModal(); });
  switcher.checked = remembered();
  switcher.addEventListener("change", remember);
})();
