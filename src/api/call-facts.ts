// What a function may ask of the call that runs, in its last default parameters: `evt = gr.SelectData()`.

import { currentPort } from "./port.ts";

/** About the user whose call it is. */
export interface Request {
  /** Names the session: a new one for each tab, each user side by side, and after each refresh. Gradio: session_hash. */
  readonly sessionHash: string;
}

/**
 * The request of the call that runs, as the default of a function's last parameter.
 *
 * @returns `sessionHash` names the session. Outside of a call it is "".
 * @example function press(count: number, request = gr.Request()) { console.log(request.sessionHash); return count + 1; }
 */
export function Request(): Request {
  return Object.freeze({ sessionHash: currentPort()?.call()?.facts?.sessionHash ?? "" });
}

/** What triggered a listener. */
export interface EventData {
  /** The component that it happened to; null if none did. */
  readonly target: unknown;
  /** All that is known of it. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * What triggered the listener that runs, as the default of its function's last parameter.
 *
 * @returns The component, and what else is known.
 * @example function pressed(evt = gr.EventData()) { … }
 */
export function EventData(): EventData {
  return Object.freeze(eventData());
}

/** What was chosen, in a select listener. */
export interface SelectData<Index = number, Value = string> extends EventData {
  /** Its place: a number, or [row, column]. */
  readonly index: Index;
  /** What is there. */
  readonly value: Value;
  /** All values of its row, in a table. */
  readonly rowValue: readonly Value[] | null;
  /** All values of its column, in a table. */
  readonly colValue: readonly Value[] | null;
  /** Whether it was chosen, and not let go. */
  readonly selected: boolean;
}

/**
 * What was chosen, as the default of the last parameter of a select listener's function.
 *
 * @returns `index`, `value`, `selected`; of a table also `rowValue` and `colValue`.
 * @example table.select({ fn: (evt = gr.SelectData()) => evt.value, outputs: chosen })
 */
export function SelectData<Index = number, Value = string>(): SelectData<Index, Value> {
  return withData({ index: null, value: null, rowValue: null, colValue: null, selected: true });
}

/** What was pressed, in a keyUp listener. */
export interface KeyUpData extends EventData {
  /** The key's name. */
  readonly key: string;
  /** What the field holds. */
  readonly inputValue: string;
}

/**
 * What was pressed, as the default of the last parameter of a keyUp listener's function.
 *
 * @returns `key` and `inputValue`.
 */
export function KeyUpData(): KeyUpData {
  return withData({ key: "", inputValue: "" });
}

/** What was liked, in a like listener. */
export interface LikeData extends EventData {
  /** Place of the message. */
  readonly index: number;
  /** Its text. */
  readonly value: string;
  /** true, false, the text of another answer, or "" when it is taken back. */
  readonly liked: boolean | string;
}

/**
 * What was liked, as the default of the last parameter of a like listener's function.
 *
 * @returns `index`, `value` and `liked`.
 */
export function LikeData(): LikeData {
  return withData({ index: null, value: null, liked: true });
}

/** What is to be done again, in a retry or an undo listener. */
export interface RetryData extends EventData {
  /** Place of what the user said last: what was answered, and what is answered again or taken back. */
  readonly index: number;
  /** Its text. */
  readonly value: string;
}
export type UndoData = RetryData;

/**
 * What is to be done again, as the default of the last parameter of a retry listener's function.
 *
 * @returns `index` and `value`.
 */
export function RetryData(): RetryData {
  return withData({ index: null, value: null });
}

/**
 * What is to be taken back, as the default of the last parameter of an undo listener's function.
 *
 * @returns `index` and `value`.
 */
export function UndoData(): UndoData {
  return withData({ index: null, value: null });
}

/** What was edited, in an edit listener. */
export interface EditData<Index = number, Value = string> extends EventData {
  /** Place of the message, or [row, column] in a table. */
  readonly index: Index;
  /** What is there now: a message's text, or what is in the cell. */
  readonly value: Value;
  /** What was there before. */
  readonly previousValue: Value;
}

/**
 * What was edited, as the default of the last parameter of an edit listener's function.
 *
 * @returns `index`, `value` and `previousValue`.
 */
export function EditData<Index = number, Value = string>(): EditData<Index, Value> {
  return withData({ index: null, value: null, previousValue: null });
}

/** Which file, in a delete or a download listener. */
export interface FileEventData extends EventData {
  /** The file; of a Gallery the picture. */
  readonly file: unknown;
}
export type DeletedFileData = FileEventData;
export type DownloadData = FileEventData;

/**
 * Which file was deleted, as the default of the last parameter of a delete listener's function.
 *
 * @returns `file`.
 */
export function DeletedFileData(): DeletedFileData {
  return withData({ file: null });
}

/**
 * Which file was downloaded, as the default of the last parameter of a download listener's function.
 *
 * @returns `file`.
 */
export function DownloadData(): DownloadData {
  return withData({ file: null });
}

/** What was copied, in a copy listener. */
export interface CopyData extends EventData {
  readonly value: unknown;
}

/**
 * What was copied, as the default of the last parameter of a copy listener's function.
 *
 * @returns `value`.
 */
export function CopyData(): CopyData {
  return withData({ value: null });
}

function eventData(): EventData {
  const facts = currentPort()?.call()?.facts;
  const data = facts?.data;
  return { target: facts?.target ?? null, data: typeof data === "object" && data !== null ? { ...data } : {} };
}

/** The fields that are known, over their defaults. */
function withData<T>(defaults: Readonly<Record<string, unknown>>): T {
  const { target, data } = eventData();
  const known = Object.keys(defaults).filter((name) => data[name] !== undefined);
  return Object.freeze({
    ...defaults,
    ...Object.fromEntries(known.map((name) => [name, data[name]])),
    target,
    data,
  }) as T;
}
