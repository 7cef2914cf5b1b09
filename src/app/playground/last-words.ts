// What was typed last in a draft, kept in case the page goes before the database has taken it: a transaction is cut off
// then, while this is written at once.

export interface LastWords {
  keep(draft: string, text: string): void;
  of(draft: string): { readonly text: string; readonly timeMs: number } | null;
  forget(draft: string): void;
}

/** Reading `store` may throw, hence a function. `path`: several sites may be served from one origin. */
export function createLastWords(
  path = location.pathname.replace(/[^/]*$/, ""),
  store: () => Pick<Storage, "getItem" | "setItem" | "removeItem"> = () => localStorage,
  now: () => number = Date.now,
): LastWords {
  const keyOf = (draft: string) => `interstate:${path}:typed:${draft}`;
  return {
    keep(draft, text) {
      try {
        store().setItem(keyOf(draft), `${now()} ${text}`);
      } catch {
        // Refused or full: the database may still make it.
      }
    },
    of(draft) {
      try {
        const [, time, text] = /^(\d+) ([^]*)$/.exec(store().getItem(keyOf(draft)) ?? "") ?? [];
        return text === undefined ? null : { text, timeMs: Number(time) };
      } catch {
        // Refused: nothing was kept.
        return null;
      }
    },
    forget(draft) {
      try {
        store().removeItem(keyOf(draft));
      } catch {
        // Refused: nothing was kept.
      }
    },
  };
}
