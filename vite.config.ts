import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import type { Plugin } from "vite";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig(({ command }) => ({
  // Relative addresses: the build works under any path of any static host.
  base: "./",
  plugins: [solid(), workerString(), pageCsp(command === "serve")],
  worker: { format: "es" },
  build: { target: "esnext", modulePreload: { polyfill: false }, reportCompressedSize: false, chunkSizeWarningLimit: 8000 },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
}));

/**
 * `virtual:sandbox-worker` is the runtime of src/worker as the text of a classic script: it starts inside an opaque-origin
 * frame, which can fetch nothing, not even offline from a service worker.
 */
function workerString(): Plugin {
  const name = "virtual:sandbox-worker";
  return {
    name: "interstate:worker-string",
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      const bundle = await rolldown({ input: path("src/worker/main.ts"), logLevel: "silent" });
      const { output } = await bundle.generate({ format: "iife", minify: true });
      await bundle.close();
      for (const module of output[0].moduleIds) this.addWatchFile(module);
      return `export default ${JSON.stringify(`${output[0].code}\n//# sourceURL=interstate-runtime.js`)}`;
    },
    // The runtime is text in the page, so a change in it cannot be swapped in: reload.
    hotUpdate({ file, modules, server }) {
      if (!/\/src\/(worker|journal|api|spec|protocol|base)\//.test(file)) return modules;
      const module = server.moduleGraph.getModuleById(`\0${name}`);
      if (module) server.moduleGraph.invalidateModule(module);
      this.environment.hot.send({ type: "full-reload" });
      return [];
    },
  };
}

/**
 * The page's Content-Security-Policy, with the hash of the frame's boot script, which inherits it. `connect-src` is wide
 * because a frame can only narrow what it inherits; the frame's own policy says 'none'. The dev server needs more.
 */
function pageCsp(dev: boolean): Plugin {
  return {
    name: "interstate:csp",
    transformIndexHtml: {
      order: "post",
      async handler(html) {
        const boot = await readFile(path("src/sandbox/boot.js"), "utf8");
        const hash = createHash("sha256").update(boot).digest("base64");
        const policy = [
          "default-src 'none'",
          dev ? "script-src 'self' 'unsafe-inline' blob:" : `script-src 'self' 'sha256-${hash}' blob:`,
          "worker-src 'self' blob:",
          "style-src 'self' 'unsafe-inline'",
          "font-src 'self' data:",
          "img-src 'self' data: blob:",
          "media-src 'self' data: blob:",
          dev ? "connect-src 'self' ws: https: wss:" : "connect-src 'self' https: wss:",
          "manifest-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
        ].join("; ");
        return html.replace("%CSP%", policy);
      },
    },
  };
}
