// The code of an app's widgets comes along with the app, so that its whole form stands at once.

import { loadBlocks } from "../layout/lazy-blocks.ts";
import { loadWidgets } from "../../widgets/registry.ts";
import type { Loading } from "./load-module.ts";

export function withWidgets(loading: Loading): Loading {
  return {
    ...loading,
    done: loading.done.then(async (result) => {
      await Promise.all([loadWidgets(result.loaded.app), loadBlocks(result.loaded.app)]);
      return result;
    }),
  };
}
