/* What the pages of a branch or committee say that a query names: `zhibuSearch.unit(index, words, found)` resolves to entries
   of its sections and of the rows of its registers, none where the query may mean this unit or another. */
(function (search) {
  "use strict";
  const NAMES = 12; // names that are read
  const LEAST = 0.36; // of what is asked: a section that says less is not listed
  const MOST = 0.6; // of what is asked: so much a row says at least
  const HALF = 0.5; // of a unit's own letters: so many a query that names it holds at least
  const END = 0.2; // so much the less does a part count that begins within the name: 研究生支部 is one of many
  const TEXT = 0.6; // weight of what the text of a section says, not its heading
  const LED = 0.7; // weight of everyday words of a section, and of the standard to which the rest of the query leads
  const MANY = 4; // sections at most

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

  /* The unit that a query names, the part of the query that does, and how much of its own name that is. */
  function meant(asked, units) {
    const rows = units.map(unit => {
      const part = shared(asked, search.fold(unit.title)), own = unit.title.replace(/[党支部总委第]|（.*/g, "");
      const share = Array.from(own).filter(letter => part.includes(letter)).length / own.length;
      const counted = part.includes(own.charAt(0)) ? share : /(支部|党委|总支)$/.test(part) ? share - END : 0;
      return { unit: unit, part: part, share: counted };
    }).filter(row => row.part.length > 2 && row.share >= HALF);
    rows.sort((one, other) => other.part.length - one.part.length || other.share - one.share);
    const [first, next] = rows;
    return first && !(next && next.part.length === first.part.length && next.share === first.share) ? first : undefined;
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

  search.unit = async function (index, words, found) {
    const query = found.terms.join(" "), units = await Promise.all(found.units.slice(0, NAMES).map(index.piece, index));
    const named = meant(query, units), rest = named && query.replace(named.part, " ").trim();
    if (!rest) return [];
    const [, name] = /^((?:branches|committees)\/[^/]+)/.exec(named.unit.url);
    const [file, asks, about] = await Promise.all([index.file("registers/" + name), index.file("units"), search.ask(index, words, rest).then(all => all.first())]);
    const { answer } = about, near = standards(about);
    const says = text => answer.value(answer.held(search.fold(text), true)) / answer.worth;
    const entry = (url, heading, text, score) =>
      ({ url: url, kind: named.unit.title, title: heading, heading: "", sentences: text.split("\n"), passage: { from: 0, to: 1 }, score: score });
    const best = (entries, least, many) => entries.filter(({ score }) => score >= least).sort((one, other) => other.score - one.score).slice(0, many);
    const sections = [].concat(...file.sections.map(([page, parts]) => parts.map(([anchor, heading, text]) => {
      const asked = (asks[anchor] || "").split(" ").some(word => word && rest.includes(word)) ? 1 : 0;
      const led = asked || near.get(anchor.split("-").slice(0, 3).join("-")) || 0;
      return entry(page + (anchor && "#" + anchor), heading, text, Math.max(says(heading), TEXT * says(heading + text)) + LED * led);
    })));
    const once = (entries, same) => Array.from(new Map(entries.reverse().map(entry => [same(entry), entry])).values()).reverse();
    const rows = [].concat(...file.rows.map(([page, all]) => all.map(([anchor, text]) => entry(page + "#" + anchor, text.split("\n")[0], text, says(text)))));
    return best(once(sections, ({ title }) => title), LEAST, MANY) // not what years before say under the same heading
      .concat(entry(named.unit.url, named.unit.title, "", 0), best(once(rows, ({ sentences }) => sentences.join("\n")), MOST, MANY));
  };
})(window.zhibuSearch);
