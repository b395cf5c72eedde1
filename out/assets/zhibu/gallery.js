/* Photos of a page, one at a time and as large as the window. Without this script a link opens the photo itself. */
(function () {
  "use strict";
  var links = Array.prototype.slice.call(document.querySelectorAll("a.zb-enlarge"));
  if (!links.length || !window.HTMLDialogElement) return;
  var shown = 0;
  var dialog = made("dialog", "zb-viewer");
  var figure = made("figure", "", dialog);
  var caption = made("figcaption", "");
  var bar = made("div", "zb-viewer-bar", dialog);
  var back = button("上一张", function () { show(shown - 1); });
  var place = made("span", "", bar);
  var on = button("下一张", function () { show(shown + 1); });
  button("关闭", function () { dialog.close(); });
  dialog.setAttribute("aria-label", "图片");
  place.setAttribute("role", "status");
  back.hidden = on.hidden = links.length < 2;

  function made(name, style, parent) {
    var element = document.createElement(name);
    if (style) element.className = style;
    if (parent) parent.append(element);
    return element;
  }

  function button(words, act) {
    var element = made("button", "zb-button", bar);
    element.type = "button";
    element.textContent = words;
    element.addEventListener("click", act);
    return element;
  }

  function show(number) {
    shown = (number + links.length) % links.length;
    var picture = links[shown].querySelector("picture").cloneNode(true);
    picture.querySelector("source").sizes = "100vw";
    picture.querySelector("img").loading = "eager";
    var told = links[shown].parentNode.querySelector("figcaption");
    caption.textContent = told ? told.textContent : "";
    figure.replaceChildren(picture, caption);
    place.textContent = (shown + 1) + " / " + links.length;
  }

  links.forEach(function (link, number) {
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(number);
      dialog.showModal();
    });
  });
  dialog.addEventListener("keydown", function (event) {
    var step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) show(shown + step);
  });
  dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", function () { links[shown].focus(); });
  document.body.append(dialog);
})();
