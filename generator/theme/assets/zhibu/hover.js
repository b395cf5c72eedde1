/* Cards: what a term means or an article says, from the title of what is pointed at, focused or touched.
   Without this script the browser shows the title by itself, and the link opens the article. */
(function () {
  "use strict";
  var HAS_CARD = "abbr[title], a.zb-article[title], [data-zb-card]";
  var LEAVE = 200; // ms in which the pointer may get from what it points at to its card
  var GAP = 6; // px between the two
  var card = null;
  var owner = null; // the element whose card is shown
  var leaving = 0;
  var touched = false;

  function made() {
    var box = document.createElement("div");
    box.id = "zb-card";
    box.className = "zb-card";
    box.setAttribute("role", "tooltip");
    box.hidden = true;
    box.addEventListener("pointerenter", stay);
    box.addEventListener("pointerleave", leave);
    (document.querySelector("main") || document.body).appendChild(box);
    return box;
  }

  function stay() {
    clearTimeout(leaving);
  }

  function leave() {
    clearTimeout(leaving);
    leaving = setTimeout(hide, LEAVE);
  }

  /* While the card is shown the title is away, for the browser would show it as well. */
  function show(element) {
    stay();
    if (owner === element) return;
    hide();
    card = card || made();
    owner = element;
    element.dataset.zbCard = element.title;
    element.removeAttribute("title");
    element.setAttribute("aria-describedby", card.id);
    card.textContent = element.dataset.zbCard;
    if (touched && element.href) card.appendChild(opener(element));
    card.hidden = false;
    place(element.getClientRects()[0]);
  }

  function hide() {
    clearTimeout(leaving);
    if (!owner) return;
    owner.title = owner.dataset.zbCard;
    owner.removeAttribute("data-zb-card");
    owner.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
  }

  /* A finger that touches a link sees the card first, and opens the article from there. */
  function opener(link) {
    var more = document.createElement("a");
    more.href = link.href;
    more.className = "zb-card-open";
    more.textContent = "看这一条";
    return more;
  }

  /* Below what it belongs to, or above where there is no room, and never beyond the window's edges. */
  function place(at) {
    var width = document.documentElement.clientWidth;
    var below = at.bottom + GAP + card.offsetHeight <= window.innerHeight || at.top < card.offsetHeight + GAP;
    var top = below ? at.bottom + GAP : at.top - GAP - card.offsetHeight;
    var left = Math.max(8, Math.min(at.left, width - card.offsetWidth - 8));
    var from = card.offsetParent.getBoundingClientRect();
    card.style.top = top - from.top + "px";
    card.style.left = left - from.left + "px";
  }

  function found(event) {
    var element = event.target;
    return element && element.closest ? element.closest(HAS_CARD) : null;
  }

  function isTouch(event) {
    return event.pointerType === "touch" || event.pointerType === "pen";
  }

  /* What is no link is reached by the keyboard all the same. */
  Array.prototype.forEach.call(document.querySelectorAll("article abbr[title]"), function (term) {
    term.tabIndex = 0;
  });
  document.addEventListener("pointerdown", function (event) {
    touched = isTouch(event);
    if (owner && !found(event) && !card.contains(event.target)) hide();
  });
  document.addEventListener("pointerover", function (event) {
    var element = isTouch(event) ? null : found(event);
    if (element) show(element);
  });
  document.addEventListener("pointerout", function (event) {
    if (owner && !isTouch(event) && found(event) === owner) leave();
  });
  document.addEventListener("focusin", function (event) {
    var element = touched ? null : found(event);
    if (element) show(element);
  });
  document.addEventListener("focusout", function (event) {
    if (!touched && event.target === owner) leave();
  });
  document.addEventListener("click", function (event) {
    var element = touched ? found(event) : null;
    if (!element || element === owner) return;
    event.preventDefault();
    show(element);
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide();
    else touched = false;
  });
})();
