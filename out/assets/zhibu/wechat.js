/* WeChat's browser opens no downloads and does not say so: say beside the link that was tapped how to get the file. */
(function () {
  "use strict";
  if (!/MicroMessenger/i.test(navigator.userAgent)) return;
  var FILES = /\.(pdf|docx|xlsx|zip|ics)$/i;
  var hint = document.createElement("p");
  hint.className = "zb-note zb-wechat";
  hint.setAttribute("role", "status");
  hint.textContent = "微信里多半打不开、存不下文件。点右上角“···”，选“在浏览器打开”，再点这里。";

  function file(link) {
    return FILES.test(link.pathname) && link.closest("article");
  }

  function tell(link) {
    link.closest("ul, p, table, dl, div, article").after(hint);
  }

  var first = Array.prototype.find.call(document.links, file);
  if (first) tell(first);
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href]");
    if (link && file(link)) tell(link);
  });
})();
