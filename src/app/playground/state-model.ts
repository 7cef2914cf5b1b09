// What the State panel shows: the room's variables and each user's State as rows, with what changed last, by whom and in
// which function. Rows are made anew at most once a frame, from bounded previews.

import { type Accessor, createMemo, createSignal } from "solid-js";
import { previewLines, previewText } from "../../journal/preview.ts";
import type { Replica } from "../../journal/replica.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import type { Encoded } from "../../protocol/operation.ts";
import type { VariableReport } from "../../protocol/runtime.ts";
import type { Room } from "../../state/room.ts";
import type { Preview, StateModel, StateRow } from "../model.ts";
import type { LiveUser } from "./user.ts";

const shortChars = 200;
const longChars = 20_000;
/** How long a change shows as old → new. */
const settleMs = 6000;

/** The last change of a row that was seen to change. */
interface Change {
  readonly was: Preview;
  readonly by: StateRow["by"];
  readonly timeMs: number;
}

interface RowMemory {
  text: string;
  preview: Preview;
  change: Change | null;
}

export interface StateTracker extends Omit<StateModel, "reset" | "discard"> {
  /** Follows another room. */
  watchRoom(room: Room): void;
  /** Follows the users' sessions. */
  watchUsers(users: readonly LiveUser[]): void;
  /** A build was loaded. */
  loaded(program: CompiledModule, reports: readonly VariableReport[]): void;
}

export function createStateTracker(options: { tab: string }): StateTracker {
  const [revision, setRevision] = createSignal(0);
  const [program, setProgram] = createSignal<CompiledModule | null>(null);
  const [reports, setReports] = createSignal<readonly VariableReport[]>([]);
  const [kept, setKept] = createSignal<ReadonlySet<string>>(new Set());
  const [users, setUsers] = createSignal<readonly LiveUser[]>([]);
  const memory = new Map<string, RowMemory>();
  const changed = new Set<string>();
  let room: Room | null = null;
  let unwatchRoom: () => void = () => undefined;
  let unwatchSessions: () => void = () => undefined;
  let lastEntry: StateRow["by"] = null;
  let scheduled = false;

  function touch(): void {
    if (scheduled) return;
    scheduled = true;
    setTimeout(() => {
      scheduled = false;
      setRevision((count) => count + 1);
    }, 16);
  }

  function row(options: {
    key: string;
    name: string;
    kind: StateRow["kind"];
    replica: Replica;
    value: Encoded;
    by: StateRow["by"];
    why?: string;
    user?: number;
  }): StateRow {
    const { key, name, kind, replica, value } = options;
    const text = previewText(replica, value, shortChars);
    const preview = { text, more: () => moreOf(replica, value, text) };
    const now = Date.now();
    const seen = memory.get(key);
    let change = seen?.change ?? null;
    if (seen && seen.text !== text) {
      change = { was: { text: seen.text, more: () => null }, by: options.by, timeMs: now };
      changed.add(key);
      setTimeout(touch, settleMs + 50);
    }
    memory.set(key, { text, preview, change });
    return {
      key,
      name,
      kind,
      value: preview,
      was: change && now - change.timeMs < settleMs ? change.was : null,
      by: change?.by ?? null,
      kept: kept().has(key),
      why: options.why ?? "",
      user: options.user ?? null,
    };
  }

  const roomRows = createMemo(() => {
    revision();
    const global: StateRow[] = [];
    const constants: StateRow[] = [];
    const aside: StateRow[] = [];
    const variables = new Map(program()?.variables.map((variable) => [variable.key, variable]));
    const kinds = new Map(reports().map((report) => [report.key, report]));
    if (!room) return { global, constants, aside };
    for (const [key, slot] of room.replica.slots()) {
      const variable = variables.get(key);
      const report = kinds.get(key);
      if (report?.kind === "once") continue;
      const constant = report?.kind === "constant" || variable?.role === "constant";
      const made = row({
        key,
        name: slot.info.name,
        kind: constant ? "constant" : "global",
        replica: room.replica,
        value: slot.value,
        by: lastEntry,
        why: variable?.why ?? "",
      });
      (variable ? (constant ? constants : global) : aside).push(made);
    }
    return { global, constants, aside };
  });

  const session: Accessor<readonly StateRow[]> = createMemo(() => {
    revision();
    return users().flatMap((user) => {
      const { replica } = user.session();
      const slots = [...replica.slots()];
      return slots.map(([key, slot]) =>
        row({
          key: `${user.session().hash} ${key}`,
          name: slots.length > 1 ? slot.info.name : "State",
          kind: "session",
          replica,
          value: slot.value,
          by: { who: `User ${user.number}`, fn: user.last()?.fn ?? "", timeMs: Date.now() },
          user: user.number,
        }),
      );
    });
  });

  const once: Accessor<readonly StateRow[]> = createMemo(() => {
    const variables = new Map(program()?.variables.map((variable) => [variable.key, variable]));
    return reports()
      .filter((report) => report.kind === "once")
      .map((report) => ({
        key: report.key,
        name: variables.get(report.key)?.name ?? report.key,
        kind: "once" as const,
        value: { text: report.preview, more: () => null },
        was: null,
        by: null,
        kept: false,
        why: report.why,
        user: null,
      }));
  });

  function watchSessions(list: readonly LiveUser[]): void {
    unwatchSessions();
    const ends = list.map((user) => user.session().subscribe(touch));
    unwatchSessions = () => {
      for (const end of ends) end();
    };
  }

  return {
    global: () => roomRows().global,
    constants: () => roomRows().constants,
    aside: () => roomRows().aside,
    session,
    browser: () => [],
    once,
    version: () => {
      revision();
      return room?.version ?? 0;
    },
    acknowledge(key) {
      setKept((old) => new Set([...old].filter((each) => each !== key)));
    },
    watchRoom(next) {
      unwatchRoom();
      if (room !== next) memory.clear();
      room = next;
      unwatchRoom = next.subscribe((change) => {
        if (change.entry) {
          const { user, tab, fn, time } = change.entry;
          lastEntry = { who: tab === options.tab ? user : "Another tab", fn, timeMs: time };
        } else {
          lastEntry = null;
          memory.clear();
        }
        touch();
      });
      touch();
    },
    watchUsers(list) {
      setUsers(list);
      watchSessions(list);
      touch();
    },
    loaded(next, nextReports) {
      const before = program();
      if (before && before.hash !== next.hash && room) {
        const keys = new Set(next.variables.map((variable) => variable.key));
        setKept(new Set([...room.replica.slots().keys()].filter((key) => keys.has(key) && changed.has(key))));
      }
      setProgram(next);
      setReports(nextReports);
      touch();
    },
  };
}

function moreOf(replica: Replica, value: Encoded, shown: string): string | null {
  const lines = previewLines(replica, value, longChars);
  return lines === shown ? null : lines;
}
