// State: session state. Its value never stands in the spec and never passes through here: the worker takes it from the
// session's graph and puts it back there.

import { ok } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";
import { flag, parameter } from "../parameter.ts";

export const state: KindDefinition = {
  kind: "state",
  name: "State",
  shortcuts: ["state"],
  first: "value",
  events: ["change"],
  parameters: {
    // Whether something is called with a value that goes.
    deletes: flag(false),
    timeToLive: parameter(null, "a number of seconds above 0", (value) => {
      return value === null || (typeof value === "number" && value > 0 && value <= 2_000_000);
    }),
  },
  renamed: { time_to_live: "timeToLive", delete_callback: "deleteCallback" },
  value: { default: undefined, read: () => undefined },
  checkInput: () => null,
  preprocess: () => ok(undefined),
  postprocess: () => ok(undefined),
  isOutput: () => false,
};
