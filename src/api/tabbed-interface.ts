// gr.TabbedInterface

import { DeclarationError } from "../spec/declaration-error.ts";
import { describeValue } from "../spec/describe-value.ts";
import { headingText } from "../spec/heading-text.ts";
import { didYouMean } from "../spec/nearest-name.ts";
import { flag, optionalText } from "../spec/parameter.ts";
import type { App } from "./app.ts";
import { Blocks } from "./blocks.ts";
import { embedApp, isApp } from "./create-app.ts";
import { Tab, Tabs } from "./layout.ts";
import { Markdown } from "./markdown.ts";

/** What `gr.TabbedInterface` takes besides its apps and their names. */
export interface TabbedInterfaceOptions {
  /** Heading above the tabs, also the title of the browser's tab. Default: none. */
  title?: string | null;
  /** Whether it takes all the width there is. Default: false. Gradio: fill_width. */
  fillWidth?: boolean;
  /** Accepted because Gradio has it; nothing is ever counted or sent. Gradio: analytics_enabled. */
  analyticsEnabled?: boolean;
}

const optionNames = ["title", "fillWidth", "analyticsEnabled"];
const maxApps = 100;
const title = optionalText(1000);
const name = optionalText(1000);

/**
 * Several apps in one, each in a tab of its own, with its own title, State and buttons. Variables outside of their functions
 * are shared by all of them, since they are in one module. Export it as the default.
 *
 * @param interfaceList The apps: `gr.Interface`, `gr.Blocks`, `gr.ChatInterface`, each at most once. Gradio: interface_list.
 * @param tabNames What their tabs are called, one for each. Default: "Tab 0", "Tab 1", … Gradio: tab_names.
 * @param options See there.
 * @returns The app. Its `launch()` may be called, and does nothing.
 * @throws DeclarationError if something in it is wrong; it names the place, such as `interfaceList[1]`.
 * @example export default gr.TabbedInterface([hello, bye], ["Hello", "Bye"], { title: "Greetings" });
 */
export function TabbedInterface(
  interfaceList: readonly App[],
  tabNames?: readonly string[] | null,
  options?: TabbedInterfaceOptions,
): App {
  const apps = readApps(interfaceList);
  const names = readNames(tabNames, apps.length);
  const given = readOptions(options);
  const heading = title.read(given["title"], "title");
  const fillWidth = flag(false).read(given["fillWidth"], "fillWidth") === true;
  return Blocks(
    () => {
      if (typeof heading === "string") Markdown(headingText(heading), { label: "Title" });
      Tabs(() => {
        for (const [index, app] of apps.entries()) Tab(names[index] ?? `Tab ${index}`, () => embedApp(app));
      });
    },
    { title: typeof heading === "string" ? heading : null, fillWidth },
  );
}

function readApps(value: unknown): readonly App[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > maxApps) {
    const expected = `must be a list of 1 to ${maxApps} apps, such as [gr.Interface({ … }), gr.Interface({ … })]`;
    throw new DeclarationError("interfaceList", `${expected}, but it is ${describeValue(value)}`);
  }
  return value.map((each: unknown, index) => {
    const path = `interfaceList[${index}]`;
    if (!isApp(each)) {
      throw new DeclarationError(path, `must be a gr.Interface or another app, but it is ${describeValue(each)}`);
    }
    if (value.indexOf(each) !== index) throw new DeclarationError(path, "stands in the list already");
    return each;
  });
}

function readNames(value: unknown, count: number): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    throw new DeclarationError("tabNames", `must be a list of texts, but it is ${describeValue(value)}`);
  }
  if (value.length !== count) {
    const names = `${value.length} name${value.length === 1 ? "" : "s"}`;
    throw new DeclarationError("tabNames", `has ${names}, but there ${count === 1 ? "is 1 app" : `are ${count} apps`}`);
  }
  return value.map((each: unknown, index) => String(name.read(each, `tabNames[${index}]`) ?? `Tab ${index}`));
}

function readOptions(value: unknown): Readonly<Record<string, unknown>> {
  if (value !== undefined && value !== null && (typeof value !== "object" || Array.isArray(value))) {
    const expected = "takes its options as an object, such as { title }, but they are";
    throw new DeclarationError("", `gr.TabbedInterface ${expected} ${describeValue(value)}`);
  }
  const options: Readonly<Record<string, unknown>> = { ...value };
  const stranger = Object.keys(options).find((each) => !optionNames.includes(each));
  if (stranger === undefined) return options;
  const hint = didYouMean(stranger, optionNames);
  throw new DeclarationError(stranger.slice(0, 100), `is no option of gr.TabbedInterface.${hint}`);
}
