/* The route sheet: two or three points are chosen, their minutes and the minutes of walking that people enter are summed. */
(function () {
  "use strict";
  var sheet = document.querySelector("[data-route]");
  if (!sheet) return;
  var boxes = Array.prototype.slice.call(document.querySelectorAll("[data-minutes]"));
  var rows = Array.prototype.slice.call(sheet.querySelectorAll("tbody tr"));
  var walks = Array.prototype.slice.call(sheet.querySelectorAll("input"));
  var total = sheet.querySelector("[data-total]");

  function cell(row, name, text) { row.querySelector("[data-cell=" + name + "]").textContent = text; }

  function fill() {
    var chosen = boxes.filter(function (box) { return box.checked; });
    var minutes = 0;
    rows.forEach(function (row, at) {
      var box = chosen[at];
      cell(row, "point", box ? box.dataset.name : "");
      cell(row, "minutes", box ? box.dataset.minutes : "");
      cell(row, "place", box ? box.dataset.place : "");
      if (box) minutes += Number(box.dataset.minutes);
      if (at > 0 && box) minutes += Number(walks[at - 1].value) || 0;
    });
    boxes.forEach(function (box) { box.disabled = !box.checked && chosen.length >= rows.length; });
    total.textContent = chosen.length ? "合计 " + minutes + " 分钟" : "";
  }

  boxes.forEach(function (box) { box.disabled = false; box.addEventListener("change", fill); });
  walks.forEach(function (input) { input.disabled = false; input.addEventListener("input", fill); });
  fill();
})();
