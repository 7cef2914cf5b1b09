import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CodeSplittingGroup, ModuleInfo } from "rolldown";
import type { Plugin } from "vite";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";
import { bundleText, workerText } from "./vite.worker-text.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** What is listened to at the document, besides what Solid does by itself: a page may have a thousand fields. */
const delegation = { delegateEvents: true, delegatedEvents: ["change", "select"] };

export default defineConfig(({ command }) => ({
  // Relative addresses: the build works under any path of any static host.
  base: "./",
  // What is not there is said not to be, instead of being a blank page that looks for its scripts in the wrong place.
  appType: "mpa",
  plugins: [
    solid({ solid: delegation }),
    workerText(),
    compiledExamples(),
    apiTypes(),
    oneFontFormat(),
    pageCsp(command === "serve"),
    serviceWorker(),
    embedScript(),
  ],
  worker: { format: "es" },
  // The bench's page is no part of the site, and what it imports is installed by the bench alone.
  optimizeDeps: { entries: ["index.html"] },
  build: {
    target: "esnext",
    modulePreload: {
      polyfill: false,
      resolveDependencies: (file, dependencies, { hostType }) =>
        hostType === "html" || startParts.test(file)
          ? dependencies
          : dependencies.filter((each) => each.endsWith(".css")),
    },
    rolldownOptions: { output: { codeSplitting: { groups: [firstVisitChunk(), compilerChunk] } } },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 8000,
  },
  test: {
    environment: "node",
    include: ["src/**/*.test.ts", "e2e/torture/**/*.test.ts"],
    // Some import the whole runtime anew for each of their workers, which takes seconds where all cores are busy.
    testTimeout: 20_000,
  },
}));

/**
 * The parts that are asked for together with all that they import, since a visit may begin with them. Others are asked for
 * while a worker starts, or by a press: what they import follows them, and the table that the page has of it is shorter.
 */
const startParts = /\/(?:Tools|CodePane|compiler)-/;

/**
 * All that a first visit loads is one file: what lazy parts use of it would be split off else, and the less is in a file,
 * the worse it is compressed. The page has much in common with the worker's text, which stands in it.
 */
function firstVisitChunk(): CodeSplittingGroup {
  const isLoadedFirst = (id: string, info: (id: string) => ModuleInfo | null): boolean => {
    const above = new Set([id]);
    for (const each of above) {
      const module = info(each);
      if (module?.isEntry) return true;
      for (const importer of module?.importers ?? []) above.add(importer);
    }
    return false;
  };
  return {
    name: (id, context) => (isLoadedFirst(id, (each) => context.getModuleInfo(each)) ? "first-visit" : null),
    includeDependenciesRecursively: false,
  };
}

/** The parser is the packages' too, and would be a file of its own, of which nothing is needed but with the compiler. */
const compilerChunk: CodeSplittingGroup = {
  name: "compiler",
  test: /\/node_modules\/(?:acorn|@sveltejs\/acorn-typescript)\/|\/src\/compiler\//,
  includeDependenciesRecursively: false,
};

/**
 * `virtual:compiled-examples` is what the compiler makes of the examples, each in a file of its own that is found by the
 * start of their source's hash: a first visit, or a link to an example, starts without loading the compiler. In the build
 * the files' names follow from the hashes and from what all of them hold, since a list of imports is long.
 */
