import { expect, test } from "vitest";
import { embedSnippet } from "./embed-snippet.ts";

const title = 'A "quoted" <b> & more';
const link = "https://example.org/#code=a0x&view=app";
const attributes = `src="https://example.org/#code=a0x&amp;view=app" title="A &quot;quoted&quot; &lt;b> &amp; more"`;

test("nothing of a title or a link ends the attribute that it stands in", () => {
  expect(embedSnippet("frame", title, link, "https://example.org/")).toBe(
    `<iframe ${attributes} width="100%" height="480" style="border: 0"></iframe>`,
  );
});

test("the element comes with the script that defines it, of the same site", () => {
  expect(embedSnippet("element", title, link, "https://example.org/a/")).toBe(
    `<script src="https://example.org/a/interstate.js" async></script>\n<interstate-app ${attributes}></interstate-app>`,
  );
});
