import * as gr from "interstate";

/**
 * Letter counter
 *
 * Enter text and a letter to count how many times the letter appears in the text.
 *
 * @param word The text to search through.
 * @param letter The letter to search for.
 */
export default function letterCounter(word: string, letter: string): number {
  if (Array.from(letter).length > 1) throw new gr.Error("One letter, please.");
  if (letter === "") return 0;
  return word.toLowerCase().split(letter.toLowerCase()).length - 1;
}
