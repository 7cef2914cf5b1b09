// One tab with the program open: calls it through its form, and says what it shows.

import { expect, type Page } from "@playwright/test";
import type { Playground } from "../fixtures/playground.ts";
import type { StatePanel } from "../fixtures/state-panel.ts";
import { drive, type IdCall, type Outcome } from "./drive.ts";
import type { History, RoomState } from "./history.ts";
import type { Call } from "./room-model.ts";

/** A call that must come to run or to wait, however many tabs keep the machine busy. */
const startMs = 30_000;

export class Tab {
  readonly name: string;
  readonly playground: Playground;
  readonly #history: History;
  #calls = 0;
  #lost = false;

  constructor(name: string, playground: Playground, history: History) {
    this.name = name;
    this.playground = playground;
    this.#history = history;
  }

  get page(): Page {
    return this.playground.page;
  }

  get state(): StatePanel {
    return this.playground.state;
  }

  /** One after another. Resolves when all have ended, however they did, or the tab has. */
  async callAll(calls: readonly Call[]): Promise<void> {
    await this.#drive(calls.map((call) => this.#name(call)));
  }

  /** Resolves with its outcome; null if the tab has ended first. */
  async call(op: string, a = 0, b = 0): Promise<Outcome | null> {
    const call = this.#name({ op, a, b });
    await this.#drive([call]);
    return this.#history.outcome(call.id);
  }

  /** Calls and comes back when the function runs. */
  async begin(op: string, a = 0): Promise<{ readonly id: string; readonly ended: Promise<void> }> {
    const call = this.#name({ op, a });
    const ended = this.#drive([call]);
    await expect(this.playground.user.status).toContainText("processing", { timeout: startMs });
    return { id: call.id, ended };
  }

  /** Calls and comes back when the call waits for its turn. */
  async queue(op: string, a = 0): Promise<{ readonly id: string; readonly ended: Promise<void> }> {
    const call = this.#name({ op, a });
    const ended = this.#drive([call]);
    await expect(this.playground.user.status).toContainText("queue:", { timeout: startMs });
    return { id: call.id, ended };
  }

  async stop(): Promise<void> {
    await this.playground.user.stop.click();
  }

  async readState(): Promise<RoomState> {
    const outcome = await this.call("state");
    if (outcome?.kind !== "done") throw new Error(`The state cannot be read: ${JSON.stringify(outcome)}`);
    return outcome.result as RoomState;
  }

  async openStatePanel(): Promise<void> {
    await this.playground.toolbar("State").click();
    await expect(this.state.group("Global state")).toContainText("digest");
  }

  /** Waits until the State panel shows what another tab has read. */
  async showsState({ count, digest }: RoomState): Promise<void> {
    await this.state.shows("Global state", "count", String(count));
    await this.state.shows("Global state", "digest", digest);
  }

  /** From here on the page may be gone at any moment. */
  willBeLost(): void {
    this.#lost = true;
  }

  async close(): Promise<void> {
    this.willBeLost();
    await this.page.close();
  }

  #name(call: Call): IdCall {
    return { ...call, id: `${this.name}.${++this.#calls}` };
  }

  async #drive(calls: readonly IdCall[]): Promise<void> {
    try {
      await this.playground.app.evaluate(drive, calls);
    } catch (error) {
      if (!this.#lost) throw error;
    }
  }
}
