// Runs in the pages of the built site before their own scripts: takes times where they arise, presses what a person would
// press, and waits without asking from outside, which would take longer than what is measured.

/** To be given to `addInitScript`, so it may refer to nothing outside. */
export function installProbe() {
  /** @type {import("./site-window.d.ts").Probe["storing"]} */
  const storing = [];
  let pauseEnd = 0;
  const now = () => performance.timeOrigin + performance.now();

  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (mode === "readwrite") storing.push(now());
    return transaction.call(this, stores, mode, options);
  };

  // The pause in typing after which the page builds.
  const { setTimeout: startTimer } = window;
  const pauseMs = 400;
  /** @param {() => void} action @param {number} delayMs */
  const timed = (action, delayMs) =>
    startTimer(
      delayMs !== pauseMs
        ? action
        : () => {
            pauseEnd = now();
            action();
          },
      delayMs,
    );
  Object.assign(window, { setTimeout: timed });

  /** @param {string} name */
  const button = (name) =>
    [...document.querySelectorAll("button")].find(
      (each) => each.textContent?.trim() === name && each.checkVisibility(),
    );
  const app = () => document.querySelector('section[aria-label="App"]');
  const ready = () => app()?.getAttribute("aria-busy") === "false";

  /** @param {() => boolean} condition @returns {Promise<void>} */
  const until = (condition) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(look);
      function look() {
        if (!condition()) return;
        observer.disconnect();
        resolve();
      }
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      look();
    });

  window.probe = {
    storing,
    now,
    until,
    ready,
    pauseEnd: () => pauseEnd,
    shows: (text) =>
      document.querySelector("section.app .json")?.textContent?.replace(/\s/g, "").includes(text) ?? false,
    labels: () => [...(app()?.querySelectorAll(".field-label") ?? [])].map((label) => label.textContent ?? ""),
    press: async (name) => {
      await until(() => button(name)?.disabled === false);
      button(name)?.click();
    },
    sees: (name) => button(name) !== undefined,
    type(text) {
      const field = document.querySelector("section.app input");
      if (!(field instanceof HTMLInputElement)) return;
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
  };
}
