// Builds the pages of the bench around the app's own sources, with a worker that also answers bare calls.

import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import type { Plugin } from "vite";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

/** Minified as on the site, unless somebody wants to read names: `--minify false`. */
const minify = !process.argv.join(" ").includes("--minify false");

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path("pages"),
  base: "./",
  plugins: [solid(), benchWorker()],
  build: { target: "esnext", outDir: path("dist/pages"), emptyOutDir: true, reportCompressedSize: false },
});

/** Stands in for the app's `virtual:sandbox-worker/everyday`, in the same form. */
function benchWorker(): Plugin {
  const name = "virtual:sandbox-worker/everyday";
  return {
    name: "interstate:bench-worker",
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      const bundle = await rolldown({ input: path("worker/main.ts"), logLevel: "silent" });
      const { output } = await bundle.generate({ format: "iife", minify });
      await bundle.close();
      return `export default ${JSON.stringify(output[0].code)}`;
    },
  };
}
