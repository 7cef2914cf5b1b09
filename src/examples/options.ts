import * as gr from "interstate";

function chat(message: string) {
  if (message === "Yes, that's correct.") return "Great!";
  const n = 1 + Math.floor(Math.random() * 100);
  return gr.ChatMessage({
    content: `Here's an example TypeScript arrow function:\n\n\`\`\`ts\n(x: number) => x + ${n};\n\`\`\`\n\nIs this correct?`,
    options: [{ value: "Yes, that's correct.", label: "Yes" }, { value: "No" }],
  });
}

export default gr.ChatInterface({ fn: chat, examples: ["Write an example TypeScript arrow function."] });
