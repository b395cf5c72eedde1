/* The box of the search: `zhibuSearch.box(root, base)`, in the dialog of every page and on the page search/.
   A combobox with a list of groups (ARIA APG): the focus stays in the box, arrows move the active entry. */
(function (search) {
  "use strict";
  const PAUSE = 150; // milliseconds without a key before a query is asked
  const FEW = 6; // entries of a group in the dialog
  const ROWS = 50; // rows of registers at most
  const SNIPPET = 90; // letters

  const made = (tag, name, ...children) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...children);
    return element;
  };

  /* The text with every listed word marked. */
  function marked(text, words) {
    const places = [].concat(...words.map(word => search.locate(text, word))).sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    const parts = [];
    let at = 0;
    places.forEach(([from, to]) => {
      if (from < at) return;
      parts.push(text.slice(at, from), made("mark", "", text.slice(from, to)));
      at = to;
    });
    return parts.concat(text.slice(at));
  }

  /* The sentences about the best passage, not more than a clause. */
  function snippet(section) {
    const from = Math.max(0, section.passage.from);
    let text = "";
    for (let at = from; at < section.sentences.length && (at < section.passage.to || text.length < SNIPPET / 2); at += 1) {
      text += (text && !/[。；！？]$/.test(text) ? " · " : "") + section.sentences[at].trim();
    }
    return text.length > SNIPPET ? text.slice(0, SNIPPET) + "…" : text;
  }

  function Box(root, base) {
    this.root = root;
    this.base = base;
    this.whole = !root.showModal; // the page search/, not the dialog
    this.input = root.querySelector("input");
    this.list = root.querySelector("[role=listbox]");
    this.status = root.querySelector("[role=status]");
    this.committee = root.querySelector("select"); // of the internal edition's page: whose registers are searched as well
    this.asked = 0;
    this.active = -1;
    this.input.addEventListener("input", event => { if (!event.isComposing) this.soon(); });
    this.input.addEventListener("compositionend", () => this.soon());
    this.input.addEventListener("keydown", event => this.key(event));
    if (this.committee) this.committee.addEventListener("change", () => this.answer());
    this.opened = search.open({ base: base }).then(index => index.file("words").then(words => ({ index: index, words: words })));
    const query = this.whole && new URLSearchParams(location.search).get("q");
    if (query) this.input.value = query;
    if (this.input.value) this.answer();
    else this.opened.catch(() => this.say("检索没有读到，请看全部标题。"));
  }

  Box.prototype.say = function (text) {
    this.status.textContent = text;
  };

  Box.prototype.soon = function () {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.answer(), PAUSE);
  };

  Box.prototype.options = function () {
    return Array.from(this.list.querySelectorAll("[role=option]"));
  };

  /* Arrows move, Enter opens the active entry, else the page with all that is found. */
  Box.prototype.key = function (event) {
    if (event.isComposing || event.keyCode === 229) return;
    const options = this.options();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (options.length) this.activate(options, (this.active + step + options.length + (this.active < 0 && step < 0 ? 1 : 0)) % options.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (options[this.active]) options[this.active].click();
      else if (!this.whole && this.input.value.trim()) location.href = this.page();
      else this.answer();
    } else if (event.key === "Escape" && this.input.value) {
      event.preventDefault();
      this.input.value = "";
      this.answer();
    }
  };

  Box.prototype.activate = function (options, at) {
    options.forEach((option, other) => option.setAttribute("aria-selected", String(other === at)));
    this.active = at;
    this.input.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  };

  Box.prototype.page = function () {
    return this.base + "search/index.html?q=" + encodeURIComponent(this.input.value.trim());
  };

  Box.prototype.show = function (...children) {
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...children);
    this.options().forEach((option, at) => { option.id = this.list.id + "-" + at; });
    this.list.hidden = !this.options().length;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
  };

  /* The address of the page says what was asked; a browser may refuse that of a file. */
  Box.prototype.remember = function (query) {
    try { history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname); } catch (refused) { return; }
  };

  /* Ask what stands in the box; an answer that comes after the next question is not shown. */
  Box.prototype.answer = async function () {
    const query = this.input.value.slice(0, 200), turn = (this.asked += 1);
    if (this.whole) this.remember(query.trim());
    if (!query.trim()) { this.show(); return this.say(""); }
    try {
      const { index, words } = await this.opened;
      const found = await search.ask(index, words, query);
      const groups = await found.first();
      groups.rows = await this.rows(index, found.terms);
      if (turn === this.asked) this.found(found, groups);
    } catch (lost) {
      if (turn === this.asked) this.say("检索没有读到，请看全部标题。");
    }
    return undefined;
  };

  /* The rows of the chosen committee's registers that hold every word. */
  Box.prototype.rows = async function (index, terms) {
    if (!this.committee || !this.committee.value) return [];
    const rows = await index.registers(this.committee.value);
    return rows.filter(row => terms.every(term => search.fold(row.text).includes(term)))
      .map(row => ({ url: row.url, kind: "台账", title: row.of || this.committee.selectedOptions[0].text, heading: "", sentences: [row.text], passage: { from: 0, to: 1 } }));
  };

  Box.prototype.found = function (found, groups) {
    const many = this.whole ? Infinity : FEW;
    const exact = groups.exact.slice(0, many), near = groups.near.slice(0, many);
    this.words = { 原文: found.terms, 近义: found.terms.concat(...found.concepts.map(concept => concept.variants.filter(word => word.length > 1))) };
    const rows = (groups.rows || []).slice(0, ROWS);
    this.show(...this.groups("原文", exact), ...this.groups("原文", rows), ...this.groups("近义", near));
    const more = this.whole ? this.more(found) : [this.all()];
    this.root.querySelector(".zb-search__more").replaceChildren(...(exact.length + near.length ? more : []));
    const told = this.committee && this.committee.value ? "，台账 " + (groups.rows || []).length + " 行" : "";
    if (exact.length + near.length + rows.length) this.say("原文 " + exact.length + " 条，近义 " + near.length + " 条" + (found.left() ? "，后面还有" : "") + told);
    else this.nothing();
  };

  Box.prototype.nothing = function () {
    const link = (text, page) => { const element = made("a", "", text); element.href = this.base + page; return element; };
    this.status.replaceChildren("没有找到。少写几个字再试，或看", link("支部查找", "finder/index.html"), "、", link("术语", "glossary/index.html"), "、", link("全部标题", "search/index.html"), "。");
  };

  Box.prototype.all = function () {
    const link = made("a", "", "全部结果");
    link.href = this.page();
    return link;
  };

  /* The next part of the tail. */
  Box.prototype.more = function (found) {
    if (!found.left()) return [];
    const button = made("button", "zb-search__close", "再列几条");
    button.type = "button";
    button.addEventListener("click", async () => {
      button.disabled = true;
      this.found(found, await found.more());
    });
    return [button];
  };

  /* Sections that match alike, by kind; the kind of the best one first. */
  Box.prototype.groups = function (match, sections) {
    return Array.from(new Set(sections.map(section => section.kind))).map(kind => {
      const name = made("div", "zb-search__kind", made("b", "", match), " " + kind);
      name.id = this.list.id + "-" + match + "-" + kind;
      const group = made("div", "", name, ...sections.filter(section => section.kind === kind).map(section => this.option(section, this.words[match])));
      group.setAttribute("role", "group");
      group.setAttribute("aria-labelledby", name.id);
      return group;
    });
  };

  Box.prototype.option = function (section, words) {
    const heading = section.heading && section.heading !== section.title ? " › " + section.heading : "";
    const link = made("a", "zb-search__hit", made("span", "zb-search__name", ...marked(section.title + heading, words)));
    const text = snippet(section);
    if (text) link.append(made("span", "zb-search__text", ...marked(text, words)));
    link.href = this.base + section.url;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.tabIndex = -1;
    return link;
  };

  search.box = (root, base) => (root.box = root.box || new Box(root, base));
})(window.zhibuSearch);
