// The workers of one user. Most calls run in the main one, which has what is loaded once. Those that may run anywhere get
// another if the main one is busy, so that nobody waits behind a long call for nothing; and those that may run beside each
// other never take the main one.

import { createTurns } from "./turns.ts";
import type { Loading } from "./load-module.ts";
import type { Loaded } from "./user-worker.ts";

export interface WorkerPool {
  /**
   * Resolves when there is a worker for a call. Rejects if the signal aborts, or a worker does not start. `where`: main,
   * any, or beside the main one.
   */
  enter(where: "main" | "any" | "beside", options: EnterOptions): Promise<PoolTurn>;
  /** Another module, or another session: the other workers end. */
  clear(): void;
}

export interface EnterOptions {
  readonly signal: AbortSignal;
  onPlace(position: number, length: number): void;
}

export interface PoolTurn {
  readonly loaded: Loaded;
  leave(): void;
}

export interface PoolHost {
  /** One that can be called, which may have to start first. null: none can. */
  main(): Promise<Loaded | null>;
  /** Loads what runs now in a fresh worker of the same session. */
  load(): Loading;
}

/** More at once wait: each has a thread and a copy of the shared variables. */
const maxSides = 6;
/** What is over sooner is not worth a worker. */
const patienceMs = 200;

interface Side {
  readonly loading: Loading;
  loaded: Loaded | null;
  busy: boolean;
}

export function createWorkerPool(host: PoolHost): WorkerPool {
  const turns = createTurns();
  let sides: Side[] = [];
  let generation = 0;

  async function enterMain({ signal, onPlace }: EnterOptions): Promise<PoolTurn> {
    const leave = await turns.enter("main", { limit: 1, signal, onPlace });
    try {
      const loaded = await orAbort(host.main(), signal);
      if (!loaded) throw new Error("The app is not loaded.");
      return { loaded, leave };
    } catch (error) {
      leave();
      throw error;
    }
  }

  async function enterSide({ signal, onPlace }: EnterOptions): Promise<PoolTurn> {
    const back = await turns.enter("sides", { limit: maxSides, signal, onPlace });
    const mine = generation;
    let side: Side | null = null;
    try {
      side = sides.find((each) => !each.busy && each.loaded && !each.loaded.link.over) ?? startSide();
      side.busy = true;
      const { loaded } = await orAbort(side.loading.done, signal);
      if (mine !== generation) throw new Error("The code has changed.");
      side.loaded = loaded;
      const used = side;
      return {
        loaded,
        leave() {
          used.busy = false;
          if (loaded.link.over) sides = sides.filter((each) => each !== used);
          back();
        },
      };
    } catch (error) {
      if (side) {
        side.loading.abandon();
        sides = sides.filter((each) => each !== side);
      }
      back();
      throw error;
    }
  }

  function startSide(): Side {
    const side: Side = { loading: host.load(), loaded: null, busy: true };
    // Whoever waits for it hears of a failure.
    side.loading.done.catch(() => undefined);
    sides.push(side);
    return side;
  }

  /** The main one if it is free soon, else another: whichever comes first. */
  async function enterAny(options: EnterOptions): Promise<PoolTurn> {
    const inMain = new AbortController();
    const onSide = new AbortController();
    const both = [inMain, onSide];
    const abort = (): void => both.forEach((each) => each.abort(options.signal.reason));
    options.signal.addEventListener("abort", abort, { once: true });
    const main = enterMain({ ...options, signal: inMain.signal });
    const side = pause(patienceMs, onSide.signal).then(() =>
      enterSide({ signal: onSide.signal, onPlace: () => undefined }),
    );
    let taken: PoolTurn | null = null;
    try {
      // One beside that does not start is no reason not to wait for the main one.
      taken = await Promise.race([main, side.catch(() => main)]);
      return taken;
    } finally {
      options.signal.removeEventListener("abort", abort);
      abort();
      for (const each of [main, side]) each.then((turn) => turn !== taken && turn.leave(), ignore);
    }
  }

  return {
    enter(where, options) {
      options.signal.throwIfAborted();
      if (where === "main") return enterMain(options);
      return where === "beside" ? enterSide(options) : enterAny(options);
    },
    clear() {
      generation += 1;
      for (const { loading, loaded } of sides) {
        loading.abandon();
        loaded?.link.end();
      }
      sides = [];
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return orAbort(new Promise((resolve) => setTimeout(resolve, ms)), signal);
}

function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason instanceof Error ? signal.reason : new Error("stopped"));
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

function ignore(): void {}
