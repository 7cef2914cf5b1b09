import { expect, test } from "vitest";
import { compiled, errorsOf } from "./compile-for-test.ts";

const app = "export default (city: string) => fetch(`https://api.example.com/${city}`).then((r) => r.text());";

test("the hosts that a program asks for are read from its text, and are no state", () => {
  const { network, variables } = compiled(
    `export const network = ["https://b.example/", "https://a.example", "https://a.example"] as const;\n${app}`,
  );
  expect(network).toEqual(["https://a.example", "https://b.example"]);
  expect(variables).toEqual([]);
  expect(compiled(app).network).toEqual([]);
});

test("a variable of that name that is not exported is a variable like any other", () => {
  const { network, variables } = compiled(`const network = ["https://a.example"];\n${app}`);
  expect(network).toEqual([]);
  expect(variables.map(({ name }) => name)).toEqual(["network"]);
});

test.each([
  ['export const network = ["http://api.example.com"];', "is not encrypted"],
  ['export const network = ["https://*.example.com"];', "names many hosts at once"],
  ['export const network = ["https://api.example.com/v1"];', 'write "https://api.example.com"'],
  ['export const network = "https://api.example.com";', "must be written out here, as a list"],
  ['const host = "https://a.example"; export const network = [host];', "Each host must be written out"],
  ["export const network = [`https://${1}.example`];", "Each host must be written out"],
  ['export const network = [..."ab"];', "Each host must be written out"],
  ['export let network = ["https://a.example"];', "Write: export const network"],
  ['export const network = ["https://a.example"]; network.push("https://b.example");', "read before the code runs"],
  ['export const network = ["https://a.example"]; network[0] = "https://b.example";', "read before the code runs"],
])("%s is a mistake", (line, words) => {
  const errors = errorsOf(`${line}\n${app}`);
  expect(errors.map(({ message }) => message).join("\n")).toContain(words);
  expect(errors[0]?.range.line).toBe(1);
});

test("what pages that embed a program may see is read from its text, and is no state", () => {
  const { embed, variables } = compiled(
    `export const embed = { read: ["scores"], write: true };\nconst scores: number[] = [];\nexport default (n: number) => scores.push(n);`,
  );
  expect(embed).toEqual({ read: ["scores"], write: "all" });
  expect(variables.map(({ name }) => name)).toEqual(["scores"]);
  expect(compiled(app).embed).toEqual({ read: [], write: [] });
});

test.each([
  ["export const embed = true;", "must be written out here"],
  ["export const embed = { state: true };", 'Only "read" and "write" can stand here'],
  ["export const embed = { ...{ read: true } };", 'Only "read" and "write" can stand here'],
  ["export const embed = { read: false };", "Write the names of variables"],
  ["export const embed = { read: [`scores`] };", "Each name must be written out"],
  ['export const embed = { read: ["scorse"] };', 'There is no variable "scorse"'],
  ["export let embed = { read: true };", "Write: export const embed"],
])("%s is a mistake", (line, words) => {
  const errors = errorsOf(`${line}\n${app}`);
  expect(errors.map(({ message }) => message).join("\n")).toContain(words);
  expect(errors[0]).toMatchObject({ code: "embed", range: { line: 1 } });
});
