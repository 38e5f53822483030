/* The little script that pages need. Everything here only adds to pages that work without it. */

/* Boxes that scroll sideways can be reached and scrolled from the keyboard, but only while they do scroll. */
const SCROLLERS = ".katex-display, .diagram__box, .md-typeset__scrollwrap, .tabbed-labels";
const near = new IntersectionObserver(entries => {
  const boxes = entries.filter(entry => entry.isIntersecting).map(entry => entry.target);
  const wide = boxes.map(box => box.scrollWidth > box.clientWidth + 1);
  boxes.forEach((box, i) => (wide[i] ? box.setAttribute("tabindex", "0") : box.removeAttribute("tabindex")));
}, { rootMargin: "50%" });

/* The question bank: pick a part and a level, or type a word. */
function bank(form) {
  const parts = [...document.querySelectorAll("section.late")].map(section => ({
    section,
    name: section.querySelector("h2").firstChild.textContent.trim(),
    chapters: [...section.querySelectorAll("ul")].map(list => ({
      list,
      heading: list.previousElementSibling,
      rows: [...list.children].map(row => ({ row, level: row.querySelector("a").dataset.level, text: row.textContent.toLowerCase() })),
    })),
  }));
  form.addEventListener("input", () => {
    const { part, level, words } = Object.fromEntries(new FormData(form));
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0, all = 0;
    for (const { section, name, chapters } of parts) {
      const before = shown;
      for (const { list, heading, rows } of chapters) {
        const first = shown;
        for (const { row, level: own, text } of rows) {
          row.hidden = (part && part !== name) || (level && level !== own) || !wanted.every(word => text.includes(word));
          all += 1;
          shown += !row.hidden;
        }
        list.hidden = heading.hidden = shown === first;
      }
      section.hidden = shown === before;
    }
    form.querySelector("output").textContent = `${shown} of ${all} questions`;
  });
  form.addEventListener("submit", event => event.preventDefault());
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
  const word = term.getClientRects()[0], { offsetWidth, offsetHeight } = note, edge = document.documentElement.clientWidth;
  const above = word.top > offsetHeight + 80; /* the header covers the first lines */
  note.style.left = `${scrollX + Math.max(8, Math.min(word.left, edge - offsetWidth - 8))}px`;
  note.style.top = `${scrollY + (above ? word.top - offsetHeight - 4 : word.bottom + 4)}px`;
}

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

/* Runs on the first page and after every instant navigation. */
document$.subscribe(() => {
  near.disconnect();
  explain(null);
  document.querySelectorAll(".home-search").forEach(button => button.addEventListener("click", openSearch));
  document.querySelectorAll(".bank-filter").forEach(bank);
  (window.requestIdleCallback ?? setTimeout)(() => {
    document.querySelectorAll(SCROLLERS).forEach(box => near.observe(box));
    document.querySelectorAll(".md-code__nav").forEach(group => group.setAttribute("role", "none")); /* buttons, not a landmark each */
  });
});
