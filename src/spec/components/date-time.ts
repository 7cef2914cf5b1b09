// DateTime: the page holds the text that stands in the field, such as "2024-05-01 13:00:00".

import { err, ok } from "../../base/result.ts";
import { isTimeZone, readTime, writeTime } from "../clock-text.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { describeValue } from "../describe-value.ts";
import { choice, flag, optionalText, parameter } from "../parameter.ts";

export const dateTime: KindDefinition = {
  kind: "datetime",
  name: "DateTime",
  shortcuts: ["datetime"],
  first: "value",
  events: ["change", "input", "submit", "focus", "blur"],
  parameters: {
    info: optionalText(),
    includeTime: flag(true),
    type: choice("timestamp", "datetime", "string"),
    timezone: parameter(null, 'the name of a time zone, such as "Europe/Paris"', isTimeZone),
    required: flag(true),
  },
  renamed: { include_time: "includeTime" },
  value: {
    default: null,
    read(value, path) {
      if (value === undefined || value === null || typeof value === "string") return value ?? null;
      if (moment(value) !== null) return value;
      throw new DeclarationError(
        path,
        `must be a date, as a text, a Date or seconds, but it is ${describeValue(value)}`,
      );
    },
  },

  initial: (value, props) => (typeof value === "string" ? value : write(moment(value), props)),

  check(props, value, path) {
    if (typeof value !== "string" || value === "" || read(value, props)) return;
    throw new DeclarationError(`${path}.value`, `must be like ${pattern(props)}, but it is ${describeValue(value)}`);
  },

  checkInput(value, component) {
    const result = dateTime.preprocess(value, component);
    return result.ok ? null : result.error;
  },

  preprocess(value, { props }) {
    if (value === null || value === undefined || value === "") {
      return props["required"] === false ? ok(null) : err("Enter a date.");
    }
    const time = typeof value === "string" ? read(value, props) : null;
    if (time === null) return err(`Enter a date like ${pattern(props)}.`);
    if (props["type"] === "datetime") return ok(time);
    return ok(props["type"] === "string" ? write(time, props) : time.getTime() / 1000);
  },

  isOutput: (value) => typeof value === "string" && value.length <= 100,

  postprocess(value, { props }) {
    if (value === null || value === undefined) return ok("");
    const time = typeof value === "string" ? read(value, props) : moment(value);
    if (time) return ok(write(time, props));
    const hint =
      typeof value === "number" && Math.abs(value) >= latest ? ", and numbers are seconds here; return a Date" : "";
    return err(`is a DateTime, but the function returned ${describeValue(value)}${hint}`);
  },
};

/** The years 0 to 9999, in seconds: whoever goes beyond counts milliseconds. */
const earliest = -62_167_219_200;
const latest = 253_402_300_800;

/** A moment that is given as a Date or in seconds. */
function moment(value: unknown): Date | null {
  const isDate = Object.prototype.toString.call(value) === "[object Date]";
  const seconds = isDate ? Number(value) / 1000 : value;
  return typeof seconds === "number" && seconds >= earliest && seconds < latest ? new Date(seconds * 1000) : null;
}

function read(text: string, props: Readonly<Record<string, unknown>>): Date | null {
  return readTime(text, zone(props), props["includeTime"] !== false);
}

function write(time: Date | null, props: Readonly<Record<string, unknown>>): string {
  return time === null ? "" : writeTime(time, zone(props), props["includeTime"] !== false);
}

function zone({ timezone }: Readonly<Record<string, unknown>>): string | null {
  return typeof timezone === "string" ? timezone : null;
}

function pattern({ includeTime }: Readonly<Record<string, unknown>>): string {
  return includeTime === false ? "2024-05-31" : "2024-05-31 18:30:00";
}
