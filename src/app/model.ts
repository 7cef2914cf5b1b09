// What the shell's views see of the playground: signals to read and things to do. The views know nothing else.

import type { Accessor } from "solid-js";
import type { CompiledModule, Diagnostic, SourceRange, StateKind } from "../protocol/compiled.ts";
import type { AppSpec, ComponentSpec, LayoutNode } from "../spec/app-spec.ts";
import type { ClientSession } from "./embedding/client-model.ts";
import type { Library } from "./library-model.ts";
import type { Sharing } from "./sharing-model.ts";
import type { EventName } from "../spec/event-name.ts";
import type { FlaggedCall } from "../drafts/flag-log.ts";
import type { ProgressLevel } from "../protocol/progress.ts";
import type { Declaration } from "../packages/declarations.ts";
import type { UsedPackage } from "../packages/packages.ts";
import type { ToastData } from "../protocol/toast.ts";

export type View = "app" | "split" | "code";

export interface Playground {
  readonly title: Accessor<string>;
  readonly source: Accessor<string>;
  /** Called on each keystroke. Saves, and runs soon after typing stops if the code compiles. */
  setSource(text: string): void;
  /** Counts up whenever the source is replaced from outside the editor (an example, a link, a draft). */
  readonly sourceRevision: Accessor<number>;
  readonly origin: Accessor<
    { readonly kind: "example" | "link"; readonly name: string } | { readonly kind: "draft"; readonly id: string }
  >;
  /** Whether what was typed is stored. */
  readonly saved: Accessor<"saved" | "saving" | "failed" | "memory" | "deleted">;
  /** Whether another tab types this draft, and this one shows it. */
  readonly typedElsewhere: Accessor<boolean>;
  /** From now on this tab types. */
  editHere(): Promise<void>;

  readonly build: Accessor<BuildStatus>;
  readonly compiled: Accessor<CompiledModule | null>;
  readonly problems: Accessor<readonly Problem[]>;
  /** Builds and loads the code as it is, now. */
  run(): void;
  /** Ends a build whose module does not finish loading. */
  stopBuild(): void;

  readonly network: {
    readonly question: Accessor<NetworkQuestion | null>;
    readonly use: Accessor<NetworkUse | null>;
    /** Changes the answer; the app is loaded again with it. */
    change(allow: boolean): Promise<void>;
  };

  readonly packages: PackageModel;

  readonly users: Accessor<readonly User[]>;
  addUser(): void;
  /** A session for code outside of the page; `name` is said in the history. Rejects with words if the app does not run. */
  openClient(name: string): Promise<ClientSession>;

  /** The saved playgrounds. Loaded when it is first asked for. */
  library(): Promise<Library>;
  /** What is kept, as the State panel shows it. Made when it is first asked for. */
  state(): Promise<StateModel>;
  readonly console: ConsoleModel;
  readonly toasts: ToastModel;
  readonly flags: FlagModel;
  /** Banners: storage missing, another tab newer, … */
  readonly notices: Accessor<readonly Notice[]>;
  dismissNotice(id: string): void;

  openExample(name: string): Promise<void>;
  /** Writes the address of what is open (on leaving the editor, on Share). */
  writeAddress(): void;
  /** A link to the code as it is, without the draft's id. */
  shareLink(view: View): Promise<string>;
  /** What else links and files can carry. Loaded when it is first asked for. */
  sharing(): Promise<Sharing>;
  readonly view: Accessor<View>;
  setView(view: View): void;
  /** Loads the page again, with all there is in it, once `work` is done; false if it cannot be stored: the page goes on. */
  reloadAfter(work: () => Promise<void>): Promise<boolean>;
  /** Tabs that have this room open, this one included. */
  readonly tabs: Accessor<number>;
}

/** A program asks for hosts that nobody has decided about. */
export interface NetworkQuestion {
  readonly hosts: readonly string[];
  /** Those of them that were allowed before. */
  readonly known: readonly string[];
  answer(allow: boolean): void;
}

/** Hosts that the app asks for, and those of them that it may reach. */
export interface NetworkUse {
  readonly hosts: readonly string[];
  readonly allowed: readonly string[];
}

