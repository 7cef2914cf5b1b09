import { expect, test } from "vitest";
import { testComponent, testEvent } from "../spec/component-for-tests.ts";
import { endpointsOf } from "../spec/endpoints.ts";
import "../spec/other-kinds.ts";
import { codeSnippet } from "./code-snippet.ts";

test("a snippet gives every parameter a value that fits, and nothing in it ends the script", () => {
  const components = [
    testComponent("number", { id: 0, label: "n", value: null }),
    testComponent("textbox", { id: 1, label: "t", value: "</script>" }),
    testComponent("radio", { id: 2, label: "r", value: null, props: { choices: [["S", "s"]], required: true } }),
  ];
  const event = testEvent({ apiName: "f", inputs: [0, 1, 2], parameters: ["n", "the text", "r"] });
  const [endpoint] = endpointsOf({ components, events: [event] });
  if (!endpoint) throw new Error("no endpoint");
  expect(codeSnippet(endpoint, "https://a.example/#code=a", "https://a.example/"))
    .toBe(`<script src="https://a.example/interstate.js"></script>
<script type="module">
const app = await interstate.Client.connect("https://a.example/#code=a");
const { data } = await app.predict("/f", {
  n: 1,
  "the text": "\\u003c/script>",
  r: "s",
});
console.log(data);
</script>`);
});
