// Modules that the editor imports and that have no types of their own.

/** Declarations of the module "interstate" and of what it imports, by path relative to src (vite.config.ts). */
declare module "virtual:interstate-types" {
  const declarations: Readonly<Record<string, string>>;
  export default declarations;
}

/** Monaco's grammar of TypeScript, which its own registration would load only after the first paint. */
declare module "monaco-editor/languages/definitions/typescript/typescript" {
  import type { languages } from "monaco-editor/editor";
  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage;
}
