// A boundary of a transaction: what changed since the last one becomes operations, and what was plain becomes shared.
// Made first, which throws if something is no data and changes nothing; then taken, or dropped.

import { assert } from "../base/assert.ts";
import type { ContainerId, Encoded, Operation, Primitive } from "../protocol/operation.ts";
import { sliceBytes } from "./bytes.ts";
import { applyChange, type Change } from "./change.ts";
import { type Bytes, type Container, HOLE } from "./container.ts";
import { type Contents, copyContents, mapContents, readContents, writeContents } from "./contents.ts";
import { discardedError } from "./discarded.ts";
import { Discovery, type Found, stepText } from "./discovery.ts";
import type { Step } from "./graph.ts";
import { handleOf } from "./handle.ts";
import type { Heap } from "./heap.ts";
import { type PendingPlace, pendingPlaces, settlePlace } from "./pending-places.ts";
import { Sharing } from "./sharing.ts";
import type { Binding } from "./variables.ts";
import { notDataError, problemOf } from "./why-not-data.ts";
import { encodeChange, encodeContents, encodedHole } from "./wire.ts";

export class Boundary {
  readonly #heap: Heap;
  readonly #discovery: Discovery;
  readonly #ids = new Map<object, ContainerId>();
  readonly #found: readonly Found[];
  /** What those hold. */
  readonly #contents: readonly Contents[];
  readonly #places: readonly PendingPlace[];
  readonly #binds: readonly { readonly binding: Binding; readonly step: Step }[];
  readonly #bytes: readonly Step[];
  /** Bindings that hold something of this worker's own from now on. */
  readonly #kept: Binding[] = [];
  readonly #length: number;
  readonly operations: Operation[];
  /** Those of the steps that the operations say. */
  readonly #said: readonly Step[];

