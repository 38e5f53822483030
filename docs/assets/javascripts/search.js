/* The search worker. It speaks the theme's protocol (0 set up, 1 ready, 2 query, 3 result) and answers with MiniSearch.
 *
 * search/heads.json: "topic", the address where readers suggest one, and "pages" as [url, is a part, aliases, tags,
 * sections], sections as [anchor, kind, title, names, asks], where kind is the first letter of page, section, question or
 * term, names are those of the glossary's terms that the section explains, and asks is what readers type to find it.
 * search/texts.json: the words of each section, in the same order; fetched after the first answers are possible.
 *
 * A query's words are looked up with their other forms, the last one as the start of a word, unknown ones with their
 * likeliest corrections. MiniSearch scores the fields; this file weighs how much of the query a section covers, whether
 * a title or name is just what was asked, and which section of a page answers. */

importScripts("minisearch.js");

const BASE = new URL("../../search/", location);
const STOP = new Set(("a about an and any are as at be been but by can could d did do does for from get had has have how i if in into is it its me " +
  "my of on or our s should so t than that the their them then there these they this to use used using vs versus was we were what when where which " +
  "while who why will with would you your").split(" "));
/* Words of talk: they count a little, since a question may be titled with them. */
const SOFT = new Set(("always best better between bad big can't choose difference different do does doing done don't each else even every example explain find first general " +
  "give go good handle happen help instead just keep know like long make many matter mean means more most much must need no not one only other over please rather pros cons same say " +
  "simple small some still take talk tell thing too two type types under usually want way well work works write").split(" "));
const MOST_PAGES = 10, MOST_SECTIONS = 4, SHOWN = 3, TEASER = 180;

/* ---- Words -------------------------------------------------------------------------------------------------------- */

/* One spelling for all: American endings, singular. */
const ENDINGS = [[/isations?$/, "ization"], [/ise$/, "ize"], [/ised$/, "ized"], [/ising$/, "izing"], [/(ly)se$/, "$1ze"],
  [/(labe|mode|cance)ll(ed|ing)$/, "$1l$2"], [/([a-z]{3})our(s?|al|ed|ing)$/, "$1or$2"], [/centre$/, "center"]];
