// Any number of some choices, all of them in sight.

import { createEffect, createMemo, createUniqueId, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { choicesOf } from "../spec/choices.ts";
import { descriptionIds, Field, labelId } from "./Field.tsx";
import type { WidgetProps } from "./widget.ts";
import "./picks.css";

export default function CheckboxGroup(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  const chosen = createMemo(() => new Set<unknown>(Array.isArray(props.value) ? props.value : []));
  const values = () => choicesOf(props.component).map(([, value]) => value);
  const isFixed = () => props.disabled || !props.component.interactive;
  const choose = (next: (value: unknown) => boolean) => {
    // In the order of the choices, however they were ticked.
    const list = values().filter(next);
    props.onInput(list);
    props.onChange(list);
  };
  return (
    <Field id={id} widget={props} plainLabel>
      <div class="picks" role="group" aria-labelledby={labelId(id)} aria-describedby={descriptionIds(id, props)}>
        <Show when={props.component.props["showSelectAll"] === true && props.component.interactive}>
          <SelectAll
            chosen={values().filter((value) => chosen().has(value)).length}
            of={values().length}
            disabled={isFixed()}
            onChoose={(all) => choose(() => all)}
          />
        </Show>
        <For each={choicesOf(props.component)}>
          {([label, value], index) => (
            <label class="pick">
              <input
                type="checkbox"
                checked={chosen().has(value)}
                disabled={isFixed()}
                aria-invalid={props.error !== null}
                onChange={(event) => {
                  const selected = event.currentTarget.checked;
                  choose((other) => (other === value ? selected : chosen().has(other)));
                  props.onEvent("select", { index: index(), value, selected });
                }}
              />
              <span>{label}</span>
            </label>
          )}
        </For>
      </div>
    </Field>
  );
}

function SelectAll(props: {
  readonly chosen: number;
  readonly of: number;
  readonly disabled: boolean;
  onChoose(all: boolean): void;
}): JSX.Element {
  let box: HTMLInputElement | undefined;
  createEffect(() => {
    if (box) box.indeterminate = props.chosen > 0 && props.chosen < props.of;
  });
  return (
    <label class="pick all">
      <input
        ref={(element) => (box = element)}
        type="checkbox"
        checked={props.of > 0 && props.chosen === props.of}
        disabled={props.disabled}
        onChange={(event) => props.onChoose(event.currentTarget.checked)}
      />
      <span>Select all</span>
    </label>
  );
}