function compiledExamples(): Plugin {
  const name = "virtual:compiled-examples";
  const folder = path("src/examples/");
  const ownFiles = ["index.ts", "first-visit.ts"];
  const hashChars = 6;
  let compiler: Promise<Compile> | null = null;
  let isBuild = false;
  return {
    name: "interstate:compiled-examples",
    configResolved: ({ command }) => void (isBuild = command === "build"),
    resolveId: (id) => (id === name || id.startsWith(`${name}/`) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(`\0${name}`)) return null;
      const compile = await (compiler ??= bundleCompiler((file) => this.addWatchFile(file)));
      const compileFile = async (file: string) => {
        this.addWatchFile(join(folder, file));
        const result = compile(await readFile(join(folder, file), "utf8"));
        if (!result.ok) throw new Error(`The example ${file} does not compile.`);
        const { hash } = result.value;
        return { file, start: hash.slice(0, hashChars), code: `export default ${JSON.stringify(result.value)}` };
      };
      if (id !== `\0${name}`) return (await compileFile(id.slice(name.length + 2))).code;
      const files = (await readdir(folder)).filter((file) => file.endsWith(".ts") && !ownFiles.includes(file));
      const compiled = await Promise.all(files.map(compileFile));
      const starts = compiled.map(({ start }) => start);
      if (new Set(starts).size < starts.length) throw new Error("Two examples' hashes start alike: take more of them.");
      let from = `({ ${compiled.map(({ file, start }) => `"${start}": () => import("${name}/${file}")`).join(", ")} })[start]()`;
      if (isBuild) {
        const version = createHash("sha256").update(JSON.stringify(compiled)).digest("base64url").slice(0, 8);
        from = `import(/* @vite-ignore */ "./" + start + "-${version}.js")`;
        for (const { start, code } of compiled) {
          this.emitFile({ type: "asset", fileName: `assets/${start}-${version}.js`, source: code });
        }
      }
      return `const starts = "${starts.join(" ")}".split(" ");
export function loadExample(hash) {
  const start = hash.slice(0, ${hashChars});
  return starts.includes(start) ? ${from} : null;
}`;
    },
    // What was bundled of the compiler, or read of an example, may be old.
    hotUpdate({ file, modules }) {
      if (/\/src\/(compiler|spec|protocol|base)\//.test(file)) compiler = null;
      return modules;
    },
  };
}

type Compile = (source: string) => { readonly ok: boolean; readonly value: { readonly hash: string } };

async function bundleCompiler(addWatchFile: (file: string) => void): Promise<Compile> {
  const code = await bundleText("src/compiler/compile.ts", "es", addWatchFile);
  const text = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const { compile } = (await import(text)) as { compile: Compile };
  return compile;
}

/**
 * `virtual:interstate-types` is what the editor knows of the module "interstate": the declarations of src/api and of what
 * it imports, by path, made from the sources themselves so that there is no copy to fall behind.
 */
function apiTypes(): Plugin {
  const name = "virtual:interstate-types";
  return {
    name: "interstate:api-types",
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      const declarations = await emitDeclarations("src/api/index.ts");
      for (const file of Object.keys(declarations)) this.addWatchFile(path(`src/${file.replace(/\.d\.ts$/, ".ts")}`));
      return `export default ${JSON.stringify(declarations)}`;
    },
    // The reload itself is workerText's.
    hotUpdate({ file, modules, server }) {
      const module = /\/src\/(api|spec|protocol|base)\//.test(file) && server.moduleGraph.getModuleById(`\0${name}`);
      if (module) server.moduleGraph.invalidateModule(module);
      return modules;
    },
  };
}

