// What a link is to carry besides the code: a choice for each part that there is.

import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { CarriedPart } from "./sharing-model.ts";

const labels: Readonly<Record<CarriedPart, string>> = {
  inputs: "Inputs as they are",
  session: "Session state",
  global: "Global state",
};

const words: Readonly<Record<CarriedPart, string>> = {
  inputs: "the inputs",
  session: "the session state",
  global: "the global state",
};

/** "the inputs and the global state" */
export function inWords(parts: readonly CarriedPart[]): string {
  const all = parts.map((part) => words[part]);
  return all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

export function CarryChoice(props: {
  readonly offered: readonly CarriedPart[];
  readonly chosen: readonly CarriedPart[];
  /** How many there are: what belongs to one of several is said to. */
  readonly users: number;
  onChoose(part: CarriedPart, isWanted: boolean): void;
}): JSX.Element {
  return (
    <Show when={props.offered.length > 0}>
      <fieldset class="carry">
        <legend>Carries the code, and</legend>
        <For each={props.offered}>
          {(part) => (
            <label>
              <input
                type="checkbox"
                checked={props.chosen.includes(part)}
                onChange={(event) => props.onChoose(part, event.currentTarget.checked)}
              />
              {labels[part]}
              {props.users > 1 && part !== "global" ? " of User 1" : ""}
            </label>
          )}
        </For>
      </fieldset>
    </Show>
  );
}
