// The client, with the verbs of Gradio's: connect, predict, submit, viewApi; and what that lacks: state. Each client is a
// session of its own in the app.

import { createDeferred } from "../base/deferred.ts";
import type { ApiInfo, CallEvent, ClientEvent, ClientMessage, ClientRequest } from "../protocol/embedding.ts";
import { type Connection, connectFrame } from "./connection.ts";
import { frameOf } from "./frame-of.ts";
import { type Submission, Submitting } from "./submission.ts";

export interface ConnectOptions {
  /** How long it may take until the app runs. Default: 60,000. */
  readonly timeoutMs?: number;
}

export type Inputs = readonly unknown[] | Readonly<Record<string, unknown>>;

/** What `predict` resolves with: the last data of the call, a value for each output that is not State. */
export type Prediction = Extract<CallEvent, { type: "data" }>;

type Request = Exclude<ClientRequest, { type: "close" | "pong" | "cancel" }>;
type Unnumbered<R> = R extends Request ? Omit<R, "id"> : never;

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
  onEvent(event: ClientEvent): void;
  /** Also hears of events after the answer. */
  readonly goesOn: boolean;
}

export class Client {
  readonly #connection: Connection;
  readonly #dispose: () => void;
  /** The session is open, or why it will not be. */
  readonly #begun = createDeferred<void>();
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  /** Why nothing can be asked any more. */
  #over: string | null = null;
  /** By whoever uses it, so that they need not be told. */
  #isClosed = false;

  private constructor(connection: Connection, dispose: () => void) {
    this.#connection = connection;
    this.#dispose = dispose;
  }

  /**
   * @param target An <interstate-app>, an <iframe> with an app in it, or the address of an app, which then runs unseen.
   * @throws Error, in words, if no app answers there, or it does not run.
   */
  static async connect(target: string | Element, { timeoutMs = 60_000 }: ConnectOptions = {}): Promise<Client> {
    const { frame, dispose } = frameOf(target);
    const startMs = performance.now();
    try {
      const connection = await connectFrame(frame, "client", timeoutMs);
      const client = new Client(connection, dispose);
      const late = `The app at ${frame.origin} did not run within ${timeoutMs / 1000} s. Does its code take so long to load?`;
      await client.#begin(startMs + timeoutMs - performance.now(), late);
      return client;
    } catch (error) {
      dispose();
      throw error;
    }
  }

  /** Calls an endpoint and waits for its end. Throws an Error with what the app says is wrong. */
  async predict(endpoint: string, inputs: Inputs = []): Promise<Prediction> {
    let last: Prediction | null = null;
    for await (const event of this.submit(endpoint, inputs)) {
      if (event.type === "data") last = event;
      if (event.type === "status" && event.stage === "error") throw new Error(event.message ?? "The call failed.");
    }
    return last ?? { type: "data", endpoint, timeMs: Date.now(), data: [] };
  }

  /** Calls an endpoint and tells how it goes: `for await (const event of app.submit(…))`. `cancel()` stops it. */
  submit(endpoint: string, inputs: Inputs = []): Submission {
    const submitting = new Submitting(endpoint, () => this.#send({ type: "cancel", id }));
    const id = this.#ask({ type: "call", endpoint, inputs }, submitting);
    return submitting.submission;
  }

  /** The endpoints with their parameters and what they return. */
  viewApi(): Promise<ApiInfo> {
    return this.#request({ type: "api" }) as Promise<ApiInfo>;
  }

  /** The app's shared variables, as far as its code lets pages that embed it: `export const embed = { read, write }`. */
  readonly state = {
    get: (name: string): Promise<unknown> => this.#request({ type: "get", name }),
    set: async (name: string, value: unknown): Promise<void> => {
      await this.#request({ type: "set", name, value });
    },
    /**
     * Calls with the value at once, and after each change. Resolves with what ends that. If it ends by itself, because the
     * app is gone or its code has changed and does not let other pages read the variable any more, `onEnd` hears why;
     * without it the console does.
     */
    subscribe: async (
      name: string,
      onValue: (value: unknown) => void,
      onEnd: (error: Error) => void = (error) => console.error(error),
    ): Promise<() => void> => {
      let id = 0;
      let isAnswered = false;
      await new Promise<void>((resolve, reject) => {
        id = this.#ask(
          { type: "subscribe", name },
          {
            resolve() {
              isAnswered = true;
              resolve();
            },
            reject: (error) => {
              if (!isAnswered) reject(error);
              else if (!this.#isClosed) onEnd(error);
            },
            onEvent(event) {
              if (event.type === "value") onValue(event.value);
            },
            goesOn: true,
          },
        );
      });
      return () => {
        if (this.#pending.delete(id)) this.#send({ type: "cancel", id });
      };
    },
  };

  /** Ends the session: its State goes, and calls that are under way end. */
  close(): void {
    this.#isClosed = true;
    this.#end("This client is closed.");
  }

  async #begin(timeoutMs: number, late: string): Promise<void> {
    const { port, left } = this.#connection;
    void left.then(() => this.#end("The app was loaded again, so this session is over. Connect again."));
    port.onmessage = ({ data }: MessageEvent<ClientMessage>) => {
      if (data.type === "ready") this.#begun.resolve();
      else if (data.type === "refused") this.#end(data.message);
      else if (data.type === "ping") this.#send({ type: "pong" });
      else this.#take(data);
    };
    const timeout = setTimeout(() => this.#end(late), timeoutMs);
    try {
      await this.#begun.promise;
    } finally {
      clearTimeout(timeout);
    }
  }

  #take(message: Exclude<ClientMessage, { type: "ready" | "refused" | "ping" }>): void {
    const pending = this.#pending.get(message.id);
    if (!pending) return;
    if (message.type === "event") return pending.onEvent(message.event);
    if (message.type === "failed" || !pending.goesOn) this.#pending.delete(message.id);
    if (message.type === "failed") pending.reject(new Error(message.message));
    else pending.resolve(message.value);
  }

  #request(request: Unnumbered<Request>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#ask(request, { resolve, reject, onEvent: () => undefined, goesOn: false });
    });
  }

  #ask(request: Unnumbered<Request>, pending: Pending): number {
    const id = ++this.#lastId;
    if (this.#over !== null) {
      pending.reject(new Error(this.#over));
      return id;
    }
    this.#pending.set(id, pending);
    try {
      this.#send({ ...request, id } as Request);
    } catch (error) {
      // A function, say, is no data and does not cross.
      this.#pending.delete(id);
      pending.reject(error instanceof Error ? error : new Error(String(error)));
    }
    return id;
  }

  #send(request: ClientRequest): void {
    if (this.#over === null) this.#connection.port.postMessage(request);
  }

  #end(why: string): void {
    if (this.#over !== null) return;
    this.#send({ type: "close" });
    this.#over = why;
    this.#begun.reject(new Error(why));
    for (const { reject } of this.#pending.values()) reject(new Error(why));
    this.#pending.clear();
    this.#connection.end();
    this.#dispose();
  }
}
