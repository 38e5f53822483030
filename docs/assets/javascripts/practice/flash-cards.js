/* Flash cards. In: the site's questions and the browser's memory of them. Out: one card at a time, when it is due. */

import * as deck from "./deck.js";
import { button, element, failure, free, plural, save } from "./page.js";
import * as site from "./questions.js";
import * as store from "./store.js";

const NAME = "handbook.cards";
const LEVELS = ["easy", "medium", "hard"];
const STAGES = [["solid", "solid"], ["known", "known"], ["learning", "learning"], ["fresh", "new"]];

export async function start(box) {
  let questions, parts;
  try {
    ({ questions, parts } = await site.all());
  } catch {
    failure(box, () => start(box));
    return;
  }
  new Cards(box, questions, parts).begin();
}

class Cards {
  constructor(box, questions, parts) {
    Object.assign(this, { box, questions, parts, extra: 0, card: null, shown: false, undo: null });
    this.state = this.load();
  }

  load() {
    let state = deck.empty();
    this.unreadable = "";
    const stored = store.read(NAME);
    if (stored !== null) {
      try { state = deck.check(stored); } catch (error) { this.unreadable = `What this browser stored cannot be used and is left out: ${error.message}`; }
    }
    const known = state.settings.parts.filter(part => this.parts.includes(part));
    return { ...state, settings: { ...state.settings, parts: known.length === this.parts.length ? [] : known } };
  }

  keep(state) {
    if (this.unreadable) { /* never write over what could not be read */
      store.write(`${NAME}.unreadable`, store.read(NAME));
      this.unreadable = "";
    }
    this.state = state;
    store.write(NAME, state);
  }

  begin() {
    this.notice = element("p", { class: "cards__notice", role: "alert", hidden: true });
    this.status = element("p", { class: "cards__status", role: "status" });
    this.face = element("div", { class: "cards__face" });
    this.stats = element("div", { class: "cards__stats" });
    this.box.replaceChildren(this.notice, this.status, this.face, this.settings(), element("details", { class: "note", open: true }, element("summary", {}, "Progress"), this.stats), this.data());
    document.addEventListener("keydown", this.press = event => this.key(event));
    addEventListener("storage", this.other = event => { if (event.key === NAME) { this.state = this.load(); this.turn(false); } });
    this.turn(false);
    if (!navigator.connection?.saveData) (window.requestIdleCallback ?? setTimeout)(() => site.prefetch(deck.chosen(this.questions, this.state.settings)));
  }

  /* The next card, or the end of today's work. */
  turn(focus = true) {
    const now = Date.now();
    clearTimeout(this.waiting);
    this.shown = false;
    this.card = deck.next(this.state, this.questions, now, this.extra);
    this.say();
    this.face.replaceChildren(...(this.card ? this.front() : this.done(now)));
    this.draw(now);
    if (focus) this.face.querySelector("[tabindex='-1']")?.focus();
  }

  say() {
    const { learning, reviews, fresh } = deck.queue(this.state, this.questions, Date.now(), this.extra);
    this.status.textContent = `${reviews.length} to review, ${learning.length} in learning, ${fresh.length} new today`;
    const trouble = this.unreadable || store.problem();
    this.notice.textContent = trouble;
    this.notice.hidden = !trouble;
  }

  front() {
    const { card } = this;
    const title = element("h2", { class: "cards__question", tabindex: "-1" });
    site.show(title, card.title, card.url);
    this.answer = element("div", { class: "cards__answer", tabindex: "-1", hidden: true });
    this.actions = element("div", { class: "cards__actions" }, button("Show answer", () => this.flip(), { class: "md-button md-button--primary", "aria-keyshortcuts": "Space" }), ...this.undoButton());
    return [
      element("p", { class: "cards__meta" }, element("span", { class: `level level--${card.level}` }, card.level), ` ${card.part} · `, element("a", { href: site.address(card) }, card.page)),
      title, this.answer, this.actions,
    ];
  }

  undoButton() {
    return this.undo ? [button("Undo", () => this.back(), { "aria-keyshortcuts": "U" })] : [];
  }

