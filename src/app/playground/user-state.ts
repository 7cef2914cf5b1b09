// The State of one user: who hears of its changes, when it expires, and what is called when the user leaves.

import { createExpiry, type Expiry } from "./expiry.ts";
import type { Dispatcher } from "./dispatcher.ts";
import type { Goodbye, Goodbyes } from "./goodbyes.ts";
import type { FieldValues } from "./field-values.ts";
import { freshState, leaveApp } from "./leave-app.ts";
import { byItself } from "./run.ts";
import type { Turns } from "./turns.ts";
import type { UserApp } from "./user-app.ts";
import { type UserWatch, watchUser } from "./user-watch.ts";
import type { Loaded } from "./user-worker.ts";

export interface UserState {
  /** State that has changed since this was asked last. */
  changed(): readonly number[];
  /** Another module has been loaded, or the same one in another worker. `written`: State that was written to before. */
  attach(loaded: Loaded, written?: readonly number[]): void;
  /** Something was rendered: other State is there. */
  refresh(): void;
  /** The user leaves: settles when the app has been told. */
  leave(): Promise<void>;
  /** The page goes, and the user does not: nobody is to be told. */
  stay(): void;
  /** Components of State that was written to in this session. */
  written(): readonly number[];
  end(): void;
}

export interface UserStateHost {
  readonly goodbyes: Goodbyes;
}

export function createUserState(
  options: UserStateHost & {
    readonly fields: FieldValues;
    readonly app: UserApp;
    readonly dispatcher: Pick<Dispatcher, "dispatch" | "happened" | "runs">;
    readonly turns: Turns;
    loaded(): Loaded | null;
    /** The same, in a worker that can be called. Rejects if there is none to be had. */
    living(): Promise<Loaded | null>;
  },
): UserState {
  const { fields, app, dispatcher, turns, goodbyes, loaded, living } = options;
  let watch: UserWatch | null = null;
  let expiry: Expiry = createExpiry(expire);
  let session = "";
  /** Components of State that was written to in this session. */
  const written = new Set<number>();
  let stays = false;
  /** Those of them whose time is over. */
  const due = new Set<number>();
  const stopSaying = goodbyes.onGone(goodbye);
  let stopHearing = (): void => undefined;

  const unloads = () => app.all().filter(({ event }) => event.triggers.some(({ kind }) => kind === "unload"));
  const toDelete = () => [...written].filter((id) => fields.component(id)?.props["deletes"] === true);

  /** What is left to do if the page goes now. */
  function goodbye(): Goodbye | null {
    const now = stays ? null : loaded();
    const states = toDelete().map((id) => [id, watch?.value(id)] as const);
    if (!now || (unloads().length === 0 && states.length === 0)) return null;
    return { room: now.room.id, code: now.program.runs, session: now.session.hash, states };
  }

  function onWritten(component: number): void {
    written.add(component);
    due.delete(component);
    const seconds = fields.component(component)?.props["timeToLive"];
    if (typeof seconds === "number") expiry.written(component, seconds);
  }

  function expire(component: number): void {
    if (!written.has(component)) return;
    due.add(component);
    void reset(component);
  }

  async function reset(component: number): Promise<void> {
    const leave = await turns.enter("session", { limit: 1, signal: new AbortController().signal });
    try {
      const now = await living();
      // Written to meanwhile, it has its time again.
      if (!now || !due.has(component)) return;
      const result = await freshState(now, {
        components: [component],
        deletes: fields.component(component)?.props["deletes"] === true,
      });
      // What has no worker any more waits for the next one.
      if (result.kind === "ended") return;
      due.delete(component);
      written.delete(component);
      // Nobody did that: it triggers nothing.
      watch?.changed();
    } catch (error) {
      console.error(error);
    } finally {
      leave();
    }
  }

  function isOwn(group: object): boolean {
    return loaded()?.link.group === group || dispatcher.runs().some((run) => run.loaded?.link.group === group);
  }

  return {
    changed: () => watch?.changed() ?? [],
    attach(next, writtenBefore = []) {
      watch?.end();
      if (next.session.hash !== session) {
        expiry.end();
        written.clear();
        due.clear();
        session = next.session.hash;
      }
      watch = watchUser(next, {
        app,
        isOwn,
        onChanged(components) {
          for (const target of components) dispatcher.happened(target, "change", { ...byItself, target });
        },
        onShared: (events) => dispatcher.dispatch(events),
        onWritten,
      });
      for (const component of writtenBefore) onWritten(component);
      for (const component of due) void reset(component);
      stopHearing();
      stopHearing = goodbyes.hear(next.room.id, next.program.runs, async ({ session, states }) => {
        await leaveApp(next, unloads(), { session, states: [], gone: states });
      });
    },
    refresh: () => watch?.refresh(),
    async leave() {
      const now = loaded();
      expiry.end();
      expiry = createExpiry(expire);
      if (!now) return;
      const leaving = { session: now.session.hash, states: toDelete() };
      written.clear();
      due.clear();
      stopHearing();
      watch?.end();
      watch = null;
      await leaveApp(now, unloads(), leaving).catch((error: unknown) => console.error(error));
    },
    stay: () => void (stays = true),
    written: () => [...written],
    end() {
      stopSaying();
      stopHearing();
      watch?.end();
      expiry.end();
    },
  };
}
