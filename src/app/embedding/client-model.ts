// What the page offers to code outside of it: a session of its own in the app that runs here.

import type { Accessor } from "solid-js";
import type { ApiInfo, CallEvent } from "../../protocol/embedding.ts";
import type { UncheckedEvent } from "../../sandbox/unchecked.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { BuildStatus, Problem } from "../model.ts";
import type { Build } from "../playground/builds.ts";
import type { Goodbyes } from "../playground/goodbyes.ts";

/** What a session needs of the playground. */
export interface ClientHost {
  readonly sandbox: Sandbox;
  readonly goodbyes: Goodbyes;
  /** What runs now. */
  readonly build: Accessor<Build | null>;
  readonly status: Accessor<BuildStatus>;
  readonly problems: Accessor<readonly Problem[]>;
  log(event: Extract<UncheckedEvent, { readonly type: "console" }>, program: CompiledModule): void;
}

/** Everything rejects with words for whoever wrote the code. */
export interface ClientSession {
  api(): ApiInfo;
  /** Settles when the call has ended well, or was stopped by the signal. */
  call(
    endpoint: string,
    inputs: readonly unknown[] | Readonly<Record<string, unknown>>,
    options: { readonly signal: AbortSignal; onEvent(event: CallEvent): void },
  ): Promise<void>;
  /** A shared variable's value, if the program lets pages that embed it read it. */
  read(name: string): unknown;
  write(name: string, value: unknown): Promise<void>;
  /** Calls at once, and again after each change; with why, if it ends by itself: other code runs, which does not let it. */
  follow(name: string, onValue: (value: unknown) => void, onEnd: (why: string) => void): () => void;
  end(): void;
}
