/* The list of observation points: a short address (#id) goes on to the point's page, and chips narrow the cards down. */
(function () {
  "use strict";
  var cards = Array.prototype.slice.call(document.querySelectorAll(".zb-point[id]"));
  var box = document.querySelector("[data-filter]");

  /* Signs and posters lead here: a point that is no longer shown has no card, and its visitor stays on the list. */
  function follow() {
    var id = location.hash.slice(1);
    var card = cards.filter(function (each) { return each.id === id; })[0];
    if (card) location.replace(card.querySelector(".zb-point-link").href);
  }

  follow();
  addEventListener("hashchange", follow);
  if (!box || cards.length < 2) return;

  var FACETS = [["standards", "标准"], ["kind", "类型"], ["committee", "基层党委"], ["state", "开放"], ["steps", "台阶"]];
  var chosen = {};
  var status = document.createElement("p");
  status.setAttribute("role", "status");

  function values(card, facet) {
    var text = card.dataset[facet] || "";
    return facet === "standards" ? text.split(" ").filter(Boolean) : text ? [text] : [];
  }

  function show() {
    var shown = 0;
    cards.forEach(function (card) {
      card.hidden = Object.keys(chosen).some(function (facet) {
        return values(card, facet).indexOf(chosen[facet]) < 0;
      });
      if (!card.hidden) shown += 1;
    });
    status.textContent = "显示 " + shown + " 处，共 " + cards.length + " 处";
    box.querySelectorAll("button").forEach(function (chip) {
      chip.setAttribute("aria-pressed", String(chosen[chip.dataset.facet] === chip.value));
    });
  }

  function chip(facet, value) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "zb-button";
    button.value = value;
    button.dataset.facet = facet;
    button.textContent = value;
    button.addEventListener("click", function () {
      if (chosen[facet] === value) delete chosen[facet]; else chosen[facet] = value;
      show();
    });
    return button;
  }

  FACETS.forEach(function (facet) {
    var found = [];
    cards.forEach(function (card) {
      values(card, facet[0]).forEach(function (value) { if (found.indexOf(value) < 0) found.push(value); });
    });
    if (found.length < 2) return;
    if (facet[0] === "standards") found.sort(function (a, b) { return parseFloat(a) - parseFloat(b); });
    var row = document.createElement("div");
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", facet[1]);
    var name = document.createElement("span");
    name.textContent = facet[1];
    row.append(name);
    found.forEach(function (value) { row.append(chip(facet[0], value)); });
    box.append(row);
  });
  box.append(status);
  box.open = matchMedia("(min-width: 45em)").matches;
  box.hidden = false;
  show();
})();
