// Builds an app, whoever declares it: components with their places, and events with what they call. What a component is like
// may depend on the events that use it, so components are made last.

import {
  isGeneratorFunction,
  type AppDeclaration,
  type AppFunction,
  type BrowserStateDeclaration,
  type CallDeclaration,
  type StateDeclaration,
} from "./app-declaration.ts";
import type { AppSpec, ComponentSpec, EventSpec, EventTrigger, LayoutNode } from "./app-spec.ts";
import { toComponent, type ComponentDeclaration } from "./component-declaration.ts";
import { componentKinds } from "./component-kinds.ts";
import { DeclarationError } from "./declaration-error.ts";
import { isLayout, type LayoutKind } from "./layout-kind.ts";

/** What cannot be known before the app is complete is left out. */
export interface PlaceOptions {
  /** Its place in the declaration, for messages. */
  readonly path: string;
  readonly label: string;
  /** Whether a person can change its value if it does not say so itself; null: the events that use it decide. */
  readonly interactive: boolean | null;
}

export interface EventDeclaration extends Pick<EventSpec, "name" | "triggers" | "inputs" | "outputs"> {
  /** null: it calls nothing. */
  readonly fn: AppFunction | null;
  readonly call?: Partial<CallDeclaration>;
  readonly action?:
    | Partial<Omit<Extract<EventSpec["action"], { readonly kind: "call" }>, "kind">>
    | Exclude<EventSpec["action"], { readonly kind: "call" }>;
  readonly restMs?: EventSpec["restMs"];
  readonly mode?: EventSpec["mode"];
  readonly showProgress?: EventSpec["showProgress"];
  readonly cancels?: EventSpec["cancels"];
  readonly apiName?: EventSpec["apiName"];
  readonly whileRunning?: EventSpec["whileRunning"];
}

type Placed =
  | (PlaceOptions & { readonly declaration: ComponentDeclaration })
  /** Of an app that was taken in. */
  | {
      readonly spec: ComponentSpec;
      readonly state: StateDeclaration | undefined;
      readonly browserState: BrowserStateDeclaration | undefined;
    };

export class AppBuilder {
  readonly #placed: Placed[] = [];
  readonly #ids = new Map<ComponentDeclaration, number>();
  readonly #events: EventSpec[] = [];
  readonly #calls: (CallDeclaration | null)[] = [];
  readonly #firstId: number;
  readonly #firstEvent: number;

  /** For what is rendered into an app that is there: ids go on from those that it has. */
  constructor({ firstId = 0, firstEvent = 0 } = {}) {
    this.#firstId = firstId;
    this.#firstEvent = firstEvent;
  }

  get nextEvent(): number {
    return this.#firstEvent + this.#events.length;
  }

  /** One and the same component may stand in several places. */
  idOf(declaration: ComponentDeclaration): number | undefined {
    return this.#ids.get(declaration);
  }

  /** Gives a component its id; the first place counts. */
  add(declaration: ComponentDeclaration, options: PlaceOptions): number {
    const known = this.#ids.get(declaration);
    if (known !== undefined) return known;
    const id = this.#firstId + this.#placed.length;
    this.#placed.push({ declaration, ...options });
    this.#ids.set(declaration, id);
    return id;
  }

  /** Something that holds others, such as a row; `options` as `gr.Row` takes them. */
  addBlock(
    kind: LayoutKind,
    children: readonly LayoutNode[],
    options: Readonly<Record<string, unknown>> = {},
  ): LayoutNode {
    const declaration = { kind, options, initial: null, stack: undefined };
    const component = this.add(declaration, { path: "", label: "", interactive: true });
    return { kind: "block", component, children };
  }

  addButton(value: string, variant: "primary" | "secondary" | "stop", visible = true): number {
    const declaration: ComponentDeclaration = {
      kind: "button",
      options: { value, variant, visible },
      initial: null,
      stack: undefined,
    };
    return this.add(declaration, { path: "", label: value, interactive: true });
  }

