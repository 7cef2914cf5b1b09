// Says that a module has not finished loading, which it may never, and offers to stop it.

import type { JSX } from "solid-js";

/** `waitsFor`: packages that have not come yet. */
export function SlowLoad(props: { readonly waitsFor?: readonly string[]; onStop(): void }): JSX.Element {
  const text = () => {
    const names = props.waitsFor ?? [];
    if (names.length === 0) return "The module has not finished loading.";
    return `Waiting for ${names.join(", ")}. The host of packages is slow to answer.`;
  };
  return (
    <div class="slow">
      <p role="status">{text()}</p>
      <button type="button" class="button stop" onClick={() => props.onStop()}>
        Stop
      </button>
    </div>
  );
}
