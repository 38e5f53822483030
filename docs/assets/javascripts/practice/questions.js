/* The site's questions. In: the data files of the build. Out: one list of questions, and answers as elements. */

const root = new URL(globalThis.__md_scope ?? "../../../", import.meta.url);
const folder = new URL("practice/data/", root);
const files = new Map();
let list = null;

async function load(name) {
  const answer = await fetch(new URL(name, folder));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return { text: await answer.text() };
}

function once(name) {
  if (!files.has(name)) {
    const loading = load(name);
    files.set(name, loading);
    loading.catch(() => files.delete(name)); /* a failed request may be tried again */
  }
  return files.get(name);
}

/* The data of a file; parsed when they are first asked for, because a hundred files at once would hold up the page. */
async function read(name) {
  const file = await once(name);
  return (file.data ??= JSON.parse(file.text));
}

/* {questions, parts, cases}; a question is {id, level, title (HTML), page, url, part, tags}. */
export function all() {
  list ??= read("questions.json").then(({ pages, questions, cases }) => ({
    questions: questions.map(([id, page, level, title]) => ({ id, level, title, ...{ page: pages[page].title, url: pages[page].url, part: pages[page].part, tags: pages[page].tags } })),
    parts: [...new Set(pages.map(page => page.part))],
    cases,
  }));
  list.catch(() => { list = null; });
  return list;
}

export const fileOf = url => `${url.replace(/^\/|\/$/g, "").replaceAll("/", "-")}.json`;
export const address = question => new URL(`${question.url}#${question.id}`, root).href;

/* HTML of the site's own build into `box`; links and pictures are written relative to the page that they come from. */
export function show(box, html, url) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const base = new URL(url, root);
  for (const link of template.content.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), base).href;
  for (const picture of template.content.querySelectorAll("img[src]")) picture.src = new URL(picture.getAttribute("src"), base).href;
  box.replaceChildren(template.content);
  for (const wide of box.querySelectorAll(".katex-display, pre, table")) wide.tabIndex = 0; /* may scroll sideways */
}

/* The model answer of a question, fetched with the others of its chapter. */
export async function answer(box, question) {
  const answers = await read(fileOf(question.url));
  show(box, answers[question.id] ?? "<p>This answer is not on the site any more.</p>", question.url);
}

/* Have the answers of these questions at hand, so that they can be read without a network. */
export function prefetch(questions) {
  const waiting = [...new Set(questions.map(question => fileOf(question.url)))];
  const some = async () => {
    for (let name; (name = waiting.shift()); ) {
      await once(name).catch(() => {}); /* asked for again when its answer is wanted */
      await new Promise(done => (window.requestIdleCallback ?? setTimeout)(done));
    }
  };
  return Promise.all([some(), some()]);
}
