// What the page and a user's worker say to each other. The page calls `Runtime` through Comlink and checks every answer;
// what the worker says on its own are `WorkerEvent`s on a second port, which the page validates by hand. The page trusts
// neither.

import type { CompiledModule } from "./compiled.ts";
import type { PackageCode } from "./package-code.ts";
import type { ContainerId, GraphData, Operation } from "./operation.ts";
import type { ProgressLevel } from "./progress.ts";
import type { ToastData } from "./toast.ts";

export interface Runtime {
  /** Evaluates the module. Called once in the life of a worker. */
  load(request: LoadRequest): Promise<LoadOutcome>;
  /** Calls one of the app's functions, after the calls that came before. */
  call(request: CallRequest): Promise<CallOutcome>;
  /** The page has the room's lock for a step that a call asked for by an "atomic" event. */
  atomic(request: AtomicRequest): Promise<AtomicOutcome> | AtomicOutcome;
  /** What that step did is stored. */
  settle(callId: string, ask: number): void;
  /** Gives session variables their initial values anew (Clear, a new session). */
  freshState(request: FreshStateRequest): Promise<CallOutcome>;
  /**
   * Asks a call to end where it can be ended: a generator at its yield, and one that has not begun. Anything else is ended
   * by ending the worker.
   */
  stop(callId: string): void;
  /**
   * The page has taken in a call's yields up to `seq`: flow control for generators. At most 64 are on their way at once,
   * and the outcome of a generator comes only after its last yield has been credited.
   */
  credit(callId: string, seq: number): void;
  /** Answers at once while the worker's event loop turns. */
  ping(): number;
}

export interface LoadRequest {
  readonly module: Pick<CompiledModule, "hash" | "code" | "variables" | "functions" | "signature" | "packages">;
  /** The code of the packages that it imports. */
  readonly packages: PackageCode;
  /** The room's shared variables as they are, or null for a new room. */
  readonly room: GraphData | null;
  /** The session's State as it is, or null for a new session. */
  readonly session: GraphData | null;
}

export type LoadOutcome =
  | {
      readonly kind: "loaded";
      /** What the module declares; an AppSpec once the page has validated it. */
      readonly app: unknown;
      /** Variables that the room lacks, as `new` and `slot` operations with negative ids. */
      readonly room: readonly Operation[];
      /** The same for the session's State. */
      readonly session: readonly Operation[];
      /** For each key of the browser's state that the app declares: its first value, as for the session. */
      readonly browser: readonly KeyOperations[];
      /** Slots of the State that the app declares; the session may hold others, of earlier code. */
      readonly states: readonly string[];
      /** What each variable of the module turned out to be. */
      readonly variables: readonly VariableReport[];
    }
  /** The module uses what this worker's runtime lacks: it is to be loaded in one that has everything. */
  | { readonly kind: "incomplete" }
  | { readonly kind: "threw"; readonly error: ErrorData };

export interface VariableReport {
  readonly key: string;
  readonly kind: "global" | "constant" | "once";
  /** For `once`: why it is no data ("it is a function", "holds a Model at .layers[0]"). */
  readonly why: string;
  /** For `once`: a short text of the value. */
  readonly preview: string;
}

/**
 * Brings a worker's replica of one graph up to date before a call. Fields apply in order of declaration. null, as most are:
 * it is up to date.
 */
export type Patch = PatchData | null;

export interface PatchData {
  /** The ids that the page gave to containers which this worker made. */
  readonly numbered: readonly (readonly [from: ContainerId, to: ContainerId])[];
  /** What the worker holds may not be what is committed: start again from this. */
  readonly whole: GraphData | null;
  /** The whole is of another epoch: its ids have nothing to do with those before. */
  readonly isAnew?: boolean;
  /** What others committed since: the operations of several boundaries one after the other. */
  readonly operations: readonly Operation[];
}

export interface CallRequest {
  readonly id: string;
  /** Which of the app's events (index in AppSpec.events). */
  readonly event: number;
  /** Values of the event's inputs by position; undefined where the input is a State. */
  readonly inputs: readonly unknown[];
  /** Of its inputs and outputs: which options were changed for this user since the app was made. */
  readonly changed: readonly ComponentChanges[];
  /** Whether to call the event's validator instead: its outputs are what is wrong with each input, a text or null. */
  readonly validates: boolean;
  /** What the function may ask of its call. */
  readonly facts: CallFacts;
  /** Where the numbers go on of what it renders. */
  readonly next: RenderNumbers;
  /**
   * write: the page holds the room's lock for this call. beside: shared variables may be changed in atomic steps only.
   * none: they may be read only.
   */
  readonly grant: "write" | "beside" | "none";
  readonly room: Patch;
  readonly session: Patch;
  /** For each key of the browser's state that the event uses. */
  readonly browser: readonly (readonly [key: string, Patch])[];
}

