/* What a mock interview asks; no page and no clock. In: questions, cases, choices, a seed. Out: a balanced set. */

/* Parts of the site by round; `case` rounds begin with a design case. */
export const ROUNDS = {
  breadth: { name: "ML breadth", parts: ["Foundations", "Fundamentals", "Deep learning", "NLP and LLMs", "Vision", "Recommenders", "MLOps"] },
  deep: { name: "Deep learning and LLMs", parts: ["Deep learning", "NLP and LLMs", "Vision"] },
  statistics: { name: "Statistics and experiments", parts: ["Foundations"] },
  coding: { name: "ML coding", parts: ["Coding"] },
  design: { name: "ML system design", parts: ["System design", "MLOps", "Recommenders"], case: true },
  behavioral: { name: "Behavioral", parts: ["Behavioral"] },
};
/* Shares of easy, medium and hard questions by the level that the candidate aims at. */
export const SENIORITY = {
  junior: { name: "Junior", shares: { easy: 0.5, medium: 0.4, hard: 0.1 } },
  mid: { name: "Mid", shares: { easy: 0.25, medium: 0.5, hard: 0.25 } },
  senior: { name: "Senior", shares: { easy: 0.1, medium: 0.45, hard: 0.45 } },
  staff: { name: "Staff", shares: { easy: 0, medium: 0.4, hard: 0.6 } },
};
export const MINUTES = { easy: 2, medium: 4, hard: 6 };
const CASE_SHARE = 0.75; /* of a design round goes to the case, the rest to questions */

/* Numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled(list, draw) {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(draw() * (last + 1));
    [result[last], result[other]] = [result[other], result[last]];
  }
  return result;
}

/* {design, questions}: the case, if the round has one, and questions that fill the minutes. Levels follow the shares of
   the seniority, in minutes; no chapter comes twice before each had its turn; easier questions come first. */
export function draw({ round, seniority, minutes, seed }, questions, cases) {
  const next = random(seed), { parts } = ROUNDS[round], { shares } = SENIORITY[seniority];
  const design = ROUNDS[round].case && cases.length ? cases[Math.floor(next() * cases.length)] : null;
  let left = design ? Math.round(minutes * (1 - CASE_SHARE)) : minutes;
  const pool = shuffled(questions.filter(question => parts.includes(question.part) && shares[question.level] > 0), next);
  const spent = { easy: 0, medium: 0, hard: 0 }, turns = new Map(), picked = [];
  while (pool.length) {
    const total = spent.easy + spent.medium + spent.hard;
    const behind = Object.keys(shares).filter(level => MINUTES[level] <= left && pool.some(question => question.level === level))
      .sort((a, b) => (spent[a] - shares[a] * (total + MINUTES[a])) - (spent[b] - shares[b] * (total + MINUTES[b])))[0];
    if (!behind) break;
    const fewest = question => turns.get(question.part) ?? 0, chapter = question => turns.get(question.url) ?? 0;
    let best = null;
    pool.forEach((question, place) => {
      if (question.level !== behind) return;
      if (best === null || chapter(question) < chapter(pool[best]) || (chapter(question) === chapter(pool[best]) && fewest(question) < fewest(pool[best]))) best = place;
    });
    const [question] = pool.splice(best, 1);
    picked.push(question);
    turns.set(question.part, fewest(question) + 1);
    turns.set(question.url, chapter(question) + 1);
    spent[question.level] += MINUTES[question.level];
    left -= MINUTES[question.level];
  }
  const rank = { easy: 0, medium: 1, hard: 2 };
  return { design, questions: picked.sort((a, b) => rank[a.level] - rank[b.level]) };
}

/* Points from 0 to 1 of scored items, in all and by part; `scores` maps an item's key to 0, 1, 2 or 3. */
export function result(items, scores) {
  const parts = new Map();
  let points = 0, scored = 0;
  for (const { key, part } of items) {
    if (scores[key] === undefined) continue;
    const of = parts.get(part) ?? { points: 0, scored: 0 };
    of.points += scores[key] / 3;
    of.scored += 1;
    parts.set(part, of);
    points += scores[key] / 3;
    scored += 1;
  }
  return { share: scored ? points / scored : null, scored, of: items.length, parts };
}
