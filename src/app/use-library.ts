// Does things with the saved playgrounds for a view: one after the other, and says what failed.

import { createSignal } from "solid-js";
import type { Accessor } from "solid-js";
import type { Library } from "./library-model.ts";
import type { Playground } from "./model.ts";

export interface LibraryUse {
  /** Whether it failed is said in `problem`. */
  run(action: (library: Library) => Promise<void>): Promise<void>;
  readonly busy: Accessor<boolean>;
  readonly problem: Accessor<string | null>;
}

export function createLibraryUse(playground: Pick<Playground, "library">): LibraryUse {
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<string | null>(null);
  return {
    busy,
    problem,
    async run(action) {
      if (busy()) return;
      setBusy(true);
      setProblem(null);
      try {
        await action(await playground.library());
      } catch (error) {
        setProblem(error instanceof Error ? error.message : String(error));
      } finally {
        setBusy(false);
      }
    },
  };
}
