// Programs as people write them, from compiling to what is shown, against what a plain run of them gives.

import { expect, test } from "vitest";
import { transformWithOxc } from "vite";
import type { AppSpec, EventSpec } from "../../spec/app-spec.ts";
import { postprocess, preprocess } from "../../spec/component-value.ts";
import { createTabs } from "./tabs-setup.ts";

const documents: Record<string, string> = import.meta.glob("./programs.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

interface Example {
  readonly title: string;
  readonly source: string;
  /** What the fields hold, for each call. */
  readonly calls: readonly (readonly unknown[])[];
  /** Whether a second tab would not go on where the first is. */
  readonly ownToEach: boolean;
}

const examples = Object.values(documents).flatMap(readExamples);

test("there are programs to run", () => {
  expect(examples.length).toBeGreaterThan(40);
});

test.each(examples)("$title: shows what a plain run gives", async ({ source, calls, ownToEach }) => {
  const world = createTabs();
  const [a, b] = [await world.openTab("a"), await world.openTab("b")];
  const [first, second] = [await a.openUser(source), await b.openUser(source)];
  const plain = await runPlainly(source, first.loaded.app);
  for (const [turn, inputs] of calls.entries()) {
    const user = ownToEach || turn % 2 === 0 ? first : second;
    const [expected, actual] = [await outcomeOf(plain(inputs)), await outcomeOf(user.call(...inputs))];
    expect(actual).toEqual(expected);
  }
});

/** Each heading with a list of calls, as JSON, and the program below it. */
function readExamples(markdown: string): Example[] {
  const parts = markdown.matchAll(/^## (.+)\n\n((?:- `.*`\n)+)\n```ts\n([^]*?)^```$/gm);
  return [...parts].map(([, title = "", list = "", source = ""]) => ({
    title,
    source,
    ownToEach: title.endsWith("(each tab its own)"),
    calls: [...list.matchAll(/^- `(.*)`$/gm)].map(([, call = ""]) => JSON.parse(call) as unknown[]),
  }));
}

async function outcomeOf(call: Promise<unknown[]>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    return error instanceof Error ? `throws ${error.message}` : "throws";
  }
}

let runs = 0;

/** The program with its types taken away by another compiler, its function called as Gradio calls it. */
async function runPlainly(source: string, app: AppSpec) {
  const { code } = await transformWithOxc(source, "program.ts", { target: "esnext", sourcemap: false });
  const name = `__plain${runs++}`;
  Reflect.set(globalThis, name, plainApi);
  const text = code.replace(/^import \* as gr .*$/m, `const gr = globalThis.${name};`);
  const { default: main } = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`)) as {
    default: Callable | { fn: Callable; inputs: unknown };
  };
  const fn = typeof main === "function" ? main : main.fn;
  const event = app.events.find(({ action }) => action.kind === "call");
  if (!event) throw new Error("the app calls nothing");
  let state = typeof main === "function" ? undefined : initialState(main.inputs);

  return async (values: readonly unknown[]): Promise<unknown[]> => {
    const result = await lastOf(fn(...inputsOf(event, app, values, state)));
    const results = event.outputs.length > 1 ? (result as unknown[]) : [result];
    return event.outputs.flatMap((id, position) => {
      const component = app.components[id];
      if (!component) throw new Error("no component");
      if (component.kind === "state") state = results[position];
      if (component.kind === "state") return [];
      const shown = postprocess(component, results[position], { position, total: event.outputs.length });
      if (!shown.ok) throw new Error(shown.error);
      return [structuredClone(shown.value)];
    });
  };
}

type Callable = (...inputs: unknown[]) => unknown;

function inputsOf(event: EventSpec, app: AppSpec, values: readonly unknown[], state: unknown): unknown[] {
  return event.inputs.map((id, position) => {
    const component = app.components[id];
    if (!component) throw new Error("no component");
    if (component.kind === "state") return state;
    const input = preprocess(component, values[position]);
    if (!input.ok) throw new Error(input.error);
    return input.value === null && app.kind === "function" ? undefined : input.value;
  });
}

async function lastOf(result: unknown): Promise<unknown> {
  if (typeof result !== "object" || result === null) return result;
  if (!(Symbol.asyncIterator in result) && !("next" in result)) return result;
  let last: unknown;
  for await (const value of result as AsyncIterable<unknown>) last = structuredClone(value);
  return last;
}

function initialState(inputs: unknown): unknown {
  const list: unknown[] = Array.isArray(inputs) ? inputs : [inputs];
  const [state] = list.filter((input) => typeof input === "object" && input !== null && "state" in input);
  const initial = (state as { readonly state: unknown } | undefined)?.state;
  return typeof initial === "function" ? (initial as () => unknown)() : structuredClone(initial);
}

const component = (first: unknown) => ({ first });
const plainApi = {
  Interface: (options: unknown) => options,
  State: (state: unknown) => ({ state }),
  Number: component,
  Textbox: component,
  Checkbox: component,
  JSON: component,
  Button: component,
  local: (value: unknown) => value,
};
