// A place in the code: pressed, the editor shows it.

import type { JSX } from "solid-js";
import type { SourceRange } from "../protocol/compiled.ts";

export function LineLink(props: { readonly range: SourceRange; onReveal(range: SourceRange): void }): JSX.Element {
  return (
    <button type="button" class="link" onClick={() => props.onReveal(props.range)}>
      Line {props.range.line}
    </button>
  );
}
