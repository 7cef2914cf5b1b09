// What these tests do to a page from within: to the messages between tabs, the clock, the locks. Each is to be called
// before the app starts.

import type { Page } from "@playwright/test";

declare global {
  interface Window {
    /** Drops what other tabs say. */
    deaf: boolean;
    /** How often the page has taken a lock from its holder. */
    thefts: number;
  }
}

/** Loses some of what the page says to other tabs, says some of it twice, late, and in another order. */
export async function garbleMessages(page: Page, seed: number): Promise<void> {
  await page.addInitScript((start) => {
    let state = start;
    // Good enough to vary, and the same each time.
    const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
    const { postMessage } = BroadcastChannel.prototype;
    BroadcastChannel.prototype.postMessage = function (message: unknown) {
      const send = (): void => {
        try {
          postMessage.call(this, message);
        } catch {
          // The channel was closed in the meantime: one more that is lost.
        }
      };
      const fate = random(5);
      if (fate === 0) return;
      if (fate === 1) send();
      if (fate === 2) setTimeout(send, random(300));
      setTimeout(send, fate < 3 ? 0 : random(30));
    };
  }, seed + 1);
}

export async function allowDeafness(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.deaf = false;
    const { addEventListener } = BroadcastChannel.prototype;
    BroadcastChannel.prototype.addEventListener = function (
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: AddEventListenerOptions | boolean,
    ) {
      const heard = (event: Event): void => {
        if (window.deaf) return;
        if (typeof listener === "function") listener.call(this, event);
        else listener.handleEvent(event);
      };
      addEventListener.call(this, type, heard, options);
    };
  });
}

/** The page tells other tabs nothing. */
export async function silence(page: Page): Promise<void> {
  await page.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => undefined;
  });
}

/** Milliseconds that the clock is off, and by how much more at each look. */
export async function shiftClock(page: Page, ms: number, perLook: number): Promise<void> {
  await page.addInitScript(
    ({ ms, perLook }) => {
      const now = Date.now;
      let looks = 0;
      Date.now = () => now() + ms + perLook * looks++;
    },
    { ms, perLook },
  );
}

export async function countThefts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.thefts = 0;
    // The sandbox's frame, where this runs too, has no locks.
    if (typeof LockManager === "undefined") return;
    const { request } = LockManager.prototype;
    LockManager.prototype.request = function (this: LockManager, ...args: Parameters<LockManager["request"]>) {
      const [, options] = args;
      if (typeof options === "object" && options.steal) window.thefts += 1;
      return request.apply(this, args);
    } as LockManager["request"];
  });
}

/** As a person who comes back to the tab. */
export async function focus(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
}

/** Serves the page as static hosts do, so that the browser may keep it for going back to. */
export async function allowKeeping(page: Page): Promise<void> {
  await page.route(
    (url) => url.pathname === "/",
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "cache-control": "max-age=600" } });
    },
  );
}
