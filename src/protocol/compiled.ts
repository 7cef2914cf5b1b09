// What the compiler says about a program, as plain data: it is cached, sent to workers, and read by the editor.

import type { PackageUse } from "./package-code.ts";

/** The version of what the compiler puts out now; here, so that a cached program can be told to be current without it. */
export const compiledFormat = 8;

/** A place in the person's source. Lines and columns count from 1, as the editor's do. */
export interface SourceRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface Diagnostic {
  readonly severity: "error" | "warning";
  /** A stable code, for tests and documentation. */
  readonly code: string;
  /** What happened and what to do, in words a person understands. */
  readonly message: string;
  readonly range: SourceRange;
}

/** A top-level variable of the module. */
export interface VariableInfo {
  readonly name: string;
  /** `name#hash of the declaration`: the name of its slot. */
  readonly key: string;
  readonly declaration: "const" | "let" | "var" | "using";
  /** Hash of what its initialiser calls and reads: a value that no call has written is made anew when that changes. */
  readonly made: string;
  /** Whether `gr.local(…)` keeps it out of what is shared, whatever its value is. */
  readonly isLocal: boolean;
  /**
   * shared: data that every tab has in common and functions may change. constant: nothing can change it after loading.
   * Whether a value is data is seen when it is made, so a shared one may still turn out to be loaded once.
   */
  readonly role: "shared" | "constant";
  /** Why it has that role, as the end of a sentence ("… because no function writes it"). */
  readonly why: string;
  readonly range: SourceRange;
}

/** A function that the runtime may be asked to call, known by its place in the source. */
export interface FunctionInfo {
  readonly name: string;
  /** Whether it can reach a variable that it could change, so that its calls queue for the lock. In doubt: true. */
  readonly writes: boolean;
  readonly why: string;
  /**
   * Which variables it may use, by index, itself or through what it calls; null: that cannot be told, or it uses what its
   * surroundings hold, which each worker has its own of.
   */
  readonly reaches: readonly number[] | null;
  /** Of one that makes the initial value of a State: hash of what it calls and reads. */
  readonly made?: string;
  readonly range: SourceRange;
}

export type StateKind = "global" | "session" | "browser" | "once" | "constant";

/** A chip in the code: what kind of state stands here, and why. */
export interface StateMark {
  readonly kind: StateKind;
  readonly name: string;
  readonly why: string;
  /** The name (or `gr.State`) it belongs to; the chip is drawn at the end of its line. */
  readonly range: SourceRange;
}

/** Text that the compiler put into a line: columns after it are moved by its length. */
export interface Insertion {
  readonly line: number;
  /** Column in the compiled text where the insertion starts, from 1. */
  readonly column: number;
  readonly length: number;
}

/** A compiled program: an ES module that expects its host in `globalThis.__interstate` (see CompiledHost in protocol/host.ts). */
export interface CompiledModule {
  /** Version of the compiler's output: a cached result of another version is not used. */
  readonly format: number;
  /** Hash of the source. */
  readonly hash: string;
  /** Hash of what of it runs: not its layout, comments and types. */
  readonly runs: string;
  readonly code: string;
  readonly variables: readonly VariableInfo[];
  readonly functions: readonly FunctionInfo[];
  readonly marks: readonly StateMark[];
  readonly insertions: readonly Insertion[];
  readonly warnings: readonly Diagnostic[];
  /**
   * Places of what the default export declares, by path ("inputs[2].max", "fn"), and of imports of packages (see
   * packagePlace), for marking mistakes.
   */
  readonly places: readonly (readonly [path: string, SourceRange])[];
  /** For a bare function as default export: what its text says of its inputs and outputs. */
  readonly signature: Signature | null;
  /** Packages that it imports: `code` is completed with them (see withPackages). */
  readonly packages: readonly PackageUse[];
  /** Hosts that the program asks to reach (`export const network`), as a policy names them. */
  readonly network: readonly string[];
  /** What pages that embed it may do with its variables (`export const embed`). */
  readonly embed: EmbedGrant;
}

/** Names of variables, or all there are. What may be written may be read. */
export interface EmbedGrant {
  readonly read: "all" | readonly string[];
  readonly write: "all" | readonly string[];
}

/** A bare function, read from its text. */
export interface Signature {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly parameters: readonly ParameterInfo[];
  /** null: nothing declared, so the first result decides. */
  readonly result: TypeInfo | null;
}

export interface ParameterInfo {
  readonly name: string;
  readonly type: TypeInfo;
  readonly optional: boolean;
  /** JSON of a literal default, when it is one. */
  readonly defaultJson: string | null;
  readonly help: string;
  /** Of a number, what its help says of it: "0 to 120". */
  readonly range: NumberRange | null;
}

export interface NumberRange {
  readonly min: number | null;
  readonly max: number | null;
  readonly step: number | null;
}

export type TypeInfo =
  | { readonly kind: "number" | "string" | "boolean" | "blob" | "file" | "date" | "unknown" }
  | { readonly kind: "choices"; readonly values: readonly (string | number)[] }
  | { readonly kind: "records"; readonly fields: readonly RecordField[] }
  | { readonly kind: "state"; readonly of: TypeInfo };

/** A named property of a record, with what Dataframe calls its datatype. */
export interface RecordField {
  readonly name: string;
  readonly datatype: "str" | "number" | "bool" | "date";
}
