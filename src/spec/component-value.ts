// Values on their way: from a field to a function, and from a function to the page.

import type { Result } from "../base/result.ts";
import { err } from "../base/result.ts";
import type { ComponentSpec } from "./app-spec.ts";
import { kindOf } from "./component-kinds.ts";

/** For the page, before it submits: what is wrong with the value in an input, or null. */
export function checkInput(component: ComponentSpec, value: unknown): string | null {
  return kindOf(component.kind).checkInput(value, component);
}

/** From the page's value of an input to what the function receives. */
export function preprocess(component: ComponentSpec, value: unknown): Result<unknown, string> {
  return kindOf(component.kind).preprocess(value, component);
}

/** In the worker, after `preprocess`: what the function receives, if making it takes its time; else null. */
export function prepare(component: ComponentSpec, value: unknown): Promise<Result<unknown, string>> | null {
  return kindOf(component.kind).prepare?.(value, component) ?? null;
}

/** For the page: whether what a worker put out is a value of its output. What lists and objects hold is not looked at. */
export function isOutput(component: ComponentSpec, value: unknown): boolean {
  return kindOf(component.kind).isOutput(value, component);
}

/**
 * From what a function returned for one of its outputs to a plain value for the page. `position` counts from 0 among
 * `total` outputs; the error names it: `Output 1 ("Count") is a Number, but the function returned the text "abc"`.
 */
export function postprocess(
  component: ComponentSpec,
  value: unknown,
  { position, total }: { readonly position: number; readonly total: number },
): Result<unknown, string> {
  const result = kindOf(component.kind).postprocess(value, component);
  if (result.ok) return result;
  return err(`${outputName(component, { position, total })} ${result.error}`);
}

/** How messages call an output: `Output 1 ("Count")`. */
export function outputName(
  { label }: ComponentSpec,
  { position, total }: { readonly position: number; readonly total: number },
): string {
  return `${total === 1 ? "The output" : `Output ${position}`} (${JSON.stringify(label)})`;
}
