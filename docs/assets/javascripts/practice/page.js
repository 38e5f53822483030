/* Small helpers for the practice pages' markup. */

/* An element with attributes, listeners ("onclick": function) and children. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (typeof value === "boolean") made.toggleAttribute(name, value);
    else if (value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

export const button = (text, onclick, attributes = {}) => element("button", { type: "button", class: "md-button", onclick, ...attributes }, text);

export const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

export const save = (name, text, type = "application/json") => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};

/* What to say where the site's data cannot be loaded. */
export function failure(box, again) {
  box.replaceChildren(element("div", { class: "admonition warning", role: "alert" },
    element("p", { class: "admonition-title" }, "The questions could not be loaded"),
    element("p", {}, "Check the connection and try again. Nothing of your progress is lost."),
    element("p", {}, button("Try again", again))));
}

/* True where a key belongs to the page, not to a field, a button or the search box. */
export function free(event) {
  const { target } = event;
  return !(event.ctrlKey || event.metaKey || event.altKey || target.closest?.("input, select, textarea, summary, [contenteditable]") || document.querySelector("#__search:checked"));
}
