// Builds an app, whoever declares it: components with their places, and events with what they call. What a component is like
// may depend on the events that use it, so components are made last.

import {
  type AppDeclaration,
  type AppFunction,
  type BrowserStateDeclaration,
  type CallDeclaration,
  type StateDeclaration,
} from "./app-declaration.ts";
import type { AppSpec, ComponentSpec, EventSpec, EventTrigger, LayoutNode } from "./app-spec.ts";
import { toComponent, type ComponentDeclaration } from "./component-declaration.ts";
import { kindOf } from "./component-kinds.ts";
import { lowestLimit } from "./concurrency-limit.ts";
import { DeclarationError } from "./declaration-error.ts";
import { defaultMode, toAction, usualEvent } from "./event-defaults.ts";
import { headingText } from "./heading-text.ts";
import { isLayout, type LayoutKind } from "./layout-kind.ts";
import { movedEvent, movedNode } from "./moved-app.ts";
import { parameterNames } from "./parameter-names.ts";

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
  readonly restMs?: EventSpec["restMs"] | undefined;
  readonly mode?: EventSpec["mode"] | undefined;
  readonly showProgress?: EventSpec["showProgress"] | undefined;
  readonly cancels?: EventSpec["cancels"] | undefined;
  readonly apiName?: EventSpec["apiName"] | undefined;
  readonly parameters?: EventSpec["parameters"] | undefined;
  readonly whileRunning?: EventSpec["whileRunning"] | undefined;
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
    const declaration = { kind, options, initial: null, declaredAt: null };
    const component = this.add(declaration, { path: "", label: "", interactive: true });
    return { kind: "block", component, children };
  }

  addButton(value: string, variant: "primary" | "secondary" | "stop", visible = true): number {
    const declaration: ComponentDeclaration = {
      kind: "button",
      options: { value, variant, visible },
      initial: null,
      declaredAt: null,
    };
    return this.add(declaration, { path: "", label: value, interactive: true });
  }

  /** Adds an event and answers its index. */
  on(event: EventDeclaration): number {
    const index = this.nextEvent;
    const { name, triggers, inputs, outputs, fn, call, action, apiName = usualEvent.apiName } = event;
    const named = fn && apiName !== null ? namesOfInputs(fn, call) : usualEvent.parameters;
    this.#events.push({
      name,
      triggers,
      inputs,
      outputs,
      action: toAction(fn, action),
      mode: event.mode ?? defaultMode(triggers),
      restMs: event.restMs ?? usualEvent.restMs,
      showProgress: event.showProgress ?? usualEvent.showProgress,
      cancels: event.cancels ?? usualEvent.cancels,
      apiName,
      parameters: event.parameters ?? named,
      whileRunning: event.whileRunning ?? usualEvent.whileRunning,
    });
    this.#calls.push(
      fn && {
        fn,
        callsOnly: call?.callsOnly ?? null,
        validator: call?.validator ?? null,
        inputNames: call?.inputNames ?? null,
        outputNames: call?.outputNames ?? null,
        leavesOut: call?.leavesOut ?? false,
      },
    );
    return index;
  }

  /** Adds a trigger to an event. */
  alsoOn(index: number, trigger: EventTrigger): void {
    const at = index - this.#firstEvent;
    const event = this.#events[at];
    if (event) this.#events[at] = { ...event, triggers: [...event.triggers, trigger] };
  }

  /** Takes a whole app in, as a part of this one. Answers its layout, and the numbers that its parts have here. */
  embed({ app, calls, states, browserStates, ids, listeners }: AppDeclaration): {
    readonly layout: LayoutNode;
    readonly ids: AppDeclaration["ids"];
    readonly listeners: AppDeclaration["listeners"];
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
      this.#events.push(movedEvent(event, to, (after) => after + byEvent));
      this.#calls.push(calls[index] ?? null);
    }
    return {
      layout: this.#withProse(app, movedNode(app.layout, to)),
      ids: new Map(Array.from(ids, ([object, id]) => [object, to(id)])),
      listeners: new Map(Array.from(listeners, ([object, event]) => [object, event + byEvent])),
    };
  }

  /** What the page writes around an app that stands alone. The title of a gr.Blocks is that of the tab only. */
  #withProse({ kind, title, description, article }: AppSpec, layout: LayoutNode): LayoutNode {
    if (kind === "blocks") return layout;
    const prose = (label: string, value: string | null): LayoutNode[] => {
      if (value === null || value === "") return [];
      const options = { label, value };
      const declaration: ComponentDeclaration = { kind: "markdown", options, initial: null, declaredAt: null };
      return [{ kind: "component", component: this.add(declaration, { path: label, label, interactive: false }) }];
    };
    const above = [...prose("Title", title && headingText(title)), ...prose("Description", description)];
    const below = prose("Article", article);
    return above.length + below.length === 0 ? layout : this.addBlock("column", [...above, layout, ...below]);
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
    const declaration: ComponentDeclaration = { kind: "timer", options: { value }, initial: null, declaredAt: null };
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
    const addBrowserState = (id: number, declared: ComponentDeclaration, spec: Omit<ComponentSpec, "id">) => {
      const same = browserStates.find((each) => each.declared === declared);
      const storageKey = String(
        declared.options["storageKey"] ?? same?.storageKey ?? `BrowserState ${browserStates.length}`,
      );
      browserStates.push({ component: id, storageKey, initial: declared.initial, declared });
      return { id, ...spec, props: { ...spec.props, storageKey } };
    };
    const components = this.#placed.map((placed, index): ComponentSpec => {
      const id = this.#firstId + index;
      if ("spec" in placed) {
        if (placed.state) states.push({ ...placed.state, component: id });
        return placed.browserState ? addBrowserState(id, placed.browserState.declared, placed.spec) : placed.spec;
      }
      const { declaration, path, label, interactive } = placed;
      const { kind, initial, deleteCallback = null } = declaration;
      const isOutput = outputs.has(id) && !inputs.has(id);
      // What is pressed, or holds others, takes part whatever it is used for.
      const isActive = isLayout(kind) || kindOf(kind).events.includes("click");
      const byUse = isActive || (!isOutput && (inputs.has(id) || !hasValue(declaration)));
      const spec = toComponent(declaration, path, { label, interactive: interactive ?? byUse });
      if (kind === "state") {
        states.push({ component: id, initial, deleteCallback });
        return { id, ...spec, props: { ...spec.props, deletes: deleteCallback !== null } };
      }
      return kind === "browserstate" ? addBrowserState(id, declaration, spec) : { id, ...spec };
    });
    return { components, states, browserStates };
  }

  events(): Pick<AppDeclaration, "calls"> & Pick<AppSpec, "events"> {
    return { events: withSharedLimits(this.#events), calls: [...this.#calls] };
  }

  build(
    app: Omit<AppSpec, "components" | "events">,
    { ids, listeners }: Pick<AppDeclaration, "ids" | "listeners"> = { ids: new Map(), listeners: new Map() },
  ): AppDeclaration {
    this.settle();
    const { components, states, browserStates } = this.components();
    const { events, calls } = this.events();
    return { app: { ...app, components, events }, calls, states, browserStates, ids, listeners };
  }
}

function withSharedLimits(events: readonly EventSpec[]): EventSpec[] {
  const idOf = ({ action }: EventSpec): string | null => (action.kind === "call" ? action.concurrencyId : null);
  return events.map((event) => {
    const id = idOf(event);
    if (id === null || event.action.kind !== "call") return event;
    const limits = events.flatMap((each) =>
      each.action.kind === "call" && idOf(each) === id ? [each.action.concurrencyLimit] : [],
    );
    return { ...event, action: { ...event.action, concurrencyLimit: lowestLimit(limits) } };
  });
}

/** `inputs[1]` of something names a component of elsewhere. */
export function foreign(
  { kind, declaredAt }: { readonly kind: ComponentDeclaration["kind"]; readonly declaredAt: Error | null },
  path: string,
): DeclarationError {
  const { name } = kindOf(kind);
  return new DeclarationError(
    path,
    `names a ${name} that is no part of this gr.Blocks: make it inside, or call its render() there`,
  ).at(declaredAt);
}

function namesOfInputs(fn: AppFunction, call: EventDeclaration["call"]): readonly (string | null)[] {
  return call?.inputNames ?? parameterNames(Function.prototype.toString.call(fn));
}

function hasValue({ kind, options }: ComponentDeclaration): boolean {
  const { first } = kindOf(kind);
  return (options["value"] ?? (first === "value" ? options[first] : undefined) ?? null) !== null;
}
