// What the bench asks of a page: `window.bench`. All times are taken in the page.

import { openBareSteps } from "./bare-steps.ts";
import { measureSingle, openSides, type Sides, type Single } from "./calls.ts";
import { contend, type Contestant, type ContestPlan } from "./contest.ts";
import { measureGrowth } from "./growth.ts";
import { measureLinks } from "./links.ts";
import { openProgram } from "./open-program.ts";
import { pushOne, toContestant } from "./ours.ts";
import { measureReading } from "./reading.ts";
import { showWhatComes, writeAndTell } from "./shown.ts";

/** Loaded one at a time, since some of them bring clashing versions of others. */
const peers = {
  "idb-keyval update": () => import("./peers/idb-keyval.ts"),
  "dexie rw transaction": () => import("./peers/dexie.ts"),
  "rxdb incrementalModify": () => import("./peers/rxdb.ts"),
  yjs: () => import("./peers/yjs.ts"),
  tinybase: () => import("./peers/tinybase.ts"),
  "bare appends": () => import("./peers/appends.ts"),
};

export type Peer = keyof typeof peers;

const contestants = new Map<string, Contestant>();
let sides: Sides | null = null;

const bench = {
  measureSingle,
  measureGrowth,
  measureReading,
  measureLinks,
  showWhatComes,
  writeAndTell,
  /** Gets ready for a contest of that name: ours and the floor, in the same worker. */
  async enter(name: string): Promise<void> {
    const program = await openProgram(name, pushOne);
    contestants.set("ours", toContestant(program)).set("floor", await openBareSteps(name, program.bare));
  },
  /** Gets ready for `repeat`. */
  async openSingle(single: Single): Promise<void> {
    sides = await openSides(single, single);
  },
  /** For a profile: the same call again and again, each when the one before has been answered. */
  async repeat(side: "ours" | "floor", times: number): Promise<void> {
    for (let i = 0; i < times; i++) await sides?.[side]();
  },
  async enterPeer(peer: Peer, name: string): Promise<void> {
    const { open } = await peers[peer]();
    contestants.set(peer, await open(name));
  },
  async contend(who: string, plan: ContestPlan): Promise<number> {
    const contestant = contestants.get(who);
    if (!contestant) throw new Error(`${who} has not entered.`);
    return contend(contestant, plan);
  },
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
