import { expect, test } from "vitest";
import { compiled } from "../../compiler/compile-for-test.ts";
import { errorHint } from "./error-hint.ts";

const all = 'import * as gr from "interstate"; export default () => gr.Number({});';

function hint(name: string, message: string, source = all, allowed: readonly string[] = []): string {
  return errorHint({ name, message, frames: [] }, { ...compiled(source), allowed });
}

test.each([
  ["ReferenceError", "document is not defined", "without a page"],
  ["ReferenceError", "alert is not defined", "without a page"],
  ["ReferenceError", "Can't find variable: window", "without a page"],
  ["ReferenceError", "localStorage is not defined", "gr.State"],
  ["ReferenceError", "process is not defined", "not Node"],
  ["TypeError", "Failed to fetch", "no network"],
  ["TypeError", "Load failed", "no network"],
  ["TypeError", "Failed to execute 'fetch' on 'WorkerGlobalScope': Failed to parse URL from /data.json", "no network"],
  ["NetworkError", "Failed to execute 'send' on 'XMLHttpRequest': Failed to load", "no network"],
  ["SecurityError", "Failed to execute 'open' on 'IDBFactory': access is denied in this context.", "no storage"],
  ["TypeError", "gr.Interface(...).launch is not a function", "Leave launch() out"],
  ["ReferenceError", "print is not defined", "console.log"],
  ["ReferenceError", "None is not defined", "null"],
  ["ReferenceError", "gr is not defined", 'import * as gr from "interstate"'],
  ["TypeError", "Cannot add property value, object is not extensible", "in outputs"],
  ["TypeError", 'can\'t define property "value": Object is not extensible', "in outputs"],
])("%s: %s says what there is instead", (name, message, words) => {
  expect(hint(name, message)).toContain(words);
});

test("a fetch that failed says what was answered, if the code asks for the network", () => {
  const asking = `export const network = ["https://a.example", "wss://b.example"]; ${all}`;
  expect(hint("TypeError", "Failed to fetch", asking)).toContain("You have not let this app use the network");
  expect(hint("TypeError", "Failed to fetch", asking, ["https://a.example", "wss://b.example"])).toContain(
    "It may reach a.example, wss://b.example, and no other host.",
  );
});

test("a component that interstate does not have is said to be missing, with the name that may be meant", () => {
  expect(hint("TypeError", "gr.Model3D is not a function")).toMatch(/^interstate has no Model3D\./);
  expect(hint("TypeError", "gr.TextBox is not a function")).toContain('Did you mean "Textbox"?');
});

test("so is one that is imported by name, whatever it is called then", () => {
  const named = 'import { Model3D as Menu, Number } from "interstate"; export default () => [Menu, Number];';
  expect(hint("TypeError", "Menu is not a function", named)).toContain("interstate has no Model3D");
});

test.each([
  ["TypeError", "other.Model3D is not a function"],
  ["TypeError", "gr.Number is not a function"],
  ["TypeError", "Cannot read properties of undefined (reading 'x')"],
  ["ReferenceError", "scores is not defined"],
  ["Error", "Failed to fetch"],
])("%s: %s is left as it is", (name, message) => {
  expect(hint(name, message)).toBe("");
});
