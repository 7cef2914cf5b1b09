// The code of an app's widgets comes along with the app, so that its whole form stands at once.

import { loadBlocks } from "../layout/lazy-blocks.ts";
import { loadKinds, loadWidgets } from "../../widgets/registry.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import type { Loading } from "./load-module.ts";

export function withWidgets(program: Pick<CompiledModule, "code" | "signature">, loading: Loading): Loading {
  // Nobody waits for them: those that are used are waited for below.
  void loadKinds(namedKinds(program));
  return {
    ...loading,
    done: loading.done.then(async (result) => {
      await Promise.all([loadWidgets(result.loaded.app), loadBlocks(result.loaded.app)]);
      return result;
    }),
  };
}

/** The kinds that a program's text names, so that their widgets come while the worker starts. A guess. */
function namedKinds({ code, signature }: Pick<CompiledModule, "code" | "signature">): ReadonlySet<string> {
  const names = Array.from(code.matchAll(/\bgr\.(\w+)|"([a-z]+)"/g), ([, name, text]) => name ?? text ?? "");
  // A function without a declaration takes and returns texts, mostly.
  return new Set([...names.map((name) => name.toLowerCase()), ...(signature ? ["textbox"] : [])]);
}
