// Checks by hand that what came from a worker, or from a store, has the shape of operations or of a graph. Whether it
// fits a graph is checked when it is applied. Values have crossed structuredClone, so there are no getters or proxies.

import { assertNever } from "../base/assert.ts";
import type { ContainerId, ContainerKind, GraphData, Operation } from "../protocol/operation.ts";
import { valid } from "./invalid-operation.ts";
import { maxGrowth, maxLength } from "./limits.ts";

/** Places in one list of operations or one graph: what a page can hold without choking. */
const maxPlaces = 20_000_000;

type Field =
  | "offset"
  | "bytes"
  | "id"
  | "text"
  | "place"
  | "element"
  | "elements"
  | "count"
  | "order"
  | "ids"
  | "content"
  | "boxed"
  | "slot"
  | "made";

/** What follows the name of each operation; a question mark may be left out. */
const forms: Readonly<Record<Operation[0], readonly (Field | "text?" | "boxed?")[]>> = {
  new: ["id", "content"],
  fill: ["id", "content"],
  write: ["id", "offset", "bytes"],
  put: ["id", "text", "place", "text?"],
  drop: ["id", "text"],
  at: ["id", "count", "element"],
  splice: ["id", "count", "count", "elements"],
  length: ["id", "count"],
  order: ["id", "count", "order"],
  "map-put": ["id", "place", "place", "boxed?"],
  "map-drop": ["id", "place"],
  "set-add": ["id", "place", "boxed?"],
  "set-drop": ["id", "place"],
  slot: ["text", "slot", "place"],
  unslot: ["text"],
  bind: ["text", "place"],
  made: ["text", "made"],
  forget: ["ids"],
};

/** Throws InvalidOperationError. */
export function parseOperations(value: unknown): Operation[] {
  const check = new Check(maxGrowth);
  for (const operation of check.list(value)) check.operation(operation);
  return value as Operation[];
}

/** Throws InvalidOperationError. */
export function parseGraphData(value: unknown): GraphData {
  const check = new Check(maxPlaces);
  valid(isRecord(value), "a graph is an object");
  const { nextId, slots, containers } = value;
  valid(isCount(nextId) && nextId > 0, "the next id is no id");
  for (const entry of check.list(containers)) {
    const [id, content] = check.tuple(entry, 2);
    check.field("id", id);
    valid((id as ContainerId) > 0, "the id of a container is not final");
    check.field("content", content);
  }
  for (const entry of check.list(slots)) {
    const [key, info, held] = check.tuple(entry, 3);
    check.field("text", key);
    check.field("slot", info);
    check.field("place", held);
  }
  return value as unknown as GraphData;
}

/** Counts what it has seen, so that a small message cannot ask for much. */
class Check {
  readonly #maxHoles: number;
  #places = 0;
  #holes = 0;

  constructor(maxHoles: number) {
    this.#maxHoles = maxHoles;
  }

  operation(value: unknown): void {
    valid(Array.isArray(value), "an operation is a list");
    const [name, ...values] = value as unknown[];
    valid(typeof name === "string" && Object.hasOwn(forms, name), "an operation is of an unknown kind");
    const form = forms[name as Operation[0]];
    valid(values.length <= form.length, "an operation has too many parts");
    form.forEach((field, i) => {
      if (field !== "text?" && field !== "boxed?") this.field(field, values[i]);
      else if (values[i] !== undefined) this.field(field === "text?" ? "text" : "boxed", values[i]);
    });
  }

  list(value: unknown): readonly unknown[] {
    valid(Array.isArray(value), "a list is missing");
    this.#places += value.length;
    valid(this.#places <= maxPlaces, "too much at once");
    return value;
  }

  tuple(value: unknown, length: number): readonly unknown[] {
    valid(Array.isArray(value) && value.length === length, "an entry has the wrong form");
    return value;
  }

  field(field: Field, value: unknown): void {
    switch (field) {
      case "id":
        valid(Number.isSafeInteger(value) && value !== 0, "an id is a whole number");
        return;
      case "text":
        valid(typeof value === "string", "a key is a text");
        return;
      case "count":
        valid(isCount(value) && value <= maxLength, "an index is out of range");
        return;
      case "offset":
        valid(isCount(value), "an offset is out of range");
        return;
      case "bytes":
        valid(value instanceof Uint8Array && isBytes(value), "there are no bytes");
        return;
      case "order": {
        const order = this.list(value);
        for (const from of order) valid(isCount(from) && from < order.length, "the order is no permutation");
        return;
      }
      case "ids":
        for (const id of this.list(value)) this.field("id", id);
        return;
      case "place":
        this.#place(value, false);
        return;
      case "element":
        this.#place(value, true);
        return;
      case "elements":
        for (const element of this.list(value)) this.#place(element, true);
        return;
      case "boxed":
        this.#place(this.tuple(value, 1)[0], false);
        return;
      case "content":
        this.#content(value);
        return;
      case "slot":
        checkSlotInfo(value);
        return;
      case "made":
        valid(value === null || typeof value === "string", "what made a variable is a text");
        return;
      default:
        assertNever(field);
    }
  }

  #place(value: unknown, holesToo: boolean): void {
    if (value === null || (typeof value !== "object" && typeof value !== "symbol" && typeof value !== "function"))
      return;
    valid(Array.isArray(value), "a value is no data");
    if (value[0] === "ref") {
      this.field("id", this.tuple(value, 2)[1]);
      return;
    }
    valid(holesToo && value[0] === "hole" && value.length === 1, "a value is no data");
    valid(++this.#holes <= this.#maxHoles, "too many holes at once");
  }

  #content(value: unknown): void {
    const [kind, inside] = this.tuple(value, 2) as [ContainerKind, unknown];
    switch (kind) {
      case "object":
      case "dict":
        for (const entry of this.list(inside)) {
          const [key, held] = this.tuple(entry, 2);
          this.field("text", key);
          this.#place(held, false);
        }
        return;
      case "map":
        for (const entry of this.list(inside)) for (const held of this.tuple(entry, 2)) this.#place(held, false);
        return;
      case "set":
        for (const member of this.list(inside)) this.#place(member, false);
        return;
      case "array":
        this.field("elements", inside);
        return;
      case "date":
        valid(typeof inside === "number", "a date is a number");
        return;
      case "bytes":
        valid(isBytes(inside), "there are no bytes");
        return;
      case "atom":
        valid(inside instanceof Blob || inside instanceof RegExp, "an atom is a Blob or a RegExp");
        return;
      default:
        valid(false, "a container is of an unknown kind");
    }
  }
}

function checkSlotInfo(value: unknown): void {
  valid(isRecord(value), "what is known of a variable is missing");
  const { name, first, count, made } = value;
  valid(made === undefined || typeof made === "string", "what made a variable is a text");
  valid(typeof name === "string", "a variable has no name");
  valid(Number.isSafeInteger(first) && isCount(count), "a variable claims no containers");
  valid(Number.isSafeInteger((first as number) + count), "a variable claims too many containers");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isBytes(value: unknown): boolean {
  if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer;
  return value instanceof ArrayBuffer || (typeof ImageData !== "undefined" && value instanceof ImageData);
}