  /** `nextId`: the first id for a new container; they count down. Throws a TypeError that names what is no data. */
  constructor(heap: Heap, bindings: Iterable<Binding>, nextId: ContainerId) {
    this.#heap = heap;
    this.#discovery = new Discovery((value) => heap.know(value));
    const { steps } = heap.log;
    this.#length = steps.length;
    this.#places = this.#findPlaces(steps);
    this.#binds = this.#compare(bindings);
    this.#bytes = Array.from(heap.bytes.written(), ({ container, saved, ranges }) => {
      heap.assertWritable(container);
      if (!ranges) throw new TypeError(`${heap.describe(container)} was transferred away.`);
      return ranges.map(({ start, end }): Step => {
        const write = (bytes: Bytes): Change => ["write", container, start, sliceBytes(bytes, start, end)];
        return { change: write(container.raw), undo: write(saved) };
      });
    }).flat();
    this.#found = [...this.#discovery.found];
    this.#contents = this.#found.map(({ source }) => copyContents(source));
    this.#found.forEach(({ container, value }, i) => this.#ids.set(container ?? value, nextId - i));
    this.#said = steps
      .filter(({ change }) => this.#isSaid(change))
      .concat(
        this.#bytes,
        this.#binds.map(({ step }) => step),
      );
    this.operations = [
      ...this.#contents.map((contents, i): Operation => ["new", nextId - i, encodeContents(contents, this.#encode)]),
      ...this.#said.map(({ change }) => encodeChange(change, this.#encode)),
    ];
  }

  get made(): number {
    return this.#found.length;
  }

  /** New containers get their handles in place; plain values become stale; what nothing holds any more is let go. */
  take(): void {
    const { graph, log } = this.#heap;
    assert(log.steps.length <= this.#length, "something was changed between the halves of a boundary");
    const sharing = new Sharing(this.#heap, this.#found);
    sharing.containers.forEach((container, i) => {
      const found = this.#found[i];
      if (found) graph.adopt(this.#ids.get(found.container ?? found.value) ?? 0, container);
      container.readmit();
      this.#heap.bytes.save(container);
    });
    // Before anything is filled: what stands for a container as a key must be the same in all Maps.
    for (const place of this.#places) if (place.role === "key") this.#settle(place, sharing);
    // Not with what is in them now: another graph's boundary has put handles into those of its containers.
    sharing.fill(this.#contents);
    for (const place of this.#places) if (place.role === "value") this.#settle(place, sharing);
    for (const { change } of this.#bytes) applyChange(change);
    for (const { binding, step } of this.#binds) {
      const value = sharing.place(binding.get());
      const slot = graph.slots.get(binding.key);
      if (slot && step.change[0] === "bind") slot.value = value;
      binding.assign(value);
    }
    for (const binding of this.#kept) binding.keep();
    for (const gone of graph.settle(sharing.containers, this.#said, (value) => sharing.containerOf(value))) gone.id = 0;
    log.clear();
  }

  #findPlaces(steps: readonly Step[]): PendingPlace[] {
    const changes = new Map<Container, Change[]>();
    for (const { change } of steps) {
      const [kind, target] = change;
      if (kind === "slot" || kind === "unslot" || kind === "bind" || kind === "made" || target.id === 0) continue;
      const list = changes.get(target);
      if (list) list.push(change);
      else changes.set(target, [change]);
    }
    const isPending = (value: unknown): boolean => this.#isPending(value);
    const places = [...changes].flatMap(([container, list]) => pendingPlaces(container, list, isPending));
    for (const place of places) this.#search(place.value, () => this.#pathOf(place));
    return places;
  }

  #compare(bindings: Iterable<Binding>): { readonly binding: Binding; readonly step: Step }[] {
    const { slots } = this.#heap.graph;
    const binds: { readonly binding: Binding; readonly step: Step }[] = [];
    for (const binding of bindings) {
      const slot = slots.get(binding.key) ?? binding.lost;
      if (!slot || !binding.isChanged(slot.value)) continue;
      const value = this.#heap.intern(binding.get());
      if (binding.mayKeep(slot.value) && problemOf(() => this.#discovery.search(value, () => ""))) {
        this.#kept.push(binding);
        continue;
      }
      this.#heap.assertOpen(() => binding.name);
      if (slot === binding.lost) throw discardedError(binding.name);
      this.#search(value, () => binding.name);
      const change: Change = ["bind", slots, binding.key, value];
      binds.push({ binding, step: { change, undo: ["bind", slots, binding.key, slot.value] } });
    }
    return binds;
  }

  #search(value: unknown, path: () => string): void {
    const problem = problemOf(() => this.#discovery.search(value, path));
    if (problem) throw notDataError(problem);
  }

  #isPending(value: unknown): boolean {
    if (typeof value === "object" && value !== null) return (this.#heap.containerOf(value)?.id ?? 0) === 0;
    return typeof value === "function" || (typeof value === "symbol" && value !== HOLE);
  }

  /** Whether a change is one of the shared graph, and not of something that is not in it, or is put in whole. */
  #isSaid(change: Change): boolean {
    switch (change[0]) {
      case "slot":
      case "unslot":
      case "bind":
      case "made":
        return true;
      case "map-put":
      case "map-drop":
      case "set-add":
      case "set-drop":
        // A key that came and went within the boundary has no name.
        return change[1].id !== 0 && (!this.#isPending(change[2]) || this.#idOf(change[2]) !== undefined);
      default:
        return change[1].id !== 0;
    }
  }

  #idOf(value: unknown): ContainerId | undefined {
    if (typeof value !== "object" || value === null) return undefined;
    const container = this.#heap.containerOf(value);
    return (container?.id ?? 0) === 0 ? this.#ids.get(container ?? value) : container?.id;
  }

  #encode = (value: unknown): Encoded => {
    if (value === HOLE) return encodedHole;
    if (!this.#isPending(value) && (typeof value !== "object" || value === null)) return value as Primitive;
    const id = this.#idOf(value);
    // What was stored and is gone again may be anything: nobody will see it.
    return id === undefined ? undefined : ["ref", id];
  };

  #settle(place: PendingPlace, sharing: Sharing): void {
    const became = sharing.containerOf(place.value);
    if (!became || became.place === place.value) return;
    if (place.role === "key" && (handleOf(place.value) || became.kind === "bytes")) {
      // A handle of another graph cannot stay: it is a key of its own there.
      const { container } = place;
      writeContents(container, mapContents(readContents(container), sharing.place, sharing.key));
    } else {
      settlePlace(place, became);
    }
  }

  #pathOf({ container, at, role }: PendingPlace): string {
    const path = this.#heap.describe(container);
    if (role === "key") return path + stepText({ kind: "member" });
    if (container.kind === "array") return path + stepText({ kind: "index", index: at as number });
    return path + stepText(container.kind === "map" ? { kind: "value", key: at } : { kind: "key", key: at as string });
  }
}
