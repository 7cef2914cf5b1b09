import * as gr from "interstate";

async function* echo(message: string, _history: gr.HistoryMessage[], systemPrompt: string, tokens: number) {
  const response = `System prompt: ${systemPrompt}\nMessage: ${message}.`;
  for (let length = 1; length <= Math.min(response.length, tokens); length++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    yield response.slice(0, length);
  }
}

export default gr.ChatInterface({
  fn: echo,
  additionalInputs: [
    gr.Textbox("You are helpful AI.", { label: "System Prompt" }),
    gr.Slider(10, 100, { label: "Tokens", value: 60, step: 1 }),
  ],
});
