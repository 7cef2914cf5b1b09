// gr.api

import { isFunction } from "../spec/app-declaration.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import { describeValue } from "../spec/describe-value.ts";
import { currentBlocks } from "./blocks-context.ts";
import { readListener } from "./listener-options.ts";

/**
 * Lets code outside of the app call a function that no component calls. It belongs into the callback of `gr.Blocks`.
 *
 * @param fn Takes and returns plain data.
 * @param options `apiName`: under which name. Default: the function's own.
 * @throws DeclarationError outside of gr.Blocks.
 * @example gr.api(add, { apiName: "add" })
 */
export function api(fn: (...args: never[]) => unknown, options: { apiName?: string } = {}): void {
  const context = currentBlocks();
  if (!context) throw new DeclarationError("", "gr.api(…) belongs into gr.Blocks(() => { … }).");
  if (!isFunction(fn)) throw new DeclarationError("api.fn", `must be a function, but it is ${describeValue(fn)}`);
  const record = readListener({ ...options, fn }, "api");
  context.listen("api", [], { ...record, apiName: record.apiName ?? (fn.name || "fn") });
}
