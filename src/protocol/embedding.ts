// What crosses between this site in a frame and the page that has framed it. Both sides read it by hand: neither trusts the
// other. Windows only exchange "are you there", "here" and "connect", which brings a port; all else goes over that port.

/** Raised when the messages change so that the other side would misunderstand them. */
export const embeddingVersion = 1;

/** From the page that frames, to the frame's window. */
export type ToFrame =
  | { readonly interstate: "hello" }
  /** With a port. view: hears how high the app is, says light or dark. client: a session of its own. */
  | { readonly interstate: "connect"; readonly version: number; readonly as: "view" | "client" };

/** From the frame to the page that frames it, when it starts and as the answer to "hello". Says nothing of anybody. */
export interface FromFrame {
  readonly interstate: "here";
  readonly version: number;
  /** Random; another one after the page has been loaded again. */
  readonly page: string;
}

/** From a client, over its port. */
export type ClientRequest =
  | { readonly type: "api"; readonly id: number }
  | {
      readonly type: "call";
      readonly id: number;
      readonly endpoint: string;
      /** By position, or by the parameters' names. */
      readonly inputs: readonly unknown[] | Readonly<Record<string, unknown>>;
    }
  /** Stops the call of that id. */
  | { readonly type: "cancel"; readonly id: number }
  | { readonly type: "get"; readonly id: number; readonly name: string }
  | { readonly type: "set"; readonly id: number; readonly name: string; readonly value: unknown }
  /** Values come as events of that id, until "cancel"; or until it has failed, which may also be after it was answered. */
  | { readonly type: "subscribe"; readonly id: number; readonly name: string }
  /** To "ping". */
  | { readonly type: "pong" }
  /** The session ends. */
  | { readonly type: "close" };

/** To a client, over its port. */
export type ClientMessage =
  /** The session is there; else why not. */
  | { readonly type: "ready" }
  | { readonly type: "refused"; readonly message: string }
  /** Somebody else wants a place: whoever says nothing in return has gone. */
  | { readonly type: "ping" }
  /** The answer to a request; for a call, it has ended. */
  | { readonly type: "done"; readonly id: number; readonly value: unknown }
  | { readonly type: "failed"; readonly id: number; readonly message: string }
  | { readonly type: "event"; readonly id: number; readonly event: ClientEvent };

export type ClientEvent = CallEvent | { readonly type: "value"; readonly value: unknown };

/** As Gradio's client tells of a call. */
export type CallEvent =
  | {
      readonly type: "status";
      readonly endpoint: string;
      readonly stage: "pending" | "generating" | "complete" | "error";
      readonly timeMs: number;
      /** In the queue, from 1; null: it runs, or has run. */
      readonly position: number | null;
      /** Calls in the queue. */
      readonly size: number | null;
      /** What is wrong, for stage "error". */
      readonly message: string | null;
      /** It was stopped by cancel(). */
      readonly cancelled: boolean;
    }
  | { readonly type: "data"; readonly endpoint: string; readonly timeMs: number; readonly data: readonly unknown[] }
  /** gr.Info, gr.Warning and the like. */
  | {
      readonly type: "log";
      readonly endpoint: string;
      readonly timeMs: number;
      readonly level: string;
      readonly log: string;
    };

/** From the frame, over the port of a view. */
export interface ViewMessage {
  readonly type: "height";
  readonly px: number;
}

/** To the frame, over the port of a view. null: as the system is. */
export interface ViewRequest {
  readonly type: "theme";
  readonly theme: "light" | "dark" | null;
}

/** What `viewApi` gives: as Gradio's `view_api`, with types of TypeScript. */
export interface ApiInfo {
  readonly namedEndpoints: Readonly<Record<string, EndpointInfo>>;
}

export interface EndpointInfo {
  readonly parameters: readonly {
    readonly parameterName: string;
    readonly label: string;
    readonly component: string;
    readonly type: string;
    readonly parameterHasDefault: boolean;
    readonly parameterDefault: unknown;
  }[];
  readonly returns: readonly { readonly label: string; readonly component: string; readonly type: string }[];
}
