"use strict";
// Narrows the entries to those that hold every word; accents do not count. Without scripts everything is there to read.
(() => {
  const finder = document.getElementById("finder");
  const input = finder.querySelector("input");
  const output = finder.querySelector("output");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const entries = [...document.querySelectorAll("#timeline article")].map((element) => ({ element, text: "" }));
  const narrow = () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const entry of entries) {
      entry.text ||= plain(entry.element.textContent);
      const fits = words.every((word) => entry.text.includes(word));
      entry.element.hidden = !fits;
      shown += fits;
    }
    for (const year of document.querySelectorAll(".year")) year.hidden = !year.querySelector("article:not([hidden])");
    output.value = words.length ? `${shown} / ${entries.length}` : "";
  };
  finder.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", narrow);
  finder.hidden = false;
})();
