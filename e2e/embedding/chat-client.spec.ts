// A gr.ChatInterface as code outside of it uses it.

import { expect, test } from "../fixtures/embedding-page.ts";

const quoted = (text: string) => JSON.stringify(text);

test("a chat answers at /chat, in a conversation of each client's own", async ({ embed, addressOf }) => {
  const chat = `import * as gr from "interstate";
export default gr.ChatInterface({
  async *fn(message: string, history: gr.HistoryMessage[], tone: string) {
    yield \`\${history.length}\`;
    if (message === "fail") throw new Error("No answer.");
    yield \`\${history.length}: \${message}\${tone}\`;
  },
  additionalInputs: [gr.Textbox({ label: "Tone", value: "!" })],
});
`;
  const { page, withClient } = await embed("");
  const result = await withClient(
    quoted(addressOf(chat)),
    `const other = await interstate.Client.connect(${quoted(addressOf(chat))});
    const api = Object.entries((await app.viewApi()).namedEndpoints).map(([name, { parameters }]) => [
      name,
      ...parameters.map(({ parameterName }) => parameterName),
    ]);
    const said = [
      (await app.predict("/chat", ["Hello"])).data,
      (await app.predict("/chat", { message: "Again", tone: "?" })).data,
      (await other.predict("/chat", ["Me too"])).data,
    ];
    const seen = [];
    for await (const event of app.submit("/chat", ["more"])) if (event.type === "data") seen.push(event.data[0]);
    other.close();
    return { api, said, last: seen.at(-1), failed: await app.predict("/chat", ["fail"]).catch(({ message }) => message) };`,
  );
  expect(result).toEqual({
    api: [["/chat", "message", "tone"]],
    said: [["0: Hello!"], ["2: Again?"], ["0: Me too!"]],
    last: "4: more!",
    failed: expect.stringContaining("No answer."),
  });
  await page.close();
});
