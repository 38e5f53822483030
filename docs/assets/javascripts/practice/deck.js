/* The cards' state and what follows from it; no page, no clock, no storage of its own. Scheduling is FSRS's (ts-fsrs). */

import { createEmptyCard, fsrs, Rating, State } from "../ts-fsrs.js";

export const FORMAT = "ml-interview-handbook-cards";
export const VERSION = 1;
export const RATINGS = [[Rating.Again, "Again"], [Rating.Hard, "Hard"], [Rating.Good, "Good"], [Rating.Easy, "Easy"]];
const MINUTE = 60_000, DAY = 86_400_000, AHEAD = 20 * MINUTE;
const LEVELS = ["easy", "medium", "hard"], ORDERS = ["reading", "mixed"];
const scheduler = fsrs({ enable_fuzz: true });

export const empty = () => ({
  format: FORMAT, version: VERSION,
  settings: { parts: [], levels: [], perDay: 10, order: "reading" }, /* an empty list means all */
  cards: {}, days: {},
});

/* The day that a moment belongs to, in the reader's own time zone. */
export function day(moment) {
  const date = new Date(moment);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(part => String(part).padStart(2, "0")).join("-");
}
const evening = now => new Date(now).setHours(24, 0, 0, 0);

/* `value` as a state, or an Error whose message says what is wrong with it. */
export function check(value) {
  const is = (kind, what) => typeof what === kind;
  const object = what => what !== null && is("object", what) && !Array.isArray(what);
  if (!object(value) || value.format !== FORMAT) throw new Error("This file is not an export of these flash cards.");
  if (value.version !== VERSION) throw new Error(`This export has version ${String(value.version)}; this page reads version ${VERSION}. Reload the page and try again.`);
  if (!object(value.cards) || !object(value.days) || !object(value.settings)) throw new Error("This export is incomplete: cards, days or settings are missing.");
  for (const [id, card] of Object.entries(value.cards)) {
    const numbers = object(card) && ["stability", "difficulty", "reps", "lapses", "scheduled_days", "learning_steps"].every(name => Number.isFinite(card[name]) && card[name] >= 0);
    const dates = object(card) && [card.due, card.last_review].every(date => Number.isFinite(Date.parse(date)));
    if (!numbers || !dates || ![State.Learning, State.Review, State.Relearning].includes(card.state)) throw new Error(`This export is damaged: the history of card "${id.slice(0, 60)}" cannot be read.`);
  }
  for (const [name, count] of Object.entries(value.days)) {
    if (!/^\d{4}-\d\d-\d\d$/.test(name) || !object(count) || ![count.fresh, count.seen].every(number => Number.isInteger(number) && number >= 0)) throw new Error(`This export is damaged: the count of ${name.slice(0, 20)} cannot be read.`);
  }
  const { parts, levels, perDay, order } = value.settings;
  const names = list => Array.isArray(list) && list.every(name => is("string", name));
  if (!names(parts) || !names(levels) || !levels.every(level => LEVELS.includes(level)) || !(Number.isInteger(perDay) && perDay >= 0 && perDay <= 999) || !ORDERS.includes(order)) throw new Error("This export is damaged: its settings cannot be read.");
  return value;
}

/* Two histories as one: of each card the one that was seen last, of each day the larger counts; settings of `theirs`. */
export function merge(ours, theirs) {
  const cards = { ...ours.cards }, days = { ...ours.days };
  for (const [id, card] of Object.entries(theirs.cards)) {
    if (!cards[id] || Date.parse(card.last_review) >= Date.parse(cards[id].last_review)) cards[id] = card;
  }
  for (const [name, count] of Object.entries(theirs.days)) {
    days[name] = { fresh: Math.max(count.fresh, days[name]?.fresh ?? 0), seen: Math.max(count.seen, days[name]?.seen ?? 0) };
  }
  return { ...ours, settings: theirs.settings, cards, days };
}

/* The questions that the settings ask for. */
export function chosen(questions, { parts, levels }) {
  return questions.filter(question => (!parts.length || parts.includes(question.part)) && (!levels.length || levels.includes(question.level)));
}

