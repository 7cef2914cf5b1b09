// What the sandbox's workers run, as text in the page: the runtime of src/worker. What the page and that runtime have in
// common stands in the page once, as a function that the page calls for itself and whose text it hands to the workers.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ModuleInfo, type Plugin as BundlerPlugin, rolldown } from "rolldown";
import type { Plugin } from "vite";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const name = "virtual:sandbox-worker";
const sharedName = "virtual:shared-code";
const bindingsName = "virtual:shared-bindings";
const everydayEntry = "src/worker/everyday-main.ts";
const entries: ReadonlyMap<string, string> = new Map([
  [name, "src/worker/main.ts"],
  [`${name}/everyday`, everydayEntry],
]);
const sourceUrl = "//# sourceURL=interstate-runtime.js";

/**
 * `virtual:sandbox-worker` is the runtime as the text of a classic script: it starts inside an opaque-origin frame, which
 * can fetch nothing, not even offline from a service worker.
 */
export function workerText(): Plugin {
  let isBuild = false;
  let shared: SharedModules | null = null;
  return {
    name: "interstate:worker-text",
    enforce: "pre",
    configResolved: ({ command }) => void (isBuild = command === "build"),
    async buildStart() {
      shared = isBuild ? await findSharedModules() : null;
    },
    resolveId: (id) => (entries.has(id) || id === sharedName || id === bindingsName ? `\0${id}` : null),
    async load(id) {
      if (shared?.has(id)) return proxyOf(shared, id);
      if (id === `\0${sharedName}` && shared) return sharedCode(shared, (file) => this.addWatchFile(file));
      if (id === `\0${bindingsName}` && shared) {
        return `import { sharedCode } from "${sharedName}";\nconst shared = sharedCode();\n${bindings(shared)}`;
      }
      const entry = entries.get(id.slice(1));
      if (entry === undefined) return null;
      const text = await bundleText(
        entry,
        "es",
        (file) => this.addWatchFile(file),
        shared ? [sharedAsParameter(shared)] : [],
      );
      // Words to a bundler, which leaves them in; there is none after this one. They may be all that parts two words.
      const rest = text.replaceAll("/* @__PURE__ */ ", " ");
      if (!shared) return `export default ${JSON.stringify(`"use strict";{${rest}}\n${sourceUrl}`)}`;
      return `import { sharedCode } from "${sharedName}";
export default '"use strict";(shared=>{' + ${JSON.stringify(rest)} + "})((" + sharedCode + ")())\\n${sourceUrl}"`;
    },
    // The runtime is text in the page, so a change in it cannot be swapped in: reload.
    hotUpdate({ file, modules, server }) {
      if (!/\/src\/(worker|journal|api|spec|protocol|base)\//.test(file)) return modules;
      for (const name of entries.keys()) {
        const module = server.moduleGraph.getModuleById(`\0${name}`);
        if (module) server.moduleGraph.invalidateModule(module);
      }
      this.environment.hot.send({ type: "full-reload" });
      return [];
    },
  };
}

/** The exports of each module that is shared, each with its place among all of them. */
type SharedModules = ReadonlyMap<string, ReadonlyMap<string, number>>;

async function findSharedModules(): Promise<SharedModules> {
  const [page, worker, used] = await Promise.all([
    modulesOf("src/main.tsx"),
    modulesOf(everydayEntry),
    importedNames(path("src")),
  ]);
  const shared = new Map<string, ReadonlyMap<string, number>>();
  let count = 0;
  // In an order that is the same in each build.
  for (const [id, { exports, code }] of [...page].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!worker.has(id)) continue;
    if (/^export (?:let|var)\b/m.test(code ?? "")) throw new Error(`${id} exports a binding that may change.`);
    const names = exports.filter((name) => used.has(name)).sort();
    shared.set(id, new Map(names.map((name) => [name, count++])));
  }
  return shared;
}

/** Whatever some file imports by name, tests aside: of the rest nothing need be handed on. */
async function importedNames(folder: string): Promise<ReadonlySet<string>> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /(?<!\.test)\.tsx?$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  const lists = texts.flatMap((text) => [...text.matchAll(/\b(?:import|export) \{([^}]*)\} from /g)]);
  return new Set(lists.flatMap(([, list = ""]) => list.split(",").map((each) => each.trim().split(" as ")[0] ?? "")));
}

async function modulesOf(entry: string): Promise<ReadonlyMap<string, ModuleInfo>> {
  const modules = new Map<string, ModuleInfo>();
  const watch: BundlerPlugin = {
    name: "modules-of",
    resolveId(id, _importer, { kind }) {
      const isLeft = kind === "dynamic-import" || id.startsWith("virtual:") || /\.css$|\?/.test(id);
      return isLeft ? { id, external: true } : null;
    },
    moduleParsed: (info) => void modules.set(info.id, info),
  };
  await bundleText(entry, "es", () => undefined, [watch]);
  return modules;
}

async function sharedCode(shared: SharedModules, addWatchFile: (file: string) => void): Promise<string> {
  const source = [...shared].map(([id, names]) => {
    const list = [...names].map(([name, place]) => `${name} as _${place}`);
    return `export { ${list.join(", ")} } from ${JSON.stringify(id)};`;
  });
  const entry: BundlerPlugin = {
    name: "shared-entry",
    resolveId: (id) => (id === sharedName ? `\0${id}` : null),
    load: (id) => (id === `\0${sharedName}` ? source.join("\n") : null),
  };
  const text = await bundleText(sharedName, "es", addWatchFile, [entry]);
  const [, code, list] = /^(.*?)export\s*\{([^{}]*)\};?\s*$/s.exec(text) ?? [];
  if (code === undefined || list === undefined) throw new Error("The shared code does not end in its exports.");
  const locals: string[] = [];
  for (const each of list.split(",")) {
    const [local = "", exported = local] = each.trim().split(/\s+as\s+/);
    locals[Number(exported.slice(1))] = local;
  }
  return `export function sharedCode() { ${code}\nreturn [${locals.join(", ")}] }`;
}

/** What is shared is handed over as one list, since each name would stand there twice otherwise. */
function bindings(shared: SharedModules): string {
  const names = [...shared.values()].flatMap((each) => [...each.values()]).map((place) => `_${place}`);
  return `export const [${names.join(", ")}] = shared;`;
}

function proxyOf(shared: SharedModules, id: string): string {
  const list = [...(shared.get(id) ?? [])].map(([name, place]) => `_${place} as ${name}`);
  return `export { ${list.join(", ")} } from "${bindingsName}";`;
}

function sharedAsParameter(shared: SharedModules): BundlerPlugin {
  return {
    name: "shared-as-parameter",
    resolveId: (id) => (id === bindingsName ? `\0${id}` : null),
    load: (id) => (shared.has(id) ? proxyOf(shared, id) : id === `\0${bindingsName}` ? bindings(shared) : null),
  };
}

export async function bundleText(
  entry: string,
  format: "es" | "iife",
  addWatchFile: (file: string) => void,
  plugins: BundlerPlugin[] = [],
): Promise<string> {
  const input = entry.startsWith("virtual:") ? entry : path(entry);
  const bundle = await rolldown({ input, logLevel: "silent", plugins });
  const { output } = await bundle.generate({ format, minify: true });
  await bundle.close();
  // Not rolldown's own, which are no files: their names start with a null.
  for (const module of output[0].moduleIds) if (!module.startsWith("\0")) addWatchFile(module);
  return output[0].code;
}
