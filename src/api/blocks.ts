// gr.Blocks

import type { AppDeclaration } from "../spec/app-declaration.ts";
import { isFunction } from "../spec/app-declaration.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import { describeValue } from "../spec/describe-value.ts";
import { didYouMean } from "../spec/nearest-name.ts";
import { flag, optionalText } from "../spec/parameter.ts";
import { absent, warnOfAbsent } from "./absent-options.ts";
import type { App } from "./app.ts";
import { BlocksContext } from "./blocks-context.ts";
import { currentBlocks } from "./current-blocks.ts";
import { appMethods, createApp, embedApp } from "./create-app.ts";
import { createTrigger } from "./listen.ts";
import type { Listen } from "./listener.ts";
import { readListener } from "./listener-options.ts";

/** What `gr.Blocks` takes besides its callback. */
export interface BlocksOptions {
  /** Title of the browser's tab. Default: none. */
  title?: string | null;
  /** Whether it takes all the width there is. Default: false. Gradio: fill_width. */
  fillWidth?: boolean;
  /** Accepted because Gradio has it; an app here is as high as it needs. Gradio: fill_height. */
  fillHeight?: boolean;
}

/** An app of its own making. */
export interface Blocks extends App {
  /** Adds a listener to the opening of the app: by each tab, each user, and after each refresh. */
  readonly load: Listen;
  /** Adds a function that is called when a user leaves: closed, or refreshed. It has no inputs and no outputs. */
  readonly unload: Listen;
}

Object.assign(appMethods, {
  render(this: App) {
    embedApp(this);
    return this;
  },
});

type Callback = (demo: Blocks) => void;

const names = ["title", "fillWidth", "fillHeight"];
const title = optionalText(1000);

/**
 * An app laid out and wired by hand: components nest where they are made, and listeners say what calls which function.
 * Export it as the default.
 *
 * @param callback Makes the components and adds the listeners; it is called once, with the app. It is synchronous: an
 *   async one is an error.
 * @param options See there. They may also stand first, as those of gr.Row do.
 * @returns The app. Its `launch()` may be called, and does nothing.
 * @throws DeclarationError if something in it is wrong; it names the place.
 * @example export default gr.Blocks(() => {
 *   const name = gr.Textbox({ label: "Name" });
 *   const greeting = gr.Textbox({ label: "Greeting" });
 *   gr.Button("Greet").click({ fn: (name) => `Hello ${name}`, inputs: name, outputs: greeting });
 * });
 */
export function Blocks(callback: Callback, options?: BlocksOptions): Blocks;
/** The same, with the options first. */
export function Blocks(options: BlocksOptions, callback: Callback): Blocks;
export function Blocks(first: Callback | BlocksOptions, second?: BlocksOptions | Callback): Blocks {
  const [callback, options] = isFunction(second) ? [second, first] : [first, second];
  if (!isFunction(callback)) {
    throw new DeclarationError(
      "",
      `gr.Blocks takes a callback: gr.Blocks(() => { … }), but this is ${describeValue(callback)}`,
    );
  }
  const given: Record<string, unknown> = { ...Object(options) };
  const unknownName = Object.keys(given).find((name) => !names.includes(name) && !Object.hasOwn(absent, name));
  if (unknownName !== undefined) {
    throw new DeclarationError(unknownName, `is no option of gr.Blocks.${didYouMean(unknownName, names)}`);
  }
  for (const name in given) warnOfAbsent("gr.Blocks", name, given[name]);
  const heading = title.read(given["title"], "title");
  const fillWidth = flag(false).read(given["fillWidth"], "fillWidth") === true;
  const context = new BlocksContext();
  let finished: AppDeclaration | null = null;
  const declare = (): AppDeclaration =>
    (finished ??= context.finish({
      title: typeof heading === "string" ? heading : null,
      description: null,
      article: null,
      fillWidth,
    }));
  const added = (kind: "load" | "unload"): Listen =>
    createTrigger({ kind }, (options) => {
      if (finished) throw new DeclarationError("", `${kind}(…) came too late: the app is in use.`);
      return context.listen(kind, [{ kind }], readListener(options, kind));
    }) as Listen;
  const around = currentBlocks();
  const app = createApp<Blocks>(declare, { load: added("load"), unload: added("unload") });
  context.run(() => Reflect.apply(callback, undefined, [app]), "Blocks");
  around?.embed(declare());
  return app;
}
