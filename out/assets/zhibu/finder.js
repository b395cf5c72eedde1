/* 支部查找: substring search over names and ids. The data is a script, loaded on focus, so this also works from a folder. */
(function () {
  "use strict";
  var SHOWN = 50;
  var box = document.querySelector(".zb-finder");
  if (!box) return;
  var input = box.querySelector("input");
  var list = box.querySelector("ul");
  var status = box.querySelector("[role=status]");
  var loading = false;
  var texts = [];

  function load() {
    if (loading) return;
    loading = true;
    var script = document.createElement("script");
    script.src = box.dataset.source;
    script.onload = function () {
      texts = window.zhibuBranches.map(function (row) { return row.join(" ").toLowerCase(); });
      search();
    };
    script.onerror = function () { status.textContent = "名单没有读到，请按基层党委查找。"; };
    document.head.appendChild(script);
  }

  function matches(text, words) {
    return words.every(function (word) { return text.indexOf(word) >= 0; });
  }

  function item(row) {
    var link = document.createElement("a");
    var name = document.createElement("strong");
    var where = document.createElement("small");
    link.href = box.dataset.page.replace("{id}", row[0]);
    name.textContent = row[1];
    where.textContent = row[2] + " · " + row[3] + " · " + row[0];
    link.append(name, " ", where);
    var entry = document.createElement("li");
    entry.append(link);
    return entry;
  }

  function search() {
    load();
    if (!window.zhibuBranches) return;
    var words = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    var found = words.length ? window.zhibuBranches.filter(function (row, at) { return matches(texts[at], words); }) : [];
    list.replaceChildren.apply(list, found.slice(0, SHOWN).map(item));
    status.textContent = !words.length ? "" :
      !found.length ? "没有找到。请少写几个字，或按基层党委查找。" :
      "找到 " + found.length + " 个支部" + (found.length > SHOWN ? "，显示前 " + SHOWN + " 个" : "") + "。";
  }

  input.disabled = false;
  input.addEventListener("focus", load);
  input.addEventListener("input", search);
})();
