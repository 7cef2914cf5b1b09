import { expect, test } from "vitest";
import { testCall, testComponent, testEvent } from "./component-for-tests.ts";
import { endpointsOf, fromCode, toCode, toSource } from "./endpoints.ts";
import "./other-kinds.ts";

const components = [
  testComponent("textbox", { id: 0, label: "Your name", value: "Ada" }),
  testComponent("state", { id: 1 }),
  testComponent("radio", {
    id: 2,
    label: "Size",
    props: {
      choices: [
        ["Small", "s"],
        ["Large", 2],
      ],
      required: true,
    },
    value: null,
  }),
  testComponent("json", { id: 3, label: "Out", interactive: false, value: null }),
];

test("events with a name are endpoints; State is nobody's parameter, and names are told apart", () => {
  const event = testEvent({ apiName: "f", inputs: [0, 1, 2], outputs: [1, 3], parameters: ["who", "state"] });
  const hidden = testEvent({ apiName: null });
  const rendering = testEvent({ apiName: "r", action: { ...testCall, renders: 3 } });
  const endpoints = endpointsOf({ components, events: [hidden, event, rendering, event] });
  expect(endpoints.map(({ name, event: index }) => [name, index])).toEqual([
    ["/f", 1],
    ["/f_1", 3],
  ]);
  expect(endpoints[0]?.parameters).toEqual([
    {
      name: "who",
      label: "Your name",
      component: "Textbox",
      type: "string",
      hasDefault: true,
      defaultValue: "Ada",
      position: 0,
    },
    {
      name: "size",
      label: "Size",
      component: "Radio",
      type: '"s" | 2',
      hasDefault: false,
      defaultValue: null,
      position: 2,
    },
  ]);
  expect(endpoints[0]?.returns).toEqual([{ label: "Out", component: "JSON", type: "unknown", position: 1 }]);
});

test("what has several forms is taken as a function may return it, and given as data", () => {
  const json = testComponent("json");
  expect(fromCode(json, { a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(toCode(json, '{"a":[1]}')).toEqual({ a: [1] });
  expect(toCode(json, '{"a":')).toBeNull();
  const table = testComponent("dataframe");
  const held = fromCode(table, [{ a: 1, b: "x" }]);
  expect(toCode(table, held)).toEqual({ headers: ["a", "b"], data: [[1, "x"]] });
  const file = new File(["x"], "x.txt");
  const single = testComponent("file");
  expect(toCode(single, fromCode(single, file))).toBe(file);
});

test("a value is written as code, if that can be", () => {
  expect(toSource('a "b"')).toBe('"a \\"b\\""');
  expect(toSource(null)).toBe("null");
  expect(toSource({ a: [1, 2] })).toBe('{ "a": [ 1, 2 ] }');
  expect(toSource(new Blob())).toBeNull();
  expect(toSource(undefined)).toBeNull();
});
