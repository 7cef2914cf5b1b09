// Sets up TypeScript for the programs that people write here: grammar, workers, compiler options, and the declarations of
// the module "interstate". Importing this file does it, once.

import { languages, type Uri } from "monaco-editor/editor";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import TypeScriptWorker from "monaco-editor/language/typescript/ts.worker?worker";
import { conf, language } from "monaco-editor/languages/definitions/typescript/typescript";
import {
  ModuleKind,
  ModuleResolutionKind,
  ScriptTarget,
  getTypeScriptWorker,
  typescriptDefaults,
} from "monaco-editor/languages/features/typescript/register";
import { setDeclarations } from "./declarations.ts";

export const languageId = "typescript";

/** TypeScript's ModuleDetectionKind.Force: a program without import or export is a module too. */
const everyFileIsAModule = 3;

/** A slow machine needs long for it; who gives up leaves the page at "Checking…" for good. */
const registrationMs = 60_000;

globalThis.MonacoEnvironment = {
  getWorker: (_id, label) => (label === languageId ? new TypeScriptWorker() : new EditorWorker()),
};

languages.register({ id: languageId, extensions: [".ts"], aliases: ["TypeScript"] });
languages.setLanguageConfiguration(languageId, conf);
languages.setMonarchTokensProvider(languageId, language);

typescriptDefaults.setCompilerOptions({
  target: ScriptTarget.ESNext,
  module: ModuleKind.ESNext,
  moduleResolution: ModuleResolutionKind.NodeJs,
  moduleDetection: everyFileIsAModule,
  // The code runs in a worker: naming `document` is a mistake.
  // By their file names: under the short ones Monaco finds "esnext" and, without a word, not "webworker".
  lib: ["esnext", "webworker", "webworker.iterable", "webworker.asynciterable"].map((name) => `lib.${name}.d.ts`),
  // TypeScript looks for no name with a colon in node_modules.
  paths: { "npm:*": ["file:///node_modules/npm-imports/*"] },
  strict: true,
  // The module runs when it is imported as a default, too.
  allowSyntheticDefaultImports: true,
  isolatedModules: true,
  noEmit: true,
  allowNonTsExtensions: true,
});

setDeclarations([]);

/** Whether TypeScript finds nothing wrong with a file. Monaco tells of the markers that there are, never that there are none. */
export async function isClean(uri: Uri): Promise<boolean> {
  const worker = await (await registered())(uri);
  const file = uri.toString();
  const found = await Promise.all([worker.getSyntacticDiagnostics(file), worker.getSemanticDiagnostics(file)]);
  return found.flat().length === 0;
}

/** Monaco registers TypeScript a moment after it has loaded it, and until then refuses whoever asks. */
async function registered(): ReturnType<typeof getTypeScriptWorker> {
  let waitMs = 10;
  for (let waitedMs = 0; ; waitedMs += waitMs, waitMs = Math.min(2 * waitMs, 500)) {
    try {
      return await getTypeScriptWorker();
    } catch (error) {
      if (waitedMs > registrationMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
