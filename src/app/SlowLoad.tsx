// Says that a module has not finished loading, which it may never, and offers to stop it.

import type { JSX } from "solid-js";

export function SlowLoad(props: { onStop(): void }): JSX.Element {
  return (
    <div class="slow">
      <p role="status">The module has not finished loading.</p>
      <button type="button" class="button stop" onClick={() => props.onStop()}>
        Stop
      </button>
    </div>
  );
}
