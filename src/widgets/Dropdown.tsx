// One of many choices, or several, from a list that opens below the field; typing narrows it. A combobox as the ARIA
// practices describe it: the focus stays in the field, and `aria-activedescendant` says where in the list one is.

import { createEffect, createSignal, createUniqueId, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { descriptionIds, Field, labelId } from "./Field.tsx";
import { ChoiceList, nothing } from "./dropdown/ChoiceList.tsx";
import { createComboboxKeys } from "./dropdown/combobox-keys.ts";
import { type Combobox, createCombobox } from "./dropdown/create-combobox.ts";
import { CloseIcon } from "./Icon.tsx";
import type { WidgetProps } from "./widget.ts";
import "./dropdown.css";

export default function Dropdown(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  const box = createCombobox(props);
  const [anchor, setAnchor] = createSignal<HTMLElement>();
  const isFixed = () => !props.component.interactive;
  // Nothing to type into: a list, which the label names.
  const isList = () => isFixed() && box.several();
  return (
    <Field id={id} widget={props} plainLabel={isList()}>
      <Show when={!isList()} fallback={<ChosenList labelledBy={labelId(id)} box={box} />}>
        <div
          ref={setAnchor}
          class="control tokens"
          classList={{ fixed: isFixed(), disabled: props.disabled }}
          onPointerDown={(event) => {
            // Beside the field counts as the field.
            if (event.target !== event.currentTarget) return;
            event.preventDefault();
            event.currentTarget.querySelector("input")?.click();
            event.currentTarget.querySelector("input")?.focus();
          }}
        >
          <Show when={box.several()}>
            <For each={box.chosen()}>{(value) => <Token value={value} box={box} disabled={props.disabled} />}</For>
          </Show>
          <ComboboxInput id={id} widget={props} box={box} />
        </div>
      </Show>
      <span class="unseen" aria-live="polite">
        {box.isOpen() && box.matching().length === 0 ? nothing : ""}
      </span>
      <Show when={box.isOpen() && anchor()}>
        {(element) => (
          <ChoiceList id={listId(id)} name={`Choices for ${props.component.label}`} anchor={element()} box={box} />
        )}
      </Show>
    </Field>
  );
}

function ComboboxInput(props: {
  readonly id: string;
  readonly widget: WidgetProps;
  readonly box: Combobox;
}): JSX.Element {
  const onKeyDown = createComboboxKeys(props.box);
  const isFixed = () => !props.widget.component.interactive;
  let input: HTMLInputElement | undefined;
  // Also where a text was typed that came to nothing: then the value is what it was, and nothing else would put it back.
  createEffect(() => {
    const text = props.box.text();
    if (!props.box.isOpen() && input && input.value !== text) input.value = text;
  });
  return (
    <input
      ref={(element) => (input = element)}
      id={props.id}
      type="text"
      role="combobox"
      autocomplete="off"
      spellcheck={false}
      value={props.box.text()}
      readOnly={isFixed()}
      disabled={props.widget.disabled}
      inputmode={props.box.writable() ? "text" : "none"}
      aria-autocomplete={props.box.filterable() ? "list" : "none"}
      aria-expanded={props.box.isOpen()}
      aria-controls={listId(props.id)}
      aria-activedescendant={
        props.box.isOpen() && props.box.active() >= 0 ? `${listId(props.id)}-${props.box.active()}` : undefined
      }
      aria-invalid={props.widget.error !== null}
      aria-describedby={descriptionIds(props.id, props.widget)}
      onBeforeInput={(event) => {
        if (!props.box.writable()) event.preventDefault();
      }}
      onInput={(event) => props.box.type(event.currentTarget.value)}
      onClick={() => {
        if (!isFixed()) props.box.open();
      }}
      onFocus={() => props.widget.onEvent("focus")}
      onBlur={() => {
        props.box.settle();
        props.widget.onEvent("blur");
      }}
      onKeyDown={(event) => {
        if (!isFixed()) onKeyDown(event);
      }}
      onKeyUp={(event) => props.widget.onEvent("keyUp", { key: event.key, inputValue: event.currentTarget.value })}
    />
  );
}

function Token(props: { readonly value: unknown; readonly box: Combobox; readonly disabled: boolean }): JSX.Element {
  const label = () => props.box.labelOf(props.value);
  return (
    <span class="token">
      <span>{label()}</span>
      {/* By keyboard: Backspace, or choosing it again. */}
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Remove ${label()}`}
        disabled={props.disabled}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => props.box.remove(props.value)}
      >
        <CloseIcon />
      </button>
    </span>
  );
}

function ChosenList(props: { readonly labelledBy: string; readonly box: Combobox }): JSX.Element {
  return (
    <ul class="control tokens fixed" aria-labelledby={props.labelledBy}>
      <For each={props.box.chosen()}>{(value) => <li class="token">{props.box.labelOf(value)}</li>}</For>
    </ul>
  );
}

function listId(id: string): string {
  return `${id}-list`;
}
