// An example by its name or title. The list of them is loaded when it is first asked for.

import type { OpenedExample } from "../../examples/index.ts";

export async function loadExample(nameOrTitle: string): Promise<OpenedExample | null> {
  const { examples, openExample } = await import("../../examples/index.ts");
  const example = examples.find(({ name, title }) => name === nameOrTitle || title === nameOrTitle);
  return example ? openExample(example) : null;
}
