// What the code says about its state, in words: the chip's label, and the note that shows when one points at it.

import type { StateKind, StateMark } from "../protocol/compiled.ts";

const words: Readonly<Record<StateKind, { readonly label: string; readonly is: string; readonly means: string }>> = {
  global: {
    label: "global",
    is: "global",
    means: "every tab of this browser shares it, other people do not",
  },
  session: {
    label: "session",
    is: "session state",
    means: "each user has their own, until their page is refreshed or closed",
  },
  browser: {
    label: "browser",
    is: "browser state",
    means: "every tab of this browser shares it, until it is cleared",
  },
  once: {
    label: "loaded once",
    is: "loaded once",
    means: "the calls of one user share it, until the code runs again, Stop, or refresh",
  },
  constant: {
    label: "constant",
    is: "a constant",
    means: "it stays as it was when the code was loaded",
  },
};

export function chipLabel(kind: StateKind): string {
  return words[kind].label;
}

/** Markdown: what the name is, what that means, and why it is so. */
export function stateNote({ kind, name, why }: StateMark): string {
  const { is, means } = words[kind];
  const reason = why
    .trim()
    .replace(/^because\s+/i, "")
    .replace(/\.$/, "");
  const note = `\`${name.replaceAll("`", "")}\` is **${is}**: ${means}.`;
  return reason ? `${note}\n\nWhy: ${escapeMarkdown(reason)}.` : note;
}

/** Leaves `code` as it is. */
function escapeMarkdown(text: string): string {
  return text.replace(/(`[^`]*`)|[\\*_{}[\]()<>#+!|~-]/g, (match, code: string | undefined) => code ?? `\\${match}`);
}
