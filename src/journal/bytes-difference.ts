// Where two runs of bytes differ. All of them have to be read for that, so it is done by words.

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** So many bytes that are the same part two ranges: about what an operation of its own costs. */
const block = 4096;

/** Each from a byte that differs to one. The runs are of one length. */
export function differingRanges(left: Uint8Array, right: Uint8Array): Range[] {
  const ranges: Range[] = [];
  const pair = { left, right, words: wordsOf(left, right) };
  const { length } = left;
  let start = firstDifference(pair, 0, length);
  while (start < length) {
    let next = start;
    let end = start;
    do {
      end = Math.min(next + block, length);
      next = firstDifference(pair, end, Math.min(end + block, length));
    } while (next < Math.min(end + block, length));
    ranges.push({ start, end: afterLastDifference(pair, end) });
    start = firstDifference(pair, next, length);
  }
  return ranges;
}

interface Pair {
  readonly left: Uint8Array;
  readonly right: Uint8Array;
  /** The same memory in words of four bytes, if it can be read like that. */
  readonly words: readonly [Int32Array, Int32Array] | null;
}

function wordsOf(left: Uint8Array, right: Uint8Array): Pair["words"] {
  if (left.byteOffset % 4 !== 0 || right.byteOffset % 4 !== 0) return null;
  const count = left.length >>> 2;
  return [new Int32Array(left.buffer, left.byteOffset, count), new Int32Array(right.buffer, right.byteOffset, count)];
}

/** `end` if there is none. */
function firstDifference({ left, right, words }: Pair, start: number, end: number): number {
  let at = start;
  if (words) {
    while (at < end && at % 4 !== 0) {
      if (left[at] !== right[at]) return at;
      at++;
    }
    if (at < end) at = 4 * firstDifferentWord(words[0], words[1], at / 4, end >>> 2);
  }
  while (at < end && left[at] === right[at]) at++;
  return Math.min(at, end);
}

/** Four at a time, which is what engines run fastest. */
function firstDifferentWord(left: Int32Array, right: Int32Array, start: number, end: number): number {
  let at = start;
  for (; at + 4 <= end; at += 4) {
    if (left[at] !== right[at] || left[at + 1] !== right[at + 1]) break;
    if (left[at + 2] !== right[at + 2] || left[at + 3] !== right[at + 3]) break;
  }
  while (at < end && left[at] === right[at]) at++;
  return at;
}

/** Behind the last byte before `end` that differs. */
function afterLastDifference({ left, right }: Pair, end: number): number {
  let at = end;
  while (left[at - 1] === right[at - 1]) at--;
  return at;
}
