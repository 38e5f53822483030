/* The search worker. It speaks the theme's protocol (0 set up, 1 ready, 2 query, 3 result) and answers with MiniSearch.
 *
 * search/heads.json: pages as [url, is a part, aliases, tags, sections], sections as [anchor, kind, title, names].
 * search/texts.json: the words of each section, in the same order; fetched after the first answers are possible. */

importScripts("minisearch.js");

const BASE = new URL("../../search/", location);
const STOP = new Set(("a an and are as at be but by can could do does for from had has have how i if in into is it its me my of on or " +
  "our so than that the their them then there these they this to use used using vs versus was we were what when where which while who why will with would you your").split(" "));
const MOST_PAGES = 20, MOST_SECTIONS = 8, SHOWN = 3, TEASER = 180;

/* One spelling for all: no accents or apostrophes, American endings, singular. */
const ENDINGS = [[/isation$/, "ization"], [/isations$/, "ization"], [/ise$/, "ize"], [/ised$/, "ized"], [/ising$/, "izing"], [/yse$/, "yze"],
  [/(labe|mode|cance)ll(ed|ing)$/, "$1l$2"], [/([a-z]{3})our(s?|al|ed|ing)$/, "$1or$2"], [/centre$/, "center"]];
function normal(word) {
  for (const [from, to] of ENDINGS) if (word.length > 5 && from.test(word)) word = word.replace(from, to);
  if (word.length > 3 && /[^aisu]s$/.test(word)) word = /(ch|sh|x|z)es$/.test(word) ? word.slice(0, -2) : /[a-z]{2}ies$/.test(word) ? word.slice(0, -3) + "y" : word.slice(0, -1);
  return word;
}
const plain = text => text.normalize("NFKD").replace(/[\u0300-\u036f'\u2019]/g, "").toLowerCase();
const split = text => plain(text).split(/[^\p{L}\p{N}+#]+/u).filter(Boolean);
/* "k-means" is also "kmeans": words that a hyphen joins, and a single letter or digit with its neighbor. */
function words(text) {
  const out = split(text).map(normal);
  for (const [, a, b] of plain(text).matchAll(/(?=(?<![\p{L}\p{N}])([\p{L}\p{N}]+)[-\u2013 ]([\p{L}\p{N}]+))/gu))
    if (a.length < 3 || b.length < 3 || text.includes("-")) out.push(normal(a + b));
  return out;
}
const phrase = text => split(text).map(normal).join(" ");

const options = (fields, extra) => ({ idField: "id", fields, tokenize: words, processTerm: word => word, ...extra });
const heads = new MiniSearch(options(["names", "title", "page", "tags"], { autoVacuum: false }));
const texts = new MiniSearch(options(["text"], { autoVacuum: false }));
const sections = [], pages = [];
let last = null;

async function load() {
  const found = await (await fetch(new URL("heads.json", BASE))).json();
  for (const [url, part, aliases, tags, rows] of found) {
    const page = { url, part, title: rows[0][2], sections: [] };
    pages.push(page);
    for (const [anchor, kind, title, names = []] of rows) {
      const own = kind === "p" ? [...aliases, ...names] : names;
      const section = { id: sections.length, page, anchor, kind, title, tags, text: "", exact: new Set([title, ...own].map(phrase)) };
      page.sections.push(section);
      sections.push(section);
      heads.add({ id: section.id, names: own.join(" ; "), title, tags: kind === "p" ? tags.join(" ") : "", page: kind === "p" ? "" : `${page.title} ; ${aliases.join(" ; ")}` });
    }
  }
  readTexts();
}

async function readTexts() {
  const found = await (await fetch(new URL("texts.json", BASE))).json();
  const rows = [];
  found.forEach((list, i) => list.forEach((text, j) => { const s = pages[i].sections[j]; s.text = text; if (text) rows.push({ id: s.id, text }); }));
  await texts.addAllAsync(rows, { chunkSize: 40 });
  if (last !== null) postMessage({ type: 3, data: answer(last) });
}

const NOTEBOOK = 0.7; /* of two equal hits, the chapter comes first */
const KIND = { p: 1.25, s: 1, q: 0.8, t: 0.55 };

function rank(query) {
  const all = words(query), content = all.filter(word => !STOP.has(word));
  const wanted = content.length ? content : all;
  if (!wanted.length) return [];
  const length = split(query).length;
  const match = { prefix: (term, i, terms) => i >= terms.length - 2 || term.length > 3, weights: { prefix: 0.6, fuzzy: 0.35 },
    fuzzy: term => (term.length > 7 ? 2 : term.length > 3 ? 1 : false), tokenize: () => wanted, maxFuzzy: 2 };
  const scores = new Map();
  const collect = (results, weight) => {
    const top = results.length ? results[0].score : 1;
    for (const { id, score, queryTerms, match: found } of results) {
      if (sections[id].kind !== "p" && Object.values(found).every(fields => fields.every(name => name === "page"))) continue; /* its page is meant */
      const row = scores.get(id) ?? { score: 0, seen: new Set() };
      row.score += weight * score / Math.sqrt(top) ;
      queryTerms.forEach(term => row.seen.add(term));
      scores.set(id, row);
    }
  };
  collect(heads.search(query, { ...match, boost: { names: 3, title: 3, page: 0.6, tags: 0.3 } }), 1);
  collect(texts.search(query, match), 0.35);
  const exact = phrase(query), core = split(query).filter(word => !STOP.has(word)).map(normal).join(" ");
  const out = [];
  for (const [id, { score, seen }] of scores) {
    const section = sections[id], cover = seen.size / new Set(wanted).size;
    const same = section.exact.has(exact) || (core && section.exact.has(core));
    const starts = !same && [...section.exact].some(name => name.startsWith(exact));
    out.push({ section, score: score * cover * cover * KIND[section.kind] * (section.page.url.startsWith("notebooks/") ? NOTEBOOK : 1) * (same ? 4 : starts ? 1.5 : 1) });
  }
  return out.sort((a, b) => b.score - a.score);
}

const escaped = text => text.replace(/[&<>"]/g, c => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
function marked(text, query) {
  const starts = split(query).filter(word => !STOP.has(word)).map(word => (word.length > 4 ? normal(word) : word));
  return escaped(text).replace(/[\p{L}\p{N}]+/gu, word => (starts.some(start => plain(word).startsWith(start)) ? `<mark>${word}</mark>` : word));
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
  const groups = new Map();
  for (const row of rank(query)) {
    const list = groups.get(row.section.page) ?? [];
    if (!list.length && groups.size >= MOST_PAGES) continue;
    groups.set(row.section.page, list);
    if (list.length < MOST_SECTIONS) list.push(row);
  }
  const items = [...groups].map(([page, rows]) => {
    const [best, ...others] = rows, top = best.score;
    /* The theme shows the last document of a group in full if none of them is a whole page, and of the others those with
       the group's first score: the best place comes first, whatever its level. */
    return [
      ...others.map((row, i) => show(row.section, query, i < SHOWN && row.score > 0.3 * top ? top : top / 2)),
      show(best.section, query, top),
    ];
  });
  return { items, suggest: suggest(query) };
}
function show(section, query, score) {
  const { page } = section, whole = section === page.sections[0];
  return { location: `${page.url}#${section.anchor}`, title: marked(section.title, query) + (whole ? "" : ` <small>${escaped(page.title)}</small>`),
    text: section.text ? `<p>${marked(teaser(section, query), query)}</p>` : "", score, terms: query ? Object.fromEntries(split(query).filter(w => !STOP.has(w)).map(w => [w, true])) : {} };
}
function suggest(query) {
  const typed = query.toLowerCase().split(/[\s-]+/);
  const end = typed.at(-1);
  if (end.length < 2) return [];
  const [best] = heads.autoSuggest(end, { prefix: true, fuzzy: false, tokenize: text => [text] });
  return best ? [...typed.slice(0, -1), best.suggestion] : [];
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === 0) { await load(); postMessage({ type: 1 }); }
  else if (type === 2) { last = data; postMessage({ type: 3, data: answer(data) }); }
});
