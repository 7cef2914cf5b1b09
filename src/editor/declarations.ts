// What TypeScript knows besides the program: the module "interstate", and the packages that the program imports.

import { typescriptDefaults } from "monaco-editor/languages/features/typescript/register";
import declarations from "virtual:interstate-types";

/** A file of declarations, as TypeScript finds it below node_modules. */
export interface DeclarationFile {
  readonly path: string;
  readonly text: string;
}

const own: readonly DeclarationFile[] = [
  { path: "interstate/index.d.ts", text: 'export * from "./api/index";' },
  ...Object.entries(declarations).map(([path, text]) => ({ path: `interstate/${path}`, text })),
  // Whatever a package is, until its own declarations are there.
  { path: "interstate/packages.d.ts", text: 'declare module "npm:*";' },
];

let given = "";

/** Of packages; those that were given before are gone. */
export function setDeclarations(files: readonly DeclarationFile[]): void {
  // TypeScript looks at everything anew, which is not for nothing.
  const next = JSON.stringify(files);
  if (next === given) return;
  given = next;
  typescriptDefaults.setExtraLibs(
    [...own, ...files].map(({ path, text }) => ({ filePath: `file:///node_modules/${path}`, content: text })),
  );
}
