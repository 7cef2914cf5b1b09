import * as gr from "interstate";

function randomResponse(_message: string) {
  return Math.random() < 0.5 ? "Yes" : "No";
}

export default gr.ChatInterface({ fn: randomResponse, examples: ["Will it rain?", "Shall I wait?"] });
