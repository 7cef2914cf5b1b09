// Image: the page holds a picture (see picture.ts), or null while there is none. What the function receives, a Blob or its
// pixels, is made in the worker, so that an upload stays a reference until then.

import { err, ok } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { describeValue } from "../describe-value.ts";
import { choice, flag, optionalText, someOf, wholeNumber } from "../parameter.ts";
import { isPicture } from "../is-picture.ts";
import { pictureFor, pictureOption, toPicture } from "../picture.ts";

export const image: KindDefinition = {
  kind: "image",
  name: "Image",
  shortcuts: ["image"],
  first: "value",
  events: ["change", "clear", "input", "select", "upload"],
  parameters: {
    info: optionalText(),
    placeholder: optionalText(),
    type: choice("blob", "imagedata"),
    sources: someOf("upload", "webcam", "clipboard"),
    height: wholeNumber(null, 1, 10_000),
    width: wholeNumber(null, 1, 10_000),
    showDownloadButton: flag(true),
    showFullscreenButton: flag(true),
    mirrorWebcam: flag(true),
    required: flag(true),
  },
  renamed: {
    show_download_button: "showDownloadButton",
    show_fullscreen_button: "showFullscreenButton",
    mirror_webcam: "mirrorWebcam",
  },
  value: pictureOption,

  check({ type }, value, path) {
    if (type !== "imagedata" || !(value instanceof Blob) || !value.type.startsWith("image/svg")) return;
    throw new DeclarationError(
      `${path}.value`,
      "must have pixels, as the function receives them, but it is SVG: draw it on an OffscreenCanvas",
    );
  },

  checkInput(value, component) {
    const result = image.preprocess(value, component);
    return result.ok ? null : result.error;
  },

  preprocess(value, { props }) {
    if (value === null || value === undefined) return props["required"] === false ? ok(null) : err("Choose an image.");
    return isPicture(value) ? ok(value) : err(`This must be an image; it is ${describeValue(value)}.`);
  },

  prepare: (value, { props }) => pictureFor(value, props["type"]),

  isOutput: (value) => value === null || isPicture(value),

  postprocess(value) {
    if (value === null || value === undefined) return ok(null);
    const picture = toPicture(value);
    return picture.ok ? picture : err(`is an Image, but the function returned ${picture.error}`);
  },
};
