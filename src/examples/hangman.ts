import * as gr from "interstate";

const secretWord = "gradio";

function guessLetter(letter: string, usedLetters: string[]) {
  if (!/^\p{L}$/u.test(letter)) throw new gr.Error("One letter, please.");
  if (!usedLetters.includes(letter)) usedLetters.push(letter);
  const hangman = Array.from(secretWord).map((each) => (usedLetters.includes(each) ? each : "_")).join("");
  // By name instead of in order: an output that is left out stays as it is.
  return { letter: "", usedLetters, usedLettersBox: usedLetters.join(", "), hangman };
}

export default gr.Blocks(() => {
  const usedLetters = gr.State<string[]>([]);
  // Made here, where all of it can be named, and put into the columns below.
  const letter = gr.Textbox({ label: "Enter letter", render: false });
  const guess = gr.Button("Guess Letter", { variant: "primary", render: false });
  const hangman = gr.Textbox("_".repeat(secretWord.length), { label: "Hangman", render: false });
  const usedLettersBox = gr.Textbox({ label: "Used Letters", render: false });

  gr.Row(() => {
    gr.Column(() => {
      letter.render();
      guess.render();
    });
    gr.Column(() => {
      hangman.render();
      usedLettersBox.render();
    });
  });

  gr.on({
    triggers: [guess.click, letter.submit],
    fn: guessLetter,
    inputs: [letter, usedLetters],
    outputs: { letter, usedLetters, usedLettersBox, hangman },
  });
});
