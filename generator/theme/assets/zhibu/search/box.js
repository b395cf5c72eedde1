/* The box of the search in the dialog of every page: `zhibuSearch.box(root, base, script)`; the page search/ has more, page.js,
   which `script("page")` fetches.
   A combobox with a list of groups (ARIA APG): the focus stays in the box, arrows move the active entry. */
(function (search) {
  "use strict";
  const PAUSE = 150; // milliseconds without a key before a query is asked
  const SNIPPET = 90; // letters
  const ROWS = 50; // rows of registers at most

  const made = (tag, name, ...children) => {
    const element = document.createElement(tag);
    element.className = name;
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
  function snippet({ sentences, passage }) {
    let text = "";
    for (let at = passage.from; at < sentences.length && (at < passage.to || text.length < SNIPPET / 2); at += 1) {
      text += (text && !/[。；！？]$/.test(text) ? " · " : "") + sentences[at].trim();
    }
    return text.length > SNIPPET ? text.slice(0, SNIPPET) + "…" : text;
  }

  class Box {
    constructor(root, base, script) {
      const part = name => root.querySelector(name);
      Object.assign(this, { root: root, base: base, script: script, input: part("input"), list: part("[role=listbox]"), status: part("[role=status]"), turn: 0, active: -1 });
      this.few = 6; // entries of a group
      this.input.addEventListener("input", event => { if (!event.isComposing) this.soon(); });
      this.input.addEventListener("compositionend", () => this.soon());
      this.input.addEventListener("keydown", event => this.key(event));
      this.list.addEventListener("click", () => { if (root.close) root.close(); }); // the hit may stand on this very page
      this.opened = search.open({ base: base }).then(async index => [index, await index.file("words")]);
      this.answer();
    }

    soon() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.answer(), PAUSE);
    }

    options() {
      return Array.from(this.list.querySelectorAll("[role=option]"));
    }

    /* Arrows move, Enter opens the active entry, else what `enter` says; Esc empties the box before it closes the dialog. */
    key(event) {
      if (event.isComposing || event.keyCode === 229) return;
      const { active, input } = this, options = this.options(), many = options.length;
      const keys = {
        ArrowDown: () => this.activate(options, (active + 1) % many),
        ArrowUp: () => this.activate(options, (active > 0 ? active : many) - 1),
        Enter: () => (options[active] ? options[active].click() : this.enter()),
        Escape: () => { input.value = ""; this.answer(); }
      };
      if (!keys[event.key] || (event.key === "Escape" && !input.value)) return;
      event.preventDefault();
      keys[event.key]();
    }

    activate(options, at) {
      if (!options.length) return;
      options.forEach((option, other) => option.setAttribute("aria-selected", other === at));
      this.active = at;
      this.input.setAttribute("aria-activedescendant", options[at].id);
      options[at].scrollIntoView({ block: "nearest" });
    }

    /* The page with all that is found. */
    page() {
      return this.base + "search/index.html?q=" + encodeURIComponent(this.input.value.trim());
    }

    enter() {
      if (this.input.value.trim()) location.href = this.page();
    }

    show(...children) {
      this.active = -1;
      this.input.removeAttribute("aria-activedescendant");
      this.list.replaceChildren(...children);
      this.options().forEach((option, at) => { option.id = this.list.id + "-" + at; });
      this.list.hidden = !this.options().length;
      this.input.setAttribute("aria-expanded", !this.list.hidden);
    }

    /* Ask what stands in the box; an answer that comes after the next question is not shown. */
    async answer() {
      const query = this.input.value.slice(0, 200), turn = (this.turn += 1);
      try {
        const [index, words] = await this.opened;
        const found = query.trim() && await (await search.ask(index, words, query)).first();
        const rows = found ? await this.rows(index, found.terms) : [];
        if (found) found.unit = await this.unit(index, words, found);
        if (turn !== this.turn) return;
        this.empty();
        if (found) this.found(found, rows);
      } catch (lost) {
        if (turn === this.turn) this.empty("检索没有读到，请看", this.link("全部标题", "search/index.html"), "。");
      }
    }

    /* Nothing but what is said instead. */
    empty(...told) {
      this.show();
      this.root.querySelector(".zb-search__more").replaceChildren();
      this.status.replaceChildren(...told);
    }

    /* What is found in the pages of a branch or committee that the query names. */
    async unit(index, words, found) {
      if (!found.units.length) return [];
      if (!search.unit) await this.script("page");
      return search.unit(index, words, found, Math.min(ROWS, this.few));
    }

    /* What is found in registers; none here. */
    rows() {
      return [];
    }

    found(found, rows) {
      const { unit } = found, other = hit => !unit.some(({ url }) => url === hit.url);
      const exact = found.exact.filter(other).slice(0, this.few), near = found.near.filter(other).slice(0, this.few);
      const words = found.terms.concat(...found.concepts.map(concept => concept.variants.filter(word => word.length > 1)));
      this.show(...this.groups("单位", unit, words), ...this.groups("原文", exact, found.terms), ...this.groups("原文", rows, found.terms), ...this.groups("近义", near, words));
      this.root.querySelector(".zb-search__more").replaceChildren(...(exact.length + near.length ? this.more(found, rows) : []));
      if (exact.length + near.length + rows.length + unit.length) {
        this.status.textContent = (unit.told || "") + "原文 " + exact.length + " 条，近义 " + near.length + " 条" + (found.left() ? "，后面还有" : "") + (unit.told ? "" : this.told(rows));
      } else {
        this.status.replaceChildren("没有找到。少写几个字再试，或看", this.link("支部查找", "finder/index.html"), "、", this.link("术语", "glossary/index.html"), "、", this.link("全部标题", "search/index.html"), "。");
      }
    }

    told() {
      return "";
    }

    link(text, page) {
      const link = made("a", "", text);
      link.href = this.base + page;
      return link;
    }

    /* The way to the rest of what is found. */
    more() {
      const link = made("a", "", "全部结果");
      link.href = this.page();
      return [link];
    }

    /* Sections that match alike, by kind; the kind of the best one first. */
    groups(match, sections, words) {
      return Array.from(new Set(sections.map(section => section.kind))).map(kind => {
        const name = made("div", "zb-search__kind", made("b", "", match), " " + kind);
        name.id = this.list.id + "-" + match + "-" + kind;
        const group = made("div", "", name, ...sections.filter(section => section.kind === kind).map(section => this.option(section, words)));
        group.setAttribute("role", "group");
        group.setAttribute("aria-labelledby", name.id);
        return group;
      });
    }

    option(section, words) {
      const heading = section.heading && section.heading !== section.title ? " › " + section.heading : "";
      const link = this.link(made("span", "zb-search__name", ...marked(section.title + heading, words)), section.url);
      const text = snippet(section);
      if (text) link.append(made("span", "zb-search__text", ...marked(text, words)));
      link.className = "zb-search__hit";
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      link.tabIndex = -1;
      return link;
    }
  }

  Object.assign(search, { Box: Box, ROWS: ROWS });
  search.box = (root, base, script) => (root.box = root.box || new Box(root, base, script));
})(window.zhibuSearch);
