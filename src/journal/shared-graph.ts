// The worker's live copy of one graph: variables whose containers are handles, transactions over them, and patches with
// what others did.

import { assert } from "../base/assert.ts";
import type { ContainerId, GraphData, Operation } from "../protocol/operation.ts";
import type { Patch } from "../protocol/runtime.ts";
import { Boundary } from "./boundary.ts";
import { Discarded } from "./discarded.ts";
import { Heap } from "./heap.ts";
import { addSlots, type Claims, layOver, Loading, type SlotReport, withoutOutdated } from "./loading.ts";
import { takeSavepoint } from "./savepoint.ts";
import type { Slots } from "./slots.ts";
import type { Binding, SharedVariable } from "./variables.ts";
import { whyNotData } from "./why-not-data.ts";

export type { SlotReport } from "./loading.ts";
export { isOutdated } from "./slots.ts";
export { isShared, toPlain } from "./to-plain.ts";
export type { SharedVariable } from "./variables.ts";
export { whyNotData } from "./why-not-data.ts";

export class SharedGraph {
  readonly #heap = new Heap();
  #loading: Loading | null = null;
  #bindings = new Map<string, Binding>();
  #claims: Claims = new Map();
  #boundary: Boundary | null = null;
  /** The last that happened was accept or rollback. */
  #isSettled = false;
  /** The id of the next container made here: negative until the page numbers it, and never given twice. */
  #nextId: ContainerId = -1;

  startLoad(): void {
    this.#loading = new Loading(this.#heap);
  }

