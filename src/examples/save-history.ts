import * as gr from "interstate";

function echo(message: string, history: gr.HistoryMessage[]) {
  return `You wrote: "${message}", after ${history.length / 2} others.`;
}

export default gr.ChatInterface({ fn: echo, saveHistory: true, editable: true });