  async flip() {
    if (!this.card || this.shown) return;
    this.shown = true;
    const { card, answer } = this;
    try {
      await site.answer(answer, card);
    } catch {
      this.shown = false;
      answer.hidden = false;
      answer.replaceChildren(element("p", { role: "alert" }, "The answer could not be loaded. Check the connection and press Show answer again, or open the chapter."));
      return;
    }
    if (this.card !== card) return;
    answer.hidden = false;
    const ratings = deck.outlook(this.state, card.id, Date.now());
    this.actions.replaceChildren(...ratings.map(({ name, card: after, wait }, i) =>
      button([element("span", {}, name), element("small", {}, deck.span(wait))], () => this.grade(after), { class: `md-button cards__grade cards__grade--${name.toLowerCase()}`, "aria-keyshortcuts": String(i + 1) })));
    answer.focus({ preventScroll: true });
  }

  grade(after) {
    this.undo = { state: this.state, id: this.card.id };
    this.keep(deck.graded(this.state, this.card.id, after, Date.now()));
    this.turn();
    this.face.scrollIntoView({ block: "nearest" });
  }

  back() {
    if (!this.undo) return;
    this.keep(this.undo.state);
    this.undo = null;
    this.turn();
  }

  done(now) {
    const { unseen, learning } = deck.queue(this.state, this.questions, now, this.extra);
    const later = learning.map(question => Date.parse(this.state.cards[question.id].due));
    const tomorrow = deck.forecast(this.state, this.questions, now, 2)[1];
    const lines = [later.length ? `The next card comes back in ${deck.span(later[0] - now)}.` : `Tomorrow ${plural(tomorrow, "card")} will be due.`];
    if (later.length) this.waiting = setTimeout(() => this.box.isConnected && !this.card && this.turn(false), Math.max(1000, later[0] - now));
    return [
      element("h2", { class: "cards__question", tabindex: "-1" }, "Done for today"),
      element("p", {}, lines.join(" ")),
      element("div", { class: "cards__actions" }, unseen ? button(`Learn ${Math.min(5, unseen)} more`, () => { this.extra += 5; this.turn(); }) : null, ...this.undoButton()),
    ];
  }

