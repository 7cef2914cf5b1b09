// The gr.Blocks whose callback runs: what is made meanwhile nests where it is made, as in Python's `with`.

import { placeOfCall } from "../base/place-of-call.ts";
import { AppBuilder, type EventDeclaration, foreign } from "../spec/app-builder.ts";
import type { AppDeclaration, CallDeclaration } from "../spec/app-declaration.ts";
import type { AppSpec, EventSpec, EventTrigger, LayoutNode } from "../spec/app-spec.ts";
import type { ComponentDeclaration } from "../spec/component-declaration.ts";
import { kindOf } from "../spec/component-kinds.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import type { EventName } from "../spec/event-name.ts";
import { isFaceless } from "../spec/faceless.ts";
import { isLayout, type LayoutKind } from "../spec/layout-kind.ts";
import { runIn } from "./current-blocks.ts";
import { createDependency, type Dependency } from "./dependency.ts";
import { type ListenerRecord, readListener } from "./listener-options.ts";
import type { Used } from "./read-used.ts";

/** What a listener is triggered by, as it is declared. */
export type DeclaredTrigger =
  | (Used & { readonly event: EventName })
  | { readonly kind: "load" | "unload" }
  | { readonly kind: "then" | "success" | "failure"; readonly after: Dependency };

interface Listener {
  readonly handle: Dependency;
  readonly name: string;
  readonly triggers: readonly DeclaredTrigger[];
  readonly record: ListenerRecord;
  readonly clears: boolean;
  /** The component that holds what it renders. */
  readonly renders: number | null;
  readonly whileRunning: WhileRunning | null;
  /** Listeners whose calls it stops besides, itself perhaps: more may be added until the app is complete. */
  readonly stops: readonly Dependency[];
  /** The listener whose calls are what is liked: then it calls nothing, and what is liked is kept. */
  readonly flags: Dependency | null;
  /** What fills its outputs with the row of a dataset that is chosen, and the listener whose outputs come with it. */
  readonly fills: Fills | null;
  readonly callsOnly: CallDeclaration["callsOnly"];
  /** Whether its outputs are kept: see EventAction. */
  readonly keeps: boolean;
  /** What code outside of the app calls its inputs; null: as its function does. */
  readonly parameters: EventSpec["parameters"] | null;
  /** A parameter that is given nothing is left out. */
  readonly leavesOut: boolean;
  /** Where it was added. */
  readonly declaredAt: Error | null;
}

/** What the listeners of this program itself have besides. */
export type ListenerExtras = Partial<
  Pick<
    Listener,
    | "callsOnly"
    | "clears"
    | "fills"
    | "flags"
    | "keeps"
    | "leavesOut"
    | "name"
    | "parameters"
    | "renders"
    | "stops"
    | "whileRunning"
  >
>;

/** Buttons that stand in for one another while a listener runs. */
export interface WhileRunning {
  readonly hide: readonly object[];
  readonly show: readonly object[];
}

export interface Fills {
  readonly dataset: object;
  readonly remembers: Dependency | null;
  /** The row that is chosen at first, if its outputs are remembered. */
  readonly preload: number | null;
}

/** Finds what is in the app around what is rendered. */
export interface Around {
  idOf(component: object): number | undefined;
  eventOf(listener: object): number | undefined;
}

const nothingAround: Around = { idOf: () => undefined, eventOf: () => undefined };

export class BlocksContext {
  readonly #builder: AppBuilder;
  readonly #ids = new Map<object, number>();
  readonly #around: Around;
  readonly #listeners: Listener[] = [];
  /** The events of what was added, and of the apps that were taken in. */
  readonly #events = new Map<object, number>();
  readonly #root: LayoutNode[] = [];
  #children = this.#root;
  /** What the callback is in. */
  #within: LayoutKind | null = null;
  /** Tabs that were made for a tab without any around it. */
  #madeTabs: LayoutNode | null = null;

  /** For what is rendered into an app that is there: where its numbers go on, and what it has. */
  constructor(start: { readonly firstId?: number; readonly firstEvent?: number } = {}, around: Around = nothingAround) {
    this.#builder = new AppBuilder(start);
    this.#around = around;
  }

  /** Runs a callback whose components nest here. */
  run(callback: () => unknown, what: string): void {
    if (isPromise(runIn(this, callback))) throw new DeclarationError("", asyncMessage(what));
  }

