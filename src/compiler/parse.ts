// Parses TypeScript. What cannot be parsed becomes one diagnostic.

import { err, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { Diagnostic } from "../protocol/compiled.ts";
import type { Program } from "./ast.ts";
import { SourceText } from "./source-text.ts";
import type { Comment } from "./source-text.ts";
import { toSyntaxDiagnostic } from "./syntax-error.ts";
import { TypeScriptParser } from "./typescript-parser.ts";

export interface Parsed {
  readonly program: Program;
  readonly source: SourceText;
}

export function parse(text: string): Result<Parsed, Diagnostic> {
  const comments: Comment[] = [];
  try {
    const program: unknown = TypeScriptParser.parse(text, {
      ecmaVersion: "latest",
      sourceType: "module",
      onComment: (block, comment, start, end) => comments.push({ block, text: comment, start, end }),
    });
    return ok({ program: program as Program, source: new SourceText(text, comments) });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return err(toSyntaxDiagnostic(new SourceText(text), error));
  }
}
