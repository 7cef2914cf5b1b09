// Says that only the beginning of a long text is shown, and copies the whole.

import { createSignal } from "solid-js";
import type { JSX } from "solid-js";
import { copyText } from "./copy-text.ts";

export function CutNote(props: { readonly text: string; readonly shown: number }): JSX.Element {
  const [answer, setAnswer] = createSignal("Copy all");
  const copy = async () => {
    setAnswer((await copyText(props.text)) ? "Copied" : "The browser does not allow copying here");
  };
  return (
    <p class="field-info">
      The first {props.shown.toLocaleString("en")} of {props.text.length.toLocaleString("en")} characters.{" "}
      <button type="button" class="link" onClick={() => void copy()}>
        {answer()}
      </button>
    </p>
  );
}
