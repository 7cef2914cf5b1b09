// Marks parts of a text: what is selected, by pointer or by keyboard, gets the category that stands below. The text has a
// caret so that the keyboard can select in it, and takes no typing.

import { createEffect, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { type HighlightedPiece, isPieces } from "../../spec/components/highlighted-text.ts";
import { flagProp } from "../component-props.ts";
import { descriptionIds, labelId } from "../Field.tsx";
import type { WidgetProps } from "../widget.ts";
import { categoriesOf, markAt, withMark } from "./marks.ts";
import { selectionIn } from "./selection-in.ts";

export default function MarkEditor(props: {
  readonly id: string;
  readonly widget: WidgetProps;
  readonly pieces: readonly HighlightedPiece[];
  colour(category: string | number | null): string | undefined;
}): JSX.Element {
  let text: HTMLElement | undefined;
  const [selection, setSelection] = createSignal<{ readonly start: number; readonly end: number } | null>(null);
  const [category, setCategory] = createSignal("");
  const here = () => {
    const at = selection();
    return at ? markAt(props.pieces, at.start === at.end ? at.start : at.start + 1) : null;
  };
  const selected = () => {
    const at = selection();
    return at && at.start < at.end ? at : here();
  };
  const change = (pieces: readonly HighlightedPiece[]) => {
    props.widget.onInput(pieces);
    props.widget.onChange(pieces);
  };
  const mark = () => {
    const range = selected();
    if (range && category().trim() !== "") change(withMark(props.pieces, range, category().trim()));
  };
  const unmark = () => {
    const range = here();
    if (range) change(withMark(props.pieces, range, null));
  };
  const look = () => {
    const at = text ? selectionIn(text) : null;
    if (!at) return;
    setSelection(at);
    const mark = here();
    if (mark) setCategory(String(mark.category));
  };
  // Another text has no selection yet.
  createEffect(() => {
    if (isPieces(props.pieces))
      setSelection((at) => (at && text && at.end > (text.textContent ?? "").length ? null : at));
  });
  return (
    <>
      <div
        ref={(element) => (text = element)}
        class="control marked"
        id={props.id}
        role="textbox"
        tabIndex={0}
        contentEditable={!props.widget.disabled}
        aria-multiline="true"
        aria-readonly="true"
        aria-labelledby={labelId(props.id)}
        aria-describedby={descriptionIds(props.id, props.widget)}
        dir={flagProp(props.widget.component, "rtl") ? "rtl" : undefined}
        spellcheck={false}
        onBeforeInput={(event) => event.preventDefault()}
        onDrop={(event) => event.preventDefault()}
        onKeyUp={look}
        onPointerUp={look}
        onFocus={look}
      >
        <For each={props.pieces}>
          {([piece, of]) => (
            <Show when={of !== null} fallback={<span>{piece}</span>}>
              <mark style={{ "--mark": props.colour(of) }} data-category={of}>
                {piece}
              </mark>
            </Show>
          )}
        </For>
      </div>
      <div class="mark-tools">
        <input
          class="control"
          type="text"
          list={`${props.id}-categories`}
          aria-label="Category"
          placeholder="Category"
          value={category()}
          disabled={props.widget.disabled}
          onInput={(event) => setCategory(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.isComposing) return;
            event.preventDefault();
            mark();
          }}
        />
        <datalist id={`${props.id}-categories`}>
          <For each={categoriesOf(props.pieces)}>{(each) => <option value={each} />}</For>
        </datalist>
        <button type="button" class="button" disabled={!selected() || category().trim() === ""} onClick={mark}>
          Mark
        </button>
        <button type="button" class="button" disabled={!here()} onClick={unmark}>
          Unmark
        </button>
      </div>
      <p class="field-info">Select a part of the text, then give it a category.</p>
    </>
  );
}
