// The app as this worker has it: what the module declared, and what `gr.render` made since.

import type { AppDeclaration, CallDeclaration, StateDeclaration } from "../spec/app-declaration.ts";
import type { ComponentSpec, EventSpec } from "../spec/app-spec.ts";

export interface RenderedPart {
  readonly components: readonly ComponentSpec[];
  readonly events: readonly (readonly [index: number, event: EventSpec, call: CallDeclaration | null])[];
  readonly states: readonly StateDeclaration[];
  readonly ids: ReadonlyMap<object, number>;
}

export interface LiveApp {
  readonly declaration: AppDeclaration;
  component(id: number): ComponentSpec | undefined;
  event(index: number): EventSpec | undefined;
  call(index: number): CallDeclaration | null;
  idOf(component: object): number | undefined;
  /** The event of a listener that the module added. */
  eventOf(listener: object): number | undefined;
  /** What the person's code holds for a component. */
  objectOf(id: number): object | null;
  /**
   * Puts what was rendered in the place of what stood in a component before. That is kept as long as calls of it may be on
   * their way: it is let go once another takes its place and all its events are before `oldest`. Answers the components
   * that were let go.
   */
  replace(container: number, part: RenderedPart, oldest: number): readonly number[];
}

export function createLiveApp(declaration: AppDeclaration): LiveApp {
  const { app, calls, ids } = declaration;
  const parts = new Map<number, RenderedPart>();
  /** Replaced, and perhaps still called: what is pressed while it is rendered anew, and what follows that. */
  let gone: readonly RenderedPart[] = [];
  const objects = new Map(Array.from(ids, ([object, id]) => [id, object]));

  function* rendered(): Iterable<RenderedPart> {
    yield* parts.values();
    yield* gone;
  }

  function renderedEvent(index: number): RenderedPart["events"][number] | undefined {
    for (const { events } of rendered()) {
      const found = events.find(([each]) => each === index);
      if (found) return found;
    }
    return undefined;
  }

  /** What was rendered into something that is gone is gone too. */
  function retire(container: number): void {
    const part = parts.get(container);
    if (!part) return;
    parts.delete(container);
    gone = [...gone, part];
    for (const { id } of part.components) retire(id);
  }

  function letGo(oldest: number): readonly number[] {
    const isCalled = ({ events }: RenderedPart) => events.some(([index]) => index >= oldest);
    const left = gone.filter((part) => !isCalled(part));
    gone = gone.filter(isCalled);
    for (const { ids } of left) for (const [, id] of ids) objects.delete(id);
    return left.flatMap(({ components }) => components.map(({ id }) => id));
  }

  return {
    declaration,
    component(id) {
      if (id < app.components.length) return app.components[id];
      for (const { components } of rendered()) {
        const found = components.find((each) => each.id === id);
        if (found) return found;
      }
      return undefined;
    },
    event: (index) => (index < app.events.length ? app.events[index] : renderedEvent(index)?.[1]),
    call: (index) => (index < app.events.length ? calls[index] : renderedEvent(index)?.[2]) ?? null,
    idOf(component) {
      const own = ids.get(component);
      if (own !== undefined) return own;
      for (const part of rendered()) {
        const found = part.ids.get(component);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    eventOf: (listener) => declaration.listeners.get(listener),
    objectOf: (id) => objects.get(id) ?? null,
    replace(container, part, oldest) {
      const left = letGo(oldest);
      retire(container);
      parts.set(container, part);
      for (const [object, id] of part.ids) objects.set(id, object);
      return left;
    },
  };
}
