/* The little script that pages need. Everything here only adds to pages that work without it. */

/* Modules that some pages need. A copy on disk brings a way of its own, since browsers import nothing from there. */
const load = globalThis.handbookLoad ?? (name => import(new URL(`assets/javascripts/${name}.js`, __md_scope)));

/* Boxes that scroll sideways can be reached and scrolled from the keyboard, but only while they do scroll. */
const SCROLLERS = ".katex-display, .diagram__box, .md-typeset__scrollwrap, .tabbed-labels";
const near = new IntersectionObserver(entries => {
  const boxes = entries.filter(entry => entry.isIntersecting).map(entry => entry.target);
  const wide = boxes.map(box => box.scrollWidth > box.clientWidth + 1);
  boxes.forEach((box, i) => (wide[i] ? box.setAttribute("tabindex", "0") : box.removeAttribute("tabindex")));
}, { rootMargin: "50%" });

/* The question bank: pick a part, a level and a tag, or type a word; open an answer in place. Its front page has a table of
   the parts and fetches their questions with the first choice; the page of one part has them already. */
function bank(form) {
  const output = form.querySelector("output"), table = form.elements.part ? form.parentElement.querySelector("table") : null;
  let chapters = table ? null : rows();
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", async () => {
    try {
      chapters ??= list(table).then(rows);
      filter(form, output, await chapters);
    } catch {
      chapters = null;
      output.textContent = "The questions could not be loaded; the table leads to them.";
    }
  });
}

/* What stands on the page, with a button for each answer. */
function rows() {
  return [...document.querySelectorAll("section.late")].map(section => ({
    section,
    part: section.dataset.part,
    tags: (section.firstElementChild.dataset.tags ?? "").split("|"),
    rows: [...section.querySelectorAll("li")].map(row => {
      const found = { row, level: row.firstElementChild.dataset.level, text: row.textContent.toLowerCase() };
      row.append(Object.assign(document.createElement("button"), { type: "button", className: "bank-answer", textContent: "Answer", ariaExpanded: "false", onclick: open }));
      return found;
    }),
  }));
}

function filter(form, output, chapters) {
  const { part, level, tag, words } = Object.fromEntries(new FormData(form));
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0, all = 0;
  for (const { section, part: own, tags, rows } of chapters) {
    const first = shown, out = (part && part !== own) || (tag && !tags.includes(tag));
    for (const { row, level: own, text } of rows) {
      row.hidden = out || (level && level !== own) || !wanted.every(word => text.includes(word));
      all += 1;
      shown += !row.hidden;
    }
    section.hidden = shown === first;
  }
  output.textContent = `${shown} of ${all} questions`;
}

/* The questions of all parts in place of the table. */
async function list(table) {
  const site = await load("practice/questions");
  const { questions } = await site.all(), sections = new Map();
  for (const question of questions) {
    if (!sections.has(question.url)) {
      const section = Object.assign(document.createElement("section"), { className: "late" });
      section.innerHTML = "<h2><a></a></h2><ul></ul>";
      section.dataset.part = question.part;
      section.firstElementChild.dataset.tags = question.tags.join("|");
      Object.assign(section.querySelector("a"), { href: new URL(question.url, __md_scope), textContent: question.page });
      sections.set(question.url, section);
    }
    const link = Object.assign(document.createElement("a"), { href: site.address(question), innerHTML: question.title });
    link.dataset.level = question.level;
    sections.get(question.url).lastElementChild.appendChild(document.createElement("li")).append(link);
  }
  (table.closest(".md-typeset__scrollwrap") ?? table).replaceWith(...sections.values());
}

async function open({ currentTarget: button }) {
  const link = button.parentElement.firstElementChild, expanded = button.ariaExpanded === "true";
  let box = button.nextElementSibling;
  button.ariaExpanded = String(!expanded);
  if (!box) button.after(box = Object.assign(document.createElement("div"), { className: "bank-text" }));
  box.hidden = expanded;
  if (expanded || box.firstElementChild) return;
  box.textContent = "…";
  try {
    const site = await load("practice/questions");
    await site.answer(box, { id: link.hash.slice(1), url: link.pathname.slice(__md_scope.pathname.length) });
  } catch {
    box.textContent = "The answer could not be loaded; the link leads to it.";
  }
}

/* Terms of the glossary: what a word means, on hover, on focus, and on a first tap. One note for the whole page. */
const note = Object.assign(document.createElement("div"), { className: "term-note", id: "term-note", hidden: true });
note.setAttribute("role", "tooltip");
let explained = null, leaving = 0;

function explain(term) {
  clearTimeout(leaving);
  if (explained === term) return;
  explained?.removeAttribute("aria-describedby");
  explained = term;
  note.hidden = !term;
  if (!term) return;
  note.textContent = term.dataset.definition;
  term.setAttribute("aria-describedby", note.id);
  document.body.append(note);
  place();
}

