// Short texts of shared values for the State panel, written as JavaScript would be. The cost follows the length of the
// text, not the size of the value.

import { assertNever } from "../base/assert.ts";
import type { ContainerId, Encoded } from "../protocol/operation.ts";
import { type Bytes, type Container, ContainerOf, elementAt, HOLE } from "./container.ts";
import { entriesOf, firstKeysOf, membersOf } from "./ordered.ts";
import type { Replica } from "./replica.ts";

/** So deep is looked into a value; a long chain of links is cut. */
const maxDepth = 100;
const simpleName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/**
 * One line: `[9, 5, 3]`, `{name: "a"}`, `Map(1) {"a" → 1}`; cut at maxChars with "…". Adds the containers that it looked
 * into to `seen`.
 */
export function previewText(replica: Replica, value: Encoded, maxChars: number, seen?: Set<ContainerId>): string {
  return write(replica.look(value), maxChars, false, seen);
}

/** The same over several lines, indented. */
export function previewLines(replica: Replica, value: Encoded, maxChars: number): string {
  return write(replica.look(value), maxChars, true);
}

function write(value: unknown, maxChars: number, lines: boolean, seen = new Set<ContainerId>()): string {
  const writer = new Writer(maxChars, lines, seen);
  writer.value(value);
  return writer.text();
}

class Writer {
  readonly #maxChars: number;
  readonly #lines: boolean;
  /** The containers that are being written: one that comes again is a cycle. */
  readonly #path: Container[] = [];
  readonly #seen: Set<ContainerId>;
  #text = "";

  constructor(maxChars: number, lines: boolean, seen: Set<ContainerId>) {
    this.#maxChars = maxChars;
    this.#lines = lines;
    this.#seen = seen;
  }

  text(): string {
    return this.#isFull() ? `${this.#text.slice(0, Math.max(0, this.#maxChars - 1))}…` : this.#text;
  }

  value(value: unknown): void {
    if (value instanceof ContainerOf) this.#container(value as Container);
    else this.#add(value === HOLE ? "(empty)" : this.#primitive(value));
  }

  #isFull(): boolean {
    return this.#text.length > this.#maxChars;
  }

  #add(text: string): void {
    if (!this.#isFull()) this.#text += text;
  }

  #primitive(value: unknown): string {
    // Cut before it is quoted: a text can be a hundred megabytes long.
    if (typeof value === "string") return JSON.stringify(value.slice(0, this.#maxChars + 1));
    if (typeof value === "bigint") return isHuge(value) ? "(a huge bigint)" : `${value}n`;
    return Object.is(value, -0) ? "-0" : String(value);
  }

  #container(container: Container): void {
    this.#seen.add(container.id);
    if (this.#path.includes(container)) return this.#add("(circular)");
    if (this.#path.length >= maxDepth) return this.#add("…");
    this.#path.push(container);
    this.#inside(container);
    this.#path.pop();
  }

  #inside(container: Container): void {
    switch (container.kind) {
      case "object":
      case "dict":
        return this.#list("{", "}", firstKeysOf(container), (key) => {
          this.#add(`${simpleName.test(key) ? key : this.#primitive(key)}: `);
          this.value(container.raw[key]);
        });
      case "array":
        return this.#list("[", "]", indexesOf(container.raw), (index) => this.value(elementAt(container.raw, index)));
      case "map":
        return this.#list(`Map(${container.raw.size}) {`, "}", entriesOf(container), ([key, value]) => {
          this.value(key);
          this.#add(" → ");
          this.value(value);
        });
      case "set":
        return this.#list(`Set(${container.raw.size}) {`, "}", membersOf(container), (member) => this.value(member));
      case "date":
        return this.#add(
          Number.isNaN(container.raw.getTime()) ? "Invalid Date" : `Date ${container.raw.toISOString()}`,
        );
      case "bytes":
        return this.#add(bytesText(container.raw));
      case "atom":
        return this.#add(atomText(container.raw, this.#maxChars));
      default:
        return assertNever(container);
    }
  }

  #list<T>(open: string, close: string, items: Iterable<T>, write: (item: T) => void): void {
    this.#add(open);
    let empty = true;
    for (const item of items) {
      if (this.#isFull()) return;
      if (this.#lines) this.#add(`${empty ? "" : ","}\n${"  ".repeat(this.#path.length)}`);
      else if (!empty) this.#add(", ");
      empty = false;
      write(item);
    }
    if (this.#lines && !empty) this.#add(`\n${"  ".repeat(this.#path.length - 1)}`);
    this.#add(close);
  }
}

function* indexesOf(raw: readonly unknown[]): Iterable<number> {
  for (let i = 0; i < raw.length; i++) yield i;
}

/** Turning such a number into text takes seconds. */
function isHuge(value: bigint): boolean {
  return BigInt.asIntN(4096, value) !== value;
}

function bytesText(bytes: Bytes): string {
  const name = Object.prototype.toString.call(bytes).slice(8, -1);
  if (typeof ImageData !== "undefined" && bytes instanceof ImageData) return `${name} ${bytes.width} × ${bytes.height}`;
  return `${name}(${(bytes as ArrayBuffer | ArrayBufferView).byteLength} bytes)`;
}

function atomText(atom: Blob | RegExp, maxChars: number): string {
  if (atom instanceof RegExp) return `/${atom.source.slice(0, maxChars)}/${atom.flags}`;
  const name =
    typeof File !== "undefined" && atom instanceof File
      ? `File ${JSON.stringify(atom.name.slice(0, maxChars))}`
      : "Blob";
  return `${name} (${atom.size} bytes${atom.type ? `, ${atom.type.slice(0, maxChars)}` : ""})`;
}
