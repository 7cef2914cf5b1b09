// ColorPicker: the page holds a colour as "#rrggbb", or what was typed that is none.

import { err, ok } from "../../base/result.ts";
import { toHexColor } from "../hex-color.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { describeValue } from "../describe-value.ts";
import { optionalText } from "../parameter.ts";

const expected = 'a colour, such as "#ff8800" or "rgb(255, 136, 0)"';

export const colorPicker: KindDefinition = {
  kind: "colorpicker",
  name: "ColorPicker",
  shortcuts: ["colorpicker"],
  first: "value",
  events: ["change", "input", "release", "submit", "focus", "blur"],
  parameters: { info: optionalText() },
  renamed: {},
  value: {
    default: "#000000",
    read(value, path) {
      const color = toHexColor(value ?? "#000000");
      if (color !== null) return color;
      throw new DeclarationError(path, `must be ${expected}, but it is ${describeValue(value)}`);
    },
  },

  checkInput(value, component) {
    const result = colorPicker.preprocess(value, component);
    return result.ok ? null : result.error;
  },

  preprocess(value) {
    const color = toHexColor(value);
    return color === null ? err(`Enter ${expected}.`) : ok(color);
  },

  isOutput: (value) => toHexColor(value) === value,

  postprocess(value) {
    const color = toHexColor(value ?? "#000000");
    return color === null
      ? err(`is a ColorPicker, which takes ${expected}, but the function returned ${describeValue(value)}`)
      : ok(color);
  },
};
