// An image: as an input it is chosen, dropped, pasted or taken with the camera; as an output it is shown and can be saved.

import { createUniqueId, Show } from "solid-js";
import type { JSX } from "solid-js";
import { isPicture, type Picture } from "../spec/is-picture.ts";
import { flagProp, numberProp } from "./component-props.ts";
import { Field, labelId } from "./Field.tsx";
import { ImageInput } from "./media/ImageInput.tsx";
import { PictureFrame } from "./media/PictureFrame.tsx";
import { MediaIcon } from "./media/icons.tsx";
import type { WidgetProps } from "./widget.ts";
import "./media/media.css";

export default function ImageBox(props: WidgetProps): JSX.Element {
  const picture = () => (isPicture(props.value) ? props.value : null);
  return (
    <div class="image-box" style={boxStyle(props)}>
      <Show when={props.component.interactive} fallback={<ImageOutput widget={props} picture={picture()} />}>
        <ImageInput widget={props} picture={picture()} />
      </Show>
    </div>
  );
}

function ImageOutput(props: { readonly widget: WidgetProps; readonly picture: Picture | null }): JSX.Element {
  const id = createUniqueId();
  return (
    <Field id={id} widget={props.widget} plainLabel>
      <div
        class="media"
        id={id}
        role="group"
        aria-labelledby={labelId(id)}
        classList={{ filled: props.picture !== null }}
      >
        <Show
          when={props.picture}
          fallback={
            <div class="media-note">
              <MediaIcon name="picture" size={24} />
            </div>
          }
        >
          {(picture) => (
            <PictureFrame
              picture={picture()}
              name={props.widget.component.label}
              download={flagProp(props.widget.component, "showDownloadButton")}
              fullscreen={flagProp(props.widget.component, "showFullscreenButton")}
              onPoint={({ x, y }) => props.widget.onEvent("select", { index: [x, y], value: null, selected: true })}
            />
          )}
        </Show>
      </div>
    </Field>
  );
}

function boxStyle({ component }: WidgetProps): JSX.CSSProperties {
  const height = numberProp(component, "height");
  const width = numberProp(component, "width");
  return {
    ...(height === null ? {} : { "--media-height": `${height}px` }),
    ...(width === null ? {} : { "max-width": `${width}px` }),
  };
}
