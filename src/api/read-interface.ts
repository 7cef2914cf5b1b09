// Reads the options of gr.Interface, which may be anything: editors warn, but code runs all the same.

import type { AppFunction } from "../spec/app-declaration.ts";
import { declareByName, type ComponentDeclaration } from "../spec/component-declaration.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import { describeValue } from "../spec/describe-value.ts";
import { isConcurrencyLimit, maxConcurrency } from "../spec/concurrency-limit.ts";
import type { InterfaceDeclaration } from "../spec/interface-app.ts";
import { didYouMean } from "../spec/nearest-name.ts";
import { optionalText } from "../spec/parameter.ts";
import { componentDeclaration } from "./create-component.ts";

const names = ["fn", "inputs", "outputs", "concurrencyLimit", "title", "description", "article"];
const prose = optionalText(100_000);

export function readInterface(options: unknown): InterfaceDeclaration {
  if (typeof options !== "object" || options === null) {
    const message = `gr.Interface takes an object: gr.Interface({ fn, inputs, outputs }), but this is ${describeValue(options)}`;
    throw new DeclarationError("", message);
  }
  const { fn, inputs, outputs, concurrencyLimit, title, description, article }: Record<string, unknown> = {
    ...options,
  };
  const unknownName = Object.keys(options).find((name) => !names.includes(name));
  if (unknownName !== undefined) {
    throw new DeclarationError(unknownName, `is no option of gr.Interface.${didYouMean(unknownName, names)}`);
  }
  if (!isFunction(fn)) throw new DeclarationError("fn", `must be a function, but it is ${describeValue(fn)}`);
  return {
    kind: "interface",
    fn,
    inputs: readComponents(inputs, "inputs"),
    outputs: readComponents(outputs, "outputs"),
    inputPath: (index) => pathOf(inputs, "inputs", index),
    outputPath: (index) => pathOf(outputs, "outputs", index),
    concurrencyLimit: readLimit(concurrencyLimit),
    title: readProse(title, "title"),
    description: readProse(description, "description"),
    article: readProse(article, "article"),
  };
}

function isFunction(value: unknown): value is AppFunction {
  return typeof value === "function";
}

function readComponents(value: unknown, name: string): ComponentDeclaration[] {
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((item, index) => componentDeclaration(item) ?? declareByName(item, pathOf(value, name, index)));
}

/** Without a list around it, the only one is not numbered. */
function pathOf(value: unknown, name: string, index: number): string {
  return Array.isArray(value) ? `${name}[${index}]` : name;
}

function readLimit(value: unknown): number | null {
  if (value === undefined) return 1;
  if (value === null || isConcurrencyLimit(value)) return value;
  throw new DeclarationError(
    "concurrencyLimit",
    `must be a whole number from 1 to ${maxConcurrency}, or null for no limit, but it is ${describeValue(value)}`,
  );
}

function readProse(value: unknown, path: string): string | null {
  const text = prose.read(value, path);
  return typeof text === "string" ? text : null;
}
