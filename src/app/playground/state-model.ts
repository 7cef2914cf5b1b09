// What the State panel shows: the room's variables and each user's State as rows, made anew at most once a frame and from
// bounded previews, however much changes and however large it is.

import { batch, createSignal, untrack } from "solid-js";
import type { CompiledModule } from "../../protocol/compiled.ts";
import type { ContainerId } from "../../protocol/operation.ts";
import type { VariableReport } from "../../protocol/runtime.ts";
import type { Room } from "../../state/room.ts";
import type { Session } from "../../state/session.ts";
import { keptSlots, type SlotView, sortSlots } from "../../state/slots.ts";
import type { StateModel, StateRow } from "../model.ts";
import { browserKeyOf, createBrowserRows } from "./browser-rows.ts";
import { createCredits } from "./credits.ts";
import { createHistory } from "./history-model.ts";
import { createPace } from "./pace.ts";
import { resetRoom, type ResetOptions } from "./reset-room.ts";
import { createRowHistory, settleMs } from "./row-history.ts";
import { toStateNames } from "./state-names.ts";
import type { LiveUser } from "./user.ts";

export interface StateTracker extends Omit<StateModel, "reset" | "discard"> {
  /** A build was loaded into a room. `sameDocument`: it is what was there before, edited or run again. */
  loaded(program: CompiledModule, reports: readonly VariableReport[], room: Room, sameDocument: boolean): void;
  /** Follows the users, their sessions and their State. Reads the signals of all three. */
  watchUsers(users: readonly LiveUser[]): void;
}

interface WatchedUser {
  readonly user: LiveUser;
  readonly session: Session;
  readonly states: ReadonlySet<string>;
}

export function createStateTracker(options: { tab: string; now: () => number }): StateTracker {
  const [global, setGlobal] = createSignal<readonly StateRow[]>([]);
  const [constants, setConstants] = createSignal<readonly StateRow[]>([]);
  const [aside, setAside] = createSignal<readonly StateRow[]>([]);
  const [session, setSession] = createSignal<readonly StateRow[]>([]);
  const [browser, setBrowser] = createSignal<readonly StateRow[]>([]);
  const [once, setOnce] = createSignal<readonly StateRow[]>([]);
  const steps = createHistory(options);
  // A change settles later, and then the rows are drawn once more.
  const history = createRowHistory({ now: options.now, onChange: settleLater });
  let program: CompiledModule | null = null;
  let reports = new Map<string, VariableReport>();
  let kept: ReadonlySet<string> = new Set();
  let users: readonly WatchedUser[] = [];
  let room: Room | null = null;
  const credits = createCredits(options.tab);
  const keys = createBrowserRows({ tab: options.tab, onChange: () => touch() });
  let unwatchRoom: () => void = () => undefined;
  let unwatchSessions: () => void = () => undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  function settleLater(): void {
    clearTimeout(settling);
    settling = setTimeout(() => touch(), settleMs + 50);
  }

  const touch = createPace(() => untrack(() => batch(refresh)), {
    nowMs: () => performance.now(),
    soon: queueMicrotask,
    later: setTimeout,
  });

  function refresh(): void {
    setSession(users.flatMap(sessionRows));
    setBrowser(keys.rows(history, nameOfKey));
    if (!room || !program) return;
    const { replica } = room;
    const { live, aside: unnamed } = sortSlots(
      replica,
      program.variables.map((variable) => variable.key),
    );
    const data = live.filter((slot) => reports.get(slot.key)?.kind !== "once");
    const rows = data.map((slot) => roomRow(slot, isConstant(slot.key) ? "constant" : "global"));
    setGlobal(rows.filter((row) => row.kind === "global"));
    setConstants(rows.filter((row) => row.kind === "constant"));
    setAside(unnamed.map((slot) => roomRow(slot, "global")));
    credits.settle();

    function roomRow({ key, name, value }: SlotView, kind: StateRow["kind"]): StateRow {
      const why = program?.variables.find((variable) => variable.key === key)?.why ?? "";
      const by = (seen: ReadonlySet<ContainerId>) => credits.of(key, seen);
      return history.row({ key, name, kind, replica, value, by, kept: kept.has(key), why, user: null });
    }
  }

  /** What the code calls the browser's state of a key, as far as it does. */
  function nameOfKey(key: string): string | null {
    const { components = [] } = users[0]?.user.app() ?? {};
    const used = components.find(({ kind, props }) => kind === "browserstate" && props["storageKey"] === key);
    if (used && used.label !== "BrowserState") return used.label;
    const [only, ...others] = program?.marks.filter(({ kind }) => kind === "browser") ?? [];
    return others.length === 0 ? (only?.name ?? null) : null;
  }

  function isConstant(key: string): boolean {
    const report = reports.get(key)?.kind;
    return report === "constant" || program?.variables.find((variable) => variable.key === key)?.role === "constant";
  }

  function sessionRows({ user, session: { replica, hash }, states }: WatchedUser): StateRow[] {
    const slots = [...replica.slots()].filter(([key]) => states.has(key));
    const names = toStateNames(slots.map(([, { info }]) => info.name));
    return slots.map(([key, { value }], index) =>
      history.row({
        key: `${hash} ${key}`,
        name: names[index] ?? "State",
        kind: "session",
        replica,
        value,
        by: () => ({
          who: `User ${user.number}`,
          fn: user.call()?.fn ?? user.last()?.fn ?? "",
          timeMs: options.now(),
        }),
        kept: false,
        why: "",
        user: user.number,
      }),
    );
  }

  function enter(next: Room): void {
    if (room === next) return;
    unwatchRoom();
    steps.enter(next);
    keys.follow(next);
    room = next;
    unwatchRoom = next.subscribe((change) => {
      if (change.entry) credits.add(change.entry);
      else history.forget();
      touch();
    });
  }

  return {
    global,
    constants,
    aside,
    session,
    browser,
    once,
    history: steps,
    acknowledge(key) {
      kept = new Set([...kept].filter((each) => each !== key));
      touch();
    },
    loaded(next, nextReports, nextRoom, sameDocument) {
      if (!sameDocument) history.forget();
      const edited = sameDocument && program !== null && program.hash !== next.hash;
      const keys = next.variables.map((variable) => variable.key).filter((key) => history.hasChanged(key));
      // Only what differs from its initial value can surprise anybody by having been kept.
      if (room) kept = keptSlots(room.replica, keys, edited);
      enter(nextRoom);
      program = next;
      reports = new Map(nextReports.map((report) => [report.key, report]));
      setOnce(nextReports.filter((report) => report.kind === "once").map((report) => onceRow(report, next)));
      touch();
    },
    watchUsers(next) {
      unwatchSessions();
      users = next.map((user) => ({ user, session: user.session(), states: new Set(user.states()) }));
      const ends = users.map(({ session }) => session.subscribe(touch));
      unwatchSessions = () => {
        for (const end of ends) end();
      };
      touch();
    },
  };
}

/** Starts what a row shows, or without one all shared variables, from the initial values again. */
export async function resetRow(options: ResetOptions): Promise<void> {
  const browserKey = options.key === null ? null : browserKeyOf(options.key);
  if (browserKey === null) await resetRoom(options);
  else await options.room.browser.clear(browserKey);
}

function onceRow({ key, preview, why }: VariableReport, program: CompiledModule): StateRow {
  return {
    key,
    name: program.variables.find((variable) => variable.key === key)?.name ?? key,
    kind: "once",
    value: { text: preview, more: () => null },
    was: null,
    by: null,
    kept: false,
    why,
    user: null,
  };
}
