/* The little script that pages need. Everything here only adds to pages that work without it. */

/* Boxes that scroll sideways can be reached and scrolled from the keyboard, but only while they do scroll. */
const SCROLLERS = ".katex-display, .diagram__box, .md-typeset__table, .md-typeset__scrollwrap, .highlight code, .tabbed-labels";
const sizes = new ResizeObserver(entries => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});

/* The question bank: pick a part and a level, or type a word. */
function bank(list) {
  const items = [...list.querySelectorAll("li > a[data-level]")].map(a => ({ row: a.closest("li"), level: a.dataset.level, text: a.textContent.toLowerCase() }));
  if (!items.length) return;
  const parts = [...list.querySelectorAll("h2")];
  const form = document.createElement("form");
  form.className = "bank-filter";
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Filter the questions");
  const options = (name, label, values) =>
    `<label>${label}<select name="${name}"><option value="">all</option>${values.map(v => `<option>${v}</option>`).join("")}</select></label>`;
  form.innerHTML = options("part", "Part", parts.map(h => h.firstChild.textContent.trim())) + options("level", "Level", ["easy", "medium", "hard"])
    + '<label>Words<input type="search" name="words" autocomplete="off"></label><output aria-live="polite"></output>';
  parts[0].before(form);
  const filter = () => {
    const { part, level, words } = Object.fromEntries(new FormData(form));
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0, heading = "";
    const visible = new Map();
    for (let node = form.nextElementSibling; node; node = node.nextElementSibling) {
      if (node.tagName === "H2") heading = node.firstChild.textContent.trim();
      for (const item of items.filter(i => node.contains(i.row))) {
        item.row.hidden = (part && part !== heading) || (level && level !== item.level) || !wanted.every(w => item.text.includes(w));
        if (!item.row.hidden) { shown += 1; visible.set(node, true); }
      }
    }
    let chapter = null, section = null;
    for (let node = form.nextElementSibling; node; node = node.nextElementSibling) {
      if (node.tagName === "H2") { section = node; chapter = null; section.hidden = true; }
      else if (node.tagName === "H3") { chapter = node; chapter.hidden = true; }
      else if (node.tagName === "UL") { node.hidden = !visible.get(node); if (!node.hidden) { chapter.hidden = false; section.hidden = false; } }
    }
    form.querySelector("output").textContent = `${shown} of ${items.length} questions`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", event => event.preventDefault());
  filter();
}

function openSearch() {
  const toggle = document.getElementById("__search");
  const query = document.querySelector("[data-md-component=search-query]");
  if (toggle && !toggle.checked) toggle.click();
  query?.focus();
}

/* Runs on the first page and after every instant navigation. */
document$.subscribe(() => {
  sizes.disconnect();
  document.querySelectorAll(SCROLLERS).forEach(box => sizes.observe(box));
  document.querySelectorAll(".md-code__nav").forEach(group => group.setAttribute("role", "none")); /* buttons, not a landmark each */
  document.querySelectorAll(".home-search").forEach(button => button.addEventListener("click", openSearch));
  const article = document.querySelector("article");
  if (article && location.pathname.includes("/question-bank")) bank(article);
});
