// What a program asks of the page before it runs: `export const network = […]`. Read from the text, since the page has to
// know it before it lets the code run; so it must be written out.

import type { Diagnostic } from "../protocol/compiled.ts";
import { maxNetworkHosts, parseNetworkHost } from "../protocol/network-host.ts";
import type { Node, Program, VariableDeclarator } from "./ast.ts";
import { isAssigned } from "./check-program.ts";
import type { Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";
import { unwrap } from "./tree.ts";

export interface Settings {
  /** Hosts that the program wants to reach, as a policy names them. */
  readonly network: readonly string[];
  /** The variables that say so: they are no state. */
  readonly declarators: ReadonlySet<VariableDeclarator>;
  readonly diagnostics: readonly Diagnostic[];
}

const names: ReadonlySet<string> = new Set(["network"]);

export function readSettings(program: Program, source: SourceText, scopes: Scopes): Settings {
  const declarators = new Set<VariableDeclarator>();
  const diagnostics: Diagnostic[] = [];
  const network = new Set<string>();
  const report = (node: Node, message: string) =>
    diagnostics.push({ severity: "error", code: "network", message, range: source.rangeOf(node) });

  for (const node of program.body) {
    if (node.type !== "ExportNamedDeclaration" || node.declaration?.type !== "VariableDeclaration") continue;
    for (const declarator of node.declaration.declarations) {
      const { id } = declarator;
      if (id.type !== "Identifier" || !names.has(id.name)) continue;
      declarators.add(declarator);
      if (node.declaration.kind !== "const") report(id, `Write: export const ${id.name} = ["https://api.example.com"]`);
      const changed = scopes.module.bindings.get(id.name)?.references.find((use) => isChanged(use, scopes));
      if (changed) report(changed, `"${id.name}" is read before the code runs, so the code can't change it.`);
      for (const host of readHosts(declarator, report)) network.add(host);
    }
  }
  return { network: [...network].sort(), declarators, diagnostics };
}

function readHosts({ id, init }: VariableDeclarator, report: (node: Node, message: string) => void): string[] {
  const list = init && unwrap(init);
  if (list?.type !== "ArrayExpression") {
    report(init ?? id, `The hosts must be written out here, as a list: ["https://api.example.com"].`);
    return [];
  }
  if (list.elements.length > maxNetworkHosts)
    report(list, `These are ${list.elements.length} hosts; a playground can ask for ${maxNetworkHosts} at most.`);
  return list.elements.flatMap((element) => {
    const text = element && unwrap(element);
    if (text?.type !== "Literal" || typeof text.value !== "string") {
      report(element ?? list, `Each host must be written out as a text: "https://api.example.com".`);
      return [];
    }
    const host = parseNetworkHost(text.value);
    if (host.ok) return [host.value];
    report(text, `"${text.value}" ${host.error}.`);
    return [];
  });
}

/** Assigned to, or a method is called on it that may change it. */
function isChanged(use: Node, scopes: Scopes): boolean {
  const member = scopes.parents.get(use);
  if (member?.type !== "MemberExpression" || member.object !== use) return false;
  if (isAssigned(member, scopes)) return true;
  const call = scopes.parents.get(member);
  const { property } = member;
  return (
    call?.type === "CallExpression" &&
    call.callee === member &&
    property.type === "Identifier" &&
    /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin)$/.test(property.name)
  );
}
