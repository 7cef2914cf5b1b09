import * as gr from "interstate";

const beginnings: Record<string, gr.Message[]> = {
  Greeting: [
    { role: "user", content: "Hi there!" },
    { role: "assistant", content: "Hello! How can I assist you today?" },
  ],
  Complaint: [
    { role: "user", content: "I'm not happy with the service." },
    { role: "assistant", content: "I'm sorry to hear that. Can you please tell me more about the issue?" },
  ],
};

function answer(_message: string, history: gr.HistoryMessage[]) {
  return history.length > 0 ? `Let us go on. You have said ${history.length / 2} things before.` : "Let us begin.";
}

export default gr.Blocks(() => {
  const beginning = gr.Radio(["Greeting", "Complaint", "Blank"], { label: "Begin with" });
  const chat = gr.ChatInterface({ fn: answer });
  // The chat's own State: what a listener puts there, the chat shows, and the function finds in its history.
  beginning.change({
    fn: (choice: string) => beginnings[choice] ?? [],
    inputs: beginning,
    outputs: chat.chatbotValue,
  });
});
