/* On every page: the language switch keeps the place on the page, `/` goes to the search. Without this the links lead to
   the other page's top, and to the search page. */
(function () {
  "use strict";
  var links = document.querySelectorAll("a[data-switch]");
  function keepPlace() {
    links.forEach(function (link) {
      link.hash = location.hash;
    });
  }
  keepPlace();
  addEventListener("hashchange", keepPlace);

  var finder = document.getElementById("finder");
  if (!finder) return;
  var field = finder.querySelector("input"), target = finder.dataset.search;

  finder.addEventListener("submit", function (event) {
    event.preventDefault();
    var words = field.value.trim();
    if (words) location.href = target + "#" + new URLSearchParams({ q: words }); else field.focus();
  });

  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "Escape" && document.activeElement === field) {
      field.value = "";
      field.blur();
    }
    // Who dictates turns letters off as keys, in the timeline's list of them.
    try { if (localStorage.getItem("linimasa-keys") === "off") return; } catch (error) { /* A browser that keeps nothing. */ }
    // A page with filters of its own keeps the key for them.
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.getElementById("filters")) return;
    event.preventDefault();
    if (field.checkVisibility()) field.focus(); else location.href = target;
  });
})();
