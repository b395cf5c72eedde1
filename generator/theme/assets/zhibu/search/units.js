/* What the pages of a branch or committee say that a query names: `zhibuSearch.unit(index, words, found, many)` resolves to
   entries of its sections and of at most so many rows of its registers (`told` says how many there are), none where the query
   may mean this unit or another. */
(function (search) {
  "use strict";
  const NAMES = 12; // names that are read
  const LEAST = 0.36; // of what is asked: a section that says less is not listed
  const MOST = 0.6; // of what is asked: so much a row says at least
  const LETTERS = 3; // of a name at least
  const HALF = 0.5; // of a unit's own letters: so many a query that names it holds at least
  const TEXT = 0.6; // weight of what the text of a section says, not its heading
  const LED = 0.7; // weight of everyday words of a section, and of the standard to which the rest of the query leads
  const MANY = 4; // sections at most
  const UNIT = /^((?:branches|committees)\/[^/]+)\/index/;
  const TIME = /今年|本年|去年|上年|(\d{4}年)?(\d{1,2}|[一二三四五六七八九十]{1,2})月份?|\d{4}年/g; // what no section says of itself

  /* The longest part of a query whose letters all stand in a name, up to the end of the kind of unit. */
  function shared(asked, name) {
    let best = "";
    Array.from(asked, (_, from) => {
      let left = name, to = from;
      for (; to < asked.length && left.includes(asked.charAt(to)); to += 1) left = left.replace(asked.charAt(to), "");
      if (to - from > best.length) best = asked.slice(from, to);
    });
    return best.replace(/(支部|党委|总支).*/, "$1").replace(/党$/, "");
  }

  /* The part of a query that may be a name, and how much of that it is: at least half if it is a whole word of it. */
  function likeness(asked, name) {
    const part = shared(asked, name), own = name.replace(/[党支部总委第]|\(.*/g, "");
    const share = Array.from(own).filter(letter => part.includes(letter)).length / own.length;
    const word = part.replace(/党?(支部|委|总支)$/, ""), whole = word.length > 3 && own.includes(word);
    return { part: part, share: whole ? Math.max(share, HALF) : share, begins: whole || part.includes(own.charAt(0)) };
  }

  /* The same of a unit: by its name, or by what people call it in short. */
  function likest(asked, unit) {
    const [, ...short] = unit.aliases.split("\n"), name = search.fold(unit.title);
    const rows = [name].concat(short).map(each => likeness(asked, each)).filter(({ part }) => part.length >= LETTERS);
    rows.sort((one, other) => other.part.length - one.part.length);
    const { part } = rows[0] || { part: "" };
    return { unit: unit, part: part, share: Math.max(0, ...rows.map(({ share }) => share)), begins: rows.some(({ begins }) => begins), gone: name.includes("(") };
  }

  /* The unit that a query names; undefined where as much of another name stands in it, unless it says all of one. */
  function meant(asked, units) {
    const rows = units.map(unit => likest(asked, unit));
    rows.sort((one, other) => other.part.length - one.part.length || one.gone - other.gone || other.share - one.share);
    const [first, next] = rows;
    if (!first || first.share < HALF || !first.begins) return undefined;
    const rival = next && next.part.length === first.part.length && next.gone === first.gone;
    return rival && (first.share < 1 || next.share === 1) ? undefined : first;
  }

  /* How near each standard comes to the rest of the query: {anchor: share of the best}. */
  function standards(found) {
    const hits = found.exact.concat(found.near), best = Math.max(...hits.map(hit => hit.score)), near = new Map();
    hits.forEach(({ url, score }) => {
      const [, aspect, number] = /^standards\/(?:\w+\/)?(\d+)-(\d+)\//.exec(url) || [];
      const anchor = `s-${aspect}-${number}`;
      if (aspect) near.set(anchor, Math.max(near.get(anchor) || 0, score / best));
    });
    return near;
  }

  /* The entries that say enough, each once, the best first. */
  function best(entries, least, same) {
    const once = new Map();
    entries.filter(({ score }) => score >= least).forEach(entry => once.has(same(entry)) || once.set(same(entry), entry));
    return Array.from(once.values()).sort((one, other) => other.score - one.score);
  }

  class Unit {
    constructor({ unit, part }, query, file, asks) {
      Object.assign(this, { unit: unit, file: file, asks: asks, asked: query.replace(part, " ").trim() });
      const [, , month] = Array.from(this.asked.matchAll(TIME)).find(([, , number]) => number) || [];
      this.month = month && "-" + String(+month || search.numbers[month]).padStart(2, "0") + "-"; // as it stands in the address of a row
    }

    /* What is asked of it, without words of time. */
    rest() {
      return this.asked.replace(TIME, " ").trim();
    }

    says(text) {
      return this.answer.value(this.answer.held(search.fold(text), true)) / this.answer.worth;
    }

    entry(url, title, sentences, score) {
      return { url: url, kind: this.unit.title, title: title, heading: "", sentences: sentences, score: score };
    }

    sections(near) {
      return [].concat(...this.file.sections.map(([page, parts]) => parts.map(([anchor, heading, text]) => {
        const asked = (this.asks[anchor] || "").split(" ").some(word => word && this.asked.includes(word)) ? 1 : 0;
        const led = asked || near.get(anchor.split("-").slice(0, 3).join("-")) || 0;
        const score = Math.max(this.says(heading), TEXT * this.says(heading + text)) + LED * led;
        return this.entry(page + (anchor && "#" + anchor), heading, text.split("\n"), score);
      })));
    }

    rows() {
      return [].concat(...this.file.rows.map(([page, all]) => all.map(([anchor, text]) => {
        const [title, ...lines] = text.split("\n");
        return this.entry(page + "#" + anchor, title, lines, this.says(text) + (this.month && anchor.includes(this.month) ? 1 : 0));
      })));
    }

    async found(index, words, many) {
      const about = await (await search.ask(index, words, this.rest())).first();
      this.answer = about.answer;
      const sections = best(this.sections(standards(about)), LEAST, ({ title }) => title).slice(0, MANY); // of years before where this one has none
      const rows = best(this.rows(), this.month ? 1 + MOST : MOST, ({ url }) => url.split("#")[1]);
      const own = this.entry(this.unit.url, this.unit.title, [], 0);
      const entries = sections.concat(own, rows.slice(0, many)).map(entry => Object.assign(entry, { passage: this.answer.passage(entry.sentences) }));
      const more = rows.length > many ? "（台账 " + rows.length + " 行）" : "";
      return Object.assign(entries, { told: "单位 " + entries.length + " 条" + more + "，" });
    }
  }

  search.unit = async function (index, words, found, many) {
    const query = found.terms.join(" "), pieces = await Promise.all(found.units.slice(0, NAMES).map(index.piece, index));
    const named = meant(query, pieces.filter(({ url }) => UNIT.test(url)));
    if (!named || query.replace(named.part, "").trim().length < 2) return [];
    const [file, asks] = await Promise.all([index.file("registers/" + UNIT.exec(named.unit.url)[1]), index.file("units")]);
    return new Unit(named, query, file, asks).found(index, words, many);
  };
})(window.zhibuSearch);