/* A fixed shuffle: the order depends on the question's id alone (FNV-1a). */
function hash(text) {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0), 16777619);
  return value >>> 0;
}

/* What is to do at the moment `now`: cards that are being learned, reviews of today, new cards of today, each in order. */
export function queue(state, questions, now, extra = 0) {
  const learning = [], reviews = [], fresh = [];
  for (const question of chosen(questions, state.settings)) {
    const card = state.cards[question.id];
    if (!card) fresh.push(question);
    else if (card.state === State.Review) reviews.push([Date.parse(card.due), question]);
    else learning.push([Date.parse(card.due), question]);
  }
  const byTime = (a, b) => a[0] - b[0];
  if (state.settings.order === "mixed") fresh.sort((a, b) => hash(a.id) - hash(b.id));
  const quota = Math.max(0, state.settings.perDay + extra - (state.days[day(now)]?.fresh ?? 0));
  return {
    learning: learning.sort(byTime).filter(([due]) => due < evening(now)).map(([, question]) => question),
    reviews: reviews.sort(byTime).filter(([due]) => due < evening(now)).map(([, question]) => question),
    fresh: fresh.slice(0, quota),
    unseen: fresh.length,
  };
}

/* The next question, or null: steps that are due, reviews, new cards, then steps that are due within 20 minutes. */
export function next(state, questions, now, extra = 0) {
  const { learning, reviews, fresh } = queue(state, questions, now, extra);
  const due = question => Date.parse(state.cards[question.id].due);
  const step = learning[0];
  if (step && due(step) <= now) return step;
  return reviews[0] ?? fresh[0] ?? (step && due(step) <= now + AHEAD ? step : null);
}

/* For each rating: when the card comes back. */
export function outlook(state, id, now) {
  const card = state.cards[id] ?? createEmptyCard(new Date(now));
  const preview = scheduler.repeat(card, new Date(now));
  return RATINGS.map(([rating, name]) => ({ rating, name, card: plain(preview[rating].card), wait: preview[rating].card.due - now }));
}

const plain = card => ({ ...card, due: card.due.toISOString(), last_review: card.last_review.toISOString() });

/* The state after `id` got the card of `outlook`; the state given stays as it is. */
export function graded(state, id, card, now) {
  const today = day(now), before = state.days[today] ?? { fresh: 0, seen: 0 };
  return {
    ...state,
    cards: { ...state.cards, [id]: card },
    days: { ...state.days, [today]: { fresh: before.fresh + (state.cards[id] ? 0 : 1), seen: before.seen + 1 } },
  };
}

/* A time span in words that fit a button. */
export function span(milliseconds) {
  const minutes = Math.max(1, Math.round(milliseconds / MINUTE));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 60 * 24) return `${Math.round(minutes / 60)} h`;
  const days = Math.round(milliseconds / DAY);
  if (days < 31) return `${days} d`;
  return days < 365 ? `${(days / 30.4).toFixed(1).replace(/\.0$/, "")} mo` : `${(days / 365).toFixed(1).replace(/\.0$/, "")} y`;
}

/* How many cards fall due on each of the coming days; what is overdue counts as today. */
export function forecast(state, questions, now, days = 14) {
  const counts = Array(days).fill(0), start = new Date(now).setHours(0, 0, 0, 0);
  for (const question of chosen(questions, state.settings)) {
    const card = state.cards[question.id];
    if (!card) continue;
    const ahead = Math.max(0, Math.round((new Date(card.due).setHours(0, 0, 0, 0) - start) / DAY));
    if (ahead < days) counts[ahead] += 1;
  }
  return counts;
}

/* For each part: how many cards are new, being learned, known (back within three weeks) and well known. */
export function learned(state, questions) {
  const parts = new Map();
  for (const question of questions) {
    const card = state.cards[question.id], counts = parts.get(question.part) ?? { fresh: 0, learning: 0, known: 0, solid: 0 };
    counts[!card ? "fresh" : card.state !== State.Review ? "learning" : card.scheduled_days < 21 ? "known" : "solid"] += 1;
    parts.set(question.part, counts);
  }
  return parts;
}
