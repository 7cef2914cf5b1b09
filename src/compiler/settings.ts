// What a program tells the page before it runs: `export const network = […]`, the hosts that it asks for, and `export const
// embed = { read: […], write: […] }`, the variables that pages which embed it may see. Read from the text, since the page
// has to know it whatever the code does; so it must be written out.

import type { Diagnostic, EmbedGrant } from "../protocol/compiled.ts";
import { maxNetworkHosts, parseNetworkHost } from "../protocol/network-host.ts";
import type { Node, Program, VariableDeclarator } from "./ast.ts";
import { isAssigned } from "./check-program.ts";
import type { Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";
import { unwrap } from "./tree.ts";

export interface Settings {
  /** Hosts that the program wants to reach, as a policy names them. */
  readonly network: readonly string[];
  /** Variables that pages which embed it may read, and write. */
  readonly embed: EmbedGrant;
  /** The variables that say so: they are no state. */
  readonly declarators: ReadonlySet<VariableDeclarator>;
  readonly diagnostics: readonly Diagnostic[];
}

const forms: Readonly<Record<string, string>> = {
  network: `["https://api.example.com"]`,
  embed: `{ read: ["scores"] }`,
};

type Report = (node: Node, message: string) => void;

export function readSettings(program: Program, source: SourceText, scopes: Scopes): Settings {
  const declarators = new Set<VariableDeclarator>();
  const diagnostics: Diagnostic[] = [];
  const network = new Set<string>();
  let embed: EmbedGrant = { read: [], write: [] };

  for (const node of program.body) {
    if (node.type !== "ExportNamedDeclaration" || node.declaration?.type !== "VariableDeclaration") continue;
    for (const declarator of node.declaration.declarations) {
      const { id } = declarator;
      if (id.type !== "Identifier" || !Object.hasOwn(forms, id.name)) continue;
      declarators.add(declarator);
      const report: Report = (at, message) =>
        diagnostics.push({ severity: "error", code: id.name, message, range: source.rangeOf(at) });
      if (node.declaration.kind !== "const") report(id, `Write: export const ${id.name} = ${forms[id.name]}`);
      const changed = scopes.module.bindings.get(id.name)?.references.find((use) => isChanged(use, scopes));
      if (changed) report(changed, `"${id.name}" is read before the code runs, so the code can't change it.`);
      if (id.name === "embed") embed = readEmbed(declarator, scopes, report);
      else for (const host of readHosts(declarator, report)) network.add(host);
    }
  }
  return { network: [...network].sort(), embed, declarators, diagnostics };
}

function readEmbed({ id, init }: VariableDeclarator, scopes: Scopes, report: Report): EmbedGrant {
  const record = init && unwrap(init);
  const grant: { read: "all" | string[]; write: "all" | string[] } = { read: [], write: [] };
  if (record?.type !== "ObjectExpression") {
    report(init ?? id, `What a page that embeds this may see must be written out here: { read: ["scores"] }.`);
    return grant;
  }
  for (const property of record.properties) {
    const key = property.type === "Property" && !property.computed ? property.key : null;
    const name = key?.type === "Identifier" ? key.name : null;
    if (property.type !== "Property" || (name !== "read" && name !== "write")) {
      report(property, `Only "read" and "write" can stand here, each with the names of variables, or true for all.`);
      continue;
    }
    grant[name] = readNames(unwrap(property.value), scopes, report);
  }
  return grant;
}

function readNames(value: Node, scopes: Scopes, report: Report): "all" | string[] {
  if (value.type === "Literal" && value.value === true) return "all";
  if (value.type !== "ArrayExpression") {
    report(value, `Write the names of variables, such as ["scores"], or true for all.`);
    return [];
  }
  return value.elements.flatMap((element) => {
    const text = element && unwrap(element);
    if (text?.type !== "Literal" || typeof text.value !== "string") {
      report(element ?? value, `Each name must be written out as a text: "scores".`);
      return [];
    }
    if (scopes.module.bindings.has(text.value)) return [text.value];
    report(text, `There is no variable "${text.value}" outside of the functions.`);
    return [];
  });
}

function readHosts({ id, init }: VariableDeclarator, report: Report): string[] {
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
