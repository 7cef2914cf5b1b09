// gr.Info, gr.Success, gr.Warning, gr.Error

import { type ToastTone, toastLimits } from "../protocol/toast.ts";
import { describeValue } from "../spec/describe-value.ts";
import { currentPort } from "./port.ts";
import { readOptions } from "./read-options.ts";

export interface ToastOptions {
  /** How many seconds it stays. null or 0: until somebody puts it away. Default: 10. */
  duration?: number | null;
  /** Its heading. Default: "Info", "Success", "Warning" or "Error". */
  title?: string;
  /** Whether it is shown at all. Default: true. */
  visible?: boolean;
}

/**
 * Shows a message to the person, beside what the function returns; the function goes on.
 *
 * @param message A text, with Markdown or HTML if it needs any (scripts and styles are taken out). Default: "Info issued."
 * @throws TypeError if the message is no text, or an option is none.
 * @example gr.Info("Saved as **draft 3**", { duration: 5 });
 */
export function Info(message: string = "Info issued.", options?: ToastOptions): void {
  show("info", message, options);
}

/**
 * Shows that something went well; the function goes on.
 *
 * @param message A text, with Markdown or HTML if it needs any. Default: "Success."
 * @throws TypeError if the message is no text, or an option is none.
 * @example gr.Success("All 12 files were read.");
 */
export function Success(message: string = "Success.", options?: ToastOptions): void {
  show("success", message, options);
}

/**
 * Shows a warning; the function goes on. To end it, throw a `gr.Error`.
 *
 * @param message A text, with Markdown or HTML if it needs any. Default: "Warning issued."
 * @throws TypeError if the message is no text, or an option is none.
 * @example gr.Warning("That picture is small: the result will be blurred.");
 */
export function Warning(message: string = "Warning issued.", options?: ToastOptions): void {
  show("warning", message, options);
}

export interface ErrorOptions extends ToastOptions {
  /** Whether the editor marks the line that threw it, as it does for a mistake in the code. Default: true. */
  printException?: boolean;
}

/** What `gr.Error` makes. */
export interface Error extends globalThis.Error {
  readonly title: string;
  /** In seconds; null: until somebody puts it away. */
  readonly duration: number | null;
  readonly visible: boolean;
  readonly printException: boolean;
}

interface ErrorConstructor {
  /**
   * An error whose message is meant for the person: throw it, and it is shown as a message and at the app. What the call
   * changed is undone, as for any other error.
   *
   * @param message A text, with Markdown or HTML if it needs any. Default: "Error raised."
   * @throws TypeError if the message is no text, or an option is none.
   * @example if (b === 0) throw new gr.Error("Cannot divide by zero!", { duration: 5 });
   */
  new (message?: string, options?: ErrorOptions): Error;
  /** As in Python, "new" may be left out. */
  (message?: string, options?: ErrorOptions): Error;
  readonly prototype: Error;
}

export const Error: ErrorConstructor = Object.assign(makeError as unknown as ErrorConstructor, {
  prototype: Object.create(globalThis.Error.prototype) as Error,
});
Object.defineProperty(Error.prototype, "constructor", { value: Error, writable: true, configurable: true });
Object.defineProperty(Error, "name", { value: "Error" });

function makeError(this: unknown, message: unknown = "Error raised.", options?: unknown): object {
  const text = readMessage("gr.Error", message);
  const given = readOptions("gr.Error", options, { names: [...names, "printException"] });
  const error = Reflect.construct(globalThis.Error, [text], new.target ?? Error) as object;
  const printException = given["printException"] !== false;
  return Object.assign(error, { ...readToast("gr.Error", given, "Error"), printException });
}

const names = ["duration", "title", "visible"];
const defaultSeconds = 10;

function show(tone: Exclude<ToastTone, "error">, message: unknown, options: unknown): void {
  const name = tone.charAt(0).toUpperCase() + tone.slice(1);
  const text = readMessage(`gr.${name}`, message);
  const { title, duration, visible } = readToast(`gr.${name}`, readOptions(`gr.${name}`, options, { names }), name);
  if (visible)
    currentPort()?.toast({ tone, title, message: text, durationMs: duration === null ? null : duration * 1000 });
}

function readMessage(call: string, message: unknown): string {
  if (typeof message === "string") return message;
  if (typeof message === "number" || typeof message === "bigint" || typeof message === "boolean")
    return String(message);
  throw new TypeError(`${call} takes a text, but this is ${describeValue(message)}`);
}

function readToast(
  call: string,
  { duration = defaultSeconds, title, visible }: Readonly<Record<string, unknown>>,
  name: string,
): Pick<Error, "title" | "duration" | "visible"> {
  if (duration !== null && !(typeof duration === "number" && duration >= 0)) {
    throw new TypeError(
      `The duration of ${call} is in seconds, or null for no end, but this is ${describeValue(duration)}`,
    );
  }
  const seconds = duration === null || duration === 0 || duration * 1000 > toastLimits.durationMs ? null : duration;
  return { title: typeof title === "string" ? title : name, duration: seconds, visible: visible !== false };
}
