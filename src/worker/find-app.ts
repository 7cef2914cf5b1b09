// Which app a module means: its default export, or the only one it made.

import { appDeclaration } from "../api/create-app.ts";
import type { Signature } from "../protocol/compiled.ts";
import { isFunction, type AppDeclaration } from "../spec/app-declaration.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import { describeValue } from "../spec/describe-value.ts";
import type { functionApp } from "../spec/function-app.ts";

const advice =
  "Write export default before your function, gr.Interface({ fn, inputs, outputs }) or gr.Blocks(() => { … }).";

interface Bare {
  readonly signature: Signature | null;
  /** Makes an app of a function. */
  readonly functionApp: typeof functionApp;
}

export function findApp(
  exports: Readonly<Record<string, unknown>>,
  created: readonly (() => AppDeclaration)[],
  { signature, functionApp }: Bare,
): AppDeclaration {
  const main = exports["default"];
  const declared = appDeclaration(main);
  if (declared) return declared;
  if (isFunction(main)) return functionApp(main, signature);
  if (main !== undefined) {
    const message = `The default export must be a gr.Interface(…), a gr.Blocks(…) or a function, but it is ${describeValue(main)}.`;
    throw new DeclarationError("", message);
  }
  const [only] = created;
  if (only && created.length === 1) return only();
  const problem = only
    ? `This module makes ${created.length} apps and exports none as its default`
    : "This module exports no app";
  throw new DeclarationError("", `${problem}. ${advice}`);
}