export type BuildStatus =
  | { readonly kind: "compiling" | "ready" }
  /** Loading; slow once it has taken long enough to say so. */
  /** `waitsFor`: packages that have not come yet, once that is slow. */
  | { readonly kind: "loading"; readonly slow: boolean; readonly waitsFor: readonly string[] }
  /** Somebody has to say which hosts it may reach. */
  | { readonly kind: "asking" }
  /** Loaded; the calls of the app before it may end first. */
  | { readonly kind: "waiting" }
  /** The problems say why. The app of the last good build stays. */
  | { readonly kind: "failed" };

/** A mistake at a place of the source. */
export interface Problem {
  readonly stage: "compile" | "load" | "call";
  readonly severity: Diagnostic["severity"];
  readonly code: string;
  readonly message: string;
  readonly range: SourceRange | null;
  /** The package that it is about. */
  readonly specifier?: string;
}

/** The packages that the code imports. */
export interface PackageModel {
  /** Those of the code, once they are all there. */
  readonly used: Accessor<readonly UsedPackage[]>;
  /** From now on, those whose files have changed since this playground first used them are what they are now. */
  accept(): Promise<void>;
  /** From now on, one of them is the newest version that its import may be. */
  renew(specifier: string): Promise<void>;
  /** What TypeScript can be told of one. */
  declarations(specifier: string): Promise<readonly Declaration[]>;
}

/** One of the users side by side: a session with a worker of its own. */
export interface User {
  readonly id: string;
  /** Counts from 1; decides the hue of the badge. */
  readonly number: number;
  readonly app: Accessor<AppSpec | null>;
  /** A component by id, as the app says it is and functions changed it since. */
  component(component: number): ComponentSpec | undefined;
  /** Value of a component by id: what was typed, or what was put out. */
  value(component: number): unknown;
  /** A person gave a component this value. */
  edit(component: number, value: unknown): void;
  /** What `gr.render` made in a component. */
  rendered(component: number): readonly LayoutNode[];
  /** The call that will say what an output shows, if one is under way and may be seen there. */
  awaited(component: number): AwaitedCall | null;
  /** Changes options of a component, as a function may: what the person opened, or chose. */
  change(component: number, options: Readonly<Record<string, unknown>>): void;
  /** The error at a component, if there is one. */
  fieldError(component: number): string | null;
  /** The error of the last call or of starting, if it failed. */
  readonly error: Accessor<AppError | null>;
  readonly call: Accessor<CallStatus | null>;
  /** Facts of the last call that ended. */
  readonly last: Accessor<LastCall | null>;
  readonly busy: Accessor<boolean>;
  /** Whether its worker loads the module, and has for so long that the person may want to stop it. */
  readonly slow: Accessor<boolean>;
  /** Whether a button takes part now (Submit and Stop stand in for one another). */
  shown(component: number): boolean;
  /** Something was done to a component; `data` says more of it. */
  trigger(component: number, event: EventName, data?: unknown): void;
  /** Whether the app does anything when that happens. */
  listens(component: number, event: EventName): boolean;
  stop(): void;
  /** A new session in this place, as reloading the page would make. */
  refresh(): void;
  /** null for the only user. */
  readonly close: Accessor<(() => void) | null>;
}

export interface AppError {
  readonly title: string;
  readonly message: string;
  /** The message is Markdown, or HTML. */
  readonly rich?: boolean;
  readonly range: SourceRange | null;
  /** What became of what the call had changed. */
  readonly after?: string;
}

export type CallStatus =
  | {
      readonly kind: "queued";
      readonly fn: string;
      readonly position: number;
      readonly length: number;
      /** About when it will have run, from its start, going by past calls; null if there were none. */
      readonly etaMs: number | null;
      readonly sinceMs: number;
    }
  | {
      readonly kind: "running";
      readonly fn: string;
      readonly sinceMs: number;
      readonly yields: number;
      /** What the function says of it, the outermost level first. */
      readonly progress: readonly ProgressLevel[];
    }
  | { readonly kind: "stopping"; readonly fn: string; readonly sinceMs: number };

