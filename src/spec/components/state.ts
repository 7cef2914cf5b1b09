// State: session state. Its value never stands in the spec and never passes through here: the worker takes it from the
// session's graph and puts it back there.

import { ok } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";

export const state: KindDefinition = {
  kind: "state",
  name: "State",
  shortcuts: ["state"],
  first: "value",
  events: ["change"],
  parameters: {},
  renamed: {},
  value: { default: undefined, read: () => undefined },
  checkInput: () => null,
  preprocess: () => ok(undefined),
  postprocess: () => ok(undefined),
  isOutput: () => false,
};
