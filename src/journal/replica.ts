// The page's copy of a graph: data without handles. Trusts nothing that it is given: what does not fit is refused with
// InvalidOperationError and changes nothing.

import type { ContainerId, Encoded, GraphData, Operation, SlotInfo } from "../protocol/operation.ts";
import { type Container, ContainerOf, emptyRaw } from "./container.ts";
import { readContents } from "./contents.ts";
import { Graph, type Realm } from "./graph.ts";
import { copyDeep } from "./copy-deep.ts";
import { maxGrowth } from "./limits.ts";
import { parseGraphData } from "./parse-operations.ts";
import { withTouched } from "./touched.ts";
import { decodePlace, encodeChange, encodeContents } from "./wire.ts";

export { InvalidOperationError } from "./invalid-operation.ts";
export { numberOperations } from "./number-operations.ts";
export { parseOperations } from "./parse-operations.ts";
export { isOutdated } from "./slots.ts";
export { toOperations } from "./to-operations.ts";

export class Replica {
  readonly #graph = new Graph(pageRealm);

  /** Checks the data too. */
  static from(data: GraphData): Replica {
    const replica = new Replica();
    replica.#graph.load(parseGraphData(data));
    return replica;
  }

  get nextId(): number {
    return this.#graph.nextId;
  }

  /** Whether there is a container of this id. */
  has(id: ContainerId): boolean {
    return this.#graph.containers.has(id);
  }

  slots(): ReadonlyMap<string, { readonly info: SlotInfo; readonly value: Encoded }> {
    const { slots, encode } = this.#graph;
    return new Map(Array.from(slots, ([key, { info, value }]) => [key, { info, value: encode(value) }]));
  }

  /**
   * Applies all or nothing and returns the inverse, in order to apply: it gives the graph before, the order of keys,
   * members and entries included. The operations have passed parseOperations and numberOperations.
   */
  apply(operations: readonly Operation[]): Operation[] {
    const { encode } = this.#graph;
    const { steps, removed, holding } = this.#graph.apply(operations, maxGrowth);
    const restore = removed.map((container): Operation => [
      "new",
      container.id,
      encodeContents(readContents(container), encode),
    ]);
    const inverse = restore.concat(steps.map(({ undo }) => encodeChange(undo, encode)).reverse());
    if (holding.length > 0) inverse.push(["forget", holding.map(({ id }) => id)]);
    return inverse;
  }

  /** The operations, and with them which variables are no more as their initialisers made them. */
  withTouched(operations: readonly Operation[]): readonly Operation[] {
    return withTouched(this.#graph.slots, operations);
  }

  /** Containers that no variable leads to. Costs as much as there is. */
  unreachable(): ContainerId[] {
    return this.#graph.unreachable();
  }

  toData(): GraphData {
    return this.#graph.toData();
  }

  /** A deep plain copy; aliases and cycles are kept. */
  toPlain(value: Encoded): unknown {
    return copyDeep(decodePlace(this.#graph, value), asContainer);
  }

  /** For looking at a value without copying it: the container that it refers to, or the primitive. */
  look(value: Encoded): unknown {
    return decodePlace(this.#graph, value);
  }
}

const pageRealm: Realm = {
  create(content) {
    const [kind] = content;
    if (kind === "bytes" || kind === "atom") return new ContainerOf(kind, content[1]) as Container;
    // Objects without a prototype, so that no key means anything but itself.
    return new ContainerOf(kind, emptyRaw(kind === "object" ? "dict" : kind)) as Container;
  },
  containerOf: asContainer,
};

function asContainer(value: unknown): Container | null {
  return value instanceof ContainerOf ? (value as Container) : null;
}
