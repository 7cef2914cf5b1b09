// Blanks out TypeScript's types in place. Where the space that is left would change what the JavaScript around it means
// (a semicolon that is no longer put in automatically, an arrow on a new line), a character of it is used to prevent that.

import { childrenOf, isClass, isFunction, isTypeOnly } from "./tree.ts";
import type { ArrowFunction, ClassNode, MethodDefinition, Node, PropertyDefinition, TypeParameters } from "./ast.ts";
import type { Edits } from "./edits.ts";
import type { SourceText } from "./source-text.ts";

export function eraseTypes(program: Node, source: SourceText, edits: Edits): void {
  new Eraser(source, edits).visit(program);
}

class Eraser {
  readonly #source: SourceText;
  readonly #edits: Edits;
  /** Types whose space already holds a parenthesis. */
  readonly #blanked = new Set<Node>();

  constructor(source: SourceText, edits: Edits) {
    this.#source = source;
    this.#edits = edits;
  }

  visit(node: Node): void {
    if (this.#visitStatement(node)) return;
    switch (node.type) {
      case "TSTypeAnnotation":
      case "TSTypeParameterDeclaration":
      case "TSTypeParameterInstantiation":
        if (!this.#blanked.has(node)) this.#edits.blank(node.start, node.end);
        return;
      case "Identifier":
        if (node.typeAnnotation || node.optional) this.#edits.blank(this.#source.identifierEnd(node.start), node.end);
        return;
      case "ObjectPattern":
      case "ArrayPattern":
        if (node.typeAnnotation) this.#blankMark(node.typeAnnotation.start);
        break;
      case "TSAsExpression":
      case "TSSatisfiesExpression":
        this.#blankAs(node);
        return this.visit(node.expression);
      case "TSNonNullExpression":
        this.#edits.blank(node.end - 1, node.end);
        return this.visit(node.expression);
      case "TSTypeAssertion":
        if (node.typeAnnotation) this.#blankAssertion(node, node.typeAnnotation);
        return this.visit(node.expression);
      case "TSParameterProperty":
        this.#edits.blank(node.start, nameStart(node.parameter));
        return this.visit(node.parameter);
      case "MethodDefinition":
      case "PropertyDefinition":
        if (this.#blankMember(node)) return;
        break;
      default:
        if (isFunction(node)) this.#blankFunction(node);
        else if (isClass(node)) this.#blankClass(node);
    }
    for (const child of childrenOf(node)) this.visit(child);
  }

  /** Blanks a whole statement or member that is about types; answers whether it was one. */
  #visitStatement(node: Node): boolean {
    let gone = false;
    switch (node.type) {
      case "ImportDeclaration":
        // What is imported comes from the host, or behind the program (see withPackages).
        gone = true;
        break;
      case "ExportNamedDeclaration":
        gone =
          node.exportKind === "type" ||
          node.source !== null ||
          (node.declaration !== null && isTypeOnly(node.declaration));
        break;
      case "ExportDefaultDeclaration":
        gone = isTypeOnly(node.declaration);
        break;
      case "ExportAllDeclaration":
        gone = true;
        break;
      case "TSModuleDeclaration":
      case "TSTypeAliasDeclaration":
      case "TSInterfaceDeclaration":
      case "TSDeclareFunction":
      case "TSNamespaceExportDeclaration":
      case "TSIndexSignature":
        gone = true;
        break;
      case "ClassDeclaration":
      case "VariableDeclaration":
      case "TSEnumDeclaration":
      case "FunctionDeclaration":
        gone = node.declare === true;
        break;
      default:
        break;
    }
    if (gone) this.#edits.blankWhole(node.start, node.end);
    return gone;
  }

  /** A `?` or `!` just before a type. */
  #blankMark(before: number): void {
    const at = this.#source.skipBack(before) - 1;
    if (/[?!]/.test(this.#source.text.charAt(at))) this.#edits.blank(at, at + 1);
  }

  #blankAs(node: Node & { readonly typeAnnotation?: Node }): void {
    if (!node.typeAnnotation) return;
    const word = node.type === "TSAsExpression" ? "as" : "satisfies";
    this.#edits.blank(this.#source.skipBack(node.typeAnnotation.start) - word.length, node.end);
    // After `a as T` a line that starts like this is a new statement; after `a` it would go on with the expression.
    if (/[([`]/.test(this.#source.text.charAt(this.#source.skipForward(node.end)))) this.#edits.insert(node.end, ";");
  }

  #blankAssertion(node: Node, type: Node): void {
    const end = this.#source.skipForward(type.end) + 1;
    this.#edits.blank(node.start, end);
    // `return <T>` at the end of a line would return nothing.
    if (!this.#source.hasLineBreak(node.start, this.#source.skipForward(end))) return;
    this.#edits.overwrite(node.start, "(");
    this.#edits.wrap(node.start, node.end, "", ")");
  }

  #blankFunction(node: Node & { readonly params: readonly Node[] }): void {
    const receiver = node.params[0];
    if (receiver?.type === "Identifier" && receiver.name === "this") {
      const next = this.#source.skipForward(receiver.end);
      this.#edits.blank(receiver.start, this.#source.text.charAt(next) === "," ? next + 1 : receiver.end);
    }
    if (node.type === "ArrowFunctionExpression") this.#keepArrowTogether(node);
  }

  /** No line may break between `async`, parameters and `=>`; types may hold such breaks. */
  #keepArrowTogether(node: ArrowFunction): void {
    const { returnType, typeParameters } = node;
    if (typeParameters) this.#moveParenthesis(node, typeParameters);
    if (!returnType) return;
    const parenthesis = this.#source.skipBack(returnType.start) - 1;
    if (!this.#source.hasLineBreak(parenthesis, returnType.end)) return;
    this.#edits.blank(parenthesis, returnType.end);
    this.#edits.overwrite(returnType.end - 1, ")");
    this.#blanked.add(returnType);
  }

  #moveParenthesis(node: ArrowFunction, typeParameters: TypeParameters): void {
    const parenthesis = this.#source.skipForward(typeParameters.end);
    if (!this.#source.hasLineBreak(node.start, parenthesis)) return;
    this.#edits.blank(typeParameters.start, parenthesis + 1);
    this.#edits.overwrite(typeParameters.start, "(");
    this.#blanked.add(typeParameters);
  }

  #blankClass(node: ClassNode): void {
    if (node.abstract) {
      const at = this.#source.text.indexOf("abstract", node.start);
      this.#edits.blank(at, at + "abstract".length);
    }
    const first = node.implements?.[0];
    const last = node.implements?.at(-1);
    if (first && last) this.#edits.blank(this.#source.skipBack(first.start) - "implements".length, last.end);
  }

  /** Blanks what is TypeScript's in a member; answers whether the whole member is. */
  #blankMember(node: MethodDefinition | PropertyDefinition): boolean {
    const bodiless = node.type === "MethodDefinition" && node.value.type === "TSDeclareMethod";
    if (node.declare || node.abstract || bodiless) {
      this.#edits.blankWhole(node.start, node.end);
      return true;
    }
    const modifiers = /\b(?:public|private|protected|readonly|override)\b/g;
    for (const match of this.#source.text.slice(node.start, node.key.start).matchAll(modifiers)) {
      const at = node.start + match.index;
      this.#edits.blank(at, at + match[0].length);
      // Without it `[name]` or `*name` could go on with the field before.
      if (at === node.start) this.#edits.overwrite(at, ";");
    }
    let afterKey = this.#source.skipForward(node.key.end);
    if (node.computed) afterKey = this.#source.skipForward(afterKey + 1);
    if (/[?!]/.test(this.#source.text.charAt(afterKey))) this.#edits.blank(afterKey, afterKey + 1);
    if (node.type === "PropertyDefinition" && node.typeAnnotation && !node.value) {
      // `get: string` before a method must not become a getter.
      this.#edits.blank(node.typeAnnotation.start, node.typeAnnotation.end);
      if (!this.#source.text.slice(node.start, node.end).endsWith(";"))
        this.#edits.insert(node.typeAnnotation.end, ";");
    }
    return false;
  }
}

function nameStart(parameter: Node): number {
  return parameter.type === "AssignmentPattern" ? parameter.left.start : parameter.start;
}
