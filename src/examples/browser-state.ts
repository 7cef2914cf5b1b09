import * as gr from "interstate";

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

function randomText(length: number) {
  return Array.from({ length }, () => letters[Math.floor(Math.random() * letters.length)]).join("");
}

export default gr.Blocks((demo) => {
  gr.Markdown("What you enter is kept in this browser. Refresh the page, and it is still there.");
  const username = gr.Textbox({ label: "Username" });
  const password = gr.Textbox({ label: "Password", type: "password" });
  const generate = gr.Button("Generate Randomly");
  const stored = gr.BrowserState(["", ""]);
  const message = gr.Markdown({ visible: false });

  generate.click({ fn: () => [randomText(10), randomText(10)], outputs: [username, password] });

  demo.load({ fn: (stored: string[]) => stored, inputs: [stored], outputs: [username, password] });

  gr.on({
    triggers: [username.change, password.change],
    fn: (username: string, password: string) => [username, password],
    inputs: [username, password],
    outputs: stored,
  });

  stored.change({
    fn: () => gr.Markdown(`✅ Saved to local storage at ${new Date().toLocaleTimeString()}`, { visible: true }),
    outputs: message,
  });
});
