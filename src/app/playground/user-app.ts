// The app of one user as it is now: what the module declared, and in it what `gr.render` made of this user's values.

import { batch, createSignal } from "solid-js";
import type { AppSpec, ComponentSpec, EventSpec, LayoutNode } from "../../spec/app-spec.ts";
import type { RenderedSpec } from "../../spec/rendered-spec.ts";
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
  /** What was rendered into a component, if anything was. */
  rendered(container: number): readonly LayoutNode[];
  renderedComponents(): readonly ComponentSpec[];
  /** Where State that was rendered stands in the session's variable for it. */
  renderedStates(): readonly (readonly [component: number, entry: string])[];
  /** Where numbers go on of what is rendered. */
  next(): { readonly component: number; readonly event: number };
  /** Puts what was rendered in the place of what stood there. Answers the events that are new. */
  place(part: RenderedSpec): readonly NumberedEvent[];
  adopt(app: AppSpec): void;
}

interface Part {
  readonly spec: RenderedSpec;
  readonly events: readonly NumberedEvent[];
}

export function createUserApp(fields: FieldValues): UserApp {
  let listeners: ReadonlyMap<string, readonly NumberedEvent[]> = new Map();
  let base: readonly NumberedEvent[] = [];
  const [parts, setParts] = createSignal<ReadonlyMap<number, Part>>(new Map());
  let next = { component: 0, event: 0 };

  function index(): void {
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
    listeners = found;
  }

  function all(): readonly NumberedEvent[] {
    return [...base, ...[...parts().values()].flatMap(({ events }) => events)];
  }

  /** What stands in it is gone, and what stands in that. */
  function without(container: number, from: ReadonlyMap<number, Part>): Map<number, Part> {
    const left = new Map(from);
    const part = left.get(container);
    left.delete(container);
    let rest = left;
    for (const { id } of part?.spec.components ?? []) rest = without(id, rest);
    return rest;
  }

  return {
    event: (number) => base[number]?.event ?? all().find(({ index: each }) => each === number)?.event,
    listening: (component, event) => listeners.get(`${component} ${event}`) ?? [],
    all,
    rendered: (container) => parts().get(container)?.spec.children ?? [],
    renderedComponents: () => [...parts().values()].flatMap(({ spec }) => spec.components),
    renderedStates: () => [...parts().values()].flatMap(({ spec }) => spec.states),
    next: () => next,
    place(spec) {
      const events = spec.events.map((event, i) => ({ index: next.event + i, event }));
      const gone = parts().get(spec.container)?.spec.components ?? [];
      next = { component: next.component + spec.components.length, event: next.event + events.length };
      batch(() => {
        fields.replace(gone, spec.components);
        const left = without(spec.container, parts());
        left.set(spec.container, { spec, events });
        setParts(left);
      });
      index();
      return events;
    },
    adopt(adopted) {
      base = adopted.events.map((event, i) => ({ index: i, event }));
      next = { component: adopted.components.length, event: adopted.events.length };
      setParts(new Map());
      index();
    },
  };
}