/** Declarations of a file and all that it imports, by path relative to src. Type errors are check:types' business. */
async function emitDeclarations(entry: string): Promise<Record<string, string>> {
  const outDir = await mkdtemp(join(tmpdir(), "interstate-types-"));
  try {
    const flags = [
      ["--ignoreConfig", "--declaration", "--emitDeclarationOnly", "--allowImportingTsExtensions", "--stripInternal"],
      ["--target", "esnext", "--module", "esnext", "--moduleResolution", "bundler", "--lib", "esnext,webworker"],
      ["--rootDir", path("src"), "--outDir", outDir],
    ].flat();
    const output = await new Promise<string>((resolve) => {
      const tsc = [path("node_modules/typescript/bin/tsc"), path(entry), ...flags];
      execFile(process.execPath, tsc, (_error, stdout, stderr) => resolve(stdout + stderr));
    });
    const files = (await readdir(outDir, { recursive: true })).filter((file) => file.endsWith(".d.ts"));
    if (files.length === 0) throw new Error(`No declarations of ${entry}:\n${output}`);
    const texts = await Promise.all(files.map((file) => readFile(join(outDir, file), "utf8")));
    return Object.fromEntries(files.map((file, i) => [file.replaceAll("\\", "/"), texts[i] ?? ""]));
  } finally {
    await rm(outDir, { recursive: true });
  }
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
        // Servers on the person's own machine.
        const loopback = ["http", "ws"]
          .flatMap((scheme) => [`${scheme}://localhost:*`, `${scheme}://127.0.0.1:*`])
          .join(" ");
        const policy = [
          "default-src 'none'",
          dev ? "script-src 'self' 'unsafe-inline' blob:" : `script-src 'self' 'sha256-${hash}' blob:`,
          "worker-src 'self' blob:",
          "style-src 'self' 'unsafe-inline'",
          "font-src 'self' data:",
          "img-src 'self' data: blob:",
          "media-src 'self' data: blob:",
          `connect-src 'self' https: wss: ${loopback}${dev ? " ws:" : ""}`,
          "manifest-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
        ].join("; ");
        return html.replace("%CSP%", policy);
      },
    },
  };
}

/** KaTeX names each font in three formats; whatever runs this site reads the first, so the others need not be served. */
function oneFontFormat(): Plugin {
  return {
    name: "interstate:one-font-format",
    enforce: "pre",
    transform: (code, id) =>
      /katex[^/]*\.css/.test(id) ? code.replace(/,\s*url\([^)]*\) format\("(?:woff|truetype)"\)/g, "") : null,
  };
}

/**
 * The service worker, with the list of what it keeps: every file of the build, and those of public that the site shows. The
 * version is the hash of all of it, and stands in index.html.
 */
function serviceWorker(): Plugin {
  return {
    name: "interstate:service-worker",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const files: Record<string, string> = {};
        for (const file of ["icon.svg", "icon-192.png", "site.webmanifest"]) {
          files[file] = integrityOf(await readFile(path(`public/${file}`)));
        }
        for (const [file, part] of Object.entries(bundle)) {
          if (file !== "index.html") files[file] = integrityOf(part.type === "chunk" ? part.code : part.source);
        }
        const worker = await bundleText("src/offline/worker/main.ts", "iife", (file) => this.addWatchFile(file));
        const index = bundle["index.html"];
        if (index?.type !== "asset") throw new Error("The build has no index.html.");
        const parts = JSON.stringify(files) + worker + String(index.source);
        const version = createHash("sha256").update(parts).digest("hex").slice(0, 16);
        index.source = String(index.source).replace("%VERSION%", version);
        const source = `const site=${JSON.stringify({ version, files: { "": "", ...files } })};\n${worker}`;
        this.emitFile({ type: "asset", fileName: "service-worker.js", source });
      },
    },
  };
}

/**
 * `interstate.js`, which other sites load: under a name that stays. The service worker has no part in it, since it serves
 * no pages but this site's.
 */
function embedScript(): Plugin {
  const fileName = "interstate.js";
  return {
    name: "interstate:embed-script",
    enforce: "post",
    generateBundle: {
      order: "post",
      async handler() {
        const source = await bundleText("src/embed/main.ts", "iife", (file) => this.addWatchFile(file));
        this.emitFile({ type: "asset", fileName, source });
      },
    },
    configureServer(server) {
      server.middlewares.use(`/${fileName}`, (_, response, next) => {
        bundleText("src/embed/main.ts", "iife", () => undefined).then((source) => {
          response.setHeader("content-type", "text/javascript").end(source);
        }, next);
      });
    },
  };
}

function integrityOf(contents: string | Uint8Array): string {
  return `sha256-${createHash("sha256").update(contents).digest("base64")}`;
}
