/* On entries and articles: buttons that copy a reference. Without them the text can be selected. */
(function () {
  "use strict";
  var said = document.querySelector(".cite-said");
  function select(text) {
    var range = document.createRange();
    range.selectNodeContents(text);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }
  function tell(words) {
    said.textContent = "";
    setTimeout(function () {
      said.textContent = words;
    }, 50);
  }
  function copy(text) {
    var words = text.href || text.textContent;
    function byHand() {
      select(text);
      tell(!text.href && document.execCommand("copy") ? said.dataset.copied : said.dataset.failed);
    }
    if (!navigator.clipboard) {
      byHand();
      return;
    }
    navigator.clipboard.writeText(words).then(function () {
      tell(said.dataset.copied);
    }, byHand);
  }
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      copy(document.getElementById(button.dataset.copy));
    });
  });
})();