const forms = new Map();
function normal(word) {
  let form = forms.get(word);
  if (form === undefined) {
    form = word;
    if (form.length > 5) for (const [from, to] of ENDINGS) form = form.replace(from, to);
    if (form.length > 3 && /[^aisu]s$/.test(form))
      form = /(ch|sh|x|z)es$/.test(form) ? form.slice(0, -2) : /[a-z]{2}ies$/.test(form) ? `${form.slice(0, -3)}y` : form.slice(0, -1);
    forms.set(word, form);
  }
  return form;
}
/* What two forms of a word share, so that "boosted" finds "boosting". */
const ROOTS = /(?:ational|ization|ations?|at(?:es?|ed|ing|or)|izing|ized|izer|ize|ings?|ions?|ances?|ences?|ments?|ness|ally|edly|able|ible|ives?|ers?|ors?|ed|al|ly|ic|e|y)$/;
const root = word => (word.length > 5 ? word.replace(ROOTS, "").replace(/([bdgmnpt])\1$/, "$1") : word);
const plain = text => text.normalize("NFKD").replace(/[\u0300-\u036f'\u2019]/g, "").toLowerCase();
const split = text => plain(text).split(/[^\p{L}\p{N}+#]+/u).filter(Boolean);
const words = text => split(text).map(normal);
/* ... and those that a hyphen or slash joins, as one word, too. */
function prose(text) {
  const out = words(text);
  for (const [, a, b] of plain(text).matchAll(/(?=(?<![\p{L}\p{N}])([\p{L}\p{N}]+)[-\u2010-\u2013/]([\p{L}\p{N}]+))/gu)) out.push(normal(a + b));
  return out;
}
/* Titles and names are found by words that are written as one, too: "k-means", "kmeans", "batch norm", "batchnorm". */
function joined(text) {
  const single = words(text), out = [...single];
  for (let i = 0; i + 1 < single.length; i++) if (single[i] !== ";" && single[i + 1] !== ";") out.push(normal(single[i] + single[i + 1]));
  return out;
}
const stop = word => STOP.has(word) || STOP.has(`${word}s`);
const soft = word => SOFT.has(word) || SOFT.has(`${word}s`);
const compact = list => list.join("");
const stem = list => list.map(root).join("");

/* ---- Index -------------------------------------------------------------------------------------------------------- */

const bm25 = { k: 1.2, b: 0.3, d: 0.5 };
const heads = new MiniSearch({ fields: ["names", "title", "asks", "page", "tags"], tokenize: joined, processTerm: word => word, autoVacuum: false });
const texts = new MiniSearch({ fields: ["text"], tokenize: prose, processTerm: word => word, autoVacuum: false });
const sections = [], pages = [];
const known = new Map(); /* word -> in how many sections, those with the word in a title or name counted ten times */
const letters = new Map(); /* word -> the set of its letters */
const roots = new Map(); /* root -> words */
const named = new Map(); /* name or title written as one word -> sections */
const glued = new Map(); /* neighbors in titles and names, written as one word */
let ready = false, last = null, topic = "";

const letterSet = word => { let set = 0; for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31); return set; };
const members = set => { let count = 0; for (; set; set &= set - 1) count += 1; return count; };
function learn(word, times) {
  const before = known.get(word);
  known.set(word, (before ?? 0) + times);
  if (before === undefined) {
    letters.set(word, letterSet(word));
    const key = root(word), list = roots.get(key);
    if (list) list.push(word); else roots.set(key, [word]);
  }
}

async function load() {
  const found = await (await fetch(new URL("heads.json", BASE))).json();
  const rows = [];
  topic = found.topic;
  for (const [url, part, aliases, tags, list] of found.pages) {
    const page = { url, part, title: list[0][2], sections: [] };
    const around = [page.title, ...aliases].join(" ; ");
    pages.push(page);
    for (const [anchor, kind, title, names = [], asks = []] of list) {
      const whole = kind === "p";
      const section = { id: sections.length, page, anchor, kind, title, names, aliases: whole ? aliases : [], text: "", flat: undefined };
      page.sections.push(section);
      sections.push(section);
      rows.push({ id: section.id, names: names.join(" ; "), title, asks: asks.join(" ; "), tags: whole ? tags.join(" ") : "", page: whole ? aliases.join(" ; ") : around });
      for (const [i, name] of [title, ...names, ...asks, ...section.aliases].entries()) {
        const list = words(name), key = stem(list);
        if (!named.has(key)) named.set(key, new Map());
        const ids = named.get(key), alias = i > names.length + asks.length;
        if (!ids.has(section.id) || !alias) ids.set(section.id, alias);
        list.forEach((word, j) => { learn(word, i > names.length && !alias ? 3 : 10); if (j) glued.set(normal(list[j - 1] + word), true); });
      }
    }
  }
  heads.addAll(rows);
  readTexts();
}

/* Title, names and text in the words of the index, to see which stand together. */
const flat = ({ title, names, text }) => ` ${words(`${title} ; ${names.join(" ; ")} ; ${text}`).join(" ")} `;
async function readTexts() {
  const found = await (await fetch(new URL("texts.json", BASE))).json();
  const rows = [];
  found.forEach((list, i) => list.forEach((text, j) => { const s = pages[i].sections[j]; s.text = text; if (text) rows.push({ id: s.id, text }); }));
  for (let from = 0; from < rows.length; from += 40) {
    for (const row of rows.slice(from, from + 40)) {
      texts.add(row);
      for (const word of new Set(prose(row.text))) learn(word, 1);
      sections[row.id].flat = flat(sections[row.id]); /* anew, with the text */
    }
    await new Promise(done => setTimeout(done));
  }
  ready = true;
  if (last !== null) postMessage({ type: 3, data: answer(last) });
}

/* ---- Query -------------------------------------------------------------------------------------------------------- */

/* All keys of a map that start so; the sorted list of its keys is made anew when some have come in since. */
const sorted = new Map();
function starting(map, start) {
  let keys = sorted.get(map);
  if (keys?.length !== map.size) sorted.set(map, keys = [...map.keys()].sort());
  let low = 0, high = keys.length;
  while (low < high) { const middle = (low + high) >> 1; if (keys[middle] < start) low = middle + 1; else high = middle; }
  const out = [];
  for (; low < keys.length && keys[low].startsWith(start); low++) out.push(keys[low]);
  return out;
}
/* Edits from a to b, a swap of neighbors counting as one (optimal string alignment), or more than most. */
function edits(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [], row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length];
}
/* The likeliest words that an unknown one was meant to be: fewest edits first, then the commoner. */
function corrections(word) {
  const most = word.length > 7 ? 2 : word.length > 3 ? 1 : 0, out = [];
  if (!most) return out;
  const set = letterSet(word);
  for (const [other, count] of known) {
    if (other.length < 4 || count < 2 || Math.abs(other.length - word.length) > most || members(set ^ letters.get(other)) > 2 * most || (other[0] !== word[0] && other[0] !== word[1] && other[1] !== word[0])) continue;
    const far = edits(word, other, most);
    if (far <= most) out.push([other, far + (other[0] === word[0] ? 0 : 0.5), count]);
  }
  out.sort((a, b) => a[1] - b[1] || b[2] - a[2]);
  return out.filter(row => row[1] <= out[0][1] + 0.5).slice(0, 4).map(([other, far]) => [other, far < 1.5 ? 0.8 : 0.6]);
}

/* For each word of the query, the index's words that stand for it with their weights; joined neighbors stand for both.
   ``phrases`` are the query's words and what they may have been meant to be. */
const MOST_PHRASES = 80;
function read(query) {
  const all = words(query), content = all.filter(word => !stop(word)), wanted = content.length ? content : all;
  const bits = part => part.reduce((sum, word) => sum | (wanted.includes(word) ? 1 << wanted.indexOf(word) : 0), 0);
  const open = !/\s$/.test(query); /* the last word may go on */
  const alternatives = new Map();
  const add = (term, weight, mask) => {
    const old = alternatives.get(term);
    if (!old || old.weight < weight) alternatives.set(term, { weight, mask: mask | (old?.mask ?? 0) });
    else old.mask |= mask;
  };
  let together = 0;
  for (let i = 0; i < all.length; i++)
    for (let n = 2; n <= 3 && i + n <= all.length; n++) {
      const part = all.slice(i, i + n), one = normal(compact(part)), mask = bits(part);
      if (!mask || !(known.has(one) || named.has(stem(part)) || (glued.has(one) && !part.some(stop)))) continue;
      add(one, TUNE.joint, mask);
      together |= mask;
    }
  const end = all.length > 1 && open ? compact(all.slice(-2)) : "";
  if (end.length > 4 && !glued.has(end)) {
    let left = 6;
    for (const other of starting(glued, end)) if (left-- > 0) add(other, 1, bits(all.slice(-2)));
  }
  let phrases = [all];
  wanted.forEach((word, i) => {
    const bit = 1 << i, typed = open && i === wanted.length - 1, sure = known.has(word) || glued.has(word);
    if (sure) add(word, 1, bit);
    for (const other of roots.get(root(word)) ?? []) if (other !== word) add(other, TUNE.root, bit);
    const longer = word.length > 1 && (typed || !sure || word.length < 7) ? starting(known, word).filter(other => other !== word).sort((a, b) => known.get(b) - known.get(a)) : [];
    if (typed || !sure) for (const other of longer.slice(0, sure ? 12 : 25)) add(other, (sure ? TUNE.start : TUNE.finish) * (0.5 + 0.5 * word.length / other.length), bit);
    /* a word that no title has may be a slip that a text has, too */
    const close = (sure && !(known.get(word) < 10)) || together & bit ? [] : corrections(word);
    for (const [other, weight] of close) add(other, (sure || longer.length ? 0.7 : 1) * weight, bit);
    const meant = [...close.slice(0, 2).map(([other]) => other), ...longer.slice(0, word.length < 6 ? 8 : 3)];
    phrases = phrases.flatMap(list => [list, ...meant.map(other => list.map(one => (one === word ? other : one)))]).slice(0, MOST_PHRASES);
  });
  /* "log reg" is logistic regression, since that is the name of something */
  phrases = phrases.filter((list, n) => {
    const found = !n || named.has(stem(list)) || (open && starting(named, stem(list)).length > 0);
    if (found && n) list.forEach((word, i) => { if (word !== all[i]) add(word, 0.9, bits([all[i]])); });
    return found || (n && list.length > 2);
  });
  return { wanted, bits, open, alternatives, phrases };
}

/* Found by a search over weights on half of tests/search_queries.yaml; the other half scored alike. */
const TUNE = { names: 3, title: 3, asks: 1, page: 0.8, tags: 0.3, text: 0.5, cover: 2, own: 0.35, same: 2, about: 1, adjacent: 0.6, question: 0.85, asked: 0.75, term: 0.6, notebook: 0.7, general: 0.5,
  soft: 0.25, root: 0.7, start: 0.35, finish: 0.8, joint: 1.3, part: 2, rest: 1, case: 0.5 };
const KIND = { p: () => 1, s: () => 1, q: asked => (asked ? TUNE.asked : TUNE.question), t: () => TUNE.term };
const ASKING = new Set("can do does how is should what when which who why".split(" ").map(normal));
/* All cases have the same headings: one of them is meant where its page is. */
const CASE = /^system-design\/cases\/./;
const GENERAL = new Set(["interview-questions", "further-reading", "common-mistakes", "the-notebooks"]);
const weigh = word => Math.log(1 + sections.length / (1 + (known.get(word) ?? 0)));

/* Section -> its score for one word in title, names and page, its score in the text, and whether title or names have it.
   Kept, since the next letter that a reader types leaves the other words as they are. */
const OWN = new Set(["names", "title", "asks"]);
const kept = new Map();
function postings(term) {
  let found = kept.get(term);
  if (found) return found;
  const options = { tokenize: () => [term], processTerm: word => word, prefix: false, fuzzy: false, bm25 };
  found = new Map();
  for (const { id, score, match } of heads.search(term, { ...options, boost: TUNE })) found.set(id, [score, 0, match[term].some(name => OWN.has(name))]);
  for (const { id, score } of texts.search(term, options)) {
    const row = found.get(id);
    if (row) row[1] = score; else found.set(id, [0, score, false]);
  }
  if (ready) { if (kept.size > 400) kept.clear(); kept.set(term, found); }
  return found;
}

function rank(query) {
  const { wanted, bits, open, alternatives, phrases } = read(query);
  if (!alternatives.size) return [];
  const importance = wanted.map((word, i) => {
    let most = known.has(word) ? weigh(word) : 0;
    if (!most) for (const [term, { weight, mask }] of alternatives) if (mask & (1 << i)) most = Math.max(most, weight * weigh(term));
    return (most || weigh("")) * (soft(word) ? TUNE.soft : 1);
  });
  const total = importance.reduce((a, b) => a + b, 0);
  /* The best of a word's alternatives counts, in titles and in texts; words add up. */
  const rows = new Map(), telling = wanted.reduce((sum, word, i) => sum | (soft(word) ? 0 : 1 << i), 0);
  const terms = [...alternatives].sort(([, a], [, b]) => Boolean(b.mask & telling) - Boolean(a.mask & telling));
  for (const [term, { weight, mask }] of terms) {
    const parts = wanted.filter((_, i) => mask & (1 << i)).length;
    const value = Math.min(1, importance.reduce((sum, w, i) => sum + (mask & (1 << i) ? w : 0), 0) / weigh(term));
    for (const [id, [head, text, own]] of postings(term)) {
      let row = rows.get(id);
      if (!row && telling && !(mask & telling)) continue; /* words of talk find nothing by themselves */
      if (!row) rows.set(id, row = { head: new Float64Array(wanted.length), text: new Float64Array(wanted.length), mask: 0, own: 0, heads: 0, texts: 0 });
      row.mask |= mask;
      if (own) row.own |= mask;
      if (head) row.heads |= mask;
      if (text) row.texts |= mask;
      for (let i = 0; i < wanted.length; i++)
        if (mask & (1 << i)) {
          row.head[i] = Math.max(row.head[i], weight * value * head / parts);
          row.text[i] = Math.max(row.text[i], weight * value * TUNE.text * text / parts);
        }
    }
  }
  const share = mask => importance.reduce((sum, value, i) => sum + (mask & (1 << i) ? value : 0), 0) / total;
  /* names that are the query, or a part of it: of the section, or other names of its page */
  const exact = new Map(), about = new Map();
  const concept = new Map(); /* page -> the words of the query that name something on it */
  const name = (ids, part, mask) => {
    for (const [id, alias] of ids) {
      const { page, kind } = sections[id];
      if (kind !== "q") concept.set(page, (concept.get(page) ?? 0) | mask);
      if (!alias) exact.set(id, Math.max(exact.get(id) ?? 0, part));
      if (kind === "p") about.set(page, Math.max(about.get(page) ?? 0, part));
    }
  };
  for (const [n, all] of phrases.entries())
    for (let i = 0; i < all.length; i++)
      for (let j = all.length; j > i; j--) {
        const ids = named.get(stem(all.slice(i, j)));
        if (!ids) continue;
        const mask = bits(phrases[0].slice(i, j));
        if (mask) name(ids, 0.5 * (share(mask) + (j - i) / all.length) * (n ? 0.9 : 1), share(mask) < 0.999 ? mask : 0);
      }
  /* ... or would be, if the last word went on */
  if (open && !named.has(stem(phrases[0])))
    for (const start of new Set(phrases.map(stem)))
      if (start.length > 3) for (const key of starting(named, start)) if (key.length < start.length + 15) name(named.get(key), 0.9, 0);
  const full = (1 << wanted.length) - 1;
  const asked = phrases[0].length > 4 || (phrases[0].length > 2 && ASKING.has(phrases[0][0]));
  const out = [];
  for (const [id, row] of rows) {
    const section = sections[id];
    if (section.kind !== "p" && !row.own && !row.texts) continue; /* only its page is meant */
    const cover = share(row.mask), own = share(row.own | row.texts);
    const sum = row.head.reduce((a, b) => a + b, 0) + row.text.reduce((a, b) => a + b, 0);
    /* what the page's title, and what else is named on it, leave open: does this section's title answer it? */
    const rest = full & ~((rows.get(section.page.sections[0].id)?.own ?? 0) | (concept.get(section.page) ?? 0)), answered = rest ? share(rest & row.own) / share(rest) : 0;
    const same = exact.get(id) ?? 0, page = about.get(section.page) ?? 0;
    let score = sum * cover ** TUNE.cover * (1 - TUNE.own * (1 - own)) * (1 + TUNE.same * same ** TUNE.part) * (1 + TUNE.about * page ** TUNE.part) * (1 + TUNE.rest * answered) * KIND[section.kind](asked);
    if (section.page.url.startsWith("notebooks/")) score *= TUNE.notebook;
    if (GENERAL.has(section.anchor)) score *= TUNE.general;
    if (CASE.test(section.page.url) && section.kind === "s" && !page && !rows.get(section.page.sections[0].id)?.own) score *= TUNE.case;
    out.push({ section, score, cover, own, same, raw: sum });
  }
  out.sort((a, b) => b.score - a.score);
  /* words that stand together in the query, and in the section */
  const likely = phrases[1] ?? phrases[0], pairs = likely.slice(1).map((word, i) => [likely[i], word]).filter(pair => !pair.some(word => stop(word) || soft(word)));
  if (pairs.length)
    for (const row of out.slice(0, 60)) {
      const inside = row.section.flat ??= flat(row.section);
      row.score *= 1 + TUNE.adjacent * pairs.filter(([a, b]) => inside.includes(` ${a} ${b}`)).length / pairs.length;
    }
  return out.sort((a, b) => b.score - a.score);
}

/* ---- Answer ------------------------------------------------------------------------------------------------------- */

const escaped = text => text.replace(/[&<>"]/g, c => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
function marked(text, query) {
  const typed = split(query), starts = typed.filter((word, i) => !STOP.has(word) && (word.length > 3 || i === typed.length - 1)).map(word => (word.length > 4 ? normal(word) : word));
  const whole = new Set(typed.filter(word => !STOP.has(word)));
  return escaped(text).replace(/[\p{L}\p{N}]+/gu, word => (whole.has(plain(word)) || starts.some(start => plain(word).startsWith(start)) ? `<mark>${word}</mark>` : word));
}
function teaser(section, query) {
  const { text } = section, low = plain(text);
  const places = split(query).filter(word => !STOP.has(word)).map(word => low.search(new RegExp(`(?<![\\p{L}\\p{N}])${normal(word).replace(/[+]/g, "\\+")}`, "u"))).filter(at => at >= 0);
  let from = places.length ? Math.max(0, Math.min(...places) - 60) : 0;
  if (from) from = text.indexOf(" ", from) + 1;
  const to = text.length > from + TEASER ? text.lastIndexOf(" ", from + TEASER) : text.length;
  return (from ? "\u2026 " : "") + text.slice(from, to) + (to < text.length ? " \u2026" : "");
}

function answer(query) {
  if (!query.trim()) return { items: pages.filter(page => page.part).map(page => [show(page.sections[0], "", 1)]) };
  const ranked = rank(query);
  if (!ranked.length) return { items: nothing(query) };
  const groups = new Map();
  for (const row of ranked) {
    const list = groups.get(row.section.page) ?? [];
    if (!list.length && groups.size >= MOST_PAGES) continue;
    groups.set(row.section.page, list);
    if (list.length < MOST_SECTIONS) list.push(row);
  }
  const items = [...groups].map(([, rows]) => {
    const [best, ...others] = rows, top = best.score;
    /* The theme shows the last document of a group as its chief one if none of them is a whole page, and of the others
       those that score no less than the first; so the best place comes first, whatever its level, and if no other comes
       near it, there are no others. */
    const near = others.filter((row, i) => i < SHOWN && row.score > 0.3 * top).length;
    return [...(near ? others : []).map((row, i) => show(row.section, query, i < near ? top : top / 2)), show(best.section, query, top, true)];
  });
  return { items, suggest: suggest(query) };
}
/* No hit: the places whose names look most like the query, and where to suggest a topic. */
function nothing(query) {
  const typed = compact(words(query)), near = [];
  for (const [key, ids] of named) {
    const most = Math.ceil(Math.max(typed.length, key.length) / 2), far = typed.length > 2 ? edits(typed, key, most) : most + 1;
    if (far <= most) near.push([far / Math.max(typed.length, key.length), [...ids.keys()][0]]);
  }
  near.sort((a, b) => a[0] - b[0]);
  const places = [...new Set(near.slice(0, 12).map(([, id]) => sections[id]))].slice(0, 4);
  const help = places.length ? "Terms that look like it are below. If the handbook lacks the topic, suggest it here." : "If the handbook lacks the topic, suggest it here.";
  return [[{ location: topic, title: `Nothing found for \u201c${escaped(query.trim())}\u201d`, text: `<p>${help}</p>`, score: 1, terms: {} }], ...places.map(place => [show(place, "", 1)])];
}
/* The theme shows the text of all but the chief document of a group: that one carries it behind its title. */
function show(section, query, score, chief = false) {
  const { page } = section, whole = section === page.sections[0], text = section.text && query ? marked(teaser(section, query), query) : "";
  const title = marked(section.title, query) + (whole ? "" : ` <small>${escaped(page.title)}</small>`);
  return { location: `${page.url}#${section.anchor}`, title: chief && text ? `${title}<span class="search-text">${text}</span>` : title,
    text: text ? `<p>${text}</p>` : "", score, terms: query ? Object.fromEntries(split(query).filter(word => !STOP.has(word)).map(word => [word, true])) : {} };
}
/* What the last word would be if it went on: the commonest word of titles and names. */
function suggest(query) {
  const typed = plain(query).split(/[\s-]+/), last = typed.pop();
  const [best] = last.length > 1 && !known.has(last) ? starting(known, last).sort((a, b) => known.get(b) - known.get(a)) : [];
  return best ? [...typed, best] : [];
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === 0) { await load(); postMessage({ type: 1 }); }
  else if (type === 2) { last = data; postMessage({ type: 3, data: answer(data) }); }
});
