// What Interface returns, and how the runtime finds what was declared with it.

import type { AppDeclaration } from "../spec/app-declaration.ts";
import { currentPort } from "./port.ts";

/** An app. Export it as the module's default. */
export interface App {
  /** Accepted because Gradio has it; does nothing, since an app here starts by itself. Returns the app. */
  launch(): App;
}

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
