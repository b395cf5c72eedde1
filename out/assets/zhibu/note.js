/* 记一次会 and 记一次观摩, the page: builds the form from its data, keeps a draft on the device, shows what is wrong, gives the text. */
(function () {
  "use strict";
  var source = document.getElementById("zb-note-data");
  if (!source || !window.zhibuNote) return;
  var data = JSON.parse(source.textContent);
  var note = window.zhibuNote(data);
  var filled = note.filled;
  var DRAFT = data.draft;
  var state = { branch: "", year: "", values: {} };
  var checked = false;
  var inWeChat = /MicroMessenger/i.test(navigator.userAgent);

  function at(id) { return document.getElementById("zb-note-" + id); }
  function today() {
    var now = new Date();
    return new Date(now.getTime() - 60000 * now.getTimezoneOffset()).toISOString().slice(0, 10);
  }
  function say(day) { return +day.slice(5, 7) + "月" + +day.slice(8) + "日"; }

  function make(name, given, children) {
    var made = document.createElement(name);
    Object.keys(given || {}).forEach(function (key) {
      if (key in made && key !== "form" && key !== "list") made[key] = given[key];
      else made.setAttribute(key, given[key]);
    });
    (children || []).forEach(function (child) { if (child) made.append(child); });
    return made;
  }

  // The draft ----------------------------------------------------------------------------------------------------------

  function kept() {
    try { return JSON.parse(localStorage.getItem(DRAFT)); } catch (error) { return null; }
  }

  function keep() {
    try { localStorage.setItem(DRAFT, JSON.stringify({ day: today(), state: state })); } catch (error) { return; }
  }

  function forget() {
    try { localStorage.removeItem(DRAFT); } catch (error) { return; }
  }

  function remind(draft) {
    var late = draft && draft.day !== today();
    at("draft").textContent = !draft ? "" : "接着填" + (late ? say(draft.day) : "今天") + "的草稿。" +
      (late ? "草稿应当天清除：已经交出去的，请按下面的“清除”。" : "交出去以后，当天清除。");
    at("draft").classList.toggle("zb-note-late", Boolean(late));
  }

  // The form -----------------------------------------------------------------------------------------------------------

  /** Without what is empty, at every depth; rows of lists move up. */
  function pruned(value) {
    if (Array.isArray(value)) return value.map(pruned).filter(filled);
    if (value && typeof value === "object") {
      var made = {};
      Object.keys(value).forEach(function (key) {
        var inner = pruned(value[key]);
        if (filled(inner)) made[key] = inner;
      });
      return Object.keys(made).length ? made : null;
    }
    return typeof value === "string" ? note.strip(value.replace(/[\r\n]+/g, "；")) : value;
  }

  function asked() {
    var kinds = state.values["类型"] || [];
    var found = {};
    kinds.forEach(function (kind) { (data.kinds[kind] || []).forEach(function (path) { found[path] = true; }); });
    if (!kinds.length) data.common.forEach(function (path) { found[path] = true; });
    found["类型"] = true;
    return found;
  }

  function shown(field, value, wanted) {
    if (!field.fields) return wanted[field.path] || filled(value);
    return field.fields.some(function (each) {
      var rows = Array.isArray(value) ? value : [value];
      return rows.some(function (row) { return shown(each, (row || {})[each.key], wanted); }) || shown(each, null, wanted);
    });
  }

  function changed() {
    keep();
    at("result").hidden = true;
    if (checked) show(problems());
  }

  /** What is offered for fields of a kind; other values may be typed as well. */
  function offered() {
    return Object.keys(data.known).map(function (kind) {
      var options = data.known[kind].map(function (row) { return make("option", { value: row[0], label: row[1] }); });
      return make("datalist", { id: "zb-note-known-" + kind }, options);
    });
  }

  /** A label, a control with its hint, and room for what is wrong. */
  function line(field, id, control, inside) {
    var hint = field.hint ? make("p", { id: id + "-hint", className: "zb-note-hint", textContent: field.hint }) : null;
    control.id = id;
    if (hint) control.setAttribute("aria-describedby", hint.id);
    if (field.required) control.setAttribute("aria-required", "true");
    var label = make("label", { textContent: field.key + (field.required ? "（必填）" : ""), htmlFor: id });
    return make("div", { className: "zb-note-line", id: id + "-line" }, [label, inside || control, hint]);
  }

  function typed(field, holder, id) {
    var number = field.kind === "整数" || field.kind === "数";
    var control = field.kind === "日期" ? make("input", { type: "date" }) :
      field.kind === "文字" ? make("textarea", { rows: 1 }) : make("input", { type: "text" });
    if (number) control.inputMode = "numeric";
    control.value = holder[field.key] || "";
    control.autocomplete = "off";
    if (data.known[field.kind]) control.setAttribute("list", "zb-note-known-" + field.kind);
    control.addEventListener("input", function () {
      holder[field.key] = control.value;
      grow(control);
      if (field.path === "日期") follow();
      changed();
    });
    return line(field, id, control);
  }

  var SIZED = CSS.supports("field-sizing", "content"); // the browser does it, without a layout for each control

  function grow(control) {
    if (control.tagName !== "TEXTAREA") return;
    if (SIZED) return control.style.setProperty("field-sizing", "content");
    if (!control.value) return;
    control.style.height = "auto";
    control.style.height = control.scrollHeight + 2 + "px";
  }

  function timed(field, holder, id) {
    var found = /^(\d{1,2}:\d{2})(?:.*?(\d{1,2}:\d{2}))?$/.exec(holder[field.key] || "") || [];
    var parts = ["开始", "结束"].map(function (name, place) {
      var value = found[place + 1] || "";
      return make("input", { type: "time", value: value.length === 4 ? "0" + value : value, "aria-label": field.key + "：" + name });
    });
    parts.forEach(function (part) {
      part.addEventListener("input", function () {
        holder[field.key] = parts[0].value + (parts[1].value ? "-" + parts[1].value : "");
        changed();
      });
    });
    return line(field, id, parts[0], make("span", { className: "zb-note-times" }, [parts[0], "至", parts[1]]));
  }

  function chosen(field, holder, id) {
    var control = make("select", {}, [new Option(field.initial ? field.initial : "（不填）", "")].concat(
      field.choices.filter(function (each) { return each !== field.initial; }).map(function (each) { return new Option(each, each); })));
    control.value = holder[field.key] === field.initial ? "" : holder[field.key] || "";
    control.addEventListener("change", function () { holder[field.key] = control.value; changed(); });
    return line(field, id, control);
  }

  function ticked(field, holder, id) {
    var boxes = field.choices.map(function (each, place) {
      var box = make("input", { type: "checkbox", id: id + (place ? "-" + place : ""), checked: (holder[field.key] || []).indexOf(each) >= 0 });
      box.addEventListener("change", function () {
        var others = (holder[field.key] || []).filter(function (word) { return word !== each; });
        holder[field.key] = box.checked ? others.concat(each) : others;
        changed();
        if (field.path === "类型") draw(box.id);
      });
      return make("span", { className: "zb-note-tick" }, [box, make("label", { htmlFor: box.id, textContent: each })]);
    });
    var legend = make("legend", { textContent: field.key + (field.required ? "（必填）" : "") });
    var hint = field.hint ? make("p", { className: "zb-note-hint", textContent: field.hint }) : null;
    return make("fieldset", { className: "zb-note-ticks", id: id + "-line" }, [legend, hint, make("div", { className: "zb-note-choices" }, boxes)]);
  }

  function value(field, holder, id) {
    if (field.choices) return field.many ? ticked(field, holder, id) : chosen(field, holder, id);
    return field.kind === "时间" ? timed(field, holder, id) : typed(field, holder, id);
  }

  function inner(field, holder, path, wanted) {
    return field.fields.map(function (each) { return block(each, holder, path, wanted); });
  }

  function listed(field, holder, path, wanted) {
    var rows = holder[field.key] = holder[field.key] || [];
    if (!rows.length && data.needed.indexOf(field.path) >= 0) rows.push({});
    var id = "zb-note-" + path.join("-");
    var parts = rows.map(function (row, number) {
      var away = make("button", { type: "button", textContent: "删去" + field.key + (number + 1), hidden: rows.length < 2 && data.needed.indexOf(field.path) >= 0 });
      away.addEventListener("click", function () { rows.splice(number, 1); changed(); draw(id + "-more"); });
      var legend = make("legend", { textContent: field.key + (number + 1) });
      return make("fieldset", { id: id + "-" + number + "-line" }, [legend].concat(inner(field, row, path.concat(number), wanted), away));
    });
    var more = make("button", { type: "button", id: id + "-more", textContent: (rows.length ? "再加一项" : "加一项") + field.key });
    more.addEventListener("click", function () { rows.push({}); draw(id + "-" + (rows.length - 1) + "-" + field.fields[0].key); });
    var hint = field.hint ? make("p", { className: "zb-note-hint", textContent: field.key + "：" + field.hint }) : null;
    return make("div", { className: "zb-note-list", id: id + "-line" }, [hint].concat(parts, more));
  }

  function grouped(field, holder, path, wanted) {
    var own = holder[field.key] = holder[field.key] || {};
    var id = "zb-note-" + path.join("-") + "-line";
    var parts = inner(field, own, path, wanted);
    var special = data.needed.indexOf(field.path) >= 0;
    var folded = !pruned(own) && !special;
    if (special) return make("fieldset", { id: id }, [make("legend", { textContent: field.key })].concat(parts));
    var hint = field.hint ? make("p", { className: "zb-note-hint", textContent: field.hint }) : null;
    return make("details", { id: id, open: !folded }, [make("summary", { textContent: field.key + "（有才填）" }), hint].concat(parts));
  }

  function block(field, holder, path, wanted) {
    if (!shown(field, holder[field.key], wanted)) return null;
    var own = path.concat(field.key);
    if (!field.fields) return value(field, holder, "zb-note-" + own.join("-"));
    return field.many ? listed(field, holder, own, wanted) : grouped(field, holder, own, wanted);
  }

  function headed(key, name, hint, given) {
    var control = make("input", given);
    control.value = state[name];
    control.addEventListener("input", function () { state[name] = control.value; changed(); });
    return line({ key: key, hint: hint, required: true }, "zb-note-" + name, control);
  }

  function follow() {
    var day = state.values["日期"] || "";
    if (/^\d{4}-/.test(day) && !at("year").dataset.own) at("year").value = state.year = day.slice(0, 4);
  }

  function draw(focus) {
    var wanted = asked();
    var branch = headed("支部", "branch", "写组织员告诉的支部编号，或支部全称", { type: "text", autocomplete: "off" });
    var year = headed("归属年度", "year", data.told.year, { type: "text", inputMode: "numeric" });
    year.querySelector("input").addEventListener("input", function (event) { event.target.dataset.own = "1"; });
    var parts = data.fields.map(function (field) { return block(field, state.values, [], wanted); });
    at("fields").replaceChildren.apply(at("fields"), [branch].concat(parts.slice(0, 1), parts.slice(1).filter(Boolean), year, offered()));
    at("fields").querySelectorAll("textarea").forEach(grow);
    if (checked) show(problems());
    if (focus && document.getElementById(focus)) document.getElementById(focus).focus();
  }

  // What is wrong ------------------------------------------------------------------------------------------------------

  function problems() {
    var values = pruned(state.values) || {};
    var found = [];
    function add(name, message) { found.push({ code: "", severity: "错误", path: [name], message: message, hint: "" }); }
    if (!note.strip(state.branch)) add("branch", "“支部”必须填");
    else if (/[·【】：:]/.test(state.branch) || note.personal(state.branch).length) add("branch", "“支部”写编号或全称");
    if (!/^[12]\d{3}$/.test(state.year)) add("year", "“归属年度”写四位数的年份");
    else if (/^\d{4}-/.test(values["日期"] || "") && [0, 1].indexOf(values["日期"].slice(0, 4) - state.year) < 0) add("year", "“归属年度”和日期对不上");
    if ((values["日期"] || "") > today()) found.push({ code: "R203", severity: "警告", path: ["日期"], message: "“日期”还没有到", hint: data.told.ahead });
    return found.concat(note.judge(values));
  }

  function place(path) {
    for (var end = path.length; end > 0; end -= 1) {
      var found = document.getElementById("zb-note-" + path.slice(0, end).join("-"));
      var around = document.getElementById("zb-note-" + path.slice(0, end).join("-") + "-line");
      if (found || around) return { control: found || around.querySelector("input, select, textarea, summary, button"), around: around || found };
    }
    return { control: at("branch"), around: at("branch").parentNode };
  }

  function show(found) {
    at("fields").querySelectorAll(".zb-note-wrong").forEach(function (each) { each.remove(); });
    at("fields").querySelectorAll("[aria-invalid]").forEach(function (each) { each.removeAttribute("aria-invalid"); });
    var list = found.map(function (each) {
      var where = place(each.path);
      var told = each.message + "。" + each.hint;
      for (var fold = where.control; fold; fold = fold.parentElement) if (fold.tagName === "DETAILS") fold.open = true;
      if (each.severity === "错误") where.control.setAttribute("aria-invalid", "true");
      where.around.append(make("p", { className: "zb-note-wrong", textContent: each.severity + "：" + told }));
      var link = make("a", { href: "#" + where.control.id, textContent: told, "data-code": each.code, "data-at": each.path.join("/") });
      link.addEventListener("click", function (event) { event.preventDefault(); where.control.focus(); });
      return make("li", {}, [each.severity + "：", link]);
    });
    at("problems").replaceChildren.apply(at("problems"), list.length ? [make("p", { textContent: "有 " + list.length + " 处要看一看：" }), make("ul", {}, list)] : []);
    return found;
  }

  function finish() {
    state.values = pruned(state.values) || {};
    checked = true;
    draw();
    var found = problems();
    if (found.some(function (each) { return each.severity === "错误"; })) {
      at("result").hidden = true;
      return at("problems").focus();
    }
    at("text").value = note.write(pruned(state.values), note.strip(state.branch), state.year);
    at("told").textContent = inWeChat ? "微信里存不了文件：复制文本，粘贴到校内邮件；或点右上角“…”，选“在浏览器打开”再存。" : "";
    at("result").hidden = false;
    at("result-head").focus();
  }

  // What becomes of the text -------------------------------------------------------------------------------------------

  var AFTER = "粘贴到校内邮件或办公系统里，交给组织员。交出去以后请清除草稿。";

  function selected() {
    at("text").focus();
    at("text").select();
    at("text").setSelectionRange(0, at("text").value.length);
    var done = false;
    try { done = document.execCommand("copy"); } catch (error) { done = false; }
    at("told").textContent = done ? "已复制。" + AFTER : "没有复制成。请长按文本，全选，再复制。";
  }

  function copy() {
    if (!navigator.clipboard || !window.isSecureContext) return selected();
    navigator.clipboard.writeText(at("text").value).then(function () { at("told").textContent = "已复制。" + AFTER; }, selected);
  }

  function file() {
    var name = note.strip(state.branch) + "-" + state.values["日期"] + ".txt";
    return new File(["\ufeff" + at("text").value.replace(/\n/g, "\r\n")], name, { type: "text/plain" });
  }

  function save() {
    var made = file();
    var link = make("a", { href: URL.createObjectURL(made), download: made.name });
    document.body.append(link);
    link.click();
    link.remove();
    at("told").textContent = "已存成 " + made.name + "。作附件发校内邮件，或传到办公系统；交出去以后删掉文件，清除草稿。";
  }

  function share() { navigator.share({ files: [file()] }).catch(function () { at("told").textContent = "没有分享。"; }); }

  function back() {
    var found = note.read(at("old").value);
    at("read-told").textContent = found ? "读回来了，在上面改。" : "读不回来：这段文本不完整，或改过。";
    if (!found) return;
    state = { branch: found.branch, year: found.year, values: found.values };
    checked = true;
    keep();
    draw();
  }

  function clear() {
    forget();
    state = { branch: "", year: "", values: {} };
    checked = false;
    at("text").value = at("old").value = "";
    at("problems").replaceChildren();
    at("result").hidden = true;
    draw();
    at("draft").textContent = "草稿已经清除。";
    at("draft").classList.remove("zb-note-late");
  }

  var draft = kept();
  if (draft && draft.state && draft.state.values) state = draft.state;
  if (!state.branch && location.hash.length > 1) state.branch = decodeURIComponent(location.hash.slice(1));
  remind(draft);
  draw();
  at("fields").hidden = false;
  ["make", "clear", "read"].forEach(function (id) { at(id).disabled = false; });
  at("fields").addEventListener("submit", function (event) { event.preventDefault(); });
  at("make").addEventListener("click", finish);
  at("copy").addEventListener("click", copy);
  at("save").addEventListener("click", save);
  at("share").addEventListener("click", share);
  at("clear").addEventListener("click", clear);
  at("read").addEventListener("click", back);
  if (inWeChat) {
    at("save").hidden = true;
  } else if (navigator.canShare && navigator.canShare({ files: [new File(["文"], "a.txt", { type: "text/plain" })] })) {
    at("share").hidden = false;
  }
})();
