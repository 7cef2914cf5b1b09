// The worker's side of one graph: containers with handles, what plain objects became when they were shared, and whether
// writing is allowed. What the person's code does to a handle ends here.

import type { ContainerKind, Content } from "../protocol/operation.ts";
import { createArray } from "./array-handle.ts";
import { copyBytes, isBytes } from "./bytes.ts";
import { applyChange, type Change } from "./change.ts";
import { createMap, createSet } from "./collection-handle.ts";
import { type Bytes, type Container, ContainerOf, type Source } from "./container.ts";
import { createDate } from "./date-handle.ts";
import { discardedError } from "./discarded.ts";
import { type Known, secondView } from "./discovery.ts";
import { Graph, type Realm } from "./graph.ts";
import { type HandleOwner, handleOf } from "./handle.ts";
import { locate } from "./locate.ts";
import { createObject } from "./object-handle.ts";
import { UndoLog } from "./undo-log.ts";
import { isWatched, WatchedBytes } from "./watched-bytes.ts";

/** When writing is allowed, and whether it is recorded. */
export type Mode = "closed" | "loading" | "write" | "read" | "beside";

export class Heap implements HandleOwner, Realm {
  readonly graph = new Graph(this);
  readonly log = new UndoLog();
  readonly bytes = new WatchedBytes();
  mode: Mode = "closed";
  readonly #originals = new WeakMap<object, Container>();
  /** Bytes that were transferred away since somebody was told. */
  #recovered: ContainerOf<"bytes">[] = [];

  create([kind, inside]: Content): Container {
    if (kind === "bytes") return this.#createBytes(copyBytes(inside));
    return kind === "atom" ? this.#standForItself(new ContainerOf(kind, inside)) : this.#createEmpty(kind);
  }

  /** A new container for a plain value, still empty; from now on the value means that container. */
  createFor(value: object, { kind, raw }: Source): Container {
    if (kind === "atom") return this.#standForItself(new ContainerOf(kind, raw));
    // Those of another graph are copied, as all that it has is.
    if (kind === "bytes") return this.#createBytes(isWatched(raw) ? copyBytes(raw) : raw);
    const container = this.#createEmpty(kind);
    if (!handleOf(value)) this.#originals.set(value, container);
    return container;
  }

  containerOf(value: unknown): Container | null {
    if (typeof value !== "object" || value === null) return null;
    const handle = handleOf(value);
    if (handle) return handle.owner === this ? handle.container : null;
    return this.#originals.get(value) ?? null;
  }

  /** For Discovery. */
  know(value: object): Known | null {
    const container = this.containerOf(value);
    if (container) return container.id === 0 ? { kind: "container", container } : { kind: "shared" };
    if (isBytes(value)) {
      const owner = this.bytes.ownerOf(value);
      return owner && owner.id !== 0 ? { kind: "refused", what: secondView } : null;
    }
    const foreign = handleOf(value);
    return foreign ? { kind: "source", source: foreign.container } : null;
  }

  intern(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    return this.#originals.get(value)?.place ?? value;
  }

  internKey(value: unknown): unknown {
    // As Maps do: -0 is 0.
    return this.containerOf(value)?.key ?? (value === 0 ? 0 : value);
  }

  presentKey(key: unknown): unknown {
    return this.intern(key);
  }

  change(change: Change & readonly [unknown, Container, ...unknown[]]): void {
    this.assertWritable(change[1]);
    if (this.mode === "loading" || change[1].writing === "free") applyChange(change);
    else this.log.record(change);
  }

  assertWritable(container: Container): void {
    if (container.writing === "free") return;
    if (container.writing === "frozen") throw new TypeError(`${this.describe(container)} is frozen.`);
    if (container.writing === "orphaned") {
      throw new TypeError(
        "This was made while the code loaded, but the shared state holds something else in its place: read it from its variable.",
      );
    }
    if (typeof container.writing === "object") throw discardedError(container.writing.discarded);
    this.assertOpen(() => this.describe(container));
  }

  assertOpen(name: () => string): void {
    if (this.mode === "closed") {
      throw new TypeError(`${name()} can be changed only while a call of the app runs.`);
    }
    if (this.mode === "beside") {
      throw new TypeError(
        `${name()} can be changed only inside await gr.atomic(() => { … }), since calls of this function run beside each other (concurrencyLimit).`,
      );
    }
    if (this.mode === "read") {
      throw new TypeError(
        `${name()} cannot be changed here: this function was taken for one that does not change shared data.`,
      );
    }
  }

  /** Gives bytes back what they were at the last boundary, and returns those that were not that. */
  restoreBytes(): ContainerOf<"bytes">[] {
    this.recoverBytes();
    const recovered = this.#recovered;
    this.#recovered = [];
    return recovered.concat(this.bytes.restore());
  }

  /** What was transferred away gets memory anew, wherever the graph holds it. */
  recoverBytes(): void {
    const anew = new Map<unknown, unknown>();
    for (const { container, saved } of this.bytes.lost()) {
      const gone = container.raw;
      container.raw = copyBytes(saved);
      anew.set(gone, container.raw);
      this.#standForItself(container);
      this.bytes.watch(container);
      this.#recovered.push(container);
    }
    if (anew.size > 0) this.graph.replace(anew);
  }

  describe(container: Container): string {
    const path = container.id === 0 ? null : locate(this.graph, this, container);
    return (
      path ??
      `A shared ${container.kind === "map" || container.kind === "set" ? capital(container.kind) : container.kind}`
    );
  }

  #createEmpty(kind: Exclude<ContainerKind, "atom" | "bytes">): Container {
    switch (kind) {
      case "object":
      case "dict":
        return createObject(this, kind) as Container;
      case "array":
        return createArray(this);
      case "map":
        return createMap(this);
      case "set":
        return createSet(this);
      case "date":
        return createDate(this);
    }
  }

  #createBytes(raw: Bytes): ContainerOf<"bytes"> {
    const container = new ContainerOf("bytes", raw);
    this.#standForItself(container);
    this.bytes.watch(container);
    return container;
  }

  /** What never changes, or is compared, needs no handle: it stands for itself. */
  #standForItself<C extends ContainerOf<"atom"> | ContainerOf<"bytes">>(container: C): C {
    container.place = container.raw;
    container.key = container.raw;
    this.#originals.set(container.raw, container);
    return container;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
