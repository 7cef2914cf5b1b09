// How far a call is, as a thin bar; nothing while that is unknown.

import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ProgressLevel } from "../protocol/progress.ts";
import { detailText, progressShare } from "./progress-text.ts";

export function ProgressBar(props: { readonly levels: readonly ProgressLevel[]; readonly fn: string }): JSX.Element {
  const percent = () => {
    const share = progressShare(props.levels);
    return share === null ? null : 100 * share;
  };
  return (
    <Show when={percent() !== null}>
      <div
        class="progress-bar"
        role="progressbar"
        aria-label={`Progress of ${props.fn}`}
        aria-valuenow={Math.round(percent() ?? 0)}
        aria-valuetext={detailText(props.levels)}
      >
        <i style={{ width: `${percent() ?? 0}%` }} />
      </div>
    </Show>
  );
}
