// Tells the editor of the packages that the code uses: which versions they are, and what TypeScript can know of them.

import { type Accessor, createEffect, onCleanup } from "solid-js";
import type { Editor } from "../editor/index.ts";
import type { Playground } from "./model.ts";

export function followPackages(editor: Accessor<Editor | null>, { packages }: Playground): void {
  createEffect(() => editor()?.setPackages(packages.used()));
  createEffect(() => {
    const shown = editor();
    const used = packages.used();
    if (!shown) return;
    let isCurrent = true;
    onCleanup(() => (isCurrent = false));
    void Promise.all(used.map(({ specifier }) => packages.declarations(specifier))).then((files) => {
      if (isCurrent) shown.setDeclarations(files.flat());
    });
  });
}
