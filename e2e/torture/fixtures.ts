// The test function of the torture suite: a browser with a profile of its own, tabs by name, and the history of all calls.

import { type Page } from "@playwright/test";
import { Playground } from "../fixtures/playground.ts";
import { expect, linkTo, test as base } from "../fixtures/test.ts";
import type { CallReport } from "./drive.ts";
import { History } from "./history.ts";
import { Profile } from "./profile.ts";
import { roomProgram } from "./program.ts";
import { expectWholeLog } from "./stored-room.ts";
import { Tab } from "./tab.ts";

export { expect };

interface TabOptions {
  readonly program?: string;
  /** Runs in the page before anything of the app does. */
  readonly before?: (page: Page) => Promise<unknown>;
}

interface TortureFixtures {
  readonly history: History;
  readonly profile: Profile;
  readonly openTab: (name: string, options?: TabOptions) => Promise<Tab>;
  /** Opens as many tabs at once, named by letters. */
  readonly openTabs: (count: number, options?: TabOptions) => Promise<Tab[]>;
  /** The stored log is whole, every tab reads the same state, and the history of all calls agrees with it. */
  readonly verify: (...tabs: readonly Tab[]) => Promise<void>;
}

export const test = base.extend<TortureFixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
  history: async ({}, use) => use(new History()),

  // eslint-disable-next-line no-empty-pattern -- as above
  pageErrors: async ({}, use) => {
    const errors = { seen: [] as string[], expected: [] as RegExp[] };
    await use(errors);
    const unexpected = errors.seen.filter((text) => !errors.expected.some((pattern) => pattern.test(text)));
    expect(unexpected, "errors on the pages' consoles").toEqual([]);
  },

  profile: async ({ history, pageErrors }, use) => {
    const profile = new Profile(async (context) => {
      context.on("console", (message) => {
        // Chromium asks for one wherever a page names none.
        const isFavicon = message.location().url.endsWith("/favicon.ico");
        if (message.type() === "error" && !isFavicon) pageErrors.seen.push(message.text());
      });
      context.on("weberror", (error) => pageErrors.seen.push(String(error.error())));
      await context.exposeBinding("reportCall", (_, report: CallReport) => history.note(report));
    });
    await profile.launch();
    await use(profile);
    await profile.dispose();
  },

  openTab: async ({ profile, site, history }, use) => {
    await use(async (name, { program = roomProgram, before } = {}) => {
      const page = await profile.context.newPage();
      await before?.(page);
      await page.goto(site.url + linkTo(program));
      const playground = new Playground(page);
      await playground.ready();
      return new Tab(name, playground, history);
    });
  },

  openTabs: async ({ openTab }, use) => {
    await use((count, options) =>
      Promise.all(Array.from({ length: count }, (_, i) => openTab(String.fromCharCode(97 + i), options))),
    );
  },

  verify: async ({ history }, use) => {
    await use(async (...tabs) => {
      const states = [];
      for (const tab of tabs) states.push(await tab.readState());
      const [first] = states;
      if (!first) throw new Error("There is no tab to ask.");
      for (const state of states) expect(state, "every tab reads the same").toEqual(first);
      history.agreesWith(first);
      if (tabs[0]) await expectWholeLog(tabs[0].page);
    });
  },
});
