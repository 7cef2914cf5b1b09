import * as gr from "interstate";

async function* slowEcho(message: string) {
  for (let length = 1; length <= message.length; length++) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    yield `You typed: ${message.slice(0, length)}`;
  }
}

export default gr.ChatInterface({ fn: slowEcho });
