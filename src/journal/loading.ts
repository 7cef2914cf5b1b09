// Loading: initial values are made as plain JavaScript would make them, whatever the room holds; then the room's state is
// laid over them, so that whoever captured a container while loading holds the one that is shared.

import type { ContainerId, Content, GraphData, Operation, SlotInfo } from "../protocol/operation.ts";
import { isSameShape } from "./bytes.ts";
import type { Change } from "./change.ts";
import { type Container, eachHeld } from "./container.ts";
import { copyContents } from "./contents.ts";
import { dataKind } from "./data-kind.ts";
import { Discovery, type Found } from "./discovery.ts";
import type { Step } from "./graph.ts";
import type { Heap } from "./heap.ts";
import { markLocal } from "./local-values.ts";
import { Sharing } from "./sharing.ts";
import { isOutdated } from "./slots.ts";
import { Binding, type SharedVariable } from "./variables.ts";
import { notDataText, problemOf } from "./why-not-data.ts";
import { encodeContents } from "./wire.ts";

export interface SlotReport {
  readonly key: string;
  readonly data: boolean;
  /** For what is no data: "it is a function", "holds an instance of Model at .layers[0]". */
  readonly why: string;
}

/** By variable: the containers that its initialiser made. The n-th is container first + n of the room. */
export type Claims = ReadonlyMap<string, readonly Container[]>;

interface Initial {
  readonly key: string;
  readonly name: string;
  readonly value: unknown;
  /** Hash of what its initialiser calls, if that is known. */
  readonly made?: string | undefined;
}

export interface Loaded {
  readonly bindings: readonly Binding[];
  readonly claims: Claims;
  readonly reports: readonly SlotReport[];
  /** By variable: hash of what its initialiser calls. */
  readonly made: ReadonlyMap<string, string | undefined>;
}

export class Loading {
  readonly #heap: Heap;
  readonly #initials = new Map<string, Initial>();
  /** Variables that stay this worker's own, whatever they hold. */
  readonly #local = new Set<string>();
  /** Which variable's initialiser made a container. */
  readonly #makers = new Map<Container, string>();

  constructor(heap: Heap) {
    this.#heap = heap;
    heap.mode = "loading";
  }

