/* The search index, read on need: `zhibuSearch.open({base, load})`.
   Its files are scripts that hand over a value by `zhibuSearch.put(name, value)` (generator/formats/search); `load(name)`
   fetches one, in a browser by a script element, over http and from a folder alike.
   Folding and postings are those of Python: folding.py, postings.py. */
(function (root) {
  "use strict";
  const DIGITS = "#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
  const LOW = 64;
  const HIGH = DIGITS.length - LOW;
  const FIELDS = [2, 1, 3]; // of the lists of an entry: text, heading (0 where it is a page's title), other names
  const ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff";
  const given = {};
  const folded = new Map();

  function foldCharacter(character) {
    if (!folded.has(character)) {
      const plain = ZERO_WIDTH.includes(character) ? "" : character.normalize("NFKC").toLowerCase();
      folded.set(character, character === "\n" ? "\n" : plain.replace(/\s/g, " "));
    }
    return folded.get(character);
  }

  /* The text as it is compared; its lines stay apart. */
  function fold(text) {
    const plain = Array.from(text, foldCharacter).join(""), latin = at => /[a-z0-9]/.test(plain.charAt(at));
    return plain.replace(/ +/g, (blanks, at) => (latin(at - 1) && latin(at + blanks.length) ? " " : ""));
  }

  /* The letters of a folded term, and every pair of neighbours: those of which the index knows the places. */
  function grams(term) {
    const letters = Array.from(term), known = gram => /^[\p{L}\p{N}]+$/u.test(gram);
    const pairs = letters.slice(1).map((letter, at) => letters[at] + letter).filter(known);
    return pairs.length ? pairs : letters.filter(known);
  }

  const shardOf = (term, shards) => Array.from(term).reduce((code, letter) => code * 31 + letter.codePointAt(0), 0) % shards;

  function decoded(text) {
    const ids = [], rests = [];
    let before = -1;
    for (const character of text) {
      let digit = DIGITS.indexOf(character);
      if (digit >= LOW) { rests.push(digit - LOW); continue; }
      while (rests.length) digit = digit * HIGH + rests.pop() + LOW;
      before += digit + 1;
      ids.push(before);
    }
    return ids;
  }

  /* Where a text as it is shown holds a term: [start, end] of each place. */
  function locate(text, term) {
    const places = [], found = [], wanted = fold(term).replace(/ /g, "");
    let plain = "", at = 0;
    for (const character of text) {
      const units = foldCharacter(character).replace(/ /g, ""); // a blank counts only between Latin letters: compared without
      for (let unit = 0; unit < units.length; unit += 1) places.push([at, at + character.length]);
      plain += units;
      at += character.length;
    }
    for (let from = plain.indexOf(wanted); wanted && from >= 0; from = plain.indexOf(wanted, from + 1)) {
      found.push([places[from][0], places[from + wanted.length - 1][1]]);
    }
    return found;
  }

  const scripts = base => name => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = base + "search/" + name + ".js";
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });

  /* The place of the last number up to `id`. */
  function placeOf(ascending, id) {
    let low = 0, high = ascending.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (ascending[middle] <= id) low = middle; else high = middle;
    }
    return low;
  }

  class Index {
    constructor(load) {
      this.load = load;
      this.waiting = {};
    }

    /* The value of a file, which is fetched once. */
    file(name) {
      const waiting = this.waiting;
      if (!waiting[name]) {
        waiting[name] = this.load(name).then(() => given[name]);
        waiting[name].catch(() => { delete waiting[name]; });
      }
      return waiting[name];
    }

    async opened() {
      this.directory = await this.file("directory");
      this.firsts = decoded(this.directory.sections);
      this.pages = decoded(this.directory.pages).map(at => this.firsts[at]);
      this.heads = new Set(this.pages);
      return this;
    }

    kindOf(id) {
      const kinds = this.directory.kinds;
      return Object.keys(kinds)[placeOf(Object.values(kinds), id)];
    }

    /* Whether it is the page of a branch or committee, which goes by its name alone. */
    isUnit(id) {
      const at = placeOf(this.pages, id);
      return this.pages[at + 1] === id + 1 && /支部|党委/.test(this.kindOf(id));
    }

    /* The first piece of the section that a piece belongs to. */
    sectionOf(id) {
      return this.firsts[placeOf(this.firsts, id)];
    }

    /* How many pieces a section has. */
    piecesOf(id) {
      return (this.firsts[placeOf(this.firsts, id) + 1] || this.directory.size) - id;
    }

    /* The section that is the head of the page of another one. */
    headOf(id) {
      return this.pages[placeOf(this.pages, id)];
    }

    /* Map of the pieces that hold a letter or a pair of letters to the best field of it. */
    async posting(gram) {
      const folder = Array.from(gram).length > 1 ? "pairs" : "letters", found = new Map();
      const shard = " " + await this.file(folder + "/" + shardOf(gram, this.directory[folder])) + " ";
      const [, entry = " "] = shard.split(" " + gram);
      entry.split(" ")[0].split("!").forEach((list, at) => decoded(list).forEach(id => {
        found.set(id, at === 1 && this.heads.has(id) ? 0 : FIELDS[at]);
      }));
      return found;
    }

    /* Map of the pieces that hold a word of a group of words that mean the same (synonyms.py). */
    group(number) {
      return this.posting(String.fromCharCode(0xe000 + number).repeat(2));
    }

    /* Map of the pieces that hold all of these to the plainest field that all are in. */
    async holding(grams) {
      const [first, ...others] = (await Promise.all(grams.map(this.posting, this))).sort((one, other) => one.size - other.size);
      const found = new Map();
      (first || found).forEach((field, id) => {
        if (others.every(posting => posting.has(id))) found.set(id, Math.max(field, ...others.map(posting => posting.get(id))));
      });
      return found;
    }

    /* A piece of a section: {id, url, kind, title, heading, text, aliases}. */
    async piece(id) {
      const block = this.directory.block, number = Math.floor(id / block);
      const [url, title, anchor, heading, text, aliases = ""] = (await this.file("texts/" + number))[id % block];
      return { id: id, url: url + (anchor && "#" + anchor), kind: this.kindOf(id), title: title, heading: heading, text: text, aliases: aliases };
    }
  }

  root.zhibuSearch = {
    put: (name, value) => { given[name] = value; },
    open: ({ load, base }) => new Index(load || scripts(base)).opened(),
    fold: fold, grams: grams, locate: locate
  };
})(typeof self === "undefined" ? globalThis : self);
