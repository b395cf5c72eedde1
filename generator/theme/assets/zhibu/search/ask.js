/* Answers a query: `zhibuSearch.ask(index, words, text)` resolves to what is found, in two groups: `exact` hold every word as
   it was typed; `near` hold words that mean the same, or most of the words.
   Two steps: postings alone say which sections are worth reading; the texts of the best are then read and put in order. */
(function (search) {
  "use strict";
  const READ = 6; // texts that are read before the best is known
  const FEW = 3; // texts that are read at least
  const CLOSE = 0.65; // of the best, by postings: what is read at first
  const LEAST = 0.2; // of the best, by postings: what is worse is not listed
  const PASSAGE = 48; // letters in which words that belong together stand
  const KINDS = { 口径: 0.8, 条文: 0.3, 术语: 0.85, 任务: 0.75, 空表: 0.6, 样本: 0.6, 观摩: 0.75, 党委: 1.1, 方法: 0.8, 工程: 0.4 };
  const FIELD = [1.1, 1.2, 0.9, 1.6]; // title, heading, text, other names
  const W = { synonym: 0.7, wanted: 4, above: 0.45, title: 1, heading: 1.2, alias: 1.7, passage: 0.5, text: 0.33, most: 2.4, last: 0.4,
    question: 1.25, wording: 1, called: 3 };

  const sum = numbers => numbers.reduce((one, other) => one + other, 0);
  const bare = text => search.fold(text).replace(/^\d[\d.]*|^a\d+|^[一二三四五六七八九十]、|^三\([一二三四]\)\d|[\s\p{P}]/gu, "");

  /* The pairs by which a word is looked up: of a long one every second, between its parts rather than in them. */
  function looked(word) {
    const grams = search.grams(word);
    return grams.length < 3 ? grams : grams.filter((_, at) => at % 2 === 1 || (at === 2 && grams.length === 3));
  }

  /* Every concept with what it is worth: how seldom it is, and in which pieces and sections it stands how plainly. */
  async function weigh(index, concept) {
    const found = new Map(), sections = new Map();
    const plainest = (places, id, plain) => places.set(id, Math.max(places.get(id) || 0, plain));
    const own = concept.words.filter(word => word.length > 1), others = concept.groups.length ? [] : concept.variants.filter(word => !own.includes(word));
    const same = concept.words[0].length === 1 ? 1 : W.synonym, hold = word => index.holding(looked(word));
    const places = await Promise.all([...own.map(hold), ...others.map(hold), ...concept.groups.map(number => index.group(number))]);
    places.forEach((fields, at) => fields.forEach((field, id) => plainest(found, id, (at < own.length ? 1 : same) * FIELD[field])));
    found.forEach((plain, id) => plainest(sections, index.sectionOf(id), plain));
    const many = sections.size || 0.5;
    concept.worth = Math.log(1 + (index.firsts.length - many + 0.5) / (many + 0.5)) * concept.weight * (sections.size ? 1 : 0.5);
    Object.assign(concept, { found: found, sections: sections });
  }

  class Answer {
    constructor(index, words, reading, text) {
      this.index = index;
      this.words = words;
      this.reading = reading;
      this.asked = reading.terms.join("");
      this.title = bare(text);
      this.worth = sum(reading.concepts.map(concept => concept.worth)) || 1;
    }

    ofKind(kind) {
      return (KINDS[kind] || 1) * (this.reading.kinds.has(kind) ? W.wanted : 1);
    }

    /* What postings say of a section. */
    glance(id) {
      const head = this.index.headOf(id);
      let score = 0, met = 0;
      this.reading.concepts.forEach(concept => {
        const here = concept.sections.get(id), above = head !== id && concept.sections.get(head) > 1 ? W.above : 0;
        if (here || above) score += concept.worth * ((here || 0) + above);
        if (here || above) met += concept.worth * (here ? 1 : 0.6);
      });
      const called = head === id && this.reading.concepts.every(({ sections }) => sections.get(id) > 1) ? W.called : 1;
      return score * met / this.worth * this.ofKind(this.index.kindOf(id)) * called;
    }

    /* How many letters of the query stand in a section, as far as postings tell. */
    letters(id) {
      return new Set(this.reading.concepts.filter(({ sections }) => sections.has(id)).map(({ words }) => words.join("")).join("")).size;
    }

    /* Which concepts a folded text holds, and how plainly; words of one letter count in names only. */
    held(text, name) {
      return this.reading.concepts.map(concept => {
        if (concept.words.some(word => (word.length > 1 || name) && text.includes(word))) return 1;
        if (concept.variants.some(word => text.includes(word))) return concept.words[0].length === 1 ? 1 : W.synonym;
        return name && concept.letters.some(letter => text.includes(letter)) ? W.synonym : 0;
      });
    }

    value(held) {
      return sum(held.map((plain, at) => plain * this.reading.concepts[at].worth));
    }

    /* The best passage of a text: {from, to, held, value}, as numbers of its sentences. */
    passage(sentences, name) {
      const folded = sentences.map(search.fold);
      const held = folded.map(text => this.held(text, name));
      let best = { from: 0, to: 0, held: this.reading.concepts.map(() => 0), value: 0 };
      for (let from = 0; from < held.length; from += 1) {
        let here = held[from], length = folded[from].length;
        for (let to = from + 1; ; to += 1) {
          const value = this.value(here);
          if (value > best.value) best = { from: from, to: to, held: here, value: value };
          if (to === held.length || length + folded[to].length > PASSAGE || name) break;
          length += folded[to].length;
          here = here.map((plain, at) => Math.max(plain, held[to][at]));
        }
      }
      return best;
    }

    /* The piece of a section that says most of what is asked; names that only its first piece has count half. */
    best(section) {
      const value = id => sum(this.reading.concepts.map(({ found, worth }) => (found.get(id) > FIELD[2] ? 0.5 : found.get(id) || 0) * worth));
      const ids = Array.from({ length: this.index.piecesOf(section) }, (_, at) => section + at);
      return ids.reduce((best, id) => (value(id) > value(best) ? id : best), section);
    }

    /* What a piece says of its section: the score, and the best passage as sentences. */
    read(section) {
      const first = this.index.sectionOf(section.id), pieces = this.index.piecesOf(first);
      const sentences = section.text.match(/[^\n。；！？]+[。；！？]?/g) || [];
      const title = bare(section.title), heading = section.url.includes("#") ? bare(section.heading) : "";
      const passage = this.passage(sentences);
      const aliases = section.aliases.split("\n"), alias = this.passage(aliases, true);
      const elsewhere = concept => (pieces > 1 ? Math.min(1, concept.sections.get(first) || 0) : 0);
      const text = this.held(search.fold(section.text)).map((plain, at) => Math.max(plain, elsewhere(this.reading.concepts[at])));
      const parts = [text, this.held(title, true), this.held(heading, true)];
      let score = 0, met = 0;
      this.reading.concepts.forEach((concept, at) => {
        const here = parts[1][at] * W.title + parts[2][at] * W.heading + alias.held[at] * W.alias +
          (passage.held[at] ? passage.held[at] * W.passage : parts[0][at] * W.text);
        score += concept.worth * Math.min(here, W.most);
        if (here) met += concept.worth;
      });
      score *= met / this.worth * this.ofKind(section.kind) * this.shape(section, title);
      return Object.assign(section, { score: score * this.question(alias.value ? search.fold(aliases[alias.from]) : ""), sentences: sentences, passage: passage });
    }

    /* How much the place of a section speaks for it. */
    shape(section, title) {
      if (title === this.title && !section.url.includes("#")) return W.called * W.called;
      return (this.words.last.includes(section.heading) ? W.last : 1) * this.unit(section, title);
    }

    /* Branches and committees go by their names alone, letters in any order, or by their initials. */
    unit(section, title) {
      if (section.text || (section.kind !== "支部" && section.kind !== "党委")) return 1;
      const letters = Array.from(this.asked);
      const share = letters.filter(letter => title.includes(letter)).length / letters.length;
      const initials = section.aliases && section.aliases.startsWith(this.asked) ? 20 + 20 * this.asked.length / section.aliases.length : 0;
      return 0.05 + 2 * Math.pow(share, 4) + initials;
    }

    /* Whether people ask for the section by such words. */
    question(alias) {
      const said = Array.from(alias).filter(letter => this.asked.includes(letter)).length / Math.max(alias.length, this.asked.length);
      return (this.reading.asks.some(ask => ask.some(word => alias.includes(word))) ? W.question : 1) * (1 + W.wording * said * said);
    }

    /* Whether a section of which one piece is read holds every word as it was typed: its other pieces are read where they may. */
    async isExact(piece) {
      const holds = (one, term) => [one.heading, one.text, one.aliases].some(text => search.fold(text).includes(term));
      const first = this.index.sectionOf(piece.id), last = first + this.index.piecesOf(first);
      for (const { term, pieces } of this.terms) {
        const others = pieces.filter(id => id >= first && id < last && id !== piece.id);
        let found = holds(piece, term) || (others.length && search.grams(term)[0] === term);
        for (const id of found ? [] : others) found = found || holds(await this.index.piece(id), term);
        if (!found) return false;
      }
      return true;
    }
  }

  /* What is found: {terms, concepts, exact, near, units}, read a part at a time; `exact` and `near` are the sections so far,
     `units` the pages of branches and committees that the query may name, the best first. */
  class Found {
    constructor(answer, glances, ids) {
      this.glances = glances;
      this.terms = answer.reading.terms;
      this.concepts = answer.reading.concepts;
      this.answer = answer;
      this.unread = ids;
      this.exact = [];
      this.near = [];
    }

    async read(many) {
      const { answer } = this, ids = this.unread.splice(0, many);
      const sections = (await Promise.all(ids.map(id => answer.index.piece(answer.best(id))))).map(piece => answer.read(piece));
      sections.sort((one, other) => other.score - one.score || one.id - other.id);
      const right = await Promise.all(sections.map(section => answer.exact.has(answer.index.sectionOf(section.id)) && answer.isExact(section)));
      sections.forEach((section, at) => (right[at] ? this.exact : this.near).push(section));
      return this;
    }

    /* The first view: of the best by postings, those that come near the very best. */
    first() {
      const { glances, unread } = this, close = unread.filter(id => glances.get(id) >= CLOSE * glances.get(unread[0])).length;
      return this.read(Math.max(FEW, Math.min(READ, close)));
    }

    more() {
      return this.read(READ);
    }

    left() {
      return this.unread.length;
    }
  }

  /* The pieces that may hold a term: all that do are among them.  Of a long one not every pair is looked up: those that
     were looked up before come first, and a few pieces are sooner read than narrowed down further. */
  async function holders(index, term, known) {
    const grams = Array.from(new Set(search.grams(term))).sort((one, other) => known.has(other) - known.has(one));
    let found = null;
    for (const gram of grams) {
      if (found && found.length <= READ && !known.has(gram)) break;
      const posting = await index.posting(gram);
      found = found ? found.filter(id => posting.has(id)) : Array.from(posting.keys());
    }
    return { term: term, pieces: found || [] };
  }

  search.ask = async function (index, words, text) {
    const reading = await search.readQuery(text, words, index), concepts = reading.concepts;
    await Promise.all(concepts.map(concept => weigh(index, concept)));
    const answer = new Answer(index, words, reading, text);
    const known = new Set([].concat(...concepts.map(concept => [].concat(...concept.words.map(looked)))));
    answer.terms = await Promise.all(reading.terms.map(term => holders(index, term, known)));
    const [some = [], ...others] = answer.terms.map(({ pieces }) => pieces.map(id => index.sectionOf(id)));
    answer.exact = new Set(some.filter(id => others.every(ids => ids.includes(id))));
    const ids = Array.from(new Set([].concat(...concepts.map(concept => Array.from(concept.sections.keys())), Array.from(answer.exact))));
    const glances = new Map(ids.map(id => [id, answer.glance(id)]));
    ids.sort((one, other) => glances.get(other) - glances.get(one) || one - other);
    const least = ids.length ? glances.get(ids[0]) * LEAST : 0;
    const found = new Found(answer, glances, ids.filter(id => answer.exact.has(id) || glances.get(id) >= least));
    found.units = index.directory.units ? ids.filter(id => index.isUnit(id) && answer.letters(id) > 2) : [];
    return found;
  };
})(typeof self === "undefined" ? globalThis.zhibuSearch : self.zhibuSearch);
