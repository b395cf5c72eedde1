/* 打印版面: with ?print in its address a page shows on the screen what paper gets, folds open, and a way back. */
(function () {
  "use strict";
  if (location.search !== "?print") return;

  function note() {
    var line = document.createElement("p");
    var back = document.createElement("a");
    back.href = location.pathname;
    back.textContent = "回到网页";
    line.className = "zb-print-note";
    line.append("打印版面：用浏览器菜单里的“打印”，缩放选“实际大小”。", back);
    document.body.prepend(line);
  }

  document.querySelectorAll('link[media="print"]').forEach(function (sheet) { sheet.media = "all"; });
  document.querySelectorAll("article details").forEach(function (fold) { fold.open = true; });
  document.documentElement.classList.add("zb-print-view");
  note();
})();
