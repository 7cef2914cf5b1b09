// Runs the function of a `gr.render`: what it makes becomes a part of the app, and is told to the page.

import { BlocksContext } from "../api/blocks-context.ts";
import type { RenderNumbers } from "../protocol/runtime.ts";
import type { RenderedSpec } from "../spec/rendered-spec.ts";
import type { LiveApp, RenderedPart } from "./live-app.ts";
import { defineRenderedStates, type RenderedStates } from "./rendered-states.ts";
import type { EventSpec } from "../spec/app-spec.ts";
import type { CallDeclaration } from "../spec/app-declaration.ts";

export interface RenderContext {
  readonly app: LiveApp;
  readonly states: RenderedStates;
  /** What the compiler knows of an event's function. */
  withLock(event: EventSpec, call: CallDeclaration | null): EventSpec;
}

/** What an app with a `gr.render` needs of the runtime. */
export interface Rendering {
  readonly defineStates: typeof defineRenderedStates;
  readonly renderPart: typeof renderPart;
}

export const rendering: Rendering = { defineStates: defineRenderedStates, renderPart };

function renderPart(
  container: number,
  callback: () => unknown,
  next: RenderNumbers,
  { app, states, withLock }: RenderContext,
): RenderedSpec {
  const context = new BlocksContext({ firstId: next.component, firstEvent: next.event }, app);
  context.run(callback, "render");
  const { builder, children, ids } = context.finishPart();
  builder.settle();
  const made = builder.components();
  const { events, calls } = builder.events();
  const numbered = events.map((event, i): RenderedPart["events"][number] => {
    const call = calls[i] ?? null;
    return [next.event + i, withLock(event, call), call];
  });
  const part = { components: made.components, events: numbered, states: made.states, ids };
  states.letGo(app.replace(container, part, next.oldest));
  const keys = new Map(made.components.map(({ id, key }) => [id, key]));
  states.place(
    container,
    made.states.map((state) => ({ ...state, key: keys.get(state.component) ?? null })),
  );
  return {
    container,
    components: made.components,
    events: numbered.map(([, event]) => event),
    children,
    states: states.entries(container),
  };
}
