// How the editor looks and feels: what never changes, and what follows the screen and the person's wish for less motion.

import type { editor, IDisposable } from "monaco-editor/editor";

/** Monaco's own, for those who cannot leave by pointing elsewhere. */
const leaveKeys = /Mac/.test(navigator.platform) ? "Control+Shift+M" : "Control+M";

export const fixedOptions: editor.IStandaloneEditorConstructionOptions = {
  ariaLabel: `Code editor. Once you have typed, Tab indents; ${leaveKeys} lets it leave`,
  // Until somebody types here.
  tabFocusMode: true,
  automaticLayout: true,
  fixedOverflowWidgets: true,
  fontFamily: 'ui-monospace, "JetBrains Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSize: 13.5,
  lineHeight: 1.7,
  padding: { top: 14, bottom: 14 },

  lineNumbersMinChars: 4,
  lineDecorationsWidth: 0,
  glyphMargin: false,
  renderLineHighlight: "none",
  renderFinalNewline: "on",
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  stickyScroll: { enabled: false },
  scrollBeyondLastLine: false,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  // All of a line can be read beside the app, and its chip stands after its end.
  wordWrap: "on",
  wrappingIndent: "indent",

  guides: { indentation: false },
  // People write "·" and "×" on purpose.
  unicodeHighlight: { ambiguousCharacters: false },
  inlineSuggest: { enabled: false },
  codeLens: false,
};

/** Moves nothing smoothly for those who asked for that. */
export function followMedia(codeEditor: editor.ICodeEditor): IDisposable {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const ended = new AbortController();
  still.addEventListener("change", apply, { signal: ended.signal });
  apply();

  function apply(): void {
    codeEditor.updateOptions({
      smoothScrolling: !still.matches,
      cursorBlinking: still.matches ? "solid" : "smooth",
      cursorSmoothCaretAnimation: still.matches ? "off" : "on",
    });
  }

  return { dispose: () => ended.abort() };
}
