// The list of examples, from when it is there: fetched once the page has nothing else to do, or when somebody asks.

import { createSignal } from "solid-js";
import type { Accessor } from "solid-js";
import type { Example } from "../examples/index.ts";

export interface ExampleList {
  readonly groups: readonly string[];
  readonly examples: readonly Example[];
}

const [list, setList] = createSignal<ExampleList | "failed" | null>(null);

/** null while it is on its way. */
export const exampleList: Accessor<ExampleList | "failed" | null> = list;

export async function fetchExampleList(): Promise<void> {
  if (list() !== null && list() !== "failed") return;
  try {
    const { groups, examples } = await import("../examples/index.ts");
    setList({ groups, examples });
  } catch {
    setList("failed");
  }
}