  /** Puts a component where the callback is now. */
  place(component: object, declaration: ComponentDeclaration): void {
    if (this.#ids.has(component)) return;
    const id = this.#add(component, declaration);
    if (!isFaceless(declaration.kind)) this.#children.push({ kind: "component", component: id });
  }

  /** A component that has no place. */
  keep(component: object, declaration: ComponentDeclaration, path: string): Used {
    this.#add(component, declaration);
    return { component, declaration, path };
  }

  /** Something that holds what its callback makes. */
  nest(component: object, declaration: ComponentDeclaration, callback: () => unknown, what: string): void {
    const [outer, within] = [this.#children, this.#within];
    const children: LayoutNode[] = [];
    const id = this.#add(component, declaration);
    this.#homeOf(declaration.kind).push({ kind: "block", component: id, children });
    this.#children = children;
    this.#within = isLayout(declaration.kind) ? declaration.kind : null;
    try {
      this.run(callback, what);
    } finally {
      this.#children = outer;
      this.#within = within;
    }
  }

  /** Where it stands: a tab in tabs, which it makes, or its neighbour has made, if there are none. */
  #homeOf(kind: ComponentDeclaration["kind"]): LayoutNode[] {
    if (kind !== "tab" || this.#within === "tabs") return this.#children;
    const last = this.#children.at(-1);
    if (last && last === this.#madeTabs && last.kind === "block") return last.children as LayoutNode[];
    const tabs: LayoutNode[] = [];
    this.#madeTabs = this.#builder.addBlock("tabs", tabs);
    this.#children.push(this.#madeTabs);
    return tabs;
  }

  /** Where a `gr.render` stands: what it renders is put into this. */
  placeRendered(): number {
    const place = this.#builder.addBlock("column", []);
    this.#children.push(place);
    return place.component;
  }

  /** A whole app, as a part of this one. */
  embed(declaration: AppDeclaration): void {
    const { layout, ids, listeners } = this.#builder.embed(declaration);
    this.#children.push(layout);
    for (const [listener, event] of listeners) this.#events.set(listener, event);
    for (const [component, id] of ids) this.#ids.set(component, id);
  }

  listen(
    what: string,
    triggers: readonly DeclaredTrigger[],
    record: ListenerRecord,
    extras: ListenerExtras = {},
  ): Dependency {
    // Dear to remember, so only where something may turn out to be wrong.
    const declaredAt = this.#isSettled(triggers, record) ? null : placeOfCall();
    const handle: Dependency = createDependency((outcome, options) =>
      this.listen(outcome, [{ kind: outcome, after: handle }], readListener(options, outcome)),
    );
    this.#listeners.push({
      handle,
      name: nameOf(record, triggers, what),
      triggers,
      record,
      clears: false,
      renders: null,
      whileRunning: null,
      stops: [],
      flags: null,
      fills: null,
      keeps: false,
      parameters: null,
      callsOnly: null,
      leavesOut: false,
      ...extras,
      declaredAt,
    });
    return handle;
  }

  /** Whether all that it names is here by now. */
  #isSettled(triggers: readonly DeclaredTrigger[], { inputs, outputs, cancels }: ListenerRecord): boolean {
    const isHere = ({ component }: Used): boolean => this.#ids.has(component);
    const isHeard = (trigger: DeclaredTrigger): boolean => "component" in trigger && isHere(trigger);
    return cancels.length === 0 && triggers.every(isHeard) && inputs.every(isHere) && outputs.every(isHere);
  }

  /** Adds what is called upon an event; `options` may be anything. */
  listenTo(trigger: Used & { readonly event: EventName }, options: unknown): Dependency {
    return this.listen(trigger.event, [trigger], readListener(options, trigger.event));
  }

  /** Id of a component, of this Blocks or one around it. */
  idOf(component: object): number | undefined {
    return this.#ids.get(component) ?? this.#around.idOf(component);
  }

  /** All of it, as an app. */
  finish(app: Omit<AppSpec, "kind" | "components" | "events" | "layout">): AppDeclaration {
    this.#wire();
    const layout = this.#builder.addBlock("column", this.#root);
    return this.#builder.build({ kind: "blocks", ...app, layout }, { ids: this.#ids, listeners: this.#events });
  }

