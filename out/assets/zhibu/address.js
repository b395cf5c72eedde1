/* The permanent address of whatever has an id: open the folds around the place that an address names, and offer to copy it. */
(function () {
  "use strict";

  function unfold() {
    var place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var fold = place; fold; fold = fold.parentElement) if (fold.tagName === "DETAILS") fold.open = true;
    if (place && place.closest("details")) place.scrollIntoView();
  }

  /* Without https there is no clipboard of its own: select the text and have the browser copy it. */
  function copied(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    var field = document.createElement("textarea");
    field.value = text;
    field.readOnly = true;
    field.className = "zb-offscreen";
    document.body.appendChild(field);
    field.select();
    var done = document.execCommand("copy");
    field.remove();
    return done ? Promise.resolve() : Promise.reject(new Error(text));
  }

  function copier(host) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "zb-copy-address";
    button.textContent = "复制网址";
    button.addEventListener("click", function () {
      var address = location.href.split("#")[0] + "#" + host.dataset.zbAddress;
      copied(address).then(
        function () { button.textContent = "已复制"; },
        function () { button.textContent = address; }
      );
    });
    return button;
  }

  document.querySelectorAll("[data-zb-address]").forEach(function (host) {
    var button = copier(host);
    var id = host.querySelector(".zb-id");
    button.setAttribute("aria-label", "复制网址：" + (id ? id.textContent : host.textContent).trim());
    host.appendChild(button);
  });
  window.addEventListener("hashchange", unfold);
  if (location.hash) unfold();
})();
