// The two themes. Few colours, since in this page colour means a kind of state; values are those of the shell's palette.

import { editor } from "monaco-editor/editor";

interface Palette {
  readonly code: string;
  readonly raised: string;
  readonly line: string;
  readonly ink: string;
  readonly dim: string;
  readonly faint: string;
  readonly keyword: string;
  readonly string: string;
  readonly number: string;
  readonly comment: string;
  readonly selection: string;
  readonly error: string;
  readonly warning: string;
}

const light: Palette = {
  code: "#fbfbfa",
  raised: "#ffffff",
  line: "#e4e3df",
  ink: "#1c1b1a",
  dim: "#77746d",
  faint: "#a5a29a",
  keyword: "#8250df",
  string: "#0a6b3d",
  number: "#b7531f",
  comment: "#76736c",
  selection: "#dfe6f5",
  error: "#c8322b",
  warning: "#a76a00",
};

const dark: Palette = {
  code: "#17171a",
  raised: "#1f1f23",
  line: "#2c2c32",
  ink: "#ececea",
  dim: "#96948d",
  faint: "#66645f",
  keyword: "#c4a7ff",
  string: "#7fd6a2",
  number: "#f0a97c",
  comment: "#85837c",
  selection: "#2d3548",
  error: "#ff7b72",
  warning: "#e3b341",
};

editor.defineTheme("interstate-light", toTheme("vs", light));
editor.defineTheme("interstate-dark", toTheme("vs-dark", dark));

export function themeName(isDark: boolean): string {
  return isDark ? "interstate-dark" : "interstate-light";
}

function toTheme(base: editor.BuiltinTheme, palette: Palette): editor.IStandaloneThemeData {
  const clear = `${palette.code}00`;
  return {
    base,
    inherit: true,
    rules: [
      { token: "", foreground: palette.ink },
      { token: "keyword", foreground: palette.keyword },
      { token: "string", foreground: palette.string },
      { token: "regexp", foreground: palette.string },
      { token: "number", foreground: palette.number },
      { token: "comment", foreground: palette.comment },
      { token: "type", foreground: palette.ink },
      { token: "identifier", foreground: palette.ink },
      { token: "delimiter", foreground: palette.ink },
      { token: "annotation", foreground: palette.keyword },
    ].map((rule) => ({ ...rule, foreground: rule.foreground.slice(1) })),
    colors: {
      foreground: palette.ink,
      descriptionForeground: palette.dim,
      focusBorder: palette.dim,
      "editor.background": palette.code,
      "editor.foreground": palette.ink,
      "editorGutter.background": palette.code,
      // As quiet as numbers may be and still be read by everyone.
      "editorLineNumber.foreground": palette.comment,
      "editorLineNumber.activeForeground": palette.ink,
      "editorCursor.foreground": palette.ink,
      "editor.selectionBackground": palette.selection,
      "editor.inactiveSelectionBackground": `${palette.selection}99`,
      "editor.selectionHighlightBackground": `${palette.selection}80`,
      "editor.wordHighlightBackground": `${palette.selection}80`,
      "editor.wordHighlightStrongBackground": palette.selection,
      "editor.hoverHighlightBackground": `${palette.selection}99`,
      "editor.findMatchBackground": palette.selection,
      "editor.findMatchHighlightBackground": `${palette.selection}99`,
      "editorBracketMatch.background": palette.selection,
      "editorBracketMatch.border": clear,
      "editorError.foreground": palette.error,
      "editorWarning.foreground": palette.warning,
      "editorOverviewRuler.border": clear,
      "editorWidget.background": palette.raised,
      "editorWidget.border": palette.line,
      "editorHoverWidget.background": palette.raised,
      "editorHoverWidget.border": palette.line,
      "editorHoverWidget.statusBarBackground": palette.raised,
      "editorSuggestWidget.background": palette.raised,
      "editorSuggestWidget.border": palette.line,
      "editorSuggestWidget.selectedBackground": palette.selection,
      "editorSuggestWidget.selectedForeground": palette.ink,
      "editorSuggestWidget.highlightForeground": palette.keyword,
      "editorSuggestWidget.focusHighlightForeground": palette.keyword,
      "list.hoverBackground": palette.code,
      "list.focusBackground": palette.selection,
      "list.focusForeground": palette.ink,
      "list.highlightForeground": palette.keyword,
      "list.focusHighlightForeground": palette.keyword,
      "menu.background": palette.raised,
      "menu.border": palette.line,
      "menu.selectionBackground": palette.selection,
      "menu.selectionForeground": palette.ink,
      "quickInput.background": palette.raised,
      "quickInputList.focusBackground": palette.selection,
      "quickInputList.focusForeground": palette.ink,
      "keybindingLabel.background": palette.raised,
      "keybindingLabel.border": palette.line,
      "keybindingLabel.bottomBorder": palette.line,
      "keybindingLabel.foreground": palette.dim,
      "editorActionList.focusBackground": palette.selection,
      "editorActionList.focusForeground": palette.ink,
      "scrollbar.shadow": clear,
      "scrollbarSlider.background": `${palette.faint}40`,
      "scrollbarSlider.hoverBackground": `${palette.faint}70`,
      "scrollbarSlider.activeBackground": `${palette.faint}90`,
      "textCodeBlock.background": palette.code,
      "textLink.foreground": palette.keyword,
      "widget.shadow": "#00000014",
    },
  };
}
