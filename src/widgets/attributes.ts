// The attributes of an element that may change, by one computation for all of them: with an expression for each, Solid
// reads the same signals over and over, and a page may have a thousand fields.

import { createRenderEffect } from "solid-js";

/** By name; undefined: the element has none of that name. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** `initial`: what the element has already. */
export function followAttributes(element: HTMLElement, read: () => Attributes, initial: Attributes = {}): void {
  createRenderEffect<Attributes>((before) => {
    const now = read();
    for (const name in now) {
      const value = now[name];
      if (value === before[name]) continue;
      if (value === undefined) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
    return now;
  }, initial);
}

/** For an attribute that says something by being there. */
export function ifSo(holds: boolean): "" | undefined {
  return holds ? "" : undefined;
}
