/* What a query asks for: `zhibuSearch.readQuery(text, words, index)`.
   `words` is docs/search.yml as search/words.js hands it over.  A query is cut into concepts, each with the words that
   mean the same; question words do not count as content, but say which sections are asked for so, or which kind of page is wanted. */
(function (search) {
  "use strict";
  const LONGEST = 8; // letters of a word of the list at most
  const WEAK = 0.4; // weight of two neighbours that are hardly a word
  const PARTICLE = /[的了吗呢吧啊和与把被就也都还又那这是我你他们很什么怎]/;
  const QUESTION = /[什怎哪几多谁吗何]/;

  const ONES = ["", ..."一二三四五六七八九"];

  /* Numbers up to 99 in either way of writing: 十一 and 11. */
  const NUMBERS = {};
  for (let number = 1; number < 100; number += 1) {
    const tens = Math.floor(number / 10), written = (tens > 1 ? ONES[tens] : "") + (tens ? "十" : "") + ONES[number % 10];
    Object.assign(NUMBERS, { [number]: written, [written]: number });
  }

  /* A number as it may be written as well, 11 for 十一, 第3 for 第三; undefined where a word is none. */
  function otherwise(word) {
    const number = word.replace(/^第/, ""), other = NUMBERS[number];
    return other && word.length > 1 ? word.replace(number, other) : undefined;
  }

  search.numbers = NUMBERS;

  const list = text => (text ? text.split(" ") : []);

  /* Every listed word to what is known about it: {same, ask, kinds, empty}. */
  function lexicon(words) {
    const known = new Map();
    const about = word => {
      if (!known.has(word)) known.set(word, { same: [], asks: [], kinds: [], empty: false });
      return known.get(word);
    };
    words.same.map(list).forEach((group, number) => group.forEach(word => about(word).same.push({ words: group, number: number })));
    words.asks.map(list).forEach(ask => ask.forEach(word => about(word).asks.push(ask)));
    Object.keys(words.kinds).forEach(kind => list(words.kinds[kind]).forEach(word => about(word).kinds.push(kind)));
    list(words.empty).forEach(word => { about(word).empty = true; });
    return known;
  }

  /* The cheapest way to cut a run of letters: `price(from, to)` is what a piece costs, or undefined where it is none. */
  function cut(run, price) {
    const best = [{ cost: 0 }];
    for (let to = 1; to <= run.length; to += 1) {
      best[to] = { cost: best[to - 1].cost + 1.5, from: to - 1, listed: false };
      for (let from = Math.max(0, to - LONGEST); from < to; from += 1) {
        const cost = price(from, to);
        if (cost !== undefined && best[from].cost + cost < best[to].cost) {
          best[to] = { cost: best[from].cost + cost, from: from, listed: true };
        }
      }
    }
    const pieces = [];
    for (let to = run.length; to > 0; to = best[to].from) {
      pieces.unshift({ word: run.slice(best[to].from, to), from: best[to].from, to: to, listed: best[to].listed });
    }
    return pieces;
  }

  class Reading {
    constructor(known, index) {
      this.known = known;
      this.index = index;
      this.concepts = [];
      this.asks = [];
      this.kinds = new Set();
    }

    concept(word, variants, weight, groups = []) {
      const old = groups.length && this.concepts.find(concept => concept.groups[0] === groups[0]);
      if (old) return old.words.push(word);
      const letters = variants.filter(variant => variant.length === 1);
      const long = variants.length > letters.length ? variants.filter(variant => variant.length > 1) : variants;
      return this.concepts.push({ words: [word], variants: long, letters: letters, weight: weight, groups: groups });
    }

    /* A listed word: the words of its groups, and what it says of the answer. */
    listed(word) {
      const about = this.known.get(word);
      if (!about) return this.concept(word, [word, otherwise(word)], 1);
      this.asks.push(...about.asks);
      if (about.kinds.length) this.kinds = new Set(about.kinds); // the last word says what is wanted: 参观填什么表 wants a form
      if (about.same.length) {
        this.concept(word, Array.from(new Set([word].concat(...about.same.map(group => group.words)))), 1, about.same.map(group => group.number));
      } else if (about.asks.length || about.kinds.length) {
        if (word.length > 1 && !QUESTION.test(word) && !about.empty) this.concept(word, [word], about.kinds.length ? 0.4 : 0.5);
      } else if (!about.empty) this.concept(word, [word], 1);
      return undefined;
    }

    /* A run without listed words: neighbours that often stand together are words. */
    async loose(run) {
      if (run.length < 2) return this.known.has(run) && this.listed(run);
      const pairs = Array.from(run.slice(1), (_, at) => run.slice(at, at + 2));
      const sizes = await Promise.all(pairs.map(pair => (PARTICLE.test(pair) ? 0 : this.index.posting(pair).then(found => found.size))));
      const pieces = cut(run, (from, to) => {
        const about = to - from === 1 && this.known.get(run.charAt(from));
        if (about) return about.empty ? 0.8 : 1.3;
        if (to - from !== 2 || !sizes[from]) return undefined;
        const odd = (run.length > 2 && sizes[from] < 4) || Array.from(pairs[from]).some(letter => (this.known.get(letter) || {}).empty);
        return 1 + 1.6 / Math.log2(2 + sizes[from]) + (odd ? 0.5 : 0);
      });
      pieces.forEach(piece => {
        if (piece.word.length > 1) this.concept(piece.word, [piece.word], run.length > 2 && sizes[piece.from] < 4 ? 0.6 : 1);
        else if (piece.listed) this.listed(piece.word);
      });
      const words = new Set(pieces.map(piece => piece.word));
      pairs.forEach((pair, at) => { if (sizes[at] && !words.has(pair)) this.concept(pair, [pair], WEAK); });
      return undefined;
    }

    /* A run of Chinese characters: listed words first, then what lies between them. */
    async run(run) {
      const pieces = cut(run, (from, to) => (to - from > 1 && (this.known.has(run.slice(from, to)) || otherwise(run.slice(from, to))) ? 0.8 : undefined));
      let rest = "";
      for (const piece of pieces.concat({ listed: true, word: "" })) {
        if (!piece.listed) { rest += piece.word; continue; }
        if (rest) await this.loose(rest);
        rest = "";
        if (piece.word) this.listed(piece.word);
      }
    }
  }

  /* {terms, concepts: [{words, variants, letters, weight}], asks: [[words]], kinds}: `terms` are what an exact hit holds. */
  search.readQuery = async function (text, words, index) {
    words.known = words.known || lexicon(words);
    const reading = new Reading(words.known, index);
    const spaced = text.replace(/[^\p{L}\p{N}.\s]+/gu, " ").trim();
    const terms = spaced.split(/\s+/).map(search.fold).filter(term => search.grams(term).length);
    for (const run of terms.join(" ").match(/\p{Script=Han}+|[^\p{Script=Han} ]+/gu) || []) {
      if (/\p{Script=Han}/u.test(run)) await reading.run(run);
      else reading.concept(run, [run].concat(otherwise(run) || []), /[a-z].*\d/.test(run) ? 2 : 1);
    }
    return { terms: terms, concepts: reading.concepts, asks: reading.asks, kinds: reading.kinds };
  };
})(typeof self === "undefined" ? globalThis.zhibuSearch : self.zhibuSearch);
