// Tells each State and BrowserState the variable that it is kept in, as a third argument: the State panel calls it so.

import { walk } from "./tree.ts";
import type { CallExpression, Program } from "./ast.ts";
import type { Edits } from "./edits.ts";
import { nameAround, stateKindOf } from "./marks.ts";
import type { Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";

export function nameStates(program: Program, scopes: Scopes, source: SourceText, edits: Edits): void {
  walk(program, (node) => {
    if (node.type !== "CallExpression" || stateKindOf(node, scopes) === null) return;
    const name = nameAround(node, scopes);
    const isCounted = node.arguments.length <= 2 && node.arguments.every(({ type }) => type !== "SpreadElement");
    if (name !== null && isCounted) edits.insert(node.end - 1, `${missing(node, source)}${JSON.stringify(name)}`);
  });
}

/** What stands between the last argument that is given and the third. */
function missing(call: CallExpression, source: SourceText): string {
  const left = 2 - call.arguments.length;
  const endsWithComma = source.text.charAt(source.skipBack(call.end - 1) - 1) === ",";
  const comma = left === 2 || endsWithComma ? "" : ",";
  return comma + "void 0,".repeat(left);
}
