// A browser with a profile on disk: it can be killed and started again, and finds what it had stored.

import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { browserArgs, browserPath } from "../browser.mjs";
import { processesOf, rendererOf } from "./processes.ts";

export class Profile {
  readonly #directory = mkdtempSync(join(tmpdir(), "interstate-torture-"));
  readonly #onContext: (context: BrowserContext) => Promise<void>;
  #context: BrowserContext | null = null;
  /** Stopped processes: they must run to be ended. */
  readonly #frozen = new Set<number>();

  /** `onContext` is told of each start of the browser. */
  constructor(onContext: (context: BrowserContext) => Promise<void>) {
    this.#onContext = onContext;
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error("The browser does not run.");
    return this.#context;
  }

  async launch(): Promise<void> {
    const executablePath = browserPath();
    this.#context = await chromium.launchPersistentContext(this.#directory, {
      ...(executablePath ? { executablePath } : {}),
      args: browserArgs,
      // Playwright turns off what keeps pages for going back to; people have it on.
      ignoreDefaultArgs: ["--disable-back-forward-cache"],
      viewport: { width: 1000, height: 700 },
    });
    await this.#onContext(this.#context);
  }

  /** Kills the browser with all its processes, as a crash of the machine's session does. */
  async kill(): Promise<void> {
    const { context } = this;
    this.#context = null;
    const closed = new Promise((resolve) => context.on("close", resolve));
    for (const { pid } of processesOf(this.#directory)) signal(pid, "SIGKILL");
    await closed;
  }

  renderer(page: Page): Promise<number> {
    return rendererOf(page, this.#directory);
  }

  freeze(renderer: number): void {
    this.#frozen.add(renderer);
    signal(renderer, "SIGSTOP");
  }

  thaw(renderer: number): void {
    this.#frozen.delete(renderer);
    signal(renderer, "SIGCONT");
  }

  async dispose(): Promise<void> {
    for (const pid of this.#frozen) this.thaw(pid);
    await this.#context?.close();
    await rm(this.#directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}