export interface RenderNumbers {
  readonly component: number;
  readonly event: number;
  /** Of what was rendered and is gone, no event before this one runs any more. */
  readonly oldest: number;
}

export interface CallFacts {
  readonly sessionHash: string;
  /** Id of the component that the trigger happened to. */
  readonly target: number | null;
  /** What more is known of the trigger. */
  readonly data: unknown;
  /** For an event that keeps its outputs: those of the last time that it was triggered so. */
  readonly kept?: readonly unknown[];
}

export interface AtomicRequest {
  readonly call: string;
  readonly ask: number;
  readonly room: Patch;
}

export type AtomicOutcome =
  | { readonly kind: "returned"; readonly step: CallStep }
  /** Nothing of the step counts; the call has been told. */
  | { readonly kind: "threw"; readonly error: ErrorData };

export interface FreshStateRequest {
  readonly id: string;
  /** Component ids of the State components. */
  readonly components: readonly number[];
  /** Whether their callbacks hear of the values that go. */
  readonly deletes: boolean;
  /** Values of a session that is no more: the callbacks hear of these, and nothing of this session changes. */
  readonly gone?: readonly (readonly [component: number, value: unknown])[];
  readonly grant: "write" | "none";
  readonly room: Patch;
  readonly session: Patch;
}

/** What a call did up to a boundary: its end or a yield. */
export interface CallStep {
  /** By position of the event's outputs. */
  readonly outputs: readonly OutputData[];
  /** Changes since the last boundary; new containers have negative ids that go on counting down through the call. */
  readonly room: readonly Operation[];
  readonly session: readonly Operation[];
  /** Of the keys of the browser's state that changed. */
  readonly browser: readonly KeyOperations[];
  /** What a `gr.render` made; a RenderedSpec once the page has validated it. */
  readonly rendered?: unknown;
}

/** Changes of one key of the browser's state, which is a graph of its own: keys share nothing. */
export type KeyOperations = readonly [key: string, readonly Operation[]];

/** Options of a component that are no longer as its spec says. */
export type ComponentChanges = readonly [component: number, options: Readonly<Record<string, unknown>>];

export type OutputData =
  | { readonly kind: "value"; readonly value: unknown }
  /** Changes options of the component; `value` among them is its new value. */
  | { readonly kind: "update"; readonly options: Readonly<Record<string, unknown>> }
  /** gr.skip(), and every State. */
  | { readonly kind: "skip" };

export type CallOutcome =
  | { readonly kind: "returned"; readonly step: CallStep; readonly durationMs: number }
  /** A generator ended: its last step came as its last yield. */
  | { readonly kind: "finished"; readonly durationMs: number }
  /** Ended by stop(), at a yield. */
  | { readonly kind: "stopped"; readonly durationMs: number }
  /** Everything since the last boundary has been undone in the worker. */
  | { readonly kind: "threw"; readonly error: ErrorData; readonly durationMs: number };

/** An exception as data: Comlink would keep three fields of it. */
export interface ErrorData {
  readonly name: string;
  readonly message: string;
  /** The person's frames, innermost first, in lines and columns of the compiled text. */
  readonly frames: readonly FrameData[];
  /** For a mistake in a declaration: its place there ("inputs[2].max"). */
  readonly path?: string;
  /** For a gr.Error, whose message is meant for the person. */
  readonly notice?: ErrorNotice;
  readonly cause?: ErrorData;
}

/** How a gr.Error is to be shown. */
export interface ErrorNotice {
  readonly title: string;
  /** null: until somebody puts it away. */
  readonly durationMs: number | null;
  /** Whether its message is shown. */
  readonly visible: boolean;
  /** Whether it counts as a problem of the code, which the editor marks. */
  readonly isProblem: boolean;
}

export interface FrameData {
  readonly fn: string;
  readonly line: number;
  readonly column: number;
}

/** What a worker says on its own. */
export type WorkerEvent =
  | { readonly type: "yield"; readonly call: string; readonly seq: number; readonly step: CallStep }
  /** A call that runs beside others wants to change shared variables. `ask` counts within the call. */
  | { readonly type: "atomic"; readonly call: string; readonly ask: number }
  /** How far a call is; no level: nothing is to be shown of it. */
  | { readonly type: "progress"; readonly call: string; readonly levels: readonly ProgressLevel[] }
  | { readonly type: "toast"; readonly toast: ToastData }
  | { readonly type: "console"; readonly entries: readonly ConsoleData[]; readonly dropped: number }
  /** The code calls self.close(), after which nothing else could tell the page that it waits for nobody. */
  | { readonly type: "closed" };

export interface ConsoleData {
  readonly level: "log" | "info" | "warn" | "error" | "debug";
  /** Arguments formatted and joined, at most 10,000 characters. */
  readonly text: string;
  readonly frame: FrameData | null;
  readonly timeMs: number;
}

/** The message with which the frame hands a fresh worker its ports: Comlink's, then the events'. */
export interface WorkerInit {
  readonly type: "init";
}
