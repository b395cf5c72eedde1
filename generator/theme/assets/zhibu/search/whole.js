/* More of the search: on its own page all that is found, a part at a time; in the internal edition the registers of a
   committee, there and on its own pages. */
(function (search) {
  "use strict";
  const rowsOf = (file, name) => [].concat(...file.rows.map(([page, rows]) => rows.map(([id, text]) => ({ url: page + "#" + id, text: text, of: name }))));

  /* The rows of the registers of a committee and its branches: {url, text, of}, `of` the name of the branch if it is one's. */
  async function registers(index, committee) {
    const own = await index.file("registers/committees/" + committee);
    const files = await Promise.all(own.branches.map(async ([id, name]) => rowsOf(await index.file("registers/branches/" + id), name)));
    return rowsOf(own, "").concat(...files);
  }

  /* The committee whose pages or branches are open, if this edition shows its registers. */
  function committeeHere() {
    if (!/\/(committees|branches)\/[^/]+\//.test(location.pathname)) return "";
    const [, id = ""] = Array.from(document.links, link => /\/committees\/([^/]+)\/register\//.exec(link.href)).find(Boolean) || [];
    return id;
  }

  /* The dialog on pages of a committee and its branches. */
  class AtCommittee extends search.Box {
    chosen() {
      return committeeHere();
    }

    async rows(index, terms) {
      const committee = this.chosen(), rows = committee ? await registers(index, committee) : [];
      const held = rows.filter(row => terms.every(term => search.fold(row.text).includes(term)));
      const here = location.pathname.replace(/.*\/(?=branches\/)|(branches\/[^/]+\/).*/g, "$1"); // the rows of the open branch come first
      held.sort((one, other) => other.url.startsWith(here) - one.url.startsWith(here));
      const shown = held.slice(0, Math.min(search.ROWS, this.few))
        .map(row => ({ url: row.url, kind: "台账", title: row.of || "本单位", heading: "", sentences: [row.text], passage: { from: 0, to: 1 } }));
      return Object.assign(shown, { all: held.length });
    }

    told(rows) {
      return this.chosen() ? "，台账 " + rows.all + " 行" : "";
    }
  }

  class Whole extends AtCommittee {
    constructor(root, base, script) {
      const input = root.querySelector("input");
      input.value = new URLSearchParams(location.search).get("q") || input.value;
      super(root, base, script);
      this.few = Infinity;
      this.committee = root.querySelector("select"); // of the internal edition: whose registers are searched as well
      if (this.committee) this.committee.addEventListener("change", () => this.answer());
    }

    chosen() {
      return this.committee ? this.committee.value : "";
    }

    enter() {
      this.answer();
    }

    /* The address of the page says what was asked; a browser may refuse that of a file. */
    answer() {
      const query = this.input.value.trim();
      try { history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname); } catch (refused) { this.refused = true; }
      return super.answer();
    }

    /* The next part of the tail. */
    more(found, rows) {
      if (!found.left()) return [];
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "zb-search__close", textContent: "再列几条" });
      button.addEventListener("click", async () => {
        button.disabled = true;
        this.found(await found.more(), rows);
      });
      return [button];
    }
  }

  search.box = (root, base, script) => (root.box = root.box || new (root.showModal ? AtCommittee : Whole)(root, base, script));
})(window.zhibuSearch);
