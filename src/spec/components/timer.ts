// Timer: ticks. Its value is the time between two ticks, in seconds; it has no face.

import { err, ok } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";
import { describeValue } from "../describe-value.ts";
import { flag, parameter } from "../parameter.ts";

/** Faster than this nobody sees; longer than this browsers cannot wait. */
const [least, most] = [0.01, 2_000_000];

export const timer: KindDefinition = {
  kind: "timer",
  name: "Timer",
  shortcuts: [],
  first: "value",
  events: ["tick", "change"],
  parameters: { active: flag(true) },
  renamed: {},
  value: parameter(1, `a number of seconds from ${least} to ${most}`, isInterval),
  checkInput: () => null,
  preprocess: (value) => ok(value),
  isOutput: isInterval,
  postprocess(value, component) {
    if (value === null || value === undefined) return ok(component.value);
    return isInterval(value)
      ? ok(value)
      : err(
          `is a Timer, whose value is a number of seconds from ${least}, but the function returned ${describeValue(value)}`,
        );
  },
};

function isInterval(value: unknown): boolean {
  return typeof value === "number" && value >= least && value <= most;
}
