// The code editor: Monaco, set up for one program. This module is a chunk of its own that the page loads once the app is
// usable; nothing else may import it other than by `import()`.

import "monaco-editor/features/register.all";
import { editor as monaco, type IRange, KeyCode, KeyMod, Uri } from "monaco-editor/editor";
import type { Diagnostic, SourceRange, StateMark } from "../protocol/compiled.ts";
import { createChips } from "./chips.ts";
import { type DeclarationFile, setDeclarations } from "./declarations.ts";
import { toDiagnostics, toMarker } from "./diagnostics.ts";
import "./editor.css";
import { expressionEnd } from "./expression-end.ts";
import { offerImport } from "./import-fix.ts";
import { isClean, languageId } from "./language.ts";
import { fixedOptions, followMedia } from "./options.ts";
import type { PackageNote } from "./package-note.ts";
import { createPackageNotes } from "./package-notes.ts";
import { textChange } from "./text-change.ts";
import { themeName } from "./theme.ts";

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly source: string;
  readonly dark: boolean;
  /** Somebody typed, pasted, or undid. Not called for setSource. */
  onChange(text: string): void;
  onRun(): void;
  onBlur(): void;
  /** Somebody wants the newest version that an import may be. */
  onRenewPackage(specifier: string): void;
  /** What TypeScript says of the code: once it has looked at it for the first time, and whenever that changes. */
  onMarkers(markers: readonly Diagnostic[]): void;
}

export interface Editor {
  /** Replaces the text from outside: can be undone, and the cursor stays if its surroundings do. */
  setSource(text: string): void;
  /** Whether what another tab types is shown here. */
  setReadOnly(readOnly: boolean): void;
  setDark(dark: boolean): void;
  /** Chips for the text as it is. They follow edits until the next call. */
  setMarks(marks: readonly StateMark[]): void;
  /** Mistakes that others than TypeScript found. One with an empty range marks the expression that begins there. */
  setProblems(problems: readonly Diagnostic[]): void;
  /** What is known of the packages that the program imports. */
  setPackages(packages: readonly PackageNote[]): void;
  /** What TypeScript can know of them. */
  setDeclarations(files: readonly DeclarationFile[]): void;
  /** Selects a place and brings it into view. */
  reveal(range: SourceRange): void;
  focus(): void;
  dispose(): void;
}

const uri = Uri.parse("file:///playground.ts");

const readOnlyMessage = { value: "Another tab types this. Press “Edit here” to type in this one." };

export function createEditor(options: EditorOptions): Editor {
  const model = monaco.createModel(options.source, languageId, uri);
  model.detectIndentation(true, 2);
  // Colour means a kind of state, so brackets have none.
  model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } });
  const codeEditor = monaco.create(options.parent, {
    ...fixedOptions,
    readOnlyMessage,
    model,
    theme: themeName(options.dark),
  });
  const chips = createChips(codeEditor);
  const packageNotes = createPackageNotes(languageId, options.onRenewPackage);
  let isFromOutside = false;
  let isChecked = false;

  /** An empty range stands for the expression that begins there. */
  function withExtent(range: SourceRange): SourceRange {
    const { line, column, endLine, endColumn } = range;
    if (line !== endLine || column !== endColumn || line > model.getLineCount()) return range;
    return { ...range, endColumn: expressionEnd(model.getLineContent(line), column) };
  }

  /** Whoever goes through the page with Tab goes on, and changes nothing; whoever typed or pointed here indents. */
  function setTabPasses(passes: boolean): void {
    codeEditor.updateOptions({ tabFocusMode: passes });
  }

  function report(markers: readonly Diagnostic[]): void {
    isChecked = true;
    options.onMarkers(markers);
  }

  const owned = [
    chips,
    packageNotes,
    followMedia(codeEditor),
    offerImport(languageId),
    codeEditor.onDidBlurEditorWidget(() => {
      setTabPasses(true);
      options.onBlur();
    }),
    codeEditor.onMouseDown(() => setTabPasses(false)),
    codeEditor.onDidChangeModelContent(() => {
      if (isFromOutside) return;
      setTabPasses(false);
      options.onChange(model.getValue());
    }),
    codeEditor.addAction({
      id: "interstate.run",
      label: "Run",
      keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
      contextMenuGroupId: "navigation",
      run: () => options.onRun(),
    }),
    monaco.onDidChangeMarkers((changed) => {
      if (!changed.some((resource) => resource.toString() === uri.toString())) return;
      const found = toDiagnostics(monaco.getModelMarkers({ resource: uri, owner: languageId }));
      // Before the first check the change was one of setProblems.
      if (isChecked || found.length > 0) report(found);
    }),
    codeEditor,
    model,
  ];

  isClean(uri).then(
    (clean) => {
      if (clean && !isChecked && !model.isDisposed()) report([]);
    },
    () => {
      // Without its worker TypeScript says nothing, and the code runs all the same.
    },
  );

  return {
    setSource(text) {
      const change = textChange(model.getValue(), text);
      if (!change) return;
      isFromOutside = true;
      const readOnly = codeEditor.getOption(monaco.EditorOption.readOnly);
      try {
        // Else nobody may change it, by whatever way.
        codeEditor.updateOptions({ readOnly: false });
        codeEditor.pushUndoStop();
        codeEditor.executeEdits("outside", [{ range: toRange(change.range), text: change.text }]);
        codeEditor.pushUndoStop();
      } finally {
        codeEditor.updateOptions({ readOnly });
        isFromOutside = false;
      }
    },
    setReadOnly: (readOnly) => codeEditor.updateOptions({ readOnly }),
    setDark: (dark) => monaco.setTheme(themeName(dark)),
    setMarks: (marks) => chips.set(marks),
    setProblems(problems) {
      const markers = problems.map((problem) => toMarker({ ...problem, range: withExtent(problem.range) }));
      monaco.setModelMarkers(model, "interstate", markers);
    },
    setPackages: (packages) => packageNotes.set(packages),
    setDeclarations,
    reveal(place) {
      const range = toRange(withExtent(place));
      codeEditor.setSelection(range);
      codeEditor.revealRangeInCenterIfOutsideViewport(range);
    },
    focus: () => codeEditor.focus(),
    dispose() {
      for (const each of owned) each.dispose();
    },
  };
}

function toRange({ line, column, endLine, endColumn }: SourceRange): IRange {
  return { startLineNumber: line, startColumn: column, endLineNumber: endLine, endColumn };
}