  key(event) {
    if (!this.box.isConnected) {
      document.removeEventListener("keydown", this.press);
      removeEventListener("storage", this.other);
      clearTimeout(this.waiting);
      return;
    }
    if (!free(event)) return;
    const onControl = event.target.closest?.("button, a");
    if (event.key === " " && !this.shown && this.card && !onControl) this.flip();
    else if (this.shown && /^[1-4]$/.test(event.key)) this.actions.children[event.key - 1]?.click();
    else if (event.key === "u") this.back();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  settings() {
    const { settings } = this.state;
    const boxes = (name, legend, values) => element("fieldset", {}, element("legend", {}, legend), ...values.map(value =>
      element("label", {}, element("input", { type: "checkbox", name, value, checked: !settings[name].length || settings[name].includes(value) }), ` ${value}`)));
    const hint = element("p", { role: "alert", hidden: true }, "Choose at least one part and one level; until then the last choice stays.");
    const form = element("form", { class: "cards__settings", onsubmit: event => event.preventDefault() },
      boxes("parts", "Parts", this.parts), boxes("levels", "Levels", LEVELS),
      element("fieldset", {}, element("legend", {}, "New cards"),
        element("label", {}, "A day ", element("input", { type: "number", name: "perDay", min: "0", max: "999", step: "1", value: settings.perDay, inputmode: "numeric" })),
        element("label", {}, "Order ", element("select", { name: "order" }, element("option", { value: "reading", selected: settings.order === "reading" }, "as in the handbook"), element("option", { value: "mixed", selected: settings.order === "mixed" }, "mixed")))),
      hint);
    form.addEventListener("change", () => {
      const data = new FormData(form), listed = (name, all) => (data.getAll(name).length === all.length ? [] : data.getAll(name));
      const perDay = Number(data.get("perDay"));
      hint.hidden = data.getAll("parts").length > 0 && data.getAll("levels").length > 0;
      if (!hint.hidden) return;
      if (!form.checkValidity() || !Number.isInteger(perDay)) { form.reportValidity(); return; }
      this.keep({ ...this.state, settings: { parts: listed("parts", this.parts), levels: listed("levels", LEVELS), perDay, order: data.get("order") } });
      this.turn(false);
    });
    return element("details", { class: "note" }, element("summary", {}, "What to learn"), form);
  }

  /* What is due in two weeks, and how much of each part is learned: bars drawn to scale, with the numbers beside them. */
  draw(now) {
    const due = deck.forecast(this.state, this.questions, now), most = Math.max(1, ...due);
    const date = ahead => new Date(now + ahead * 86_400_000).toLocaleDateString("en-US", { weekday: "short", day: "numeric", month: "short" });
    const bar = (share, kind, side) => {
      const made = element("span", { class: `cards__bar cards__bar--${kind}`, "aria-hidden": "true" });
      made.style[side] = `${100 * share}%`;
      return made;
    };
    const rows = [...deck.learned(this.state, this.questions)].map(([part, counts]) => {
      const total = Object.values(counts).reduce((a, b) => a + b, 0);
      return element("tr", {}, element("th", { scope: "row" }, part, element("span", { class: "cards__track" }, ...STAGES.map(([stage]) => bar(counts[stage] / total, stage, "width")))),
        ...STAGES.map(([stage]) => element("td", {}, String(counts[stage]))));
    });
    this.stats.replaceChildren(
      element("table", { class: "cards__chart" }, element("caption", {}, "How much is learned"),
        element("thead", {}, element("tr", {}, ...["Part", ...STAGES.map(([, name]) => name)].map(name => element("th", { scope: "col" }, name)))), element("tbody", {}, ...rows)),
      element("p", { class: "cards__caption", id: "cards-due" }, "Due in the next two weeks"),
      element("ol", { class: "cards__days", "aria-labelledby": "cards-due" }, ...due.map((count, ahead) =>
        element("li", {}, element("span", { "aria-hidden": "true" }, count ? String(count) : ""), bar(count / most, "due", "height"),
          element("span", { "aria-hidden": "true" }, String(new Date(now + ahead * 86_400_000).getDate())),
          element("span", { class: "unseen" }, `${ahead ? date(ahead) : "today"}: ${plural(count, "card")}`)))));
  }

  data() {
    const said = element("p", { role: "status", class: "cards__said" });
    const file = element("input", { type: "file", accept: "application/json,.json", "aria-label": "Import progress from a file", onchange: async () => {
      if (!file.files.length) return;
      try {
        const text = await file.files[0].text();
        let value;
        try { value = JSON.parse(text); } catch { throw new Error("This file is not JSON: it is no export, or it was cut off."); }
        const incoming = deck.check(value);
        this.keep(deck.merge(this.state, incoming));
        this.state = this.load();
        said.textContent = `Imported ${plural(Object.keys(incoming.cards).length, "card")}. Of each card, the later review counts.`;
        this.undo = null;
        this.box.querySelector(".cards__settings").closest("details").replaceWith(this.settings());
        this.turn(false);
      } catch (error) {
        said.textContent = `${error.message} Nothing was changed.`;
      }
      file.value = "";
    } });
    const really = element("span", { hidden: true }, "Delete the history of all cards in this browser? ",
      button("Delete", () => { store.remove(NAME); this.state = deck.empty(); this.undo = null; this.extra = 0; really.hidden = true; said.textContent = "All progress is deleted."; this.box.querySelector(".cards__settings").closest("details").replaceWith(this.settings()); this.turn(false); }), " ",
      button("Keep", () => { really.hidden = true; reset.focus(); }));
    const reset = button("Reset", () => { really.hidden = false; really.querySelector("button").focus(); });
    return element("details", { class: "note" }, element("summary", {}, "Your data"),
      element("p", {}, "Your history stays in this browser; nothing is sent anywhere. Export it to keep it or to take it to another device."),
      element("p", { class: "cards__data" }, button("Export", () => { save(`handbook-cards-${deck.day(Date.now())}.json`, JSON.stringify(this.state)); said.textContent = `Exported ${plural(Object.keys(this.state.cards).length, "card")}.`; }),
        " ", element("label", { class: "md-button" }, "Import", file), " ", reset, " ", really), said);
  }
}
