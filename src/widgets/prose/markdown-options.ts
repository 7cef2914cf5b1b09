// How Markdown is to be read and shown.

export interface MarkdownOptions {
  /** One run of text: no paragraphs, lists or headings. */
  readonly inline: boolean;
  /** Whether each line break is one, as in messages. */
  readonly lineBreaks: boolean;
  /** Whether headings can be jumped to by a mark beside them. */
  readonly headerLinks: boolean;
  /** What stands around formulas. */
  readonly delimiters: readonly MathDelimiter[];
}

export interface MathDelimiter {
  readonly left: string;
  readonly right: string;
  /** On a line of its own. */
  readonly display: boolean;
}

export const plainMarkdown: MarkdownOptions = {
  inline: false,
  lineBreaks: false,
  headerLinks: false,
  delimiters: [{ left: "$$", right: "$$", display: true }],
};

/** For a text that is no page of its own: its line breaks are what they look like. */
export const inlineMarkdown: MarkdownOptions = { ...plainMarkdown, inline: true, lineBreaks: true };
