// The parser of TypeScript: acorn with its plugin, a bound on its work, and two
// corrections of the plugin (1.0.13). Its types don't show what these touch.

import { Parser, tokTypes } from "acorn";
import type { TokenType } from "acorn";
import { tsPlugin } from "@sveltejs/acorn-typescript";

/** What the corrections use of the parser's inside. */
interface Internals {
  readonly input: string;
  readonly end: number;
  readonly type: TokenType;
  yieldPos: number;
  awaitPos: number;
  awaitIdentPos: number;
  readonly pos: number;
  nextToken(): void;
  eat(type: TokenType): boolean;
  expect(type: TokenType): void;
  startNodeAt(position: number, location: unknown): Record<string, unknown>;
  finishNode(node: Record<string, unknown>, type: string): unknown;
  parseMaybeAssign(forInit?: unknown): unknown;
  tryParse(parse: () => unknown): { readonly node: unknown; readonly error: unknown };
  shouldParseArrow(list: unknown): boolean;
  parseConditional(test: unknown, position: number, location: unknown, forInit: unknown, errors: unknown): unknown;
  tsTryParseGenericAsyncArrowFunction(position: number, location: unknown, forInit: unknown): unknown;
}

/** No SyntaxError, which the parser would catch and try another way. */
class TooIntricateError extends Error {
  override readonly name = "TooIntricateError";
  readonly pos: number;

  constructor(position: number) {
    super("This can't be read in reasonable time: it is unfinished, or nested too deeply");
    this.pos = position;
  }
}

export const TypeScriptParser = Parser.extend(tsPlugin(), (Base) => {
  class Corrected extends (Base as unknown as new (...args: unknown[]) => Internals) {
    #colonEndsBranch = false;

    #tokensLeft = 0;

    /** Reading stretches twice inside stretches that are read twice adds up: a short broken text could take for ever. */
    override nextToken(): void {
      if (this.#tokensLeft === 0) this.#tokensLeft = 20_000 + 20 * this.input.length;
      this.#tokensLeft -= 1;
      if (this.#tokensLeft === 0) throw new TooIntricateError(this.pos);
      super.nextToken();
    }

    /** `await a; async <T>(x) => x`: the await before was taken for one in the parameters. */
    override tsTryParseGenericAsyncArrowFunction(position: number, location: unknown, forInit: unknown): unknown {
      const { yieldPos, awaitPos, awaitIdentPos } = this;
      this.yieldPos = this.awaitPos = this.awaitIdentPos = 0;
      const arrow = super.tsTryParseGenericAsyncArrowFunction(position, location, forInit);
      Object.assign(this, { yieldPos, awaitPos, awaitIdentPos });
      return arrow;
    }

    /** `a ? (b) : c => d`: `(b): c => d` was taken for an arrow function with a return type, which leaves no branch. */
    override parseConditional(
      test: unknown,
      position: number,
      location: unknown,
      forInit: unknown,
      errors: unknown,
    ): unknown {
      if (this.type !== tokTypes.question || !/^\s*\(/.test(this.input.slice(this.end, this.end + 80)))
        return super.parseConditional(test, position, location, forInit, errors);
      const first = this.tryParse(() => super.parseConditional(test, position, location, forInit, errors));
      if (first.error === null) return first.node;
      const second = this.tryParse(() => this.#parseBranches(test, position, location, forInit));
      if (second.error !== null) throw first.error;
      return second.node;
    }

    override shouldParseArrow(list: unknown): boolean {
      if (this.#colonEndsBranch && this.type === tokTypes.colon) return false;
      return super.shouldParseArrow(list);
    }

    #parseBranches(test: unknown, position: number, location: unknown, forInit: unknown): unknown {
      const outer = this.#colonEndsBranch;
      this.eat(tokTypes.question);
      const node = this.startNodeAt(position, location);
      node["test"] = test;
      this.#colonEndsBranch = true;
      try {
        node["consequent"] = this.parseMaybeAssign();
      } finally {
        this.#colonEndsBranch = outer;
      }
      this.expect(tokTypes.colon);
      node["alternate"] = this.parseMaybeAssign(forInit);
      return this.finishNode(node, "ConditionalExpression");
    }
  }
  return Corrected as unknown as typeof Parser;
});
