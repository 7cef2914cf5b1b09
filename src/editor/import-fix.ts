// The quick fix for a program that names `gr` without importing it.

import { type editor, type IDisposable, languages } from "monaco-editor/editor";

/** TypeScript's "Cannot find name". */
const missingName = "2304";
const statement = 'import * as gr from "interstate";';

export function offerImport(languageId: string): IDisposable {
  return languages.registerCodeActionProvider(languageId, {
    provideCodeActions(model, _range, { markers }) {
      const diagnostics = markers.filter((marker) => isMissingName(marker, model));
      const edit = {
        text: `${statement}\n\n`,
        range: { startLineNumber: 1, startColumn: 1, endLineNumber: 1, endColumn: 1 },
      };
      const fix: languages.CodeAction = {
        title: "Import Interstate as gr",
        kind: "quickfix",
        isPreferred: true,
        diagnostics,
        edit: { edits: [{ resource: model.uri, versionId: model.getVersionId(), textEdit: edit }] },
      };
      return { actions: diagnostics.length > 0 ? [fix] : [], dispose() {} };
    },
  });
}

function isMissingName(marker: editor.IMarkerData, model: editor.ITextModel): boolean {
  return marker.code === missingName && model.getValueInRange(marker) === "gr";
}
