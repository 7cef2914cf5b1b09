// Containers by id and the variables that hold them: the part that page and worker have in common. Applies operations,
// all or nothing, and lets go of containers that nothing holds any more.

import type { ContainerId, Content, Encoded, GraphData, Operation, Primitive } from "../protocol/operation.ts";
import { applyChange, applyChanges, type Change, eachPut, settleOrders } from "./change.ts";
import { type Container, eachHeld, HOLE } from "./container.ts";
import { mapContents, readContents, writeContents } from "./contents.ts";
import { valid } from "./invalid-operation.ts";
import type { Slots } from "./slots.ts";
import { decodeContents, decodeOperation, decodePlace, encodeContents, encodedHole } from "./wire.ts";

/** What differs between the sides. */
export interface Realm {
  /** Makes a container that is empty, except for an atom. */
  create(content: Content): Container;
  /** The container that a value stands for in a place or as a key, or null. */
  containerOf(value: unknown): Container | null;
}

/** A change that was made, and what undoes it. */
export interface Step {
  readonly change: Change;
  readonly undo: Change;
}

export interface Applied {
  /** In the order in which they were made. */
  readonly steps: readonly Step[];
  /** Containers that are gone. They still have the id that they had. */
  readonly removed: readonly Container[];
  /** New containers that hold others, so that they may hold each other. */
  readonly holding: readonly Container[];
}

export class Graph {
  readonly containers = new Map<ContainerId, Container>();
  readonly slots: Slots = new Map();
  nextId: ContainerId = 1;
  readonly #realm: Realm;

  constructor(realm: Realm) {
    this.#realm = realm;
  }

