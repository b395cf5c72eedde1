/* Answers a query: `zhibuSearch.ask(index, words, text)` resolves to what is found, in two groups: `exact` hold every word as
   it was typed; `near` hold words that mean the same, or most of the words.
   Two steps: postings alone say which sections are worth reading; the texts of the best are then read and put in order. */
(function (search) {
  "use strict";
  const READ = 6; // texts that are read before the best is known
  const LEAST = 0.2; // of the best, by postings: what is worse is not listed
  const PASSAGE = 48; // letters in which words that belong together stand
  const KINDS = { 口径: 0.8, 条文: 0.3, 术语: 0.85, 任务: 0.75, 空表: 0.6, 样本: 0.6, 观摩: 0.75, 党委: 1.1, 方法: 0.8, 工程: 0.4 };
  const FIELD = [1.1, 1.2, 0.9, 1.6]; // title, heading, text, other names
  const W = { synonym: 0.7, wanted: 4, above: 0.45, title: 1.4, heading: 1.8, alias: 1.7, passage: 0.5, text: 0.33, most: 2.4, share: 1.8,
    heads: 1.1, last: 0.4, long: 0.2, cover: 0.87, question: 1.25, wording: 1 };

  const sum = numbers => numbers.reduce((one, other) => one + other, 0);
  const bare = text => search.fold(text).replace(/^\d[\d.]*|^a\d+|^[一二三四五六七八九十]、|^三\([一二三四]\)\d|[\s\p{P}]/gu, "");

  /* How much of a name the query says: the share of its neighbouring letters. */
  function overlap(asked, name) {
    const pairs = Array.from(name.slice(1), (_, at) => name.slice(at, at + 2));
    const said = pairs.filter(pair => asked.includes(pair)).length;
    return said > 1 || pairs.length === 1 ? said / pairs.length : 0;
  }

  /* The pairs by which a word is looked up: of a long one every second, between its parts rather than in them. */
  function looked(word) {
    const grams = search.grams(word);
    return grams.length < 3 ? grams : grams.filter((_, at) => at % 2 === 1 || (at === 2 && grams.length === 3));
  }

  /* Sections that hold a word, by postings. */
  async function holders(index, word) {
    const asked = looked(word);
    const postings = (await Promise.all(asked.map(gram => index.posting(gram)))).sort((one, other) => one.size - other.size);
    const found = new Map();
    if (postings.length) postings[0].forEach((_, id) => {
      const fields = postings.map(posting => posting.get(id));
      if (!fields.includes(undefined)) found.set(id, Math.max(...fields));
    });
    return found;
  }

  /* Every concept with what it is worth: how seldom it is, and in which sections it stands how plainly. */
  async function weigh(index, concept) {
    const found = new Map();
    for (const word of concept.variants) {
      const own = concept.words.includes(word) || concept.words[0].length === 1 ? 1 : W.synonym;
      (await holders(index, word)).forEach((field, id) => found.set(id, Math.max(found.get(id) || 0, own * FIELD[field])));
    }
    const many = found.size || 0.5;
    concept.worth = Math.log(1 + (index.directory.size - many + 0.5) / (many + 0.5)) * concept.weight * (found.size ? 1 : 0.5);
    concept.found = found;
  }

  function Answer(index, words, reading) {
    this.index = index;
    this.words = words;
    this.reading = reading;
    this.asked = reading.terms.join("");
    this.worth = sum(reading.concepts.map(concept => concept.worth)) || 1;
  }

  Answer.prototype.ofKind = function (kind) {
    return (KINDS[kind] || 1) * (this.reading.kinds.has(kind) ? W.wanted : 1);
  };

  /* What postings say of a section. */
  Answer.prototype.glance = function (id) {
    const head = this.index.headOf(id);
    let score = 0, met = 0;
    this.reading.concepts.forEach(concept => {
      const here = concept.found.get(id), above = head !== id && concept.found.get(head) > 1 ? W.above : 0;
      if (here || above) score += concept.worth * ((here || 0) + above);
      if (here || above) met += concept.worth * (here ? 1 : 0.6);
    });
    return score * met / this.worth * this.ofKind(this.index.kindOf(id));
  };

  /* Which concepts a folded text holds, and how plainly; words of one letter count in names only. */
  Answer.prototype.held = function (text, name) {
    return this.reading.concepts.map(concept => {
      if (concept.words.some(word => (word.length > 1 || name) && text.includes(word))) return 1;
      if (concept.variants.some(word => text.includes(word))) return concept.words[0].length === 1 ? 1 : W.synonym;
      return name && concept.letters.some(letter => text.includes(letter)) ? W.synonym : 0;
    });
  };

  Answer.prototype.value = function (held) {
    return sum(held.map((plain, at) => plain * this.reading.concepts[at].worth));
  };

  /* The best passage of a text: {from, to, held, value}, as numbers of its sentences. */
  Answer.prototype.passage = function (sentences, name) {
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
  };

  /* What the text of a section says: its score, and its best passage as sentences. */
  Answer.prototype.read = function (section) {
    const sentences = section.text.match(/[^\n。；！？]+[。；！？]?/g) || [];
    const title = bare(section.title), heading = section.url.includes("#") ? bare(section.heading) : "";
    const passage = this.passage(sentences);
    const aliases = (section.aliases || "").split("\n"), alias = this.passage(aliases, true);
    const parts = [this.held(search.fold(section.text)), this.held(title, true), this.held(heading, true)];
    let score = 0, met = 0;
    this.reading.concepts.forEach((concept, at) => {
      const size = text => 0.2 + W.share * Math.min(1, concept.words[0].length / (text.length || 1));
      const here = parts[1][at] * W.title * size(title) + parts[2][at] * W.heading * size(heading) + alias.held[at] * W.alias +
        (passage.held[at] ? passage.held[at] * W.passage : parts[0][at] * W.text);
      score += concept.worth * Math.min(here, W.most);
      if (here) met += concept.worth;
    });
    score *= Math.pow(met / this.worth, W.cover) * this.ofKind(section.kind) * this.shape(section, title, heading);
    return Object.assign(section, { score: score * this.question(alias.value ? search.fold(aliases[alias.from]) : ""), sentences: sentences, passage: passage });
  };

  /* How much the names and the length of a section speak for it. */
  Answer.prototype.shape = function (section, title, heading) {
    const names = 1 + W.heads * overlap(this.asked, heading || title);
    const place = this.words.last.includes(section.heading) ? W.last : 1;
    return names * place * this.unit(section, title) / (1 + W.long * Math.log2(1 + section.text.length / 200));
  };

  /* Branches and committees go by their names alone, letters in any order, or by their initials. */
  Answer.prototype.unit = function (section, title) {
    if (section.text || (section.kind !== "支部" && section.kind !== "党委")) return 1;
    const letters = Array.from(this.asked);
    const share = letters.filter(letter => title.includes(letter)).length / letters.length;
    const initials = section.aliases && section.aliases.startsWith(this.asked) ? 20 + 20 * this.asked.length / section.aliases.length : 0;
    return 0.05 + 2 * Math.pow(share, 4) + initials;
  };

  /* Whether people ask for the section by such words. */
  Answer.prototype.question = function (alias) {
    const said = Array.from(alias).filter(letter => this.asked.includes(letter)).length / Math.max(alias.length, this.asked.length);
    return (this.reading.asks.some(ask => ask.some(word => alias.includes(word))) ? W.question : 1) * (1 + W.wording * said * said);
  };

  /* Whether a section holds every word as it was typed. */
  Answer.prototype.isExact = function (section) {
    const fields = [section.title, section.heading, section.text, section.aliases || ""].map(search.fold);
    return this.reading.terms.every(term => fields.some(field => field.includes(term)));
  };

  /* What is found: {terms, concepts, exact, near}, read a part at a time; `exact` and `near` are the sections so far. */
  function Found(answer, exact, near) {
    this.terms = answer.reading.terms;
    this.concepts = answer.reading.concepts;
    this.answer = answer;
    this.unread = { exact: exact, near: near };
    this.exact = [];
    this.near = [];
  }

  Found.prototype.read = async function (exact, near) {
    const ids = this.unread.exact.splice(0, exact).concat(this.unread.near.splice(0, near));
    const sections = (await this.answer.index.sections(ids)).map(section => this.answer.read(section));
    sections.sort((one, other) => other.score - one.score || one.id - other.id);
    sections.forEach(section => (this.answer.isExact(section) ? this.exact : this.near).push(section));
    return this;
  };

  Found.prototype.first = function () {
    return this.read(READ, this.unread.exact.length > READ ? 0 : READ - this.unread.exact.length);
  };

  Found.prototype.more = function () {
    return this.read(READ, this.unread.exact.length > READ ? 0 : READ);
  };

  Found.prototype.left = function () {
    return this.unread.exact.length + this.unread.near.length;
  };

  /* The sections that may hold every term: all that do are among them.  Of long terms not every pair is looked up:
     those that were looked up before come first, and a few sections are sooner read than narrowed down further. */
  async function exactly(index, terms, known) {
    const grams = Array.from(new Set([].concat(...terms.map(search.grams))));
    grams.sort((one, other) => known.has(other) - known.has(one));
    let found = null;
    for (const gram of grams) {
      if (found && found.length <= READ && !known.has(gram)) break;
      const posting = await index.posting(gram);
      found = found ? found.filter(id => posting.has(id)) : Array.from(posting.keys());
    }
    return found || [];
  }

  search.ask = async function (index, words, text) {
    const reading = await search.readQuery(text, words, index);
    await Promise.all(reading.concepts.map(concept => weigh(index, concept)));
    const answer = new Answer(index, words, reading);
    const known = new Set([].concat(...reading.concepts.map(concept => [].concat(...concept.words.map(looked)))));
    const exact = new Set(await exactly(index, reading.terms, known));
    const ids = Array.from(new Set([].concat(...reading.concepts.map(concept => Array.from(concept.found.keys())), Array.from(exact))));
    const glances = new Map(ids.map(id => [id, answer.glance(id)]));
    ids.sort((one, other) => glances.get(other) - glances.get(one) || one - other);
    const least = ids.length ? glances.get(ids[0]) * LEAST : 0;
    return new Found(answer, ids.filter(id => exact.has(id)), ids.filter(id => !exact.has(id) && glances.get(id) >= least));
  };
})(typeof self === "undefined" ? globalThis.zhibuSearch : self.zhibuSearch);
