import { expect, test } from "vitest";
import { embedSnippet } from "./embed-snippet.ts";

test("nothing of a title or a link ends the attribute that it stands in", () => {
  expect(embedSnippet('A "quoted" <b> & more', "https://example.org/#code=a0x&view=app")).toBe(
    '<iframe src="https://example.org/#code=a0x&amp;view=app" title="A &quot;quoted&quot; &lt;b> &amp; more" width="100%" height="480" style="border: 0"></iframe>',
  );
});
