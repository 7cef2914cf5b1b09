// What the parts of a chat see of the whole: how to show messages, and what the person may do with them.

import type { MarkdownOptions } from "../prose/markdown-options.ts";

export interface ChatView {
  /** null: texts are shown as they were written. */
  markdown(): MarkdownOptions | null;
  rtl(): boolean;
  /** Place of the message that is being edited. */
  editing(): number | null;
  edit(index: number): void;
  endEdit(): void;
  /** What that message was edited to, if that was not taken; null: nothing. */
  draft(index: number): string | null;
  edited(index: number, value: string, before: string): void;
  /** One of the answers that a message offers was chosen. */
  chosen(index: number, option: number, value: string): void;
}
