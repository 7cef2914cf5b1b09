// Why there is no new app: each mistake, with its place.

import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { SourceRange } from "../protocol/compiled.ts";
import { AlertIcon } from "./icons.tsx";
import { LineLink } from "./LineLink.tsx";
import type { Problem } from "./model.ts";

const SHOWN = 8;

export function ProblemList(props: {
  readonly problems: readonly Problem[];
  /** Whether the app of an earlier build is still there. */
  readonly hasApp: boolean;
  onReveal(range: SourceRange): void;
  onAcceptPackages(): void;
}): JSX.Element {
  const reasons = () => props.problems.filter((problem) => problem.severity === "error" && problem.stage !== "call");
  const title = () => {
    if (reasons().some((problem) => problem.stage === "compile")) return "The code does not compile.";
    return "The module did not load.";
  };
  return (
    <div class="problem-box" role="alert">
      <AlertIcon />
      <strong>{title()}</strong>
      <ul>
        <For each={reasons().slice(0, SHOWN)}>
          {(problem) => (
            <li>
              <Show when={problem.range}>{(range) => <LineLink range={range()} onReveal={props.onReveal} />}</Show>
              <span>{problem.message}</span>
            </li>
          )}
        </For>
      </ul>
      <Show when={reasons().length > SHOWN}>
        <p class="aside">… and {reasons().length - SHOWN} more.</p>
      </Show>
      <Show when={reasons().some(({ code }) => code === "package-changed")}>
        <p class="aside">
          <button type="button" class="button small" onClick={() => props.onAcceptPackages()}>
            Use the new files
          </button>
        </p>
      </Show>
      <Show when={props.hasApp}>
        <p class="aside">The app is as it was before; its state is kept.</p>
      </Show>
    </div>
  );
}
