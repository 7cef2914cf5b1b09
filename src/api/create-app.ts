// Makes apps, and finds again what was declared with one.

import type { AppDeclaration } from "../spec/app-declaration.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import type { App } from "./app.ts";
import { currentBlocks } from "./current-blocks.ts";
import { currentPort } from "./port.ts";

const declarations = new WeakMap<object, () => AppDeclaration>();

/** What every app can do; gr.Blocks adds `render`, as there is no place for an app without it. */
export const appMethods = {
  launch() {
    return this;
  },
  queue() {
    return this;
  },
};

/** `declare`: called when the app is used; what is wrong with it may show only then. `own`: what else it can do. */
export function createApp<A extends App>(declare: () => AppDeclaration, own?: Omit<A, keyof App>): A {
  const app = Object.assign(Object.create(appMethods) as A, own);
  declarations.set(app, declare);
  // What is made inside of another is a part of that.
  if (!currentBlocks()) currentPort()?.appCreated(declare);
  return app;
}

/** An app that is all there. Inside of a gr.Blocks it becomes a part of that. */
export function createWholeApp(declaration: AppDeclaration): App {
  currentBlocks()?.embed(declaration);
  return createApp(() => declaration);
}

export function isApp(value: unknown): value is App {
  return typeof value === "object" && value !== null && declarations.has(value);
}

/** Puts an app into the gr.Blocks whose callback runs: it is no app of its own any more. */
export function embedApp(app: App): void {
  const into = currentBlocks();
  const declare = declarations.get(app);
  if (!into || !declare) throw new DeclarationError("", "render() puts an app into the gr.Blocks whose callback runs.");
  into.embed(declare());
  currentPort()?.appNested(declare);
}

/** What was declared with an app, or undefined for anything else. */
export function appDeclaration(app: unknown): AppDeclaration | undefined {
  return typeof app === "object" && app !== null ? declarations.get(app)?.() : undefined;
}