  /** Adds an event and answers its index. */
  on({ fn, call, action, ...event }: EventDeclaration): number {
    const index = this.nextEvent;
    this.#events.push({
      mode: defaultMode(event.triggers),
      restMs: 0,
      showProgress: "full",
      cancels: [],
      apiName: null,
      whileRunning: { hide: [], show: [] },
      ...event,
      action: toAction(fn, action),
    });
    this.#calls.push(fn && { fn, validator: null, inputNames: null, outputNames: null, ...call });
    return index;
  }

  /** Adds a trigger to an event. */
  alsoOn(index: number, trigger: EventTrigger): void {
    const at = index - this.#firstEvent;
    const event = this.#events[at];
    if (event) this.#events[at] = { ...event, triggers: [...event.triggers, trigger] };
  }

  /** Takes a whole app in, as a part of this one. Answers its layout, and the ids that its components have here. */
  embed({ app, calls, states, browserStates, ids }: AppDeclaration): {
    readonly layout: LayoutNode;
    readonly ids: AppDeclaration["ids"];
  } {
    const byId = this.#firstId + this.#placed.length;
    const byEvent = this.nextEvent;
    const to = (id: number) => id + byId;
    for (const spec of app.components) {
      const state = states.find(({ component }) => component === spec.id);
      const browserState = browserStates.find(({ component }) => component === spec.id);
      this.#placed.push({ spec: { ...spec, id: to(spec.id) }, state, browserState });
    }
    for (const [index, event] of app.events.entries()) {
      this.#events.push(moved(event, to, (after) => after + byEvent));
      this.#calls.push(calls[index] ?? null);
    }
    return {
      layout: movedNode(app.layout, to),
      ids: new Map(Array.from(ids, ([object, id]) => [object, to(id)])),
    };
  }

  /** Adds what computes the values of components that say how. To be called once, when all of them are there. */
  settle(idOf: (declaration: ComponentDeclaration) => number | undefined = (each) => this.#ids.get(each)): void {
    for (const placed of this.#placed.slice()) {
      if ("spec" in placed || !placed.declaration.dynamic) continue;
      const { declaration, path, label } = placed;
      const { fn, inputs, inputNames, every } = placed.declaration.dynamic;
      const idIn = (each: ComponentDeclaration): number => {
        const id = idOf(each);
        if (id !== undefined) return id;
        throw foreign(declaration, `${path}.inputs`);
      };
      const ids = inputs.map(idIn);
      const ticks = every === null ? [] : [typeof every === "number" ? this.#addTimer(every) : idIn(every)];
      this.on({
        name: fn.name === "" || fn.name === "value" ? label : fn.name,
        fn,
        call: { inputNames },
        triggers: [
          { kind: "load" },
          { kind: "shared", slots: null },
          ...ids.map((component): EventTrigger => ({ kind: "component", component, event: "change" })),
          ...ticks.map((component): EventTrigger => ({ kind: "component", component, event: "tick" })),
        ],
        inputs: ids,
        outputs: [this.#ids.get(declaration) ?? 0],
        action: { writes: false },
        mode: "always_last",
        showProgress: "hidden",
      });
    }
  }

  #addTimer(value: number): number {
    const declaration: ComponentDeclaration = { kind: "timer", options: { value }, initial: null, stack: undefined };
    return this.add(declaration, { path: "", label: "", interactive: true });
  }

  /** Throws a DeclarationError for an option that is wrong. */
  components(): {
    readonly components: readonly ComponentSpec[];
    readonly states: readonly StateDeclaration[];
    readonly browserStates: readonly BrowserStateDeclaration[];
  } {
    const inputs = new Set(this.#events.flatMap((event) => event.inputs));
    const outputs = new Set(this.#events.flatMap((event) => event.outputs));
    const states: StateDeclaration[] = [];
    const browserStates: BrowserStateDeclaration[] = [];
    const components = this.#placed.map((placed, index): ComponentSpec => {
      const id = this.#firstId + index;
      if ("spec" in placed) {
        if (placed.state) states.push({ ...placed.state, component: id });
        if (placed.browserState) browserStates.push({ ...placed.browserState, component: id });
        return placed.spec;
      }
      const { declaration, path, label, interactive } = placed;
      const { kind, initial, deleteCallback = null } = declaration;
      const isOutput = outputs.has(id) && !inputs.has(id);
      // What is pressed, or holds others, takes part whatever it is used for.
      const isActive = isLayout(kind) || componentKinds[kind].events.includes("click");
      const byUse = isActive || (!isOutput && (inputs.has(id) || !hasValue(declaration)));
      const spec = toComponent(declaration, path, { label, interactive: interactive ?? byUse });
      if (kind === "state") {
        states.push({ component: id, initial, deleteCallback });
        return { id, ...spec, props: { ...spec.props, deletes: deleteCallback !== null } };
      }
      if (kind !== "browserstate") return { id, ...spec };
      const storageKey = String(spec.props["storageKey"] ?? `BrowserState ${browserStates.length}`);
      browserStates.push({ component: id, storageKey, initial });
      return { id, ...spec, props: { ...spec.props, storageKey } };
    });
    return { components, states, browserStates };
  }

  events(): Pick<AppDeclaration, "calls"> & Pick<AppSpec, "events"> {
    return { events: [...this.#events], calls: [...this.#calls] };
  }

  build(app: Omit<AppSpec, "components" | "events">, ids: AppDeclaration["ids"] = new Map()): AppDeclaration {
    this.settle();
    const { components, states, browserStates } = this.components();
    const { events, calls } = this.events();
    return { app: { ...app, components, events }, calls, states, browserStates, ids };
  }
}

/** An event with other numbers for its components and for other events. */
function moved(event: EventSpec, to: (id: number) => number, toEvent: (index: number) => number): EventSpec {
  const { action, whileRunning } = event;
  return {
    ...event,
    triggers: event.triggers.map((trigger) => {
      if ("after" in trigger) return { ...trigger, after: toEvent(trigger.after) };
      return trigger.kind === "component" ? { ...trigger, component: to(trigger.component) } : trigger;
    }),
    inputs: event.inputs.map(to),
    outputs: event.outputs.map(to),
    cancels: event.cancels.map(toEvent),
    whileRunning: { hide: whileRunning.hide.map(to), show: whileRunning.show.map(to) },
    action: movedAction(action, to, toEvent),
  };
}

function movedAction(
  action: EventSpec["action"],
  to: (id: number) => number,
  toEvent: (index: number) => number,
): EventSpec["action"] {
  switch (action.kind) {
    case "call":
      return action.renders === null ? action : { ...action, renders: to(action.renders) };
    case "fill":
      return {
        ...action,
        dataset: to(action.dataset),
        remembers: action.remembers === null ? null : toEvent(action.remembers),
      };
    case "flag":
      return { ...action, of: toEvent(action.of) };
    default:
      return action;
  }
}

function movedNode(node: LayoutNode, to: (id: number) => number): LayoutNode {
  const component = to(node.component);
  if (node.kind === "component") return { ...node, component };
  return { ...node, component, children: node.children.map((child) => movedNode(child, to)) };
}

/** `inputs[1]` of something names a component of elsewhere. */
export function foreign(
  { kind, stack }: { readonly kind: ComponentDeclaration["kind"]; readonly stack: string | undefined },
  path: string,
): DeclarationError {
  const { name } = componentKinds[kind];
  const error = new DeclarationError(
    path,
    `names a ${name} that is no part of this gr.Blocks: make it inside, or call its render() there`,
  );
  if (stack !== undefined) error.stack = stack;
  return error;
}

function toAction(fn: AppFunction | null, action: EventDeclaration["action"]): EventSpec["action"] {
  if (action && "kind" in action) return action;
  if (!fn) return { kind: "none" };
  return {
    kind: "call",
    writes: true,
    generator: isGeneratorFunction(fn),
    concurrencyLimit: 1,
    concurrencyId: null,
    anywhere: false,
    validates: false,
    renders: null,
    ...action,
  };
}

/**
 * Once, as in Gradio, unless every trigger tells of a value: then what was last is never lost. Gradio does so for change and
 * keyUp alone, and loses the last letter that is typed into an input listener.
 */
function defaultMode(triggers: readonly EventTrigger[]): EventSpec["mode"] {
  const tells = ({ ...trigger }: EventTrigger) =>
    trigger.kind === "shared" ||
    (trigger.kind === "component" && ["change", "input", "keyUp", "release"].includes(trigger.event));
  return triggers.some(tells) && triggers.every((each) => each.kind === "load" || tells(each)) ? "always_last" : "once";
}

function hasValue({ kind, options }: ComponentDeclaration): boolean {
  const { first } = componentKinds[kind];
  return (options["value"] ?? (first === "value" ? options[first] : undefined) ?? null) !== null;
}
