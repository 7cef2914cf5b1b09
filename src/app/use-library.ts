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
  const [pending, setPending] = createSignal(0);
  const [problem, setProblem] = createSignal<string | null>(null);
  let last = Promise.resolve();

  async function perform(action: (library: Library) => Promise<void>): Promise<void> {
    setProblem(null);
    try {
      await action(await playground.library());
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setPending((count) => count - 1);
    }
  }

  return {
    busy: () => pending() > 0,
    problem,
    run(action) {
      setPending((count) => count + 1);
      return (last = last.then(() => perform(action)));
    },
  };
}
