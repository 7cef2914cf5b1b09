// Reads what a page that frames this one says. It may be anybody and may say anything: shape and size are checked by hand,
// and a request is copied, so that nothing else of it goes any further.

import { err, ok, type Result } from "../../base/result.ts";
import { type ClientRequest, embeddingVersion, type ToFrame } from "../../protocol/embedding.ts";
import { measureMessage, type SizeLimits } from "../../protocol/message-size.ts";
import { isTheme, type Theme } from "../theme.ts";

/** As much as an app takes of its own widgets without the page standing still. */
const inputLimits: SizeLimits = { bytes: 64_000_000, effort: 5_000_000, depth: 200 };
const maxNameChars = 200;
const maxInputs = 200;

/** null: it is nothing for this page, or for another version of it. */
export function readToFrame(value: unknown): ToFrame | null {
  if (!isRecord(value)) return null;
  if (value["interstate"] === "hello") return { interstate: "hello" };
  const { as, version } = value;
  if (value["interstate"] !== "connect" || version !== embeddingVersion) return null;
  return as === "view" || as === "client" ? { interstate: "connect", version, as } : null;
}

/** The theme that a view asks for; undefined: it asks for nothing that there is. */
export function readTheme(value: unknown): Theme | null | undefined {
  if (!isRecord(value) || value["type"] !== "theme") return undefined;
  const { theme } = value;
  return theme === null || isTheme(theme) ? theme : undefined;
}

export interface RequestError {
  /** The request that is wrong; null: not even that is known. */
  readonly id: number | null;
  /** A sentence for whoever wrote the code. */
  readonly message: string;
}

export function readRequest(value: unknown): Result<ClientRequest, RequestError> {
  if (!isRecord(value)) return err({ id: null, message: "A request is an object." });
  const { type, id } = value;
  if (type === "close" || type === "pong") return ok({ type });
  if (typeof id !== "number" || !Number.isSafeInteger(id) || id < 0)
    return err({ id: null, message: "A request has a number." });
  const wrong = (message: string) => err({ id, message });
  switch (type) {
    case "api":
    case "cancel":
      return ok({ type, id });
    case "call":
      return readCall(value, id);
    case "get":
    case "set":
    case "subscribe": {
      const { name } = value;
      if (!isName(name)) return wrong("The name of a variable is a short text.");
      if (type !== "set") return ok({ type, id, name });
      const excess = tooMuch(value["value"]);
      return excess === null ? ok({ type, id, name, value: value["value"] }) : wrong(`The value ${excess}.`);
    }
    default:
      return wrong("There is no request of this type.");
  }
}

function readCall(value: Readonly<Record<string, unknown>>, id: number): Result<ClientRequest, RequestError> {
  const { endpoint, inputs } = value;
  const wrong = (message: string) => err({ id, message });
  if (!isName(endpoint)) return wrong('An endpoint is named by a short text, such as "/predict".');
  const isList = Array.isArray(inputs);
  if (!isList && !isRecord(inputs)) return wrong("Inputs are a list, or an object with the parameters' names.");
  const count = isList ? inputs.length : Object.keys(inputs).length;
  if (count > maxInputs) return wrong(`These are ${count} inputs; no function takes more than ${maxInputs}.`);
  const excess = tooMuch(inputs);
  if (excess !== null) return wrong(`What is given as inputs ${excess}.`);
  return ok({ type: "call", id, endpoint, inputs: isList ? [...(inputs as unknown[])] : { ...inputs } });
}

function tooMuch(value: unknown): string | null {
  switch (measureMessage(value, inputLimits).excess) {
    case null:
      return null;
    case "bytes":
      return "holds more than 64 MB";
    case "values":
      return "holds more values than an app takes at once";
    case "depth":
      return "is nested too deeply";
  }
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= maxNameChars;
}

/** As structuredClone makes them. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
