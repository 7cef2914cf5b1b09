// Chooses pieces of texts that many of the texts have in common: what COVER does (Liao, Petri, Moffat and Wirth, 2016),
// with which zstd trains its dictionaries.

/** What is counted: runs of so many characters. What is taken: pieces of so many. */
const run = 6;
const piece = 40;

/**
 * A text of about `maxBytes`, at most that many, with what is worth most at its end, since that is the cheapest to refer to. `known`: what stands
 * behind it anyway.
 * @param {readonly string[]} texts
 */
export function cover(texts, maxBytes, known = "") {
  const counts = countRuns(texts);
  for (const each of runsOf(known)) counts.delete(each);
  const whole = texts.join("\n");
  const rounds = Math.max(1, Math.floor(maxBytes / piece / 2));
  const part = Math.floor(whole.length / rounds);
  /** @type {{ text: string, worth: number }[]} */
  const taken = [];
  let size = 0;
  // From each part of the texts the best piece, in turn, until there is enough of them or none is worth anything.
  for (let i = 0, barren = 0; size < maxBytes && barren < rounds; i = (i + 1) % rounds) {
    const found = bestPiece(whole.slice(i * part, (i + 1) * part), counts);
    barren = found ? 0 : barren + 1;
    if (!found) continue;
    for (const each of runsOf(found.text)) counts.delete(each);
    taken.push(found);
    size += Buffer.byteLength(found.text);
  }
  return atMost(
    taken
      .toSorted((a, b) => a.worth - b.worth)
      .map(({ text }) => text)
      .join(""),
    maxBytes,
  );
}

/** In how many of the texts each run occurs, of those that occur in several. */
function countRuns(/** @type {readonly string[]} */ texts) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const text of texts) for (const each of new Set(runsOf(text))) counts.set(each, (counts.get(each) ?? 0) + 1);
  for (const [each, count] of counts) if (count < 2) counts.delete(each);
  return counts;
}

/** The piece whose runs count most, each once; without what counts nothing at its ends. */
function bestPiece(/** @type {string} */ text, /** @type {Map<string, number>} */ counts) {
  const runs = runsOf(text);
  const within = piece - run + 1;
  /** @type {Map<string, number>} How often each occurs in the piece at hand. */
  const held = new Map();
  let [score, best, start] = [0, 0, 0];
  for (const [i, entering] of runs.entries()) {
    const times = held.get(entering) ?? 0;
    held.set(entering, times + 1);
    if (times === 0) score += counts.get(entering) ?? 0;
    const leaving = runs[i - within];
    if (leaving !== undefined) {
      const left = (held.get(leaving) ?? 1) - 1;
      held.set(leaving, left);
      if (left === 0) score -= counts.get(leaving) ?? 0;
    }
    if (score <= best) continue;
    best = score;
    start = Math.max(0, i - within + 1);
  }
  if (best === 0) return null;
  let [from, to] = [start, Math.min(start + piece, text.length)];
  while (!counts.has(text.slice(from, from + run))) from++;
  while (!counts.has(text.slice(to - run, to))) to--;
  return { text: text.slice(from, to), worth: best / (to - from) };
}

function runsOf(/** @type {string} */ text) {
  return Array.from({ length: Math.max(0, text.length - run + 1) }, (_, i) => text.slice(i, i + run));
}

/** The end of a text, without half a character. */
function atMost(/** @type {string} */ text, /** @type {number} */ maxBytes) {
  const bytes = Buffer.from(text.toWellFormed());
  return bytes
    .subarray(Math.max(0, bytes.length - maxBytes))
    .toString()
    .replace(/^\ufffd+/, "");
}
