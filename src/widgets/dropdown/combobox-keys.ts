// The keys of a combobox, as the ARIA practices have them.

import type { Combobox } from "./create-combobox.ts";
import { findByStart } from "./choice-filter.ts";

const page = 10;
/** Letters that come faster than this are one word. */
const wordMs = 500;

export function createComboboxKeys(box: Combobox): (event: KeyboardEvent) => void {
  let word = "";
  let lastMs = 0;

  const move = (from: number, by: number) => {
    const count = box.matching().length;
    if (!box.isOpen()) {
      box.open();
      if (box.active() < 0) box.setActive(by > 0 ? 0 : count - 1);
    } else if (Math.abs(by) > 1) box.setActive(Math.max(0, Math.min(count - 1, from + by)));
    else box.setActive(count === 0 ? -1 : (Math.max(from, by > 0 ? -1 : 0) + by + count) % count);
  };

  /** Without a text to narrow the list, letters lead to what begins with them; the same letter again, to the next. */
  const jump = (letter: string, nowMs: number) => {
    word = box.isOpen() && nowMs - lastMs < wordMs ? word + letter : letter;
    lastMs = nowMs;
    box.open();
    const isRepeated = word === letter.repeat(word.length);
    const sought = isRepeated ? letter : word;
    const found = findByStart(box.matching(), sought, box.active() + (isRepeated ? 1 : 0));
    if (found >= 0) box.setActive(found);
  };

  const takeActive = () => {
    const choice = box.matching()[box.active()];
    if (choice) box.choose(choice[1]);
    else box.settle();
  };

  /** Whether the key meant something. */
  const press = (event: KeyboardEvent): boolean => {
    const { key } = event;
    if (key === "ArrowDown") return done(event.altKey ? box.open() : move(box.active(), 1));
    if (key === "ArrowUp") return done(event.altKey ? box.close() : move(box.active(), -1));
    if (event.altKey) return false;
    if (key === "Backspace") {
      const last = box.chosen().at(-1);
      return box.several() && box.text() === "" && last !== undefined && done(box.remove(last));
    }
    const isSpace = key === " " && !box.writable();
    if (!box.isOpen()) {
      if (key === "Enter" || isSpace) return done(box.open());
    } else {
      if (key === "Enter" || isSpace) return done(takeActive());
      if (key === "Escape") return done(box.close());
      if (key === "PageDown") return done(move(box.active(), page));
      if (key === "PageUp") return done(move(box.active(), -page));
      if (key === "Home" && !box.writable()) return done(move(0, -page));
      if (key === "End" && !box.writable()) return done(move(box.matching().length - 1, page));
    }
    return key.length === 1 && !box.writable() && done(jump(key, event.timeStamp));
  };

  return (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!press(event)) return;
    event.preventDefault();
    // What Escape closes is the list, and nothing around it.
    event.stopPropagation();
  };
}

function done(_action: void): true {
  return true;
}
