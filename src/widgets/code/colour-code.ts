// Colours a piece of code that stands in a text. A chunk of its own.

import { classHighlighter, highlightCode } from "@lezer/highlight";
import { knownLanguage, loadLanguage } from "./languages.ts";
import "./code-colours.css";

/** Longer code stays as it is: its colours would take longer than reading it. */
const mostChars = 100_000;

export async function colourCode(element: HTMLElement, text: string, name: string): Promise<void> {
  if (text.length > mostChars) return;
  const support = knownLanguage(name) ?? (await loadLanguage(name));
  if (!support) return;
  const coloured = document.createDocumentFragment();
  highlightCode(
    text,
    support.language.parser.parse(text),
    classHighlighter,
    (part, classes) => coloured.append(classes ? span(part, classes) : part),
    () => coloured.append("\n"),
  );
  element.replaceChildren(coloured);
}

function span(text: string, classes: string): HTMLElement {
  const element = document.createElement("span");
  element.className = classes;
  element.textContent = text;
  return element;
}