  /**
   * A variable's initial value: containers become handles of this graph; what is no data comes back as it is. `made`: the
   * hash of what its initialiser calls.
   */
  define(key: string, name: string, value: unknown, made?: string): unknown {
    assert(this.#loading, "a variable is defined only while loading");
    return this.#loading.define(key, name, value, made);
  }

  /** A variable that is this worker's own, even if it holds data. */
  keep(key: string, name: string, value: unknown): void {
    assert(this.#loading, "a variable is defined only while loading");
    this.#loading.keep(key, name, value);
  }

  /**
   * Ends loading. Variables that `data` has are adopted: their handles stand for the room's containers now. Those that
   * it lacks, or has as earlier code made them and no call has written, come back as operations, which may refer to
   * adopted containers.
   */
  finishLoad(
    variables: readonly SharedVariable[],
    data: GraphData | null,
  ): { operations: Operation[]; reports: SlotReport[] } {
    assert(this.#loading, "loading ends once");
    const loaded = this.#loading.finish(variables);
    this.#loading = null;
    this.#bindings = new Map(loaded.bindings.map((binding) => [binding.key, binding]));
    this.#claims = loaded.claims;
    const current = data && withoutOutdated(data, loaded);
    if (current)
      for (const orphan of layOver(this.#heap, current, this.#claims, { isAnew: true })) orphan.writing = "orphaned";
    const { operations, made } = addSlots(this.#heap, loaded, this.#nextId);
    this.#nextId -= made;
    this.#follow(this.#bindings.keys());
    this.#heap.mode = "closed";
    return { operations, reports: [...loaded.reports] };
  }

  /**
   * Returns the names of variables that were assigned while no call ran: they have their shared values again, and the
   * person should hear of it.
   */
  begin(mode: "write" | "read" | "beside"): string[] {
    assert(this.#heap.mode === "closed", "only one transaction is open at a time");
    // First, since a variable may hold what has to be another object then.
    const written = this.#heap.restoreBytes();
    const strays = [...this.#changed()].filter(({ binding, shared }) => {
      if (binding.mayKeep(shared) && whyNotData(binding.get())) {
        binding.keep();
        return false;
      }
      binding.restore(shared);
      return true;
    });
    this.#heap.mode = mode;
    this.#isSettled = false;
    const names = strays.map(({ binding }) => binding.name);
    return [...new Set(names.concat(written.map((container) => this.#heap.describe(container))))];
  }

  /**
   * A boundary, first half: compares variables, validates, encodes. Throws a TypeError that names the path of what is
   * no data. Changes nothing that the person's code could see.
   */
  collect(): Operation[] {
    this.#isSettled = false;
    this.#boundary = new Boundary(this.#heap, this.#bindings.values(), this.#nextId);
    return this.#boundary.operations;
  }

  /** Second half: new containers get their handles in place, the plain originals become stale, nothing can be undone. */
  accept(): void {
    assert(this.#boundary, "a boundary is collected before it is accepted");
    this.#boundary.take();
    this.#nextId -= this.#boundary.made;
    this.#boundary = null;
    this.#isSettled = true;
  }

  /** Undoes everything since the last accept (or begin), the order of keys included, variables too. */
  rollback(): void {
    this.#undo({ bytesToo: true });
    this.#isSettled = true;
  }

  /** Within a transaction: returns what takes back everything that changes from here on, until the next boundary. */
  savepoint(): () => void {
    return takeSavepoint(this.#heap, this.#bindings.values());
  }

  /** After accept or rollback. */
  end(): void {
    // To compare all bytes once more is not worth it: what is written to them here is given back when the next one begins.
    this.#undo({ bytesToo: !this.#isSettled });
    this.#heap.mode = "closed";
  }

  /** Between transactions: what others did, and which ids the page gave. */
  patch(patch: Patch): void {
    const { graph } = this.#heap;
    this.#heap.recoverBytes();
    if (!patch) return;
    const { numbered, whole, isAnew = false, operations } = patch;
    const numbers = new Map(numbered);
    for (const [from, to] of numbers) graph.rename(from, to);
    for (const slot of graph.slots.values()) {
      const first = numbers.get(slot.info.first);
      if (first !== undefined) slot.info = { ...slot.info, first };
    }
    const discarded = new Discarded(this.#heap);
    if (whole) {
      discarded.watch(isAnew ? graph.slots.keys() : missing(graph.slots, whole));
      layOver(this.#heap, whole, this.#claims, { isAnew });
    }
    for (const boundary of boundaries(operations)) {
      discarded.watch(boundary.flatMap((operation) => (operation[0] === "unslot" ? operation[1] : [])));
      for (const gone of graph.apply(boundary).removed) gone.id = 0;
    }
    discarded.mark(this.#bindings);
    const bound = operations.flatMap(([kind, key]) => (kind === "bind" || kind === "slot" ? [key] : []));
    this.#follow(whole ? this.#bindings.keys() : bound);
  }

  /** The value of a variable that was defined without accessors. */
  get(key: string): unknown {
    return this.#binding(key).get();
  }

  /** Inside a write transaction. */
  set(key: string, value: unknown): void {
    const binding = this.#binding(key);
    this.#heap.assertOpen(() => binding.name);
    binding.assign(this.#heap.intern(value));
  }

  #undo({ bytesToo }: { readonly bytesToo: boolean }): void {
    this.#boundary = null;
    this.#heap.log.undo();
    if (bytesToo) this.#heap.restoreBytes();
    for (const { binding, shared } of this.#changed()) {
      // A model that was loaded is no shared data: it stays, though the call that loaded it failed.
      if (binding.mayKeep(shared) && whyNotData(binding.get())) binding.keep();
      else binding.restore(shared);
    }
  }

  *#changed(): Iterable<{ readonly binding: Binding; readonly shared: unknown }> {
    for (const binding of this.#bindings.values()) {
      const slot = this.#heap.graph.slots.get(binding.key) ?? binding.lost;
      if (slot && binding.isChanged(slot.value)) yield { binding, shared: slot.value };
    }
  }

  #follow(keys: Iterable<string>): void {
    for (const key of keys) {
      const slot = this.#heap.graph.slots.get(key);
      if (slot) this.#bindings.get(key)?.follow(slot.value);
    }
  }

  #binding(key: string): Binding {
    const binding = this.#bindings.get(key);
    assert(binding, `there is no variable ${key}`);
    return binding;
  }
}

function missing(slots: Slots, whole: GraphData): string[] {
  const kept = new Set(whole.slots.map(([key]) => key));
  return [...slots.keys()].filter((key) => !kept.has(key));
}

/** Cuts a list of several boundaries' operations where `new` ones say that another begins. */
function* boundaries(operations: readonly Operation[]): Iterable<readonly Operation[]> {
  let start = 0;
  for (let i = 1; i < operations.length; i++) {
    const before = operations[i - 1]?.[0];
    if (before !== "forget" && (operations[i]?.[0] !== "new" || before === "new")) continue;
    yield operations.slice(start, i);
    start = i;
  }
  if (start < operations.length) yield operations.slice(start);
}
