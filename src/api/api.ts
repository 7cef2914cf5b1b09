// gr.api

import { isFunction } from "../spec/app-declaration.ts";
import { type ComponentDeclaration, declareComponent } from "../spec/component-declaration.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import { describeValue } from "../spec/describe-value.ts";
import { parametersIn } from "../spec/parameter-names.ts";
import { currentBlocks } from "./current-blocks.ts";
import { componentOf } from "./create-component.ts";
import type { ListenerOptions } from "./listener.ts";
import { readListener } from "./listener-options.ts";
import type { Used } from "./read-used.ts";

/** What `gr.api` takes beside the function. */
type ApiOptions = Pick<ListenerOptions<null, null>, "apiName" | "apiVisibility">;

/**
 * Lets code outside of the app call a function that no component calls. It belongs into the callback of `gr.Blocks`.
 *
 * @param fn Takes and returns what JSON can say. A parameter that is not given, or null, is left out.
 * @param options `apiName`: under which name. Default: the function's own. `apiVisibility`: "private" means that it may not
 * be called after all. Default: "public".
 * @throws DeclarationError outside of gr.Blocks.
 * @example gr.api(add, { apiName: "add" })
 */
export function api(fn: (...args: never[]) => unknown, options: ApiOptions = {}): void {
  const context = currentBlocks();
  if (!context) throw new DeclarationError("", "gr.api(…) belongs into gr.Blocks(() => { … }).");
  if (!isFunction(fn)) throw new DeclarationError("api.fn", `must be a function, but it is ${describeValue(fn)}`);
  const record = readListener({ ...options, fn, apiName: options.apiName ?? (fn.name || "fn") }, "api");
  // Components that are seen nowhere carry what it takes and returns.
  const json = (label: string): Used => {
    const declaration: ComponentDeclaration = declareComponent("json", undefined, { label });
    return context.keep(componentOf(declaration), declaration, `api.${label}`);
  };
  const parameters = parametersIn(Function.prototype.toString.call(fn)).filter((each) => !each.isCallsOwn);
  context.listen(
    "api",
    [],
    {
      ...record,
      inputs: parameters.map(({ name }, index) => json(name ?? `input ${index}`)),
      outputs: [json("result")],
    },
    { leavesOut: true },
  );
}
