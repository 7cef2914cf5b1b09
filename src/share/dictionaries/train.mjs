// `npm run train`: makes the dictionaries of links from the examples and from TypeScript that is at hand, the same ones
// each time. Number 0 is for programs in general; the others hold the examples as they are, for programs that began as
// one. `npm run train -- --freeze` releases what there is: from then on it stays, and training makes further ones.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cover } from "./cover.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const src = fileURLToPath(new URL("../../", import.meta.url));
const releasedFile = `${here}released.json`;

/** A larger one would be loaded by each visit by such a link, and make it hardly shorter. */
const generalBytes = 20_000;
/**
 * How large the others are, and how much of each whole examples may take: half of what deflate can refer back to, since a
 * visit by a link loads one of them (5 KB compressed), and all of it makes no edited example shorter.
 */
const maxBytes = 16_384;
const examplesBytes = 11_000;

/** How state is written that comes with a link: see journal/graph-json and app/playground/brought-parts. */
const stateWords =
  '[1,"bytes","Uint8Array","[1,"atom","File","text/plain","[1,"date",["n","NaN"]["u"]"map","set","object",true,false' +
  '"dropdown "checkbox "checkboxgroup "radio "image "file "slider "number "textbox ",1,0,null,' +
  '{"inputs":[1,[["1","number Number",1,0,null,1]],[]],"session":[2,[["State 0#","State",1,1,null,[1]]],[[1,"array","' +
  '{"inputs":[1,[["0","textbox Text",1,0,null,""]],[]],"global":[2,[["scores#","scores",1,1,null,[1]]],[[1,"array",1,';

/** @type {Record<string, string>} SHA-256 of each dictionary by its number. */
const released = existsSync(releasedFile) ? JSON.parse(readFileSync(releasedFile, "utf8")) : {};

if (process.argv.includes("--freeze")) freeze();
else train();

function train() {
  for (const number of numbers()) if (!(number in released)) rmSync(`${here}${number}.txt`);
  const examples = textsOf("examples").filter(isProgram);
  const others = readdirSync(src)
    .filter((name) => name !== "examples" && name !== "share")
    .flatMap(textsOf);
  const frozen = Object.keys(released).map((number) => readFileSync(`${here}${number}.txt`, "utf8"));
  const fresh = examples.filter((example) => !frozen.some((text) => text.includes(example)));
  const made = [
    ...(frozen.length > 0
      ? []
      : [stateWords + cover([...examples, ...others], generalBytes - bytesOf(stateWords), stateWords)]),
    ...inGroups(fresh).map((group) => {
      const whole = group.join("");
      return cover([...examples, ...others], maxBytes - bytesOf(whole), whole) + whole;
    }),
  ];
  const free = "0123456789abcdefghijklmnopqrstuvwxyz".split("").filter((number) => !(number in released));
  for (const [i, text] of made.entries()) {
    writeFileSync(`${here}${free[i]}.txt`, text);
    process.stdout.write(`${free[i]}.txt  ${bytesOf(text)} bytes\n`);
  }
}

function freeze() {
  const all = numbers().map((number) => [number, sha256(readFileSync(`${here}${number}.txt`))]);
  for (const [number, hash] of all) {
    if (number in released && released[number] !== hash)
      throw new Error(`${number}.txt was released and has changed since.`);
  }
  writeFileSync(releasedFile, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
  process.stdout.write(`released: ${all.map(([number]) => number).join(", ")}\n`);
}

function numbers() {
  return readdirSync(here)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => name.slice(0, -".txt".length))
    .toSorted();
}

/** Texts that fit into one dictionary together. */
function inGroups(/** @type {string[]} */ texts) {
  /** @type {string[][]} */
  const groups = [];
  let left = 0;
  for (const text of texts) {
    const size = bytesOf(text);
    if (size > examplesBytes) continue;
    if (size > left) {
      groups.push([]);
      left = examplesBytes;
    }
    groups.at(-1)?.push(text);
    left -= size;
  }
  return groups;
}

/** All TypeScript of a folder of src, in an order that does not depend on the machine. */
function textsOf(/** @type {string} */ folder) {
  const path = `${src}${folder}`;
  if (/\.tsx?$/.test(path)) return [readFileSync(path, "utf8")];
  if (folder.includes(".")) return [];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .toSorted()
    .map((name) => readFileSync(`${path}/${name}`, "utf8"));
}

function isProgram(/** @type {string} */ text) {
  return text.includes(' from "interstate";');
}

function bytesOf(/** @type {string} */ text) {
  return Buffer.byteLength(text);
}

function sha256(/** @type {Buffer} */ bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
