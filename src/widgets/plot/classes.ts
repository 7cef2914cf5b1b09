// Numbers that decide a color: with more of them than there are names for, they are put into classes of equal width, whose
// bounds a person can read.

/** So many different numbers are as good as names. */
const MOST_NAMES = 8;
const CLASSES = 6;

export interface Classes {
  /** From low to high. */
  readonly names: readonly string[];
  nameOf(row: number): string;
}

/** null if the cells are names. */
export function classesOf(cells: readonly unknown[]): Classes | null {
  const different = new Set<number>();
  let [min, max] = [Infinity, -Infinity];
  for (const cell of cells) {
    if (cell === null || cell === undefined) continue;
    if (typeof cell !== "number") return null;
    if (!Number.isFinite(cell)) continue;
    if (different.size <= MOST_NAMES) different.add(cell);
    min = Math.min(min, cell);
    max = Math.max(max, cell);
  }
  if (different.size <= MOST_NAMES) return null;
  const width = niceWidth((max - min) / CLASSES);
  const first = Math.floor(min / width);
  const count = Math.floor(max / width) - first + 1;
  const digits = Math.max(0, -Math.floor(Math.log10(width)));
  const bound = (index: number) => Number(((first + index) * width).toFixed(digits)).toLocaleString("en");
  const names = Array.from({ length: count }, (_, index) => `${bound(index)} – ${bound(index + 1)}`);
  return {
    names,
    nameOf(row) {
      const cell = cells[row];
      if (typeof cell !== "number" || !Number.isFinite(cell)) return "none";
      return names[Math.min(count - 1, Math.floor(cell / width) - first)] ?? "none";
    },
  };
}

/** 1, 2 or 5 times a power of ten, at least as wide. */
function niceWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  return power * ([1, 2, 5].find((step) => step * power >= width) ?? 10);
}
