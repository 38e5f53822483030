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

function openSearch() {
  const toggle = document.getElementById("__search");
  const query = document.querySelector("[data-md-component=search-query]");
  if (toggle && !toggle.checked) toggle.click();
  query?.focus();
}

/* Runs on the first page and after every instant navigation. */
document$.subscribe(() => {
  near.disconnect();
  document.querySelectorAll(".home-search").forEach(button => button.addEventListener("click", openSearch));
  document.querySelectorAll(".bank-filter").forEach(bank);
  (window.requestIdleCallback ?? setTimeout)(() => {
    document.querySelectorAll(SCROLLERS).forEach(box => near.observe(box));
    document.querySelectorAll(".md-code__nav").forEach(group => group.setAttribute("role", "none")); /* buttons, not a landmark each */
  });
});
