// What a pane shows whose view is loaded when it is first opened: nothing while it comes, and if it cannot, a word and a
// way out, while the rest of the page goes on.

import { ErrorBoundary, Suspense } from "solid-js";
import type { JSX } from "solid-js";

export function LazyPane(props: { readonly children: JSX.Element }): JSX.Element {
  return (
    <ErrorBoundary
      fallback={(error: unknown) => {
        console.error(error);
        return (
          <p class="pane-failed" role="alert">
            This part could not be shown.{" "}
            <button type="button" class="link" onClick={() => location.reload()}>
              Load the page again
            </button>
          </p>
        );
      }}
    >
      <Suspense>{props.children}</Suspense>
    </ErrorBoundary>
  );
}
