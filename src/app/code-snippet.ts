// A program that calls an endpoint, to copy into a page.

import type { Endpoint, EndpointParameter } from "../spec/endpoints.ts";
import { toSource } from "../spec/endpoints.ts";

/** `site`: where this site stands, with a slash at the end. `link`: the app's address. */
export function codeSnippet({ name, parameters }: Endpoint, link: string, site: string): string {
  const inputs = parameters.map((parameter) => `  ${propertyOf(parameter.name)}: ${sampleOf(parameter)},`);
  const given = inputs.length === 0 ? "" : `, {\n${inputs.join("\n")}\n}`;
  return inPage(
    link,
    site,
    `const { data } = await app.predict(${literal(name)}${given});
console.log(data);`,
  );
}

/** Reads a shared variable, and follows it. */
export function stateSnippet(variable: string, link: string, site: string): string {
  return inPage(
    link,
    site,
    `console.log(await app.state.get(${literal(variable)}));
await app.state.subscribe(${literal(variable)}, (value) => console.log(value));`,
  );
}

function inPage(link: string, site: string, code: string): string {
  return `<script src="${site}interstate.js"></script>
<script type="module">
const app = await interstate.Client.connect(${literal(link)});
${code}
</script>`;
}

/** As text of a script in a page, which a closing tag would end. */
function literal(text: string): string {
  return JSON.stringify(text).replaceAll("<", "\\u003c");
}

function propertyOf(name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : literal(name);
}

function sampleOf({ hasDefault, defaultValue, type }: EndpointParameter): string {
  const source = hasDefault ? toSource(defaultValue) : null;
  if (source !== null) return source.replaceAll("<", "\\u003c");
  const known = samples.find(([start]) => type.startsWith(start));
  // Of choices the first.
  return known?.[1] ?? /^\(?("(?:[^"\\]|\\.)*"|-?[\d.]+|true|false)/.exec(type)?.[1] ?? "null";
}

const samples: readonly (readonly [type: string, value: string])[] = [
  ["number", "1"],
  ["string", '"Hello"'],
  ["boolean", "true"],
  ["unknown", "{}"],
  ["Blob", 'await (await fetch("picture.png")).blob()'],
  ["File[]", '[new File(["Hello"], "hello.txt")]'],
  ["File", 'new File(["Hello"], "hello.txt")'],
  ["{ headers", '{ headers: ["a"], data: [[1]] }'],
];
