// What is known of a package where it is imported: which version it is here, under the pointer; and two ways to go on, as
// code actions: to write that version into the code, and to ask for the newest one that it may be.

import { editor, type IDisposable, languages } from "monaco-editor/editor";
import { type FoundPackage, findPackage, type PackageNote, packageNote } from "./package-note.ts";

export interface PackageNotes extends IDisposable {
  set(packages: readonly PackageNote[]): void;
}

const renewCommand = "interstate.renewPackage";

/** `onRenew`: somebody wants the newest version that an import may be. */
export function createPackageNotes(languageId: string, onRenew: (specifier: string) => void): PackageNotes {
  let packages: readonly PackageNote[] = [];

  const owned = [
    editor.registerCommand(renewCommand, (_accessor, specifier: string) => onRenew(specifier)),
    languages.registerHoverProvider(languageId, {
      provideHover(model, { lineNumber, column }) {
        const found = findPackage(packages, model.getLineContent(lineNumber), lineNumber, column, column);
        return found && { range: found.range, contents: [{ value: packageNote(found.note) }] };
      },
    }),
    languages.registerCodeActionProvider(languageId, {
      provideCodeActions(model, range) {
        const line = range.startLineNumber;
        const found = findPackage(packages, model.getLineContent(line), line, range.startColumn, range.endColumn);
        return { actions: found ? toActions(found, model) : [], dispose() {} };
      },
    }),
  ];

  return {
    set: (next) => void (packages = next),
    dispose() {
      for (const each of owned) each.dispose();
    },
  };
}

function toActions({ note, range }: FoundPackage, model: editor.ITextModel): languages.CodeAction[] {
  const { specifier, version, pinned } = note;
  if (pinned === null) return [];
  const textEdit = { range, text: pinned };
  return [
    {
      title: `Write version ${version} into the import`,
      kind: "refactor.rewrite",
      edit: { edits: [{ resource: model.uri, versionId: model.getVersionId(), textEdit }] },
    },
    {
      title: "Use the newest version that fits",
      kind: "refactor.rewrite",
      command: { id: renewCommand, title: "Use the newest version", arguments: [specifier] },
    },
  ];
}
