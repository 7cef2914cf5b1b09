// Makes apps, and finds again what was declared with one.

import type { AppDeclaration } from "../spec/app-declaration.ts";
import type { App } from "./app.ts";
import { currentBlocks } from "./blocks-context.ts";
import { currentPort } from "./port.ts";

const declarations = new WeakMap<object, () => AppDeclaration>();

/** `declare`: called when the app is used; what is wrong with it may show only then. */
export function createApp<A extends App>(app: A, declare: () => AppDeclaration): A {
  declarations.set(app, declare);
  // What is made inside of another is a part of that.
  if (!currentBlocks()) currentPort()?.appCreated(declare);
  return app;
}

/** An app that is all there. Inside of a gr.Blocks it becomes a part of that. */
export function createWholeApp(declaration: AppDeclaration): App {
  currentBlocks()?.embed(declaration);
  const app: App = createApp({ launch: () => app }, () => declaration);
  return app;
}

/** What was declared with an app, or undefined for anything else. */
export function appDeclaration(app: unknown): AppDeclaration | undefined {
  return typeof app === "object" && app !== null ? declarations.get(app)?.() : undefined;
}
