// Draws what kind of state stands where: a chip at the end of its line, and a note under the pointer, over the chip and
// over the name. Chips are no part of the text; between two sets of marks they follow the names that they belong to.

import { editor, type IDisposable, type IMarkdownString, Range } from "monaco-editor/editor";
import type { StateKind, StateMark } from "../protocol/compiled.ts";
import { chipLabel, stateNote } from "./state-note.ts";

export interface Chips extends IDisposable {
  set(marks: readonly StateMark[]): void;
}

interface Chip {
  readonly line: number;
  readonly isFirst: boolean;
  readonly kind: StateKind;
  readonly notes: IMarkdownString[];
}

/** A margin would not do: the cursor at the end of the line would stand where the chip's text begins. */
const gap: editor.InjectedTextOptions = {
  content: "\u00a0\u00a0",
  cursorStops: editor.InjectedTextCursorStops.Left,
};

export function createChips(codeEditor: editor.ICodeEditor): Chips {
  const names = codeEditor.createDecorationsCollection();
  const chips = codeEditor.createDecorationsCollection();
  let marks: readonly StateMark[] = [];
  // Before the next paint, so that a chip is never seen in front of what is being typed.
  const edits = codeEditor.onDidChangeModelContent(draw);

  function draw(): void {
    const lines = marks.map((_mark, index) => {
      const range = names.getRange(index);
      return range && isName(codeEditor.getModel()?.getValueInRange(range)) ? range.startLineNumber : null;
    });
    chips.set(toChips(marks, lines).map((chip) => toDecoration(chip, endOfLine(chip.line))));
  }

  function endOfLine(line: number): Range {
    const column = codeEditor.getModel()?.getLineMaxColumn(line) ?? 1;
    return new Range(line, column, line, column);
  }

  return {
    set(next) {
      const lineCount = codeEditor.getModel()?.getLineCount() ?? 0;
      // The text may have become shorter since the program was compiled.
      marks = next.filter(({ range }) => range.endLine <= lineCount);
      names.set(marks.map(toNameDecoration));
      draw();
    },
    dispose() {
      edits.dispose();
      names.clear();
      chips.clear();
    },
  };
}

/** Whether a name still is one: it may have been deleted, or swallowed by a change of everything around it. */
function isName(text = ""): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$.]*$/u.test(text);
}

/** One chip per line and kind: two variables of a kind on one line share it. */
function toChips(marks: readonly StateMark[], lines: readonly (number | null)[]): Chip[] {
  const chips = new Map<string, Chip>();
  const seen = new Set<number>();
  for (const [index, mark] of marks.entries()) {
    const line = lines[index];
    if (line == null) continue;
    const key = `${line} ${mark.kind}`;
    const chip = chips.get(key) ?? { line, kind: mark.kind, isFirst: !seen.has(line), notes: [] };
    seen.add(line);
    chip.notes.push({ value: stateNote(mark) });
    chips.set(key, chip);
  }
  return [...chips.values()];
}

function toDecoration({ kind, isFirst, notes }: Chip, range: Range): editor.IModelDeltaDecoration {
  const chip: editor.InjectedTextOptions = {
    content: chipLabel(kind),
    inlineClassName: `state-chip state-chip-${kind}`,
    inlineClassNameAffectsLetterSpacing: true,
    cursorStops: editor.InjectedTextCursorStops.None,
  };
  const options = { showIfCollapsed: true, hoverMessage: notes, after: chip };
  return { range, options: isFirst ? { ...options, before: gap } : options };
}

function toNameDecoration(mark: StateMark): editor.IModelDeltaDecoration {
  const { line, column, endLine, endColumn } = mark.range;
  return {
    range: new Range(line, column, endLine, endColumn),
    options: {
      stickiness: editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
      hoverMessage: { value: stateNote(mark) },
    },
  };
}
