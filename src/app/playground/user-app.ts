// The app of one user as it is now: what the module declared, and in it what `gr.render` made of this user's values.

import { batch, createSignal } from "solid-js";
import type { AppSpec, ComponentSpec, EventSpec, LayoutNode } from "../../spec/app-spec.ts";
import type { RenderedSpec } from "../../spec/rendered-spec.ts";
import type { RenderNumbers } from "../../protocol/runtime.ts";
import type { FieldValues } from "./field-values.ts";

export interface NumberedEvent {
  readonly index: number;
  readonly event: EventSpec;
}

export interface UserApp {
  event(index: number): EventSpec | undefined;
  /** Events that a trigger may mean. */
  listening(component: number, event: string): readonly NumberedEvent[];
  all(): readonly NumberedEvent[];
  /** And those of what was rendered before, as long as a run of it is under way. */
  known(): readonly NumberedEvent[];
  /** What was rendered into a component, if anything was. */
  rendered(container: number): readonly LayoutNode[];
  renderedComponents(): readonly ComponentSpec[];
  /** Where State that was rendered stands in the session's variable for it. */
  renderedStates(): readonly (readonly [component: number, entry: string])[];
  /** Where numbers go on of what is rendered. */
  next(): RenderNumbers;
  /** Puts what was rendered in the place of what stood there. Answers the events that are new. */
  place(part: RenderedSpec): readonly NumberedEvent[];
  adopt(app: AppSpec): void;
}

interface Part {
  readonly spec: RenderedSpec;
  readonly events: readonly NumberedEvent[];
}

/** `running`: events whose runs are under way. */
export function createUserApp(fields: FieldValues, running: () => readonly number[] = () => []): UserApp {
  /** By what triggers them: null until somebody asks. */
  let listeners: ReadonlyMap<string, readonly NumberedEvent[]> | null = null;
  let base: readonly NumberedEvent[] = [];
  const [parts, setParts] = createSignal<ReadonlyMap<number, Part>>(new Map());
  /** What was rendered and is gone, with runs that are under way. */
  let gone: readonly Part[] = [];
  let next = { component: 0, event: 0 };

  function index(): ReadonlyMap<string, readonly NumberedEvent[]> {
    const found = new Map<string, NumberedEvent[]>();
    for (const numbered of all()) {
      for (const trigger of numbered.event.triggers) {
        if (trigger.kind !== "component") continue;
        const key = `${trigger.component} ${trigger.event}`;
        const list = found.get(key);
        if (list) list.push(numbered);
        else found.set(key, [numbered]);
      }
    }
    return found;
  }

  function all(): readonly NumberedEvent[] {
    return [...base, ...[...parts().values()].flatMap(({ events }) => events)];
  }

  function known(): readonly NumberedEvent[] {
    return [...all(), ...gone.flatMap(({ events }) => events)];
  }

  /** What stands in it, and what stands in that. */
  function within(container: number): readonly (readonly [container: number, part: Part])[] {
    const part = parts().get(container);
    return part ? [[container, part], ...part.spec.components.flatMap(({ id }) => within(id))] : [];
  }

  /** What is pressed while it is rendered anew still runs, and so does what follows. */
  function retire(replaced: readonly Part[]): void {
    const indexes = running();
    const isRunning = ({ events }: Part) => events.some(({ index: each }) => indexes.includes(each));
    const before = [...gone, ...replaced];
    gone = before.filter(isRunning);
    fields.forget(before.flatMap((part) => (isRunning(part) ? [] : part.spec.components.map(({ id }) => id))));
  }

  return {
    event: (number) => base[number]?.event ?? known().find(({ index: each }) => each === number)?.event,
    listening: (component, event) => (listeners ??= index()).get(`${component} ${event}`) ?? [],
    all,
    known,
    rendered: (container) => parts().get(container)?.spec.children ?? [],
    renderedComponents: () => [...parts().values()].flatMap(({ spec }) => spec.components),
    renderedStates: () => [...parts().values()].flatMap(({ spec }) => spec.states),
    next: () => ({
      ...next,
      oldest: Math.min(next.event, ...gone.flatMap(({ events }) => events.map(({ index: each }) => each))),
    }),
    place(spec) {
      const events = spec.events.map((event, i) => ({ index: next.event + i, event }));
      const replaced = within(spec.container);
      next = { component: next.component + spec.components.length, event: next.event + events.length };
      batch(() => {
        fields.replace(parts().get(spec.container)?.spec.components ?? [], spec.components);
        const left = new Map(parts());
        for (const [container] of replaced) left.delete(container);
        left.set(spec.container, { spec, events });
        setParts(left);
        retire(replaced.map(([, part]) => part));
      });
      listeners = null;
      return events;
    },
    adopt(adopted) {
      base = adopted.events.map((event, i) => ({ index: i, event }));
      next = { component: adopted.components.length, event: adopted.events.length };
      setParts(new Map());
      gone = [];
      listeners = null;
    },
  };
}