  /** Throws InvalidOperationError, and is then as it was. `maxHoles`: how many places without a value it may add. */
  apply(operations: readonly Operation[], maxHoles = Infinity): Applied {
    const created: Container[] = [];
    const steps: Step[] = [];
    const { nextId } = this;
    const last = operations.at(-1);
    const forget = last?.[0] === "forget" ? last[1] : null;
    let holes = 0;
    try {
      const rest = this.#create(operations, created);
      for (const operation of forget ? rest.slice(0, -1) : rest) {
        const change = decodeOperation(this, operation);
        if (change[0] === "length") holes += Math.max(0, change[2] - change[1].raw.length);
        valid(holes <= maxHoles, "the arrays would get too many holes");
        steps.push({ change, undo: applyChange(change) });
        // Ids that a variable's initialiser used are used, even if what it made is gone.
        if (operation[0] === "slot") this.nextId = Math.max(this.nextId, operation[2].first + operation[2].count);
      }
    } catch (error) {
      applyChanges(steps.reverse().map(({ undo }) => undo));
      for (const { id } of created) this.containers.delete(id);
      this.nextId = nextId;
      throw error;
    }
    settleOrders(steps.map(({ change }) => change));
    const removed = this.settle(created, steps).concat(forget ? this.#forget(forget) : []);
    return { steps, removed, holding: created.filter((container) => this.#holdsAny(container)) };
  }

  /** Ends a boundary: counts who holds what, lets go of what nothing holds, and returns that. */
  settle(created: readonly Container[], steps: readonly Step[], containerOf = this.#containerOf): Container[] {
    const touched = new Set(created);
    const fresh = new Set<unknown>(created);
    for (const container of created) eachHeld(container, (value) => this.#count(this.#containerOf(value), 1, touched));
    for (const { change, undo } of steps) {
      // What a new container holds at the end has been counted.
      if (fresh.has(change[1])) continue;
      eachPut(change, (value) => this.#count(containerOf(value), 1, touched));
      eachPut(undo, (value) => this.#count(containerOf(value), -1, touched));
    }
    return this.#sweep(touched);
  }

  /** Lets go of everything. */
  clear(): void {
    for (const container of this.containers.values()) {
      container.id = 0;
      container.holders = 0;
    }
    this.containers.clear();
    this.slots.clear();
  }

  /** Gives a container another id. */
  rename(from: ContainerId, to: ContainerId): void {
    const container = this.containers.get(from);
    if (!container || this.containers.has(to)) return;
    this.containers.delete(from);
    this.adopt(to, container);
  }

  /** Lays data over an empty graph. `createFor` may give a container that is to be used, empty or not. */
  load(data: GraphData, createFor?: (id: ContainerId, content: Content) => Container | undefined): void {
    this.nextId = data.nextId;
    for (const [id, content] of data.containers) {
      valid(id < data.nextId, "a container has an id that is not given out yet");
      this.adopt(id, createFor?.(id, content) ?? this.#realm.create(content));
    }
    for (const [id, content] of data.containers) {
      const container = this.containers.get(id);
      if (container) writeContents(container, decodeContents(this, content));
    }
    const touched = new Set(this.containers.values());
    const hold = (value: unknown): void => this.#count(this.#containerOf(value), 1, touched);
    for (const container of touched) eachHeld(container, hold);
    for (const [key, info, encoded] of data.slots) {
      valid(!this.slots.has(key), "there are two variables of one name");
      const value = decodePlace(this, encoded);
      this.slots.set(key, { info, value });
      hold(value);
    }
    this.#sweep(touched);
  }

  /** Puts other values into the places that hold some. Looks at everything. */
  replace(values: ReadonlyMap<unknown, unknown>): void {
    const place = (value: unknown): unknown => values.get(value) ?? value;
    for (const slot of this.slots.values()) slot.value = place(slot.value);
    for (const container of this.containers.values()) {
      let holds = false;
      eachHeld(container, (value) => (holds ||= values.has(value)));
      if (holds) writeContents(container, mapContents(readContents(container), place, place));
    }
  }

  /** Takes a container in under an id. */
  adopt(id: ContainerId, container: Container): void {
    valid(!this.containers.has(id), `there are two containers ${id}`);
    container.id = id;
    this.containers.set(id, container);
    this.nextId = Math.max(this.nextId, id + 1);
  }

  encode = (value: unknown): Encoded => {
    if (value === HOLE) return encodedHole;
    const container = this.#realm.containerOf(value);
    return container ? ["ref", container.id] : (value as Primitive);
  };

  /** Containers that no variable leads to: they hold each other, which counting holders does not notice. */
  unreachable(): ContainerId[] {
    const reached = new Set<Container>();
    const reach = (value: unknown): void => {
      const container = this.#containerOf(value);
      if (container) reached.add(container);
    };
    for (const { value } of this.slots.values()) reach(value);
    // A Set visits what is added to it on the way.
    for (const container of reached) eachHeld(container, reach);
    return Array.from(this.containers.values())
      .filter((container) => !reached.has(container))
      .map(({ id }) => id);
  }

  toData(): GraphData {
    return {
      nextId: this.nextId,
      slots: Array.from(this.slots, ([key, { info, value }]) => [key, info, this.encode(value)] as const),
      containers: Array.from(this.containers, ([id, container]) => {
        container.isLent = true;
        return [id, encodeContents(readContents(container), this.encode)] as const;
      }),
    };
  }

  #create(operations: readonly Operation[], created: Container[]): readonly Operation[] {
    const contents: Content[] = [];
    for (const operation of operations) {
      if (operation[0] !== "new") break;
      const container = this.#realm.create(operation[2]);
      this.adopt(operation[1], container);
      created.push(container);
      contents.push(operation[2]);
    }
    created.forEach((container, i) => {
      const content = contents[i];
      if (content) writeContents(container, decodeContents(this, content));
    });
    return operations.slice(created.length);
  }

  #containerOf = (value: unknown): Container | null =>
    typeof value === "object" && value !== null ? this.#realm.containerOf(value) : null;

  #count(container: Container | null, by: number, touched: Set<Container>): void {
    if (!container || container.id === 0) return;
    container.holders += by;
    if (by > 0) return;
    // To the end, so that a sweep that is under way looks at it again.
    touched.delete(container);
    touched.add(container);
  }

  #forget(ids: readonly ContainerId[]): Container[] {
    const gone = new Set<Container>();
    for (const id of ids) {
      const container = this.containers.get(id);
      if (container) gone.add(container);
    }
    let holders = 0;
    let within = 0;
    for (const container of gone) {
      holders += container.holders;
      eachHeld(container, (value) => {
        const held = this.#containerOf(value);
        if (held && gone.has(held)) within++;
      });
    }
    if (holders !== within) return [];
    for (const container of gone) container.holders = 0;
    return this.#sweep(gone);
  }

  #holdsAny(container: Container): boolean {
    let any = false;
    eachHeld(container, (value) => (any ||= this.#containerOf(value) !== null));
    return any;
  }

  #sweep(candidates: Set<Container>): Container[] {
    const removed: Container[] = [];
    const release = (value: unknown): void => this.#count(this.#containerOf(value), -1, candidates);
    // A Set visits what is added to it on the way.
    for (const container of candidates) {
      if (container.holders > 0 || this.containers.get(container.id) !== container) continue;
      this.containers.delete(container.id);
      removed.push(container);
      eachHeld(container, release);
    }
    for (const container of removed) container.holders = 0;
    return removed;
  }
}
