/* The mock interview. In: the site's questions and cases. Out: a set of them against the clock, then answers and a score. */

import { draw, MINUTES, result, ROUNDS, SENIORITY } from "./interview.js";
import { button, element, failure, plural, save } from "./page.js";
import * as site from "./questions.js";
import * as store from "./store.js";

const NAME = "handbook.interview";
const LENGTHS = [15, 30, 45, 60];
const SCORES = ["Missed", "Partly", "Good", "Strong"];
/* What a design answer is scored on: the steps of the design framework. */
const STEPS = ["Problem formulation", "Metrics", "Architecture", "Data and labels", "Features", "Model", "Serving", "Experiment and rollout", "Monitoring and scale"];

export async function start(box) {
  try {
    const { questions, cases } = await site.all();
    new Interview(box, questions, cases).resume();
  } catch {
    failure(box, () => start(box));
  }
}

class Interview {
  constructor(box, questions, cases) {
    Object.assign(this, { box, questions, cases });
  }

  /* An interview that runs, or is being scored, survives a reload. */
  resume() {
    const stored = store.read(NAME);
    if (stored?.choice && ROUNDS[stored.choice.round] && SENIORITY[stored.choice.seniority] && Number.isFinite(stored.began)) {
      Object.assign(this, stored);
      this.set = draw(stored.choice, this.questions, this.cases);
      if (this.items().every((item, place) => item.key === stored.keys[place])) {
        if (stored.ended) this.review(); else this.ask();
        return;
      }
      store.remove(NAME); /* the site's questions have changed since */
    }
    this.setup();
  }

  items() {
    const { design, questions } = this.set;
    return [...(design ? STEPS.map(step => ({ key: `step ${step}`, part: "Design case" })) : []), ...questions.map(question => ({ key: question.id, part: question.part }))];
  }

  keep() {
    const { choice, began, ended, place, notes, scores } = this;
    store.write(NAME, { choice, began, ended, place, notes, scores, keys: this.items().map(item => item.key) });
  }

  setup() {
    const asked = new URLSearchParams(location.search);
    const pick = (name, legend, options, chosen) => element("fieldset", {}, element("legend", {}, legend), ...options.map(([value, label]) =>
      element("label", {}, element("input", { type: "radio", name, value, checked: String(value) === String(chosen) }), ` ${label}`)));
    const known = (name, all, fallback) => (Object.hasOwn(all, asked.get(name) ?? "") ? asked.get(name) : fallback);
    const minutes = LENGTHS.includes(Number(asked.get("minutes"))) ? Number(asked.get("minutes")) : 30;
    const form = element("form", { class: "mock__setup", onsubmit: event => {
      event.preventDefault();
      const data = new FormData(form), seed = /^\d{1,9}$/.test(asked.get("seed") ?? "") ? Number(asked.get("seed")) : Math.floor(Math.random() * 1e9);
      this.open({ round: data.get("round"), seniority: data.get("seniority"), minutes: Number(data.get("minutes")), seed });
    } },
    pick("round", "Round", Object.entries(ROUNDS).map(([value, { name }]) => [value, name]), known("round", ROUNDS, "breadth")),
    pick("seniority", "You aim at", Object.entries(SENIORITY).map(([value, { name }]) => [value, name]), known("seniority", SENIORITY, "mid")),
    pick("minutes", "Minutes", LENGTHS.map(length => [length, String(length)]), minutes),
    element("p", {}, element("button", { type: "submit", class: "md-button md-button--primary" }, "Start the clock")));
    this.box.replaceChildren(form);
  }

  open(choice) {
    Object.assign(this, { choice, began: Date.now(), ended: null, place: 0, notes: {}, scores: {}, set: draw(choice, this.questions, this.cases) });
    site.prefetch(this.set.questions);
    this.keep();
    this.ask();
    this.box.querySelector("h2").focus();
  }

