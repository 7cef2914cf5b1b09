/** The runtime of src/worker, bundled as the text of a classic script (vite.worker-text.ts). */
declare module "virtual:sandbox-worker" {
  const source: string;
  export default source;
}

/** Its everyday part alone. */
declare module "virtual:sandbox-worker/everyday" {
  const source: string;
  export default source;
}

/** The examples, compiled when the site is built, each loaded by itself, by the start of its source's hash (vite.config.ts). */
declare module "virtual:compiled-examples" {
  import type { CompiledModule } from "./protocol/compiled.ts";
  export function loadExample(hash: string): Promise<{ readonly default: CompiledModule }> | null;
}
