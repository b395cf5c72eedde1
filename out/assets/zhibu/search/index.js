/* The search index, read on need: `zhibuSearch.open({base, load})`.
   Its files are scripts that hand over a value by `zhibuSearch.put(name, value)` (generator/formats/search); `load(name)`
   fetches one.  In a browser `zhibuSearch.scripts(base)` is such a `load`, over http and from a folder alike.
   Folding and postings are those of Python: folding.py, postings.py. */
(function (root) {
  "use strict";
  var DIGITS = "#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
  var LOW = 64;
  var HIGH = DIGITS.length - LOW;
  var FIELDS = [2, 1, 3]; // of the lists of an entry: body, heading (0 where it is a page's title), other names
  var ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff";
  var LETTER = /^[\p{L}\p{N}]$/u;
  var given = {};
  var folded = new Map();

  function latin(text, at) {
    return /[a-z0-9]/.test(text.charAt(at));
  }

  function foldCharacter(character) {
    if (!folded.has(character)) {
      var plain = ZERO_WIDTH.indexOf(character) >= 0 ? "" : character.normalize("NFKC").toLowerCase();
      folded.set(character, character === "\n" ? "\n" : plain.replace(/\s/g, " "));
    }
    return folded.get(character);
  }

  /* The text as it is compared; its lines stay apart. */
  function fold(text) {
    var plain = Array.from(text, foldCharacter).join("");
    return plain.replace(/ +/g, function (blanks, at) {
      return latin(plain, at - 1) && latin(plain, at + blanks.length) ? " " : "";
    });
  }

  /* The words of a query: as a text, but for its line ends, which are blanks. */
  function foldQuery(query) {
    return fold(query.replace(/\s+/g, " "));
  }

  /* The letters of a folded term, and every pair of neighbours: those of which the index knows the sections. */
  function grams(term) {
    var letters = Array.from(term);
    var pairs = [];
    letters.forEach(function (letter, at) {
      if (LETTER.test(letter) && LETTER.test(letters[at + 1] || "")) pairs.push(letter + letters[at + 1]);
    });
    return pairs.length ? pairs : letters.filter(function (letter) { return LETTER.test(letter); });
  }

  function shardOf(term, shards) {
    return Array.from(term).reduce(function (code, letter) { return code * 31 + letter.codePointAt(0); }, 0) % shards;
  }

  function decoded(text) {
    var ids = [], before = -1, rests = [];
    for (var at = 0; at < text.length; at += 1) {
      var digit = DIGITS.indexOf(text.charAt(at));
      if (digit >= LOW) { rests.push(digit - LOW); continue; }
      while (rests.length) digit = digit * HIGH + rests.pop() + LOW;
      before += digit + 1;
      ids.push(before);
    }
    return ids;
  }

  /* Where a folded text holds a folded term, from left to right. */
  function positions(text, term) {
    var found = [];
    for (var at = text.indexOf(term); term && at >= 0; at = text.indexOf(term, at + 1)) found.push(at);
    return found;
  }

  /* Where a text as it is shown holds a term: [start, end] of each place. */
  function locate(text, term) {
    var ends = [], starts = [], plain = "", at = 0;
    Array.from(text).forEach(function (character) {
      Array.from(foldCharacter(character)).join("").split("").forEach(function (unit) {
        if (unit === " ") return; // a blank counts only between Latin letters: compared without them
        plain += unit;
        starts.push(at);
        ends.push(at + character.length);
      });
      at += character.length;
    });
    var wanted = foldQuery(term).replace(/ /g, "");
    return positions(plain, wanted).map(function (from) { return [starts[from], ends[from + wanted.length - 1]]; });
  }

  function scripts(base) {
    return function (name) {
      return new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = base + "search/" + name + ".js";
        script.onload = function () { resolve(given[name]); };
        script.onerror = function () { reject(new Error(name)); };
        document.head.appendChild(script);
      });
    };
  }

  function lastUpTo(ascending, id) {
    var low = 0, high = ascending.length;
    while (high - low > 1) {
      var middle = (low + high) >> 1;
      if (ascending[middle] <= id) low = middle; else high = middle;
    }
    return ascending[low];
  }

  function Index(load) {
    this.load = load;
    this.waiting = {};
  }

  /* The value of a file, which is fetched once. */
  Index.prototype.file = function (name) {
    var index = this;
    if (!index.waiting[name]) {
      index.waiting[name] = index.load(name).then(function (value) { return value === undefined ? given[name] : value; });
      index.waiting[name].catch(function () { delete index.waiting[name]; });
    }
    return index.waiting[name];
  };

  Index.prototype.opened = function () {
    var index = this;
    return index.file("directory").then(function (directory) {
      index.directory = directory;
      index.pages = decoded(directory.pages);
      index.heads = new Set(index.pages);
      index.kinds = Object.keys(directory.kinds);
      return index;
    });
  };

  Index.prototype.kindOf = function (id) {
    var first = lastUpTo(Object.values(this.directory.kinds), id);
    return this.kinds.find(function (kind) { return this.directory.kinds[kind] === first; }, this);
  };

  /* The section that is the head of the page of another one. */
  Index.prototype.headOf = function (id) {
    return lastUpTo(this.pages, id);
  };

  /* Map of the sections that hold a letter or a pair of letters to the best field of it. */
  Index.prototype.posting = function (gram) {
    var index = this;
    var folder = Array.from(gram).length > 1 ? "pairs" : "letters";
    return index.file(folder + "/" + shardOf(gram, index.directory[folder])).then(function (shard) {
      var entry = (" " + shard + " ").split(" " + gram)[1];
      return index.fieldsIn(entry === undefined ? "" : entry.slice(0, entry.indexOf(" ")));
    });
  };

  Index.prototype.fieldsIn = function (entry) {
    var found = new Map(), heads = this.heads;
    entry.split("!").forEach(function (list, at) {
      decoded(list).forEach(function (id) {
        found.set(id, FIELDS[at] === 1 && heads.has(id) ? 0 : FIELDS[at]);
      });
    });
    return found;
  };

  /* Map of the sections that may hold a term to the best field of it: of one or two letters these are all that do and
     no others; of longer terms all that do are among them, and nine in ten are right. */
  Index.prototype.candidates = function (term) {
    var wanted = grams(foldQuery(term));
    return Promise.all(wanted.map(this.posting, this)).then(function (postings) {
      postings.sort(function (one, other) { return one.size - other.size; });
      var found = new Map();
      (postings[0] || new Map()).forEach(function (field, id) {
        if (postings.every(function (posting) { return posting.has(id); })) {
          found.set(id, Math.max.apply(null, postings.map(function (posting) { return posting.get(id); })));
        }
      });
      return found;
    });
  };

  /* The sections of these numbers, in the same order: {id, url, kind, title, heading, text, aliases}. */
  Index.prototype.sections = function (ids) {
    var index = this;
    return Promise.all(ids.map(function (id) {
      var block = Math.floor(id / index.directory.block);
      return index.file("texts/" + block).then(function (pages) {
        return index.section(pages, id, block * index.directory.block);
      });
    }));
  };

  Index.prototype.section = function (pages, id, first) {
    var kind = this.kindOf(id), left = id - first;
    var page = pages.find(function (page) {
      if (left < page[2].length) return true;
      left -= page[2].length;
      return false;
    });
    var row = page[2][left];
    return {
      id: id, url: page[0] + (row[0] ? "#" + row[0] : ""), kind: kind, title: page[1],
      heading: row[1], text: row[2], aliases: row[3] || ""
    };
  };

  Index.prototype.hits = function (section, term) {
    var fields = [[this.heads.has(section.id) ? 0 : 1, section.heading], [2, section.text], [3, section.aliases]];
    return fields.reduce(function (found, field) {
      return found.concat(positions(fold(field[1]), term).map(function (at) { return { field: field[0], position: at }; }));
    }, []);
  };

  /* Map of the sections that hold a term, whatever its length, to where: {field, position in the folded field}. */
  Index.prototype.occurrences = function (term) {
    var index = this, wanted = foldQuery(term);
    return (grams(wanted).length ? index.candidates(term) : index.everything(wanted)).then(function (candidates) {
      return index.sections(Array.from(candidates.keys()).sort(function (one, other) { return one - other; }));
    }).then(function (sections) {
      var found = new Map();
      sections.forEach(function (section) {
        var hits = index.hits(section, wanted);
        if (hits.length) found.set(section.id, hits);
      });
      return found;
    });
  };

  /* Every section: where a term is nothing but marks, all texts are read. */
  Index.prototype.everything = function (wanted) {
    var ids = new Map();
    for (var id = 0; wanted && id < this.directory.size; id += 1) ids.set(id, 2);
    return Promise.resolve(ids);
  };

  root.zhibuSearch = {
    put: function (name, value) { given[name] = value; },
    open: function (given) { return new Index(given.load || scripts(given.base || "")).opened(); },
    scripts: scripts, fold: fold, foldQuery: foldQuery, grams: grams, positions: positions, locate: locate
  };
})(typeof self === "undefined" ? globalThis : self);