  /* The stages: the case first, then one question after the other. */
  stages() {
    const { design, questions } = this.set, { minutes } = this.choice;
    const rest = questions.reduce((sum, question) => sum + MINUTES[question.level], 0);
    return [
      ...(design ? [{ key: "case", heading: design.title, html: design.prompt, url: design.url, minutes: minutes - rest }] : []),
      ...questions.map(question => ({ key: question.id, heading: question.title, url: question.url, meta: `${question.level} · ${question.part}`, minutes: MINUTES[question.level] })),
    ];
  }

  ask() {
    const stages = this.stages(), stage = stages[this.place], last = this.place === stages.length - 1;
    const title = element("h2", { tabindex: "-1", class: "cards__question" }), text = element("div", {});
    site.show(title, stage.heading, stage.url);
    if (stage.html) site.show(text, stage.html, stage.url);
    const notes = element("textarea", { rows: "6", "aria-label": "Your notes", placeholder: "Notes, if you like. Better: say it aloud.", oninput: () => { this.notes[stage.key] = notes.value; this.keep(); } });
    notes.value = this.notes[stage.key] ?? "";
    this.clock = element("p", { class: "mock__clock", role: "timer", "aria-live": "off" });
    this.warned = element("p", { class: "unseen", role: "status" });
    const go = step => { this.place += step; this.keep(); this.ask(); this.box.querySelector("h2").focus(); };
    this.box.replaceChildren(
      element("div", { class: "cards__face" },
        element("div", { class: "mock__head" }, element("p", { class: "cards__meta" }, `${this.place + 1} of ${stages.length} · ${stage.meta ?? "design case"} · about ${plural(stage.minutes, "minute")}`), this.clock),
        title, text, notes,
        element("div", { class: "cards__actions" },
          this.place ? button("Back", () => go(-1)) : null,
          last ? null : button("Next", () => go(1), { class: "md-button md-button--primary" }),
          button(last ? "Finish and score" : "Finish early", () => { this.ended = Date.now(); this.keep(); this.review(); }, { class: last ? "md-button md-button--primary" : "md-button" }))),
      this.warned);
    this.tick();
  }

  tick() {
    clearTimeout(this.timer);
    if (!this.box.isConnected || this.ended) return;
    const left = Math.round((this.began + this.choice.minutes * 60_000 - Date.now()) / 1000);
    const clock = `${left < 0 ? "-" : ""}${Math.floor(Math.abs(left) / 60)}:${String(Math.abs(left) % 60).padStart(2, "0")}`;
    this.clock.textContent = left < 0 ? `${clock} over` : `${clock} left`;
    this.clock.classList.toggle("mock__clock--over", left < 0);
    if ([300, 60, 0].includes(left)) this.warned.textContent = left ? `${plural(left / 60, "minute")} left` : "Time is up";
    this.timer = setTimeout(() => this.tick(), 1000 - (Date.now() % 1000));
  }

