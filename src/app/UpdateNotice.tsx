// Asks whether the page may be loaded again, when there is a newer version of the site. It can wait for as long as one likes.

import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import { CloseIcon, InfoIcon } from "./icons.tsx";

export interface UpdateNoticeProps {
  /** Whether calls are under way, which are not cut off. */
  readonly busy: boolean;
  /** Whether the browser takes its time. */
  readonly late: boolean;
  update(): Promise<boolean>;
}

export default function UpdateNotice(props: UpdateNoticeProps): JSX.Element {
  const [putAway, setPutAway] = createSignal(false);
  const [updating, setUpdating] = createSignal(false);
  const [refused, setRefused] = createSignal(false);
  const update = async () => {
    setUpdating(true);
    setRefused(!(await props.update()));
    setUpdating(false);
  };
  const text = () => {
    if (updating() && props.late) return late;
    if (updating() && props.busy) return waits;
    return refused() ? cannotStore : asks;
  };
  return (
    <Show when={!putAway()}>
      <div class="notice info" role="status">
        <InfoIcon />
        <p>{text()}</p>
        <button type="button" class="button small" disabled={updating()} onClick={() => void update()}>
          Update
        </button>
        <button type="button" class="icon-button" aria-label="Later" onClick={() => setPutAway(true)}>
          <CloseIcon />
        </button>
      </div>
    </Show>
  );
}

const asks =
  "There is a newer version of Interstate. Updating loads the page again; your code, your sessions and what is in the fields stay.";
const late =
  "The browser is still finishing with the older version, for some minutes at most. Go on meanwhile: the page then loads again by itself and keeps what is on it. Closing all tabs of Interstate ends this sooner.";
const waits = "The page loads again when what runs has ended. Stop ends it now.";
const cannotStore =
  "This browser cannot store what is on this page just now, so the page goes on as it is. Copy your code before you load it again.";
