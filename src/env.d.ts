/** The runtime of src/worker, bundled as the text of a classic script (vite.config.ts). */
declare module "virtual:sandbox-worker" {
  const source: string;
  export default source;
}

/** The examples, compiled when the site is built, by the hash of their source (vite.config.ts). */
declare module "virtual:compiled-examples" {
  import type { CompiledModule } from "./protocol/compiled.ts";
  const modules: Readonly<Record<string, CompiledModule>>;
  export default modules;
}
