import { expect, test } from "vitest";
import { endpointsOf } from "../spec/endpoints.ts";
import { appDeclaration } from "./create-app.ts";
import * as gr from "./index.ts";
import { connectTestPort } from "./port-for-tests.ts";

function hello(name: string): string {
  return `Hello ${name}`;
}

type Options = { readonly apiName?: string | false; readonly apiVisibility?: "public" | "private" | "undocumented" };

/** Everything that makes an endpoint, each with these options. */
const makers: Readonly<Record<string, (options: Options) => unknown>> = {
  "gr.Interface": (options) => gr.Interface({ fn: hello, inputs: "textbox", outputs: "textbox", ...options }),
  "a listener": (options) =>
    gr.Blocks(() => {
      const box = gr.Textbox();
      box.submit({ fn: hello, inputs: box, outputs: box, ...options });
    }),
  "gr.ChatInterface": (options) => gr.ChatInterface({ fn: hello, ...options }),
  "gr.api": (options) => gr.Blocks(() => gr.api(hello, options)),
  "gr.Examples": (options) =>
    gr.Blocks(() => {
      const box = gr.Textbox();
      gr.Examples([["Ada"]], { inputs: box, outputs: box, fn: hello, runOnClick: true, ...options });
    }),
  "gr.Examples that remembers": (options) =>
    gr.Blocks(() => {
      const box = gr.Textbox();
      gr.Examples([["Ada"]], { inputs: box, outputs: box, fn: hello, cacheExamples: true, ...options });
    }),
};

function endpointNames(app: unknown): string[] {
  const declaration = appDeclaration(app);
  if (!declaration) throw new Error("no app");
  return endpointsOf(declaration.app).map(({ name }) => name);
}

test.each(Object.entries(makers))(
  "%s makes an endpoint, unless it is said to be private or to have no name",
  (_, make) => {
    const { warnings } = connectTestPort();
    expect(endpointNames(make({}))).toEqual(["/hello"]);
    expect(endpointNames(make({ apiName: "greet", apiVisibility: "public" }))).toEqual(["/greet"]);
    expect(endpointNames(make({ apiVisibility: "private" }))).toEqual([]);
    expect(endpointNames(make({ apiName: "greet", apiVisibility: "private" }))).toEqual([]);
    expect(endpointNames(make({ apiName: false }))).toEqual([]);
    expect(warnings).toEqual([]);
  },
);

test.each(Object.entries(makers))("%s says that an endpoint cannot be there without being listed", (_, make) => {
  const { warnings } = connectTestPort();
  expect(endpointNames(make({ apiVisibility: "undocumented" }))).toEqual(["/hello"]);
  expect(warnings).toEqual([expect.stringContaining('apiVisibility "undocumented" is the same as "public" here')]);
});

test("what is none of the choices is an error at its place", () => {
  const wrong = { apiVisibility: "hidden" } as unknown as Options;
  expect(() => makers["gr.Interface"]?.(wrong)).toThrow('must be "public", "private" or "undocumented"');
  expect(() => makers["a listener"]?.(wrong)).toThrow('must be "public", "private" or "undocumented"');
});
