// For tests: compiles what must compile, and what must not.

import { Parser } from "acorn";
import type { CompiledModule, Diagnostic } from "../protocol/compiled.ts";
import { compile } from "./compile.ts";

/** The compiled module, after a plain JavaScript parser has accepted its code. */
export function compiled(source: string): CompiledModule {
  const result = compile(source);
  if (!result.ok) throw new Error(result.error.map(({ message }) => message).join("\n"));
  Parser.parse(result.value.code, { ecmaVersion: "latest", sourceType: "module" });
  return result.value;
}

export function errorsOf(source: string): readonly Diagnostic[] {
  const result = compile(source);
  return result.ok ? [] : result.error;
}

/** What the person's text became, without what stands before and after it for the host. */
export function bodyOf(source: string): string {
  return compiled(source)
    .code.replace(/^const __is=globalThis\.__interstate[^;]*;(?:__is\.fn\(\d+,\w+\);)*/, "")
    .replace(/;__is\.bind\(\[.*?\]\);(?=\s*(?:\/\/.*)?$)/, "");
}
