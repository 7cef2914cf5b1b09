// A light editor for code, on CodeMirror. It draws only the lines that are seen, so long code costs no more than short.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { loadLanguage } from "./languages.ts";
import "./code-colours.css";

export interface CodeEditor {
  /** Shows another text; does nothing if it is there already. */
  setText(text: string): void;
  setOptions(options: CodeEditorOptions): void;
  /** Colours and indents by a language, when it has come. "" or one that is not known: none. */
  setLanguage(name: string): Promise<void>;
  dispose(): void;
}

export interface CodeEditorOptions {
  readonly readOnly: boolean;
  readonly lineNumbers: boolean;
  readonly wrap: boolean;
  readonly autocomplete: boolean;
  /** Of the element that has the focus. */
  readonly attributes: Readonly<Record<string, string>>;
}

interface CodeEditorEvents {
  onInput(text: string): void;
  onFocus(): void;
  /** `changed`: the person has typed since it got the focus. */
  onLeave(text: string, changed: boolean): void;
}

/** Marks what did not come from the person. */
const fromOutside = Annotation.define<true>();

export function createCodeEditor(
  parent: HTMLElement,
  { text, onInput, onFocus, onLeave }: CodeEditorEvents & { readonly text: string },
): CodeEditor {
  const options = new Compartment();
  const language = new Compartment();
  let wanted = "";
  let changed = false;
  const view = new EditorView({
    parent,
    doc: text,
    extensions: [
      history(),
      drawSelection(),
      indentOnInput(),
      indentUnit.of("  "),
      bracketMatching(),
      closeBrackets(),
      search({ top: true }),
      highlightSelectionMatches(),
      syntaxHighlighting(classHighlighter),
      keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...completionKeymap]),
      options.of([]),
      language.of([]),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged || update.transactions.every((each) => each.annotation(fromOutside))) return;
        changed = true;
        onInput(update.state.doc.toString());
      }),
      EditorView.domEventHandlers({
        focus: () => onFocus(),
        blur() {
          onLeave(view.state.doc.toString(), changed);
          changed = false;
        },
      }),
    ],
  });

  return {
    setText(next) {
      const now = view.state.doc.toString();
      if (now === next) return;
      view.dispatch({ changes: difference(now, next), annotations: fromOutside.of(true) });
    },
    setOptions: (next) => view.dispatch({ effects: options.reconfigure(toExtensions(next)) }),
    async setLanguage(name) {
      wanted = name;
      const support = name === "" ? null : await loadLanguage(name);
      // Meanwhile another may have been asked for.
      if (wanted === name) view.dispatch({ effects: language.reconfigure(support ?? []) });
    },
    dispose() {
      wanted = "";
      view.destroy();
    },
  };
}

function toExtensions({
  readOnly,
  lineNumbers: numbered,
  wrap,
  autocomplete,
  attributes,
}: CodeEditorOptions): Extension {
  return [
    EditorState.readOnly.of(readOnly),
    EditorView.contentAttributes.of({
      ...attributes,
      // It can have the focus anyway; this says so to who asks whether what scrolls can be scrolled by keyboard.
      tabindex: "0",
      "aria-readonly": String(readOnly),
      ...(readOnly ? { inputmode: "none" } : {}),
    }),
    numbered ? lineNumbers() : [],
    wrap ? EditorView.lineWrapping : [],
    autocomplete ? autocompletion() : [],
    // Where nothing can be typed, Tab moves on.
    readOnly ? [] : keymap.of([indentWithTab]),
  ];
}

/** What to change, so that the caret, the scrolling and the history keep their places. */
function difference(now: string, next: string): { from: number; to: number; insert: string } {
  let from = 0;
  while (from < now.length && from < next.length && now[from] === next[from]) from++;
  let end = 0;
  while (end < now.length - from && end < next.length - from && now.at(-1 - end) === next.at(-1 - end)) end++;
  return { from, to: now.length - end, insert: next.slice(from, next.length - end) };
}
