// Part of `serve` alone, never of a site: asks the server for news of this page, and shows the page anew when there is some.
// Only a page that is in view asks: browsers keep few connections to one server.
(function () {
  "use strict";
  var mark = new URL(document.currentScript.src).searchParams.get("mark");
  var line = null;

  function listen() {
    var inView = document.visibilityState === "visible";
    if (line && !inView) {
      line.close();
      line = null;
    }
    if (line || !inView) return;
    line = new EventSource(
      "/.linimasa/news?page=" + encodeURIComponent(location.pathname) + "&mark=" + encodeURIComponent(mark)
    );
    line.addEventListener("changed", function () {
      line.close();
      location.reload();
    });
  }

  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pageshow", listen);
  window.addEventListener("pagehide", function () {
    if (line) line.close();
    line = null;
  });
  listen();
})();
