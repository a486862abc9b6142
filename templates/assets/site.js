/* On every page: the language switch keeps the place on the page. Without it the links lead to the page's top. */
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
})();
