import * as gr from "interstate";

class Model {
  private words: Map<string, number>;

  constructor(words: [string, number][]) {
    this.words = new Map(words);
  }

  mood(text: string) {
    const scores = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    return scores.reduce((sum, word) => sum + (this.words.get(word) ?? 0), 0);
  }
}

// Loaded once, by each user's worker, and then used by every call.
const model = await load();

async function load() {
  console.log("Loading the model …");
  await new Promise((resolve) => setTimeout(resolve, 1500));
  console.log("Loaded.");
  return new Model([["good", 1], ["great", 2], ["love", 3], ["bad", -1], ["awful", -2], ["hate", -3]]);
}

function judge(text: string) {
  const mood = model.mood(text);
  return mood > 0 ? "positive" : mood < 0 ? "negative" : "neutral";
}

export default gr.Interface({
  fn: judge,
  inputs: gr.Textbox({ label: "Text", placeholder: "I love this great page" }),
  outputs: gr.Textbox({ label: "Mood" }),
});
