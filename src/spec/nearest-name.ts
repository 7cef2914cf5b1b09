// "Did you mean …?": the known name that is nearest to a mistyped one.

/** The nearest of `names` by edit distance, ignoring case, or null if none is near enough to be meant. */
export function nearestName(name: string, names: readonly string[]): string | null {
  const wanted = name.slice(0, 100).toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 2.5));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of names) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** The end of a message about an unknown name: ` Did you mean "text"?`, or nothing. */
export function didYouMean(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  return nearest === null ? "" : ` Did you mean ${JSON.stringify(nearest)}?`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
