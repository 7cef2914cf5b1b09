import { beforeAll, expect, test, vi } from "vitest";
import { everydayNames, isEveryday } from "../protocol/everyday-names.ts";
import type * as Api from "../api/everyday.ts";
import type * as Kinds from "../spec/component-kinds.ts";
import type * as Missing from "../spec/missing-kind.ts";

// Without what the other tests start with.
vi.resetModules();

let everyday: typeof Api;
let kinds: typeof Kinds;
let missing: typeof Missing;

beforeAll(async () => {
  everyday = await import("../api/everyday.ts");
  kinds = await import("../spec/component-kinds.ts");
  missing = await import("../spec/missing-kind.ts");
});

test("an app of every day can be declared without the other kinds, and what is not there is missed, never unknown", () => {
  expect(() => everyday.Interface({ fn: (a) => a, inputs: "number", outputs: "json" })).not.toThrow();
  expect(missing.hasMissedKinds()).toBe(false);
  expect(() => kinds.findKind("slider")).toThrow(missing.MissingKindError);
  expect(() => kinds.kindOf("slider")).toThrow(missing.MissingKindError);
  expect(missing.hasMissedKinds()).toBe(true);
  const withIcon = () =>
    everyday.Interface({ fn: () => null, inputs: [], outputs: [everyday.Button("Go", { icon: "<svg></svg>" })] });
  expect(withIcon).toThrow(missing.MissingKindError);
});

test("the page knows the names of everyday", async () => {
  const whole: Readonly<Record<string, unknown>> = await import("../api/index.ts");
  expect(Object.keys(everyday).toSorted()).toEqual([...everydayNames].toSorted());
  for (const [name, value] of Object.entries(everyday)) expect(value).toBe(whole[name]);
});

test.each([
  ["const __is=globalThis.__interstate,gr=__is.api; gr.Interface({ inputs: gr.State(0) })", true],
  ["const __is=globalThis.__interstate,gr=__is.api; gr . Number()", true],
  ["const __is=globalThis.__interstate,gr=__is.api; gr.Interface({ inputs: gr.Slider() })", false],
  ["const __is=globalThis.__interstate,gr=__is.api; gr[name]()", false],
  ["const __is=globalThis.__interstate,gr=__is.api; use(gr)", false],
  ["const __is=globalThis.__interstate,g=__is.api; g.Interface()", false],
  ["const __is=globalThis.__interstate,gr=__is.api; gr.Button({ icon: svg })", false],
  ["export default function f(a) { return a }", false],
])("whether %s is everyday: %s", (code, expected) => {
  expect(isEveryday(code)).toBe(expected);
});
