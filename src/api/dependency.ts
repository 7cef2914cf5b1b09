// What a listener returns: for what follows it, and for cancelling it.

import { DeclarationError } from "../spec/declaration-error.ts";
import type { Follow } from "./listener.ts";

/** A listener that was added. It is no promise: nobody can wait for what has not been called yet. */
export interface Dependency {
  /** Adds what is called when this one has ended, however it ended. Returns a handle as this one is. */
  readonly then: Follow;
  /** Adds what is called when this one has ended well. */
  readonly success: Follow;
  /** Adds what is called when this one threw or was cancelled. */
  readonly failure: Follow;
}

type Outcome = "then" | "success" | "failure";

class Handle {
  readonly #follow: (outcome: Outcome, options: unknown) => Dependency;

  constructor(follow: (outcome: Outcome, options: unknown) => Dependency) {
    this.#follow = follow;
  }

  // eslint-disable-next-line unicorn/no-thenable -- Gradio's name; what awaits it is told that it is no promise
  then(options: unknown): Dependency {
    // What `await` does.
    if (typeof options === "function") {
      throw new DeclarationError("", "a listener is not a promise: leave out await, and chain with .then({ fn, … })");
    }
    return this.#follow("then", options);
  }

  success(options: unknown): Dependency {
    return this.#follow("success", options);
  }

  failure(options: unknown): Dependency {
    return this.#follow("failure", options);
  }
}

export function createDependency(follow: (outcome: Outcome, options: unknown) => Dependency): Dependency {
  return new Handle(follow) as unknown as Dependency;
}

export function isDependency(value: unknown): value is Dependency {
  return value instanceof Handle;
}
