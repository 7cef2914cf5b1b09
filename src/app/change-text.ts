// Two versions of a value in little room: both begin where they begin to differ, and the old one ends where the change ends.

/** What is as short as this stands as it is. */
const shortChars = 24;

export interface ChangeText {
  readonly was: string;
  readonly now: string;
}

export function changeText(was: string, now: string): ChangeText {
  if (was === now || (was.length <= shortChars && now.length <= shortChars)) return { was, now };
  const from = startOfEntry(was, commonStart(was, now));
  const end = commonEnd(was.slice(from), now.slice(from));
  const to = endOfEntry(was, was.length - end);
  const before = from > 0 ? "…" : "";
  return { was: `${before}${was.slice(from, to)}${to < was.length ? "…" : ""}`, now: `${before}${now.slice(from)}` };
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}

/** Back to where the key or the element begins that the place is in. */
function startOfEntry(text: string, place: number): number {
  const before = /^.*[,{[(]\s*/s.exec(text.slice(0, place));
  return before ? before[0].length : 0;
}

/** On to where it ends. */
function endOfEntry(text: string, place: number): number {
  const rest = text.slice(place).search(/[,}\])]/);
  return rest < 0 ? text.length : place + rest;
}
