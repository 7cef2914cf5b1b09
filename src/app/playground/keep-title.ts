// The list of playgrounds says what the header says of the draft that is open.

import { createEffect } from "solid-js";
import type { OwnLibrary } from "./library.ts";
import type { OpenDocument } from "./open-document.ts";

export function keepTitle(
  document: Pick<OpenDocument, "origin" | "named">,
  title: () => string,
  library: () => Promise<OwnLibrary>,
): void {
  createEffect(() => {
    const origin = document.origin();
    if (origin.kind !== "draft" || document.named()) return;
    const called = title();
    // What cannot be written now is with the next change of the text.
    void library()
      .then(({ retitle }) => retitle(origin.id, called))
      .catch(() => undefined);
  });
}
