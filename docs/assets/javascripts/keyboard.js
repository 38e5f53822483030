/* What the theme leaves to the mouse: its menu and its levels open by labels, which no key reaches. Each label's icon becomes a
   button that does what the label does; the label itself stays, for readers without script. */
{ /* names of its own */
const menu = document.getElementById("__drawer"), search = document.getElementById("__search");
const sidebar = () => document.querySelector(".md-sidebar--primary");
const shown = box => box.checkVisibility({ visibilityProperty: true }) && box.getClientRects().length > 0;
const stops = box => [...box.querySelectorAll("a[href], button, label[tabindex='0']")].filter(shown);

/* The icon of a label as a button that presses the label's toggle. */
function press(label, name) {
  const icon = label.querySelector(".md-nav__icon, svg"), toggle = document.getElementById(label.htmlFor);
  if (!icon || !toggle || label.querySelector("button")) return null;
  const drawn = icon.localName === "span"; /* by its class, which also hides it where there is nothing to open */
  const button = Object.assign(document.createElement("button"), { type: "button", className: drawn ? `press ${icon.className}` : "press", ariaLabel: name });
  const state = () => { button.ariaExpanded = String(toggle.checked); };
  icon.replaceWith(button);
  if (!drawn) button.append(icon);
  button.addEventListener("click", event => { event.preventDefault(); toggle.click(); });
  toggle.addEventListener("change", state);
  state();
  label.removeAttribute("tabindex");
  return button;
}

/* A level of the menu opens with its way back in focus, and closes with the focus on what opened it. */
function level(toggle) {
  const title = toggle.parentElement.querySelector(`:scope > .md-nav > .md-nav__title[for="${toggle.id}"]`);
  const entry = toggle.parentElement.querySelector(`:scope > :is(.md-nav__link, .md-nav__container) :is(button)`);
  if (!title || title.dataset.back) return;
  title.dataset.back = "yes";
  press(title, `Back from ${title.textContent.trim()}`);
  toggle.addEventListener("change", () => {
    const target = toggle.checked ? title.querySelector("button") : entry;
    if (target && shown(target) && document.activeElement?.matches(".press")) target.focus();
  });
}

const opener = press(document.querySelector(".md-header [for=__drawer]"), "Menu");
menu.addEventListener("change", () => {
  if (menu.checked) { if (document.activeElement === opener) stops(sidebar())[0]?.focus(); }
  else if (sidebar()?.contains(document.activeElement)) opener.focus();
});
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && menu.checked) { menu.click(); opener.focus(); }
});
/* The open menu covers the page, so it closes when the focus goes on into the page. */
document.addEventListener("focusin", ({ target }) => {
  if (menu.checked && target !== opener && !sidebar().contains(target)) menu.click();
});

/* Sections are laid out as they come near, which may push what was just reached out of sight again. */
document.addEventListener("focusin", ({ target }) => {
  if (!target.matches(":focus-visible") || !target.closest(".md-content, .md-footer")) return;
  let frames = 15; /* until the sections on the way are laid out: a quarter of a second */
  const hold = () => {
    const { top, bottom } = target.getBoundingClientRect();
    if (target !== document.activeElement || !frames--) return;
    if (bottom > innerHeight || top < 0) target.scrollIntoView({ block: "nearest", behavior: "instant" });
    requestAnimationFrame(hold);
  };
  requestAnimationFrame(hold);
});

/* The palette in use is the chosen one of its group, so that Tab and Shift+Tab both stop at what is drawn. */
const palette = document.querySelector("[data-md-component=palette] label:not([hidden])")?.previousElementSibling;
if (palette) palette.checked = true;

/* The search gives the focus back to where it came from. Results that are drawn anew under the focus let it fall to nothing; that is no origin. */
let before = null;
document.querySelector("[data-md-component=search-query]")?.addEventListener("focus", ({ relatedTarget }) => {
  if (relatedTarget && !relatedTarget.closest(".md-search")) before = relatedTarget;
});
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || !search?.checked) return;
  setTimeout(() => {
    if (!search.checked && document.activeElement === document.body) before?.focus();
    before = null;
  });
}, true);

/* Results that are drawn anew, because their texts came, take the focus with them: it goes on to the first of the new ones. */
let result = null;
const results = document.querySelector(".md-search-result__list");
document.addEventListener("focusin", ({ target }) => { result = results?.contains(target) ? target : null; });
if (results) new MutationObserver(() => {
  if (result && !result.isConnected && search?.checked && document.activeElement === document.body) results.querySelector("a")?.focus();
}).observe(results, { childList: true });

const soon = window.requestIdleCallback ?? setTimeout; /* a task of its own: the theme's is long enough */
document$.subscribe(() => soon(() => {
  document.querySelectorAll(".md-sidebar--primary label.md-nav__link[for]").forEach(label => press(label, label.htmlFor === "__toc" ? "On this page" : label.textContent.trim() || label.parentElement.textContent.trim()));
  document.querySelectorAll(".md-sidebar--primary .md-nav__toggle").forEach(level);
}));
}
