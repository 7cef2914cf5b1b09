// The person's mistake in what they declared: says which place of the declaration is wrong, and why.

export class DeclarationError extends Error {
  override readonly name = "DeclarationError";
  /** The place in the declaration: `inputs[2].max`. Empty when it concerns the whole. */
  readonly path: string;

  /** `what` goes on after the path ("must be a number"), unless it is a sentence of its own. */
  constructor(path: string, what: string, { sentence = path === "" }: { readonly sentence?: boolean } = {}) {
    super(sentence ? what : `${path} ${what}`);
    this.path = path;
  }

  /** Points to where what is wrong was declared, which may be far from where it is used: an Error that was made there. */
  at(declared: Error | null): this {
    if (declared?.stack !== undefined) this.stack = declared.stack;
    return this;
  }
}
