/* Interactive charts. Each `.chart` with an id `chart-NAME` holds its pictures; when it is in view and its reader
   moves, or its button is pressed, the figure and Plotly are loaded as scripts and drawn in its place. The picture stays wherever that fails,
   and until it has worked. Classic script: runs from a disk as from a server. */
(function () {
  "use strict";

  var own = document.currentScript && document.currentScript.src;
  if (!own || !window.Promise || !window.URL) return;
  var root = new URL("../", own).href;
  var narrow = 544; // pixels: 34rem, as in charts.css
  var loading = {};

  function script(path) {
    loading[path] = loading[path] || new Promise(function (done, failed) {
      var element = document.createElement("script");
      element.src = root + path;
      element.onload = done;
      element.onerror = function () { failed(new Error(path)); };
      document.head.appendChild(element);
    });
    return loading[path];
  }

  /* Plotly puts its styles into the page unless it finds this link; the site's policy forbids that it does. */
  function styles() {
    loading.styles = loading.styles || new Promise(function (done, failed) {
      var link = document.createElement("link");
      link.id = "plotly.js-style-global";
      link.className = "no-inline-styles";
      link.rel = "stylesheet";
      link.href = root + "assets/plotly/plotly.css";
      link.onload = done;
      link.onerror = failed;
      document.head.appendChild(link);
    });
    return loading.styles;
  }

  /* The full bundle brings styles for maps, which the site has none of, unless it finds an element with their id. */
  function guard(ids) {
    ids.forEach(function (id) {
      if (document.getElementById(id)) return;
      var element = document.createElement("meta");
      element.id = id;
      document.head.appendChild(element);
    });
  }

  function language(chart) {
    var holder = chart.closest("[data-language]");
    return holder ? holder.getAttribute("data-language") : document.documentElement.lang;
  }

  function named(chart) {
    return chart.id.slice("chart-".length) + "." + language(chart);
  }

  function load(chart) {
    var name = named(chart);
    return script("assets/data/chart-" + name + ".js").then(function () {
      var entry = window.linimasaCharts[name];
      guard(entry.guards);
      return styles().then(function () {
        return script("assets/plotly/plotly.min.js");
      }).then(function () {
        return entry.figure;
      });
    });
  }

  /* --- Colours: the page's own, read where they take effect -------------------------------------------------------- */

  function colours(chart) {
    var probe = document.createElement("span");
    probe.className = "chart-probe";
    chart.appendChild(probe);
    var read = function (series) {
      probe.setAttribute("data-series", series);
      return getComputedStyle(probe).color;
    };
    var found = { ink: getComputedStyle(chart).color, font: getComputedStyle(chart).fontFamily, series: {} };
    for (var series = 0; series < 6; series += 1) found.series[series] = read(series);
    found.ground = getComputedStyle(probe).backgroundColor;
    chart.removeChild(probe);
    found.faint = faint(found.ink, 0.18);
    found.firm = faint(found.ink, 0.55);
    return found;
  }

  function faint(colour, alpha) {
    var parts = colour.match(/[\d.]+/g) || [128, 128, 128];
    if (/^rgb/.test(colour)) return "rgba(" + parts.slice(0, 3).join(",") + "," + alpha + ")";
    return "rgba(128,128,128," + Math.min(1, alpha * 1.6) + ")";
  }

  /* On a phone notes that would cover one another are left to the picture and the table. */
  function spaced(layout) {
    var range = layout.xaxis.range, last = -Infinity;
    return layout.annotations.filter(function (note) {
      if (note.x - last < (range[1] - range[0]) / 18) return false;
      last = note.x;
      return true;
    });
  }

  /* A claim over bars of all colours is drawn in ink, with a rim. */
  function mark(trace, colour, have) {
    var own = trace.meta.series ? colour : have.ink;
    trace.marker.color = own;
    trace.marker.line = {
      color: trace.marker.symbol.map(function (symbol) { return /open/.test(symbol) ? own : have.ground; }),
      width: trace.marker.symbol.map(function (symbol) { return /open/.test(symbol) ? 2 : 1.5; })
    };
  }

  function dress(figure, chart) {
    var copy = JSON.parse(JSON.stringify(figure));
    var have = colours(chart);
    copy.data.forEach(function (trace) {
      if (trace.meta.layer) trace.visible = shown(chart, trace.meta.layer, trace.visible !== false);
      var colour = have.series[trace.meta.series];
      if (trace.line) trace.line.color = colour;
      if (trace.meta.layer === "claims") mark(trace, colour, have);
      else if (trace.marker) trace.marker.color = colour;
      trace.hoverlabel = { bgcolor: have.ground, bordercolor: colour, font: { color: have.ink }, align: "left" };
    });
    var small = chart.clientWidth < narrow;
    // on a phone the switches name the layers
    if (small) copy.data.forEach(function (trace) { if (trace.meta.layer && trace.type === "scatter") trace.showlegend = false; });
    copy.layout.font = { family: have.font, size: small ? 12 : 13, color: have.ink };
    ["xaxis", "yaxis"].forEach(function (name) {
      var axis = copy.layout[name] = copy.layout[name] || {};
      axis.gridcolor = have.faint;
      axis.zerolinecolor = have.firm;
      axis.linecolor = have.firm;
      axis.tickcolor = have.firm;
      if (small) delete axis.title;
    });
    copy.layout.modebar = { bgcolor: "rgba(0,0,0,0)", color: have.firm, activecolor: have.ink };
    if (small && !copy.layout.yaxis.automargin) copy.layout.margin.l = 36;
    if (small && copy.layout.annotations) copy.layout.annotations = spaced(copy.layout);
    (copy.layout.annotations || []).forEach(function (note) { note.bgcolor = have.ground; });
    (copy.layout.shapes || []).forEach(function (shape) {
      if (shape.type === "line") shape.line.color = have.firm;
    });
    return copy;
  }

  /* --- Drawing ----------------------------------------------------------------------------------------------------- */

  function plot(chart, state) {
    var figure = dress(state.figure, chart);
    var holder = document.createElement("div");
    holder.className = "chart-plot";
    state.height = Math.max(320, Math.round(chart.getBoundingClientRect().height));
    figure.layout.height = state.height;
    holder.style.height = state.height + "px";
    chart.appendChild(holder);
    chart.classList.add("is-interactive");
    return window.Plotly.newPlot(holder, figure.data, figure.layout, figure.config).then(function () {
      state.holder = holder;
      keys(chart, state);
      holder.on("plotly_click", function (event) { open(event.points[0]); });
    }, function (problem) {
      back(chart, holder);
      throw problem;
    });
  }

  function back(chart, holder) {
    chart.classList.remove("is-interactive");
    if (holder && holder.parentNode) {
      if (window.Plotly) window.Plotly.purge(holder);
      holder.parentNode.removeChild(holder);
    }
  }

  function start(chart, state) {
    if (state.busy || state.holder) return;
    state.busy = true;
    chart.setAttribute("aria-busy", "true");
    load(chart).then(function (figure) {
      state.figure = figure;
      return plot(chart, state);
    }).then(function () {
      state.button.setAttribute("aria-pressed", "true");
      state.since = performance.now();
    }, function () {
      /* the picture and the table are there: a reader misses nothing but the pointer's labels */
      chart.classList.add("is-static");
      state.button.hidden = true;
      back(chart);
    }).then(function () {
      state.busy = false;
      chart.removeAttribute("aria-busy");
    });
  }

  function stop(chart, state) {
    back(chart, state.holder);
    if (state.reading) state.reading.textContent = "";
    state.holder = null;
    state.button.setAttribute("aria-pressed", "false");
  }

  /* --- Keys: the same values as pointer and table ------------------------------------------------------------------- */

  function keys(chart, state) {
    var holder = state.holder;
    var at = { curve: -1, point: 0 };
    var titled = chart.querySelector("title");
    holder.tabIndex = 0;
    holder.setAttribute("role", "application");
    holder.setAttribute("aria-label", (titled ? titled.textContent + ". " : "") + state.figure.words.keys);
    if (!state.reading) {
      state.reading = document.createElement("p");
      state.reading.className = "chart-reading";
      state.reading.setAttribute("role", "status");
      chart.appendChild(state.reading);
    }
    holder.addEventListener("keydown", function (event) {
      if (event.target !== holder) return;
      var next = move(holder, at, event.key);
      if (event.key === "Enter" && at.curve >= 0) return open({ customdata: value(holder, at, "customdata") });
      if (event.key === "Escape") {
        window.Plotly.Fx.unhover(holder);
        state.reading.textContent = "";
        return;
      }
      if (!next) return;
      event.preventDefault();
      at = next;
      window.Plotly.Fx.hover(holder, [{ curveNumber: at.curve, pointNumber: at.point }]);
      state.reading.textContent = value(holder, at, "text");
    });
  }

  function value(holder, at, field) {
    var list = holder.data[at.curve][field];
    return list ? list[at.point] : "";
  }

  function drawn(holder) {
    return holder.data.map(function (_, curve) { return curve; }).filter(function (curve) {
      var visible = holder.data[curve].visible;
      return visible === undefined || visible === true;
    });
  }

  function usable(holder, curve) {
    return holder.data[curve].text.map(function (_, point) { return point; }).filter(function (point) {
      return holder.data[curve].text[point] !== "";
    });
  }

  function move(holder, at, key) {
    var curves = drawn(holder);
    if (!curves.length || ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].indexOf(key) < 0) return null;
    var fresh = curves.indexOf(at.curve) < 0;
    var curve = fresh ? curves[0] : at.curve;
    if (!fresh && (key === "ArrowUp" || key === "ArrowDown")) {
      var turn = curves.indexOf(curve) + (key === "ArrowDown" ? 1 : -1);
      curve = curves[(turn + curves.length) % curves.length];
      return { curve: curve, point: nearest(holder, curve, value(holder, at, "x")) };
    }
    var points = usable(holder, curve);
    if (fresh || key === "Home") return { curve: curve, point: points[0] };
    if (key === "End") return { curve: curve, point: points[points.length - 1] };
    var place = points.indexOf(at.point) + (key === "ArrowRight" ? 1 : -1);
    return { curve: curve, point: points[Math.max(0, Math.min(points.length - 1, place))] };
  }

  function nearest(holder, curve, x) {
    var as = function (one) { return typeof one === "string" ? Date.parse(one) || 0 : one; };
    return usable(holder, curve).reduce(function (best, point) {
      var gap = Math.abs(as(holder.data[curve].x[point]) - as(x));
      return gap < best.gap ? { gap: gap, point: point } : best;
    }, { gap: Infinity, point: 0 }).point;
  }

  function open(point) {
    if (!point || !point.customdata) return;
    var there = new URL(point.customdata, location.href).href === location.href;
    location.href = point.customdata;
    if (there) reveal();
  }

  /* --- Layers: the page's boxes hide in the picture by the stylesheet; the figure follows them ----------------------- */

  function inputs(chart) {
    var block = chart.closest(".chart-block") || chart;
    return [].slice.call(block.querySelectorAll("[data-shows]"));
  }

  function shown(chart, layer, otherwise) {
    var input = inputs(chart).filter(function (one) { return one.getAttribute("data-shows") === layer; })[0];
    return input ? input.checked : otherwise;
  }

  function switches(chart, state) {
    inputs(chart).forEach(function (input) {
      input.addEventListener("change", function () { redraw(chart, state); });
    });
  }

  /* A row that a point leads to stands in a closed table: open it, and let the reader go on from there. */
  function reveal() {
    var place = location.hash && document.getElementById(location.hash.slice(1));
    var table = place && place.closest(".chart-data");
    if (!table) {
      // the buttons of the charts above have moved it
      if (place && place.closest(".chart-block")) place.scrollIntoView();
      return;
    }
    table.open = true;
    place.scrollIntoView({ block: "center" });
    if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }

  /* --- A picture to keep: the SVG file's own bytes, drawn at twice their size --------------------------------------- */

  function png(chart, element) {
    element.disabled = true;
    return script("assets/data/chart-" + named(chart) + ".js").then(function () {
      return painted(window.linimasaCharts[named(chart)].svg);
    }).then(function (blob) {
      var link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = chart.id.slice("chart-".length) + ".png";
      document.body.appendChild(link);
      link.click();
      document.body.removeChild(link);
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    }).then(function () { element.disabled = false; }, function () { element.hidden = true; });
  }

  function painted(svg) {
    return new Promise(function (done, failed) {
      var image = new Image();
      image.onerror = failed;
      image.onload = function () {
        var canvas = document.createElement("canvas");
        canvas.width = image.naturalWidth * 2;
        canvas.height = image.naturalHeight * 2;
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob(function (blob) { if (blob) done(blob); else failed(); }, "image/png");
      };
      image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
    });
  }

  function keeper(chart) {
    var link = chart.parentNode.querySelector("[data-png]");
    if (!link || !HTMLCanvasElement.prototype.toBlob) return;
    var element = document.createElement("button");
    element.type = "button";
    element.className = "chart-png";
    element.textContent = link.getAttribute("data-png");
    element.addEventListener("click", function () { png(chart, element); });
    link.parentNode.insertBefore(element, link.nextSibling);
  }

  /* --- Light and dark, and the beginning ----------------------------------------------------------------------------- */

  var charts = [];

  function redress() {
    charts.forEach(function (one) { redraw(one.chart, one.state); });
  }

  function redraw(chart, state) {
    if (!state.holder) return;
    var figure = dress(state.figure, chart);
    figure.layout.height = state.height;
    window.Plotly.react(state.holder, figure.data, figure.layout, figure.config);
  }

  function button(chart, state) {
    var words = chart.querySelector("[data-button]");
    var element = document.createElement("button");
    element.type = "button";
    element.className = "chart-toggle";
    element.textContent = words ? words.getAttribute("data-button") : "↔";
    element.setAttribute("aria-pressed", "false");
    element.setAttribute("aria-controls", chart.id);
    element.addEventListener("click", function () {
      // who was on the way to the button while the chart came by itself did not mean to take it away
      var meant = state.chosen || performance.now() - state.since > 600;
      if (!state.holder) start(chart, state);
      else if (meant) stop(chart, state);
      state.chosen = true;
    });
    chart.parentNode.insertBefore(element, chart.nextSibling);
    return element;
  }

  /* A megabyte of script is nothing to load for a page that is only passed by: wait until somebody reads it. */
  var reader = new Promise(function (here) {
    ["scroll", "pointermove", "pointerdown", "touchstart", "keydown"].forEach(function (sign) {
      window.addEventListener(sign, here, { once: true, passive: true });
    });
  });

  function watch(chart) {
    var state = { holder: null, busy: false, chosen: false };
    keeper(chart);
    if (!chart.querySelector("[data-button]")) return; // it has no figure: its picture is all
    state.button = button(chart, state);
    switches(chart, state);
    charts.push({ chart: chart, state: state });
    var spare = navigator.connection && navigator.connection.saveData;
    if (!window.IntersectionObserver || spare) return;
    var watcher = new IntersectionObserver(function (entries) {
      if (!entries.some(function (entry) { return entry.isIntersecting; })) return;
      watcher.disconnect();
      reader.then(function () { if (!state.chosen) start(chart, state); });
    }, { threshold: 0.3 });
    watcher.observe(chart);
  }

  document.querySelectorAll(".chart[id^='chart-']").forEach(watch);
  addEventListener("hashchange", reveal);
  reveal();
  if (window.matchMedia) {
    var dark = window.matchMedia("(prefers-color-scheme: dark)");
    if (dark.addEventListener) dark.addEventListener("change", redress);
  }
  if (window.MutationObserver) {
    new MutationObserver(redress).observe(document.documentElement, { attributes: true, attributeFilter: ["class", "data-theme"] });
  }
})();
