// Makes apps, and finds again what was declared with one.

import type { AppDeclaration } from "../spec/app-declaration.ts";
import type { App } from "./app.ts";
import { currentPort } from "./port.ts";

const declarations = new WeakMap<object, AppDeclaration>();

export function createApp(declaration: AppDeclaration): App {
  const app: App = { launch: () => app };
  declarations.set(app, declaration);
  currentPort()?.appCreated(declaration);
  return app;
}

/** What was declared with an app, or undefined for anything else. */
export function appDeclaration(app: unknown): AppDeclaration | undefined {
  return typeof app === "object" && app !== null ? declarations.get(app) : undefined;
}
