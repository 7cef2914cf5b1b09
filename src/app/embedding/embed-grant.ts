// Which shared variables the code lets other pages see: `export const embed = { read, write }`.

import type { CompiledModule, EmbedGrant } from "../../protocol/compiled.ts";

export function allows(names: EmbedGrant["read"], name: string): boolean {
  return names === "all" || names.includes(name);
}

/** Names of those that may be read, in the order of the code. What may be written may be read. */
export function readableNames(program: Pick<CompiledModule, "embed" | "variables"> | undefined): string[] {
  if (!program) return [];
  const { embed, variables } = program;
  const names = variables.map(({ name }) => name);
  return names.filter((name) => allows(embed.read, name) || allows(embed.write, name));
}
