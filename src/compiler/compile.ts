// The compiler: a person's TypeScript to an ES module that keeps lines and meets its host (protocol/host.ts), and all that
// the page wants to know of it, from one parse. Loaded lazily: positions.ts and hash-source.ts are what the page imports.

import { Parser } from "acorn";
import { err, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { CompiledModule, Diagnostic, VariableInfo } from "../protocol/compiled.ts";
import { compiledFormat } from "../protocol/compiled.ts";
import { withPackages } from "../protocol/package-code.ts";
import { checkProgram } from "./check-program.ts";
import { Dependencies } from "./dependencies.ts";
import { Edits } from "./edits.ts";
import { rewriteEnums } from "./enums.ts";
import { eraseExports } from "./erase-exports.ts";
import { eraseTypes } from "./erase-types.ts";
import { findFunctions, registerFunctions } from "./functions.ts";
import { hashSource } from "./hash-source.ts";
import { hostName } from "./host-names.ts";
import { resolveImports } from "./imports.ts";
import { toMarks } from "./marks.ts";
import { findPackages } from "./package-imports.ts";
import { rewriteParameterProperties } from "./parameter-properties.ts";
import { checkLocals, isMadeLocal } from "./local-values.ts";
import { parse } from "./parse.ts";
import type { Parsed } from "./parse.ts";
import { toSourcePosition } from "./positions.ts";
import { toSyntaxDiagnostic } from "./syntax-error.ts";
import { toPlaces } from "./places.ts";
import { Reach } from "./reach.ts";
import { ReachedVariables } from "./reached-variables.ts";
import { resolveScopes } from "./scopes.ts";
import type { Scopes } from "./scopes.ts";
import { readSettings } from "./settings.ts";
import { toSignature } from "./signature.ts";
import { toSlotKey } from "./slot-key.ts";
import { nameStates } from "./state-names.ts";
import { SourceText } from "./source-text.ts";
import { toTokens } from "./tokens.ts";
import type { Program } from "./ast.ts";
import { bindAccessors, bindVariables, findVariables } from "./variables.ts";
import type { ModuleVariable } from "./variables.ts";

export function compile(text: string): Result<CompiledModule, Diagnostic[]> {
  try {
    const parsed = parse(text);
    return parsed.ok ? compileProgram(parsed.value) : err([parsed.error]);
  } catch (error) {
    // The tree is walked by recursion; what is nested deeper than the stack is no program that a person wrote.
    if (!(error instanceof RangeError)) throw error;
    const range = { line: 1, column: 1, endLine: 1, endColumn: 2 };
    return err([{ severity: "error", code: "syntax", message: "This code is nested too deeply.", range }]);
  }
}

function compileProgram({ program, source }: Parsed): Result<CompiledModule, Diagnostic[]> {
  const { text } = source;
  const scopes = resolveScopes(program);
  const imports = resolveImports(program, source, scopes);
  const packages = findPackages(program, source, scopes);
  const settings = readSettings(program, source, scopes);
  const edits = new Edits(text);
  const mistakes = [
    ...imports.diagnostics,
    ...packages.diagnostics,
    ...settings.diagnostics,
    ...checkProgram(program, source, scopes),
    ...checkLocals(source, scopes),
    ...rewriteTypeScript(program, source, scopes, edits),
  ];
  const errors = mistakes.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return err(errors);

  const variables = findVariables(scopes, settings.declarators);
  const sites = findFunctions(program, scopes);
  const dependencies = new Dependencies(program, scopes, edits);
  const slots = variables.map((variable) => ({
    key: toSlotKey(variable, edits),
    made: dependencies.ofVariable(variable),
  }));
  const makers = sites.map((site) => dependencies.ofStateMaker(site));
  bindVariables(program, variables, source, edits);
  nameStates(program, scopes, source, edits);
  const hoisted = registerFunctions(program, sites, scopes, source, edits);
  const declarators = [`${hostName}=globalThis.__interstate`, ...imports.declarators];
  if (text.startsWith("#!")) edits.overwrite(0, "//");
  edits.insert(0, `const ${declarators.join(",")};${hoisted.join("")}`);
  bindAccessors(variables, source, edits);

  const output = edits.finish();
  const whole = withPackages(output.code, packages.packages, (specifier) => specifier);
  const broken = findBrokenOutput({ ...output, code: whole }, source);
  if (broken) return err([broken]);

  const reach = new Reach({ source, scopes, variables, sites });
  const reached = new ReachedVariables(scopes, variables);
  return ok({
    format: compiledFormat,
    hash: hashSource(text),
    runs: hashSource(toTokens(whole)),
    ...output,
    variables: variables.map((variable) => {
      const slot = slots[variable.index] ?? { key: variable.name, made: "" };
      return { ...slot, ...describeVariable(variable, { reach, scopes, source }) };
    }),
    functions: sites.map((site) => {
      const made = makers[site.index];
      const maker = made === undefined ? {} : { made };
      return {
        name: site.name,
        ...reach.writesOf(site),
        reaches: reached.of(site.node),
        ...maker,
        range: source.rangeOf(site.node),
      };
    }),
    marks: toMarks({ program, source, scopes, variables, reach }),
    warnings: mistakes,
    places: [...toPlaces(program, source, scopes), ...packages.places],
    signature: toSignature(program, source, scopes),
    packages: packages.packages,
    network: settings.network,
    embed: settings.embed,
  });
}

/**
 * What the TypeScript parser lets through and JavaScript does not (a second default export). Engines give no position for
 * a syntax error in a module, so it must be found here.
 */
function findBrokenOutput(
  { code, insertions }: Pick<CompiledModule, "code" | "insertions">,
  source: SourceText,
): Diagnostic | null {
  try {
    Parser.parse(code, { ecmaVersion: "latest", sourceType: "module" });
    return null;
  } catch (error) {
    const output = new SourceText(code);
    return toSyntaxDiagnostic(source, error, (offset) => {
      const { line, column } = output.position(offset);
      return source.offset(toSourcePosition(insertions, line, column));
    });
  }
}

function describeVariable(
  variable: ModuleVariable,
  { reach, scopes, source }: { readonly reach: Reach; readonly scopes: Scopes; readonly source: SourceText },
): Omit<VariableInfo, "key" | "made"> {
  const { name, kind: declaration, id } = variable;
  const { role, why } = reach.roleOf(variable);
  const range = source.range(id.start, source.identifierEnd(id.start));
  return { name, declaration, isLocal: isMadeLocal(variable, scopes), role, why, range };
}

/** Turns TypeScript into JavaScript; answers what can't be turned. */
function rewriteTypeScript(program: Program, source: SourceText, scopes: Scopes, edits: Edits): Diagnostic[] {
  eraseTypes(program, source, edits);
  eraseExports(program, source, scopes, edits);
  const enums = rewriteEnums(program, source, scopes, edits).map(({ node, message }) => ({
    severity: "error" as const,
    code: "enum-value",
    message,
    range: source.rangeOf(node),
  }));
  const constructors = rewriteParameterProperties(program, edits).map((node) => ({
    severity: "error" as const,
    code: "parameter-property",
    message: "With parameter properties, super(…) must be a statement of its own in the constructor.",
    range: source.range(node.start, node.start + 1),
  }));
  return [...enums, ...constructors];
}
