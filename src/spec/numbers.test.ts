import { expect, test } from "vitest";
import type { ComponentKind, ComponentSpec } from "./app-spec.ts";
import { declareComponent, toComponent } from "./component-declaration.ts";
import { readChanges } from "./component-update.ts";
import { checkInput, postprocess } from "./component-value.ts";
import "./other-kinds.ts";

function component(kind: ComponentKind, options: Record<string, unknown> = {}): ComponentSpec {
  return {
    id: 0,
    ...toComponent(declareComponent(kind, undefined, options), "it", { label: "it", interactive: true }),
  };
}

function shown(of: ComponentSpec, value: unknown): unknown {
  const result = postprocess(of, value, { position: 0, total: 1 });
  return result.ok ? result.value : result.error;
}

test("a Slider starts at its least number, and takes what lies within its bounds", () => {
  const slider = component("slider", { min: -1, max: 1, step: 0.5 });
  expect(slider.value).toBe(-1);
  expect([-1, 0, -0, 1, 1.1, Number.NaN, "1", null].map((value) => checkInput(slider, value) === null)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect([0.25, 1n, null, undefined].map((value) => shown(slider, value))).toEqual([0.25, 1, -1, -1]);
  expect(shown(slider, 2n ** 80n)).toContain("is a Slider from -1 to 1, but the function returned");
});

test.each([
  [{ min: 5, max: 5 }, "it.max must be more than min, which is 5"],
  [{ value: 101 }, "it.value must be from 0 to 100"],
  [{ step: 0 }, "it.step must be a number above 0"],
  [{ min: "0" }, "it.min must be a number"],
  [{ onRelease: 5 }, "it.onRelease is no option of gr.Slider. Add a listener: .release({ fn, inputs, outputs })."],
  [{ maximum: "5" }, "it.max must be a number"],
  [{ minimum: 5, maximum: 5 }, "it.max must be more than min, which is 5"],
])("a Slider with %j is refused at the place", (options, message) => {
  expect(() => component("slider", options)).toThrow(message);
});

test.each(["slider", "number"] as const)(
  "the bounds of a %s go by Gradio's names, too, also when they change",
  (kind) => {
    const bounded = component(kind, { minimum: 2, maximum: 4, value: 3 });
    expect(bounded).toEqual(component(kind, { min: 2, max: 4, value: 3 }));
    expect(readChanges(bounded, { maximum: 9 }, "it")).toEqual({ max: 9 });
    expect(() => component(kind, { minimal: 2 })).toThrow("it.minimal is no option of");
  },
);

test("a DateTime starts with a text, a Date or seconds, in its zone", () => {
  const zone = { timezone: "Asia/Tokyo" };
  expect(component("datetime", { value: 0, ...zone }).value).toBe("1970-01-01 09:00:00");
  expect(component("datetime", { value: new Date(0), ...zone, includeTime: false }).value).toBe("1970-01-01");
  expect(component("datetime", { value: "now" }).value).toBe("now");
  expect(component("datetime").value).toBe("");
  expect(() => component("datetime", { value: "soon" })).toThrow("it.value must be like 2024-05-31 18:30:00");
  expect(() => component("datetime", { timezone: "Mars" })).toThrow("it.timezone must be the name of a time zone");
  expect(shown(component("datetime", zone), Number.NaN)).toContain("is a DateTime, but the function returned");
});
