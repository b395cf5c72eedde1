/* Opens the search on a click, `/` or Ctrl-K; nothing else of it is loaded before. Without this the link leads to the list of pages. */
(function () {
  "use strict";
  const link = document.querySelector(".zb-search__open");
  const dialog = document.querySelector(".zb-search");
  const place = document.querySelector(".zb-search-page");
  if (!link || !dialog || !dialog.showModal) return;
  const base = link.href.replace(/search\/index\.html$/, "");
  const unit = /\/(committees|branches)\/[^/]+\//.test(location.pathname); // its registers are searched as well
  let started = null;

  function script(name) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = base + "assets/zhibu/search/" + name + ".js";
      element.onload = resolve;
      element.onerror = () => reject(new Error(name));
      document.head.append(element);
    });
  }

  const scripts = () => (started = started || script("search").then(() => (place || unit) && script("page")));

  function start(root) {
    return scripts().then(() => window.zhibuSearch.box(root, base, script)).catch(() => { location.href = link.href; });
  }

  function open(event) {
    event.preventDefault();
    if (place) return place.querySelector("input").focus();
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("input").focus();
    return start(dialog);
  }

  const typing = element => /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || element.isContentEditable;
  link.addEventListener("click", open);
  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.altKey) return;
    const asked = event.key === "k" ? event.ctrlKey || event.metaKey : event.key === "/" && !event.ctrlKey && !event.metaKey && !typing(event.target);
    if (asked) open(event);
  });
  dialog.addEventListener("click", event => {
    if (event.target === dialog || event.target.closest(".zb-search__close")) dialog.close();
  });
  if (place) {
    place.hidden = false;
    start(place);
  }
})();
