// What happens to a user's app by state that changes: State and BrowserState that are listened to, and shared variables that
// computed values follow. What a run of the user's own did is found when it is asked for; what others did is told.

import type { Room } from "../../state/room.ts";
import type { RoomChange } from "../../state/room-view.ts";
import { type SlotWatch, watchSlots } from "./slot-watch.ts";
import { type StatePlace, type StateWatch, watchState } from "./state-watch.ts";
import type { NumberedEvent, UserApp } from "./user-app.ts";
import type { Loaded } from "./user-worker.ts";

/** The session's variable that holds the State of what is rendered: see worker/rendered-states. */
const renderedSlot = "State in gr.render";
/** The one variable of a key of the browser's state. */
const browserSlot = "value";

export interface UserWatch {
  /** State that has changed since this was asked last. */
  changed(): readonly number[];
  /** What a State of the session holds; undefined if it is not there. */
  value(component: number): unknown;
  /** More, or other, State is there. */
  refresh(): void;
  end(): void;
}

export interface UserWatchHost {
  readonly app: UserApp;
  /** Whether one of the user's own runs did it. */
  isOwn(group: object): boolean;
  /** Others have changed this State. */
  onChanged(components: readonly number[]): void;
  /** Shared variables have changed that these follow. */
  onShared(events: readonly NumberedEvent[]): void;
  onWritten(component: number): void;
}

export function watchUser(loaded: Loaded, host: UserWatchHost): UserWatch {
  const { app } = host;
  const isHeard = (component: number): boolean => app.listening(component, "change").length > 0;
  const states = loaded.app.components.filter(({ kind }) => kind === "state");
  const session = watchState(
    {
      replica: () => loaded.session.replica,
      subscribe: (listener) => loaded.session.subscribe(({ operations }) => listener(operations)),
    },
    {
      places: () => [
        ...states.flatMap(({ id }, i): StatePlace[] => {
          const key = loaded.states[i];
          return key === undefined ? [] : [{ component: id, key, entry: null }];
        }),
        ...app.renderedStates().map(([component, entry]): StatePlace => ({ component, key: renderedSlot, entry })),
      ],
      isHeard,
      onWritten: host.onWritten,
      onDirty: () => undefined,
    },
  );
  const browser = Array.from(loaded.link.browser, ([key, { room }]) => watchKey(key, room));
  const shared = watchShared();

  function watchKey(key: string, room: Room): StateWatch {
    const components = loaded.app.components.filter(
      ({ kind, props }) => kind === "browserstate" && props["storageKey"] === key,
    );
    let isOwn = false;
    const watch: StateWatch = watchState(
      {
        replica: () => room.replica,
        subscribe: (listener) =>
          room.subscribe((change) => {
            isOwn = change.entry !== null && change.group !== null && host.isOwn(change.group);
            listener(change.entry?.ops ?? null);
          }),
      },
      {
        places: () => components.map(({ id }) => ({ component: id, key: browserSlot, entry: null })),
        isHeard,
        onWritten: () => undefined,
        onDirty: () => {
          // The run that did it asks at its boundary.
          if (isOwn) return;
          const changed = watch.changed();
          if (changed.length > 0) host.onChanged(changed);
        },
      },
    );
    return watch;
  }

  function watchShared(): { refresh(): void; end(): void } {
    const { room } = loaded;
    let followed: readonly NumberedEvent[] = [];
    let watch: SlotWatch | null = null;
    const slotsOf = ({ event }: NumberedEvent) =>
      event.triggers.flatMap((trigger) => (trigger.kind === "shared" ? [trigger.slots] : []));
    const refresh = (): void => {
      followed = app.all().filter(({ event }) => event.triggers.some(({ kind }) => kind === "shared"));
      watch =
        followed.length === 0
          ? null
          : watchSlots(room.replica, new Set(followed.flatMap(slotsOf).flatMap((slots) => slots ?? [])));
    };
    refresh();
    const onChange = (change: RoomChange): void => {
      if (!watch) return;
      const touched = change.entry ? watch.touched(change.entry.ops) : null;
      if (!touched) refresh();
      host.onShared(
        followed.filter((numbered) =>
          slotsOf(numbered).some((slots) => !slots || !touched || slots.some((key) => touched.has(key))),
        ),
      );
    };
    return { refresh, end: room.subscribe(onChange) };
  }

  return {
    changed: () => [session, ...browser].flatMap((watch) => watch.changed()),
    value: session.value,
    refresh() {
      session.refresh();
      shared.refresh();
    },
    end() {
      for (const watch of [session, ...browser, shared]) watch.end();
    },
  };
}