/* Sections that are laid out as they come near move the word, so the note follows. */
function place() {
  if (!explained) return;
  const word = explained.getClientRects()[0], { offsetWidth, offsetHeight } = note, edge = document.documentElement.clientWidth;
  const above = word.top > offsetHeight + 80; /* the header covers the first lines */
  note.style.left = `${scrollX + Math.max(8, Math.min(word.left, edge - offsetWidth - 8))}px`;
  note.style.top = `${scrollY + (above ? word.top - offsetHeight - 4 : word.bottom + 4)}px`;
}

new ResizeObserver(place).observe(document.body);

const termOf = event => event.target.closest?.("a.term");
const leave = () => { leaving = setTimeout(explain, 200, null); };
document.addEventListener("mouseover", event => {
  if (note.contains(event.target)) clearTimeout(leaving); /* the note itself may be pointed at */
  else if (termOf(event)) explain(termOf(event));
  else if (explained && explained !== document.activeElement) { clearTimeout(leaving); leave(); }
});
document.addEventListener("focusin", event => explain(termOf(event) ?? null));
document.addEventListener("focusout", leave);
document.addEventListener("keydown", event => { if (event.key === "Escape") explain(null); });
document.addEventListener("click", event => {
  const term = termOf(event);
  if (term && matchMedia("(hover: none)").matches && term.dataset.tapped !== "yes") {
    event.preventDefault(); /* on a touch screen the first tap explains, the second follows the link */
    event.stopPropagation();
    document.querySelectorAll("a.term[data-tapped]").forEach(other => delete other.dataset.tapped);
    term.dataset.tapped = "yes";
    explain(term);
  }
}, true);

function openSearch() {
  const toggle = document.getElementById("__search");
  const query = document.querySelector("[data-md-component=search-query]");
  if (toggle && !toggle.checked) toggle.click();
  query?.focus();
}

/* Checklists remember what is ticked, in this browser, by the words of each item. */
function checklists(page) {
  const boxes = document.querySelectorAll(".task-list-item input[type=checkbox]");
  if (!boxes.length) return;
  const words = box => box.parentElement.textContent.trim().replace(/\s+/g, " ");
  let ticked = {};
  try { ticked = JSON.parse(localStorage.getItem("handbook.ticks")) ?? {}; } catch { /* blocked or damaged: the boxes work, and forget */ }
  for (const box of boxes) {
    const label = document.createElement("label"), own = [];
    for (let node = box.nextSibling; node && !/^[OU]L$/.test(node.nodeName); node = node.nextSibling) own.push(node);
    box.before(label);
    label.append(box, ...own);
    box.disabled = false;
    box.checked = (ticked[page] ?? []).includes(words(box));
    box.addEventListener("change", () => {
      ticked[page] = [...boxes].filter(other => other.checked).map(words);
      try { localStorage.setItem("handbook.ticks", JSON.stringify(ticked)); } catch { /* as above */ }
    });
  }
}

/* Practice pages bring a script of their own, which no other page loads. */
function practice(box) {
  load(`practice/${box.dataset.app}`).then(app => app.start(box));
}

/* The theme puts a <nav> into each code block that comes near: buttons, not a landmark each. */
new MutationObserver(records => {
  for (const { addedNodes } of records) for (const added of addedNodes) if (added.matches?.(".md-code__nav")) added.setAttribute("role", "none");
}).observe(document.documentElement, { childList: true, subtree: true });
/* Reading without a network: a published page names its release, and registers the service worker when all else is done. */
const release = document.querySelector("meta[name=release]")?.content ?? "";
if (release && "serviceWorker" in navigator && location.protocol !== "file:") {
  const register = () => load("offline").then(offline => offline.start(release)).catch(() => {}); /* blocked, or removed by the reader */
  const idle = () => (window.requestIdleCallback ?? setTimeout)(register);
  document.readyState === "complete" ? idle() : addEventListener("load", idle);
}
const offline = box => load("offline").then(module => module[box.dataset.offline](box, release));

/* Runs on the first page and after every instant navigation. */
document$.subscribe(() => {
  near.disconnect();
  explain(null);
  document.querySelectorAll(".home-search").forEach(button => button.addEventListener("click", openSearch));
  document.querySelectorAll(".bank-filter").forEach(bank);
  document.querySelectorAll("[data-app]").forEach(practice);
  document.querySelectorAll("[data-offline]").forEach(offline);
  checklists(location.pathname.slice(__md_scope.pathname.length));
  (window.requestIdleCallback ?? setTimeout)(() => {
    document.querySelectorAll(SCROLLERS).forEach(box => near.observe(box));
  });
});