  /* Model answers, the case's rubric, and a score for each. */
  review() {
    clearTimeout(this.timer);
    const { design, questions } = this.set;
    const score = (key, label) => element("fieldset", { class: "mock__score" }, element("legend", {}, label), ...SCORES.map((name, value) =>
      element("label", {}, element("input", { type: "radio", name: key, value: String(value), checked: this.scores[key] === value, onchange: () => { this.scores[key] = value; this.keep(); this.total(); } }), ` ${name}`)));
    const said = key => (this.notes[key] ? element("blockquote", {}, this.notes[key]) : null);
    const parts = [element("h2", { tabindex: "-1", class: "cards__question" }, "How did it go?"), element("p", {}, "Compare your answer with the model answer, then score it as an interviewer would: what you said, not what you knew.")];
    if (design) {
      const rubric = element("div", { class: "mock__rubric" });
      site.show(rubric, design.rubric, design.url);
      parts.push(element("section", {}, element("h3", {}, "Design case: ", element("a", { href: site.address({ url: design.url, id: "levels" }) }, design.title)), said("case"), rubric, ...STEPS.map(step => score(`step ${step}`, step))));
    }
    questions.forEach((question, place) => {
      const title = element("h3", {}), answer = element("div", { class: "cards__answer" }, "…");
      site.show(title, `${place + 1}. ${question.title}`, question.url);
      site.answer(answer, question).catch(() => { answer.textContent = "The answer could not be loaded. "; answer.append(element("a", { href: site.address(question) }, "Open it in its chapter.")); });
      parts.push(element("section", {}, element("p", { class: "cards__meta" }, element("span", { class: `level level--${question.level}` }, question.level), ` ${question.part} · `, element("a", { href: site.address(question) }, question.page)), title, said(question.id), answer, score(question.id, "Your answer was")));
    });
    this.sum = element("div", { class: "mock__sum", role: "status" });
    this.told = element("span", { role: "status" });
    parts.push(element("section", {}, element("h3", {}, "Summary"), this.sum, element("p", { class: "mock__end" },
      button("Copy", () => this.copy()), " ", button("Print", () => print()), " ", button("Save as text", () => save(`mock-interview-${new Date(this.began).toISOString().slice(0, 10)}.md`, this.summary(), "text/markdown")), " ",
      button("New interview", () => { store.remove(NAME); this.setup(); this.box.querySelector("input").focus(); }), " ", this.told)));
    this.box.replaceChildren(element("div", { class: "mock__review" }, ...parts));
    this.total();
    this.box.querySelector("h2").focus();
  }

  total() {
    const { share, scored, of, parts } = result(this.items(), this.scores);
    const percent = value => `${Math.round(100 * value)} %`;
    this.sum.replaceChildren(
      element("p", {}, share === null ? `Nothing scored yet (${of} to score).` : `${percent(share)} of the points, ${scored} of ${of} scored.`),
      ...(scored ? [element("ul", {}, ...[...parts].map(([part, { points, scored: count }]) => element("li", {}, `${part}: ${percent(points / count)} (${plural(count, "item")})`)))] : []));
  }

  /* The interview as Markdown. */
  summary() {
    const { design, questions } = this.set, { round, seniority, minutes, seed } = this.choice;
    const plain = html => { const box = element("div"); box.innerHTML = html; box.querySelectorAll(".katex-html").forEach(part => part.remove()); box.querySelectorAll("annotation").forEach(part => part.closest("math").replaceWith(`$${part.textContent}$`)); return box.textContent.trim(); };
    const score = key => (this.scores[key] === undefined ? "not scored" : SCORES[this.scores[key]].toLowerCase());
    const used = Math.round(((this.ended ?? Date.now()) - this.began) / 60_000);
    const again = new URL(`?${new URLSearchParams({ round, seniority, minutes, seed })}`, location.href.split(/[?#]/)[0]);
    const { share, parts } = result(this.items(), this.scores);
    return [
      `# Mock interview: ${ROUNDS[round].name}, ${SENIORITY[seniority].name.toLowerCase()}`, "",
      `${new Date(this.began).toISOString().slice(0, 10)}, ${used} of ${minutes} minutes${share === null ? "" : `, ${Math.round(100 * share)} % of the points`}`, "",
      ...[...parts].map(([part, { points, scored }]) => `- ${part}: ${Math.round(100 * points / scored)} %`), "",
      ...(design ? [`## Design case: ${design.title}`, "", ...STEPS.map(step => `- ${step}: ${score(`step ${step}`)}`), "", this.notes.case ?? "", ""] : []),
      ...questions.flatMap((question, place) => [`## ${place + 1}. ${plain(question.title)}`, "", `${question.level}, ${score(question.id)}. ${site.address(question)}`, "", ...(this.notes[question.id] ? [this.notes[question.id], ""] : [])]),
      `The same questions again: ${again}`, "",
    ].join("\n");
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.summary());
      this.told.textContent = "Copied.";
    } catch {
      this.told.textContent = "This browser does not let pages copy; save it as text instead.";
    }
  }
}
