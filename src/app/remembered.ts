// Small choices that outlive a visit or a refresh: sizes, what is open, what has been read. A convenience: without storage
// nothing is remembered, and nothing else changes.

/** Several sites may be served from one origin. */
const prefix = `interstate:${location.pathname.replace(/[^/]*$/, "")}:`;

export function recall(name: string, store: () => Storage = () => localStorage): string | null {
  try {
    return store().getItem(prefix + name);
  } catch {
    // Storage is refused: as on a first visit.
    return null;
  }
}

export function remember(name: string, value: string, store: () => Storage = () => localStorage): void {
  try {
    store().setItem(prefix + name, value);
  } catch {
    // Storage is refused or full: the choice holds until the page is left.
  }
}
