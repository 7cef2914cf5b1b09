// What the views see of sharing: what a link or a file can carry besides the code, and the link and the file.

import type { View } from "./model.ts";

/** The inputs as they are, User 1's session, a snapshot of the shared variables. */
export type CarriedPart = "inputs" | "session" | "global";

export interface Sharing {
  /** What there is to carry now. A signal. */
  parts(): readonly CarriedPart[];
  link(view: View, parts: readonly CarriedPart[]): Promise<SharedLink>;
  /** Names of shared variables that the code lets other pages read. */
  readable(): readonly string[];
  /** The playground with these parts, as the text of a file that can be opened here. */
  file(parts: readonly CarriedPart[]): Promise<SharedFile>;
}

export interface SharedLink {
  /** null: it would be longer than links can be. */
  readonly link: string | null;
  /** What it does not carry, by name: it holds files, or values of code's own. */
  readonly left: readonly string[];
}

export interface SharedFile {
  readonly text: string;
  readonly left: readonly string[];
}