  /** A variable that is not shared. What another variable shares already stays shared. */
  keep(key: string, name: string, value: unknown): void {
    this.#local.add(key);
    this.#initials.set(key, { key, name, value });
    if (!this.#heap.containerOf(value)) markLocal(value);
  }

  /** Makes a variable's initial value shared, or returns it as it is if it is no data. */
  define(key: string, name: string, value: unknown, made?: string): unknown {
    const discovery = this.#discovery();
    if (problemOf(() => discovery.search(value, () => ""))) {
      this.#initials.set(key, { key, name, value, made });
      return value;
    }
    // What is known already was made by another initialiser.
    const found = [...discovery.found].filter(({ container }) => !container);
    const frozen = found.map(({ source }) => Object.isFrozen(source.raw));
    const sharing = new Sharing(this.#heap, found);
    sharing.containers.forEach((container, i) => {
      this.#makers.set(container, key);
      if (frozen[i] && (container.kind === "object" || container.kind === "array" || container.kind === "dict")) {
        container.writing = "frozen";
      }
    });
    sharing.fill();
    this.#initials.set(key, { key, name, value: sharing.place(value), made });
    return sharing.place(value);
  }

  /** Ends loading: says what each variable turned out to be, and which containers are whose. */
  finish(variables: readonly SharedVariable[]): Loaded {
    const discovery = this.#discovery();
    const reports: SlotReport[] = [];
    const bindings: Binding[] = [];
    const found = new Map<string, readonly Found[]>();
    for (const binding of this.#bindings(variables)) {
      if (this.#local.has(binding.key)) {
        reports.push({ key: binding.key, data: false, why: "it is made local by gr.local" });
        continue;
      }
      let list: readonly Found[] = [];
      const problem = problemOf(() => (list = discovery.search(binding.get(), () => "")));
      reports.push({ key: binding.key, data: !problem, why: problem ? notDataText(problem) : "" });
      if (problem) continue;
      bindings.push(binding);
      found.set(binding.key, list);
    }
    const sharing = new Sharing(this.#heap, [...discovery.found]);
    sharing.fill();
    for (const binding of bindings) binding.assign(sharing.place(binding.get()));
    const claims = this.#claim(found, sharing);
    this.#free(reports, variables, new Set(sharing.containers));
    const made = new Map([...this.#initials].map(([key, initial]) => [key, initial.made]));
    return { bindings, claims, reports, made };
  }

  #discovery(): Discovery {
    return new Discovery((value) => this.#heap.know(value));
  }

  /** In order of evaluation, which is the same for every load of the same code. */
  *#bindings(variables: readonly SharedVariable[]): Iterable<Binding> {
    const byKey = new Map(variables.map((variable) => [variable.key, variable]));
    for (const { key, name, value } of this.#initials.values()) {
      yield new Binding(key, name, byKey.get(key) ?? null, value);
    }
    for (const variable of variables) {
      if (!this.#initials.has(variable.key)) yield new Binding(variable.key, variable.name, variable);
    }
  }

  /** A container belongs to the variable that made it; else to the first that it is found from. */
  #claim(found: ReadonlyMap<string, readonly Found[]>, sharing: Sharing): Claims {
    const reached = new Set(sharing.containers);
    const claims = new Map<string, Container[]>([...found.keys()].map((key) => [key, []]));
    for (const [container, key] of this.#makers) if (reached.has(container)) claims.get(key)?.push(container);
    for (const [key, list] of found) {
      for (const { value } of list) {
        const container = sharing.containerOf(value);
        if (!container || claims.has(this.#makers.get(container) ?? "")) continue;
        this.#makers.set(container, key);
        claims.get(key)?.push(container);
      }
    }
    return claims;
  }

  /** What only values that are loaded once hold is theirs, to be written like anything plain. */
  #free(reports: readonly SlotReport[], variables: readonly SharedVariable[], shared: ReadonlySet<Container>): void {
    const once = new Set(reports.filter(({ data }) => !data).map(({ key }) => key));
    const open: unknown[] = variables.filter(({ key }) => once.has(key)).map((variable) => variable.get());
    const seen = new Set(open);
    const visit = (value: unknown): void => {
      if (seen.has(value)) return;
      seen.add(value);
      open.push(value);
    };
    for (const value of open) {
      if (typeof value !== "object" || value === null) continue;
      const container = this.#heap.containerOf(value);
      if (container && shared.has(container)) continue;
      if (container?.writing === "recorded") container.writing = "free";
      const source = container ?? dataKind(value);
      if (typeof source !== "string") eachHeld(source, visit);
    }
  }
}

/** The data without variables that no call has written and whose initialiser would make something else by now. */
export function withoutOutdated(data: GraphData, { bindings, made }: Loaded): GraphData {
  const bound = new Set(bindings.map(({ key }) => key));
  return { ...data, slots: data.slots.filter(([key, info]) => !bound.has(key) || !isOutdated(info, made.get(key))) };
}

/** Variables that the graph lacks, as operations with ids that count down from `nextId`; the graph has them then. */
export function addSlots(
  heap: Heap,
  { bindings, claims, made }: Loaded,
  nextId: ContainerId,
): { operations: Operation[]; made: number } {
  const { graph } = heap;
  const missing = bindings.filter(({ key }) => !graph.slots.has(key));
  const created: Container[] = [];
  const infos = new Map<string, SlotInfo>();
  const take = (container: Container): void => {
    // It was orphaned if the room has lost it; a variable that is new there brings it back.
    container.readmit();
    heap.bytes.save(container);
    graph.adopt(nextId - created.length, container);
    created.push(container);
  };
  for (const { key, name } of missing) {
    const mine = claims.get(key) ?? [];
    infos.set(key, { name, first: mine.length > 0 ? nextId - created.length : 0, count: mine.length });
    for (const container of mine) take(container);
  }
  const discovery = new Discovery((value) => heap.know(value));
  for (const binding of missing) discovery.search(binding.get(), () => binding.name);
  // What is new holds something that another variable's initialiser made and the room has lost.
  for (const container of created) eachHeld(container, (value) => discovery.search(value, () => ""));
  const own = created.length;
  for (const { container } of discovery.found) if (container) take(container);
  // What another's initialiser made is not looked after: then no write to any of them must go unnoticed.
  const isKnown = created.length === own;
  const steps = missing.map((binding): Step => {
    const by = isKnown ? made.get(binding.key) : undefined;
    const plain = infos.get(binding.key) ?? { name: binding.name, first: 0, count: 0 };
    const info = by === undefined ? plain : { ...plain, made: by };
    const value = binding.get();
    graph.slots.set(binding.key, { info, value });
    const change: Change = ["slot", graph.slots, binding.key, info, value];
    return { change, undo: ["unslot", graph.slots, binding.key] };
  });
  const operations = created.map((container): Operation => [
    "new",
    container.id,
    encodeContents(copyContents(container), graph.encode),
  ]);
  for (const { change } of steps)
    if (change[0] === "slot") operations.push(["slot", change[2], change[3], graph.encode(change[4])]);
  for (const gone of graph.settle(created, steps)) gone.id = 0;
  return { operations, made: created.length };
}

/**
 * Replaces everything in a graph by data. Handles stay: by id, unless the data is of another epoch, where ids mean
 * something else; else (and for what loading made) by the place in the list of what a variable's initialiser makes.
 * Returns the containers that found no counterpart among those that loading made.
 */
export function layOver(
  heap: Heap,
  data: GraphData,
  claims: Claims,
  { isAnew }: { readonly isAnew: boolean },
): Container[] {
  const { graph } = heap;
  const before = isAnew ? new Map<ContainerId, Container>() : new Map(graph.containers);
  const claimed = new Map<ContainerId, Container>();
  for (const [key, { first, count }] of data.slots) {
    claims
      .get(key)
      ?.slice(0, count)
      .forEach((container, n) => claimed.set(first + n, container));
  }
  graph.clear();
  const used = new Set<Container>();
  graph.load(data, (id, content) => {
    const container = [before.get(id), claimed.get(id)].find(
      (each) => each && canTake(each, content) && !used.has(each),
    );
    if (!container) return undefined;
    used.add(container);
    container.readmit();
    if (container.kind === "bytes") heap.bytes.watch(container);
    return container;
  });
  const keys = data.slots.map(([key]) => key);
  return keys.flatMap((key) => claims.get(key) ?? []).filter((container) => container.id === 0);
}

/** Whether a container can stand for what is in the room. */
function canTake(container: Container, content: Content): boolean {
  if (container.kind === "bytes") return content[0] === "bytes" && isSameShape(container.raw, content[1]);
  return container.kind === content[0] && container.kind !== "atom";
}