export interface AwaitedCall {
  readonly status: CallStatus;
  /** What is seen of it at its outputs: all that is known, or the time alone. */
  readonly shows: "full" | "minimal";
}

export interface LastCall {
  readonly fn: string;
  readonly durationMs: number;
  /** Version of the room that it committed, or null if it changed nothing shared. */
  readonly version: number | null;
  /** Nothing ran: what is shown came of an earlier call. */
  readonly cached?: boolean;
  /** Somebody pressed Stop: what became of what it had changed, which may be nothing (""). null: it ended by itself. */
  readonly stopped: string | null;
}

export interface StateModel {
  readonly global: Accessor<readonly StateRow[]>;
  readonly constants: Accessor<readonly StateRow[]>;
  readonly session: Accessor<readonly StateRow[]>;
  readonly browser: Accessor<readonly StateRow[]>;
  readonly once: Accessor<readonly StateRow[]>;
  /** Variables that the code no longer names. */
  readonly aside: Accessor<readonly StateRow[]>;
  readonly history: HistoryModel;
  /** Starts from the initial values again: one variable by key, or all of them. Settles when committed. */
  reset(key: string | null): Promise<void>;
  /** "kept from before your edit" has been read. */
  acknowledge(key: string): void;
  /** Drops a variable that was set aside. */
  discard(key: string): Promise<void>;
}

/** What was done to the room, as steps that can be taken back and done again, in all tabs. */
export interface HistoryModel {
  /** What can be taken back, the next one first. */
  readonly done: Accessor<readonly HistoryStep[]>;
  /** What was taken back and can be done again, the next one first. */
  readonly undone: Accessor<readonly HistoryStep[]>;
  /** A step waits for its turn. */
  readonly stepping: Accessor<boolean>;
  /** Why the last step was not taken, for a while. */
  readonly note: Accessor<string | null>;
  /** Somebody looks: reads what was done so far. */
  open(): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
}

export interface HistoryStep {
  readonly id: string;
  readonly fn: string;
  readonly who: string;
  readonly timeMs: number;
}

export interface StateRow {
  /** Unique in its group. */
  readonly key: string;
  readonly name: string;
  readonly kind: StateKind;
  readonly value: Preview;
  /** What it was before its last change, while that is recent enough to show. */
  readonly was: Preview | null;
  readonly by: { readonly who: string; readonly fn: string; readonly timeMs: number } | null;
  /** Kept its value over an edit of the code. */
  readonly kept: boolean;
  /** For loaded once and constants: why. */
  readonly why: string;
  /** Set for the rows of a user's session. */
  readonly user: number | null;
}

/** A value, bounded, for showing. */
export interface Preview {
  /** One line, at most 200 characters. */
  readonly text: string;
  /** Several lines, at most 20,000 characters, if there is more to see than `text` shows. */
  more(): string | null;
}

export interface ConsoleModel {
  readonly lines: Accessor<readonly ConsoleLine[]>;
  /** Lines that were left out because there were too many. */
  readonly dropped: Accessor<number>;
  clear(): void;
}

/** Calls that were flagged in this playground, the newest first. */
export interface FlagModel {
  readonly calls: Accessor<readonly FlaggedCall[]>;
  clear(): Promise<void>;
}

/** Messages that code shows to the person. */
export interface ToastModel {
  /** The newest last. */
  readonly all: Accessor<readonly Toast[]>;
  dismiss(ids: readonly string[]): void;
}

export interface Toast extends ToastData {
  readonly id: string;
  /** Number of the user whose call said it. */
  readonly user: number;
  /** How often it was said. */
  readonly times: number;
}

export interface ConsoleLine {
  readonly id: number;
  readonly level: "log" | "info" | "warn" | "error" | "debug";
  readonly text: string;
  readonly user: number | null;
  readonly range: SourceRange | null;
  readonly timeMs: number;
}

export interface Notice {
  readonly id: string;
  readonly tone: "info" | "warning" | "error";
  readonly text: string;
  readonly action: { readonly label: string; run(): void } | null;
}
