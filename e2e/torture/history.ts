// What was called in all tabs, when, and with what outcome; and whether the shared state that is left agrees with it.

import { expect } from "@playwright/test";
import type { CallReport, IdCall, Outcome } from "./drive.ts";
import { isLinearizable, type Operation } from "./linearizable.ts";
import { type Call, type Result, roomModel } from "./room-model.ts";

export interface RecordedCall {
  readonly call: IdCall;
  readonly start: number;
  readonly end: number;
  /** null: nothing was heard of it any more. */
  readonly outcome: Outcome | null;
}

/** What the program's "state" answers. */
export interface RoomState {
  readonly count: number;
  readonly digest: string;
  readonly ids: readonly string[];
}

/** The clocks of two pages may differ by so much. */
const clockErrorMs = 2;

export class History {
  readonly #calls = new Map<string, RecordedCall>();

  note(report: CallReport): void {
    if (report.kind === "start") {
      const { call, at } = report;
      this.#calls.set(call.id, { call, start: at, end: Infinity, outcome: null });
      return;
    }
    const begun = this.#calls.get(report.id);
    if (!begun) throw new Error(`${report.id} ended without having begun.`);
    this.#calls.set(report.id, { ...begun, start: report.start, end: report.at, outcome: report.outcome });
  }

  get calls(): readonly RecordedCall[] {
    return [...this.#calls.values()];
  }

  outcome(id: string): Outcome | null {
    return this.#calls.get(id)?.outcome ?? null;
  }

  /** What was deleted with all that it held is checked no more. */
  forget(): void {
    this.#calls.clear();
  }

  /**
   * Nothing acknowledged is lost, nothing is there twice, nothing is there that was refused or never called; and there is
   * an order in which the calls, one by one, had the results that they had.
   */
  agreesWith(state: RoomState): void {
    const changing = this.calls.filter(({ call }) => call.op !== "read" && call.op !== "state");
    const place = new Map(state.ids.map((id, i) => [id, i + 1]));
    expect(place.size, "each call that is there is there once").toBe(state.ids.length);
    expect(state.count, "the count and the list of calls agree").toBe(state.ids.length);
    const idsOf = (kinds: readonly (Outcome["kind"] | undefined)[]) =>
      changing.filter(({ outcome }) => kinds.includes(outcome?.kind)).map(({ call }) => call.id);
    expect(
      idsOf(["done"]).filter((id) => !place.has(id)),
      "acknowledged calls that are lost",
    ).toEqual([]);
    expect(
      idsOf(["failed", "stopped"]).filter((id) => place.has(id)),
      "calls that are there although they were undone",
    ).toEqual([]);
    expect(
      state.ids.filter((id) => !this.#calls.has(id)),
      "calls that nobody made",
    ).toEqual([]);
    const operations = this.calls.flatMap((recorded) => toOperation(recorded, place));
    expect(isLinearizable(roomModel, operations), "the history is linearizable").toBe(true);
  }
}

function toOperation(
  { call, start, end, outcome }: RecordedCall,
  place: ReadonlyMap<string, number>,
): Operation<Call, Result>[] {
  const interval = { start: start - clockErrorMs, end: end + clockErrorMs };
  if (outcome?.kind === "done") {
    if (call.op === "state") return [];
    const { result } = outcome;
    if (typeof result !== "number" && typeof result !== "boolean") throw new Error(`${call.id} answered otherwise.`);
    return [{ input: call, output: result, ...interval }];
  }
  const found = place.get(call.id);
  if (outcome || found === undefined) return [];
  // Nothing was heard of it, but it is there.
  return [{ input: call, output: lateResult(call, found), start: interval.start, end: Infinity }];
}

function lateResult({ op, a = 0 }: Call, place: number): Result | null {
  if (op === "swap") return null;
  return op === "write" ? a : place;
}
