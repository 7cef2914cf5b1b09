// The browser's tab as the open document knows it: what its address bar says, and when the person turns away from it.

export interface BrowserTab {
  /** Everything of the address before the `#`. */
  readonly place: string;
  hash(): string;
  /**
   * Writes what follows the place; as a step of its own, Back returns to what was there before. A browser may refuse, of
   * addresses that are too long or written too often: the old one stays until the next time.
   */
  write(hash: string, asStep: boolean): void;
  /** Called when the page may be about to go: it is hidden, left, reloaded or closed. */
  onLeaving(listener: () => void): void;
  /** Asked when the page is about to be closed or reloaded: if something would be lost, the browser asks the person. */
  onClosing(wouldLose: () => boolean): void;
  /** Called when the page goes, perhaps to be kept for going back to. */
  onGone(listener: () => void): void;
  /** Called when the person looks at the page again. */
  onBack(listener: () => void): void;
  /** Called when somebody put another address of this page into the bar. */
  onOtherAddress(listener: () => void): void;
  reload(): void;
}

export function browserTab(): BrowserTab {
  return {
    place: location.origin + location.pathname,
    hash: () => location.hash,
    write(hash, asStep) {
      const url = hash || location.pathname + location.search;
      try {
        if (asStep) history.pushState(null, "", url);
        else history.replaceState(null, "", url);
      } catch {
        // Nothing hangs on it at once: the text is saved, whatever the bar says.
      }
    },
    onLeaving(listener) {
      addEventListener("pagehide", listener);
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden") listener();
      });
    },
    onClosing(wouldLose) {
      addEventListener("beforeunload", (event) => {
        if (wouldLose()) event.preventDefault();
      });
    },
    onGone: (listener) => addEventListener("pagehide", listener),
    onBack(listener) {
      addEventListener("pageshow", ({ persisted }) => {
        if (persisted) listener();
      });
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "visible") listener();
      });
    },
    onOtherAddress: (listener) => addEventListener("hashchange", listener),
    reload: () => location.reload(),
  };
}
