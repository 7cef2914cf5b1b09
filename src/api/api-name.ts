// Whether code outside of the app, such as a page that embeds it, may call a function, and under which name.

import { DeclarationError } from "../spec/declaration-error.ts";
import { describeValue } from "../spec/describe-value.ts";
import { currentPort } from "./port.ts";

export interface ApiNameOptions {
  readonly apiName?: unknown;
  readonly apiVisibility?: unknown;
}

const visibilities: readonly unknown[] = ["public", "private", "undocumented"];

/** `path`: of what has the options; "" for the app itself. `own`: the function's name. null: it may not be called. */
export function readApiName(options: ApiNameOptions, path: string, own: string | null): string | null {
  const { apiName = null, apiVisibility = null } = options;
  const at = (name: string) => (path === "" ? name : `${path}.${name}`);
  if (apiVisibility !== null && !visibilities.includes(apiVisibility)) {
    const choices = 'must be "public", "private" or "undocumented"';
    throw new DeclarationError(at("apiVisibility"), `${choices}, but it is ${describeValue(apiVisibility)}`);
  }
  if (apiName !== null && apiName !== false && !isName(apiName)) {
    throw new DeclarationError(at("apiName"), `must be a short text, or false, but it is ${describeValue(apiName)}`);
  }
  if (apiName === false || apiVisibility === "private") return null;
  if (apiVisibility === "undocumented") {
    const what = path === "" ? "" : `${path}: `;
    currentPort()?.warn(
      `${what}apiVisibility "undocumented" is the same as "public" here: "Use from code" lists all that can be called. "private" lets nobody call it.`,
    );
  }
  return apiName ?? own;
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value.length <= 200;
}