  /** All of it, as a part of an app that is there. */
  finishPart(): {
    readonly builder: AppBuilder;
    readonly children: readonly LayoutNode[];
    readonly ids: ReadonlyMap<object, number>;
  } {
    this.#wire();
    return { builder: this.#builder, children: this.#root, ids: this.#ids };
  }

  #add(component: object, declaration: ComponentDeclaration): number {
    const { name } = kindOf(declaration.kind);
    const id = this.#builder.add(declaration, {
      path: `gr.${name}`,
      label: declaration.label ?? name,
      interactive: null,
    });
    this.#ids.set(component, id);
    return id;
  }

  #wire(): void {
    const first = this.#builder.nextEvent;
    const listeners = this.#listeners.splice(0);
    listeners.forEach(({ handle }, index) => this.#events.set(handle, first + index));
    for (const listener of listeners) this.#builder.on(this.#toEvent(listener));
  }

  #toEvent(listener: Listener): EventDeclaration {
    const { triggers, record, whileRunning, declaredAt } = listener;
    const { fn, validator, inputNames, outputNames, concurrencyLimit, concurrencyId, every } = record;
    const id = (used: Used): number => this.#use(used, declaredAt);
    const after = (handle: Dependency, path: string): number => {
      const index = this.#events.get(handle) ?? this.#around.eventOf(handle);
      if (index !== undefined) return index;
      throw new DeclarationError(path, "names a listener of another gr.Blocks").at(declaredAt);
    };
    const upon = triggers.map((trigger): EventTrigger => {
      if ("after" in trigger) return { kind: trigger.kind, after: after(trigger.after, trigger.kind) };
      if ("kind" in trigger) return trigger;
      return { kind: "component", component: id(trigger), event: trigger.event };
    });
    if (every !== null) upon.push({ kind: "component", component: this.#timer(every, id), event: "tick" });
    const stops = [...record.cancels, ...listener.stops];
    return {
      name: listener.name,
      fn,
      call: { callsOnly: listener.callsOnly, leavesOut: listener.leavesOut, validator, inputNames, outputNames },
      triggers: upon,
      inputs: record.inputs.map(id),
      outputs: record.outputs.map(id),
      action: this.#localAction(listener, after) ?? {
        concurrencyLimit,
        concurrencyId,
        validates: validator !== null,
        keeps: listener.keeps,
        renders: listener.renders,
      },
      cancels: stops.length > 0 ? stops.map((handle) => after(handle, "cancels")) : undefined,
      apiName: record.apiName,
      parameters: listener.parameters ?? undefined,
      showProgress: record.showProgress,
      mode: record.mode,
      whileRunning: whileRunning ? this.#swapping(whileRunning) : undefined,
    };
  }

  /** What needs no function; null: it calls one. */
  #localAction(
    { clears, flags, fills }: Pick<Listener, "clears" | "fills" | "flags">,
    after: (handle: Dependency, path: string) => number,
  ): Exclude<EventSpec["action"], { readonly kind: "call" }> | null {
    if (clears) return { kind: "clear" };
    if (flags) return { kind: "flag", option: null, of: after(flags, "flags") };
    if (!fills) return null;
    const remembers = fills.remembers && after(fills.remembers, "examples");
    return { kind: "fill", dataset: this.idOf(fills.dataset) ?? 0, remembers, preload: fills.preload };
  }

  #swapping({ hide, show }: WhileRunning): EventSpec["whileRunning"] {
    const ids = (components: readonly object[]) => components.flatMap((each) => this.idOf(each) ?? []);
    return { hide: ids(hide), show: ids(show) };
  }

  #timer(every: number | Used, id: (used: Used) => number): number {
    if (typeof every !== "number") return id(every);
    const declaration: ComponentDeclaration = {
      kind: "timer",
      options: { value: every },
      initial: null,
      declaredAt: null,
    };
    return this.#builder.add(declaration, { path: "every", label: "Timer", interactive: true });
  }

  /** State has no place, so it may have been made anywhere. */
  #use({ component, declaration, path }: Used, declaredAt: Error | null): number {
    const id = this.idOf(component);
    if (id !== undefined) return id;
    if (isFaceless(declaration.kind)) return this.#add(component, declaration);
    throw foreign({ kind: declaration.kind, declaredAt }, path);
  }
}

function nameOf({ fn }: ListenerRecord, triggers: readonly DeclaredTrigger[], what: string): string {
  if (fn && fn.name !== "" && fn.name !== "fn") return fn.name;
  const [first] = triggers;
  if (!first || "kind" in first) return what;
  const { kind, options } = first.declaration;
  const label = options["label"] ?? (kind === "button" ? options["value"] : null) ?? kindOf(kind).name;
  return typeof label === "string" ? `${label.slice(0, 100)} ${first.event}` : what;
}

function isPromise(value: unknown): boolean {
  return value instanceof Promise;
}

function asyncMessage(what: string): string {
  return `The callback of gr.${what} must be synchronous: what it makes after an await would nest nowhere. Await before gr.Blocks.`;
}
