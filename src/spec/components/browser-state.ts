// BrowserState: state of the browser under a key. As with State, its value never stands in the spec and never passes through
// here.

import { optionalText } from "../parameter.ts";
import { state } from "./state.ts";
import type { KindDefinition } from "../component-kind.ts";

export const browserState: KindDefinition = {
  ...state,
  kind: "browserstate",
  name: "BrowserState",
  shortcuts: ["browserstate"],
  parameters: { storageKey: optionalText(200) },
  renamed: { storage_key: "storageKey" },
};
