/* What the browser keeps. In and out: JSON values under a name. Where storage is blocked or full, memory serves until the page closes. */

const memory = new Map();
const BLOCKED = "This browser blocks storage for this site: everything works, but progress ends with this tab. Export it to keep it.";
const FULL = "The browser's storage for this site is full: everything works, but progress ends with this tab. Export it to keep it.";
let trouble = "";

export const problem = () => trouble;

export function read(name) {
  try {
    const text = localStorage.getItem(name);
    if (text !== null) return JSON.parse(text);
  } catch (error) {
    trouble = error instanceof SyntaxError
      ? "What was stored here is damaged and cannot be read; it is left as it is until you answer a card."
      : BLOCKED;
  }
  return memory.get(name) ?? null;
}

export function write(name, value) {
  memory.set(name, value);
  try {
    const text = JSON.stringify(value), before = localStorage.getItem(name);
    if (before !== null && !parses(before)) localStorage.setItem(`${name}.damaged`, before);
    localStorage.setItem(name, text);
    trouble = "";
  } catch (error) {
    trouble = error.name === "QuotaExceededError" ? FULL : BLOCKED;
  }
}

function parses(text) {
  try { JSON.parse(text); return true; } catch { return false; }
}

export function remove(name) {
  memory.delete(name);
  try { localStorage.removeItem(name); } catch { /* nothing was stored */ }
}
