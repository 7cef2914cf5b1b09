// One of a few, in a row under what they are about.

import { For } from "solid-js";
import type { JSX } from "solid-js";

export function RadioChoice<Value extends string>(props: {
  readonly legend: string;
  /** Of the radio buttons: apart from that of any others in the dialog. */
  readonly name: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value;
  onChoose(value: Value): void;
}): JSX.Element {
  return (
    <fieldset class="choice">
      <legend>{props.legend}</legend>
      <div>
        <For each={props.choices}>
          {({ value, label }) => (
            <label>
              <input
                type="radio"
                name={props.name}
                checked={props.chosen === value}
                onChange={() => props.onChoose(value)}
              />
              {label}
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}
