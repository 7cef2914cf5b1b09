// Draws a picture: a Blob in an image element, where no script of an SVG runs; pixels on a canvas of their size.

import { createEffect, createMemo, createSignal, on, onCleanup, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Picture } from "../../spec/is-picture.ts";
import { sizeText } from "./size-text.ts";

export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

export function PictureView(props: {
  readonly picture: Picture;
  /** What is said instead of it. */
  readonly alt: string;
  /** Pixels of the picture, from its upper left corner. */
  onPoint?(point: PicturePoint): void;
}): JSX.Element {
  const pixels = () => (props.picture instanceof Blob ? null : props.picture);
  const blob = () => (props.picture instanceof Blob ? props.picture : null);
  return (
    <Show when={pixels()} fallback={<Show when={blob()}>{(shown) => <BlobView {...props} blob={shown()} />}</Show>}>
      {(shown) => <PixelView {...props} pixels={shown()} />}
    </Show>
  );
}

interface ViewProps {
  readonly alt: string;
  onPoint?(point: PicturePoint): void;
}

function BlobView(props: ViewProps & { readonly blob: Blob }): JSX.Element {
  const url = createMemo(() => {
    const made = URL.createObjectURL(props.blob);
    onCleanup(() => URL.revokeObjectURL(made));
    return made;
  });
  const [failed, setFailed] = createSignal(false);
  createEffect(on(url, () => setFailed(false)));
  return (
    <>
      <img
        class="picture"
        src={url()}
        alt={props.alt}
        hidden={failed()}
        decoding="async"
        onError={() => setFailed(true)}
        onClick={(event) => {
          const { currentTarget: image } = event;
          props.onPoint?.(pointIn(event, image, image.naturalWidth, image.naturalHeight));
        }}
      />
      <Show when={failed()}>
        <p class="media-note failed" role="alert">
          This is no image that the browser can show: {props.blob.type || "of no type"}, {sizeText(props.blob.size)}.
        </p>
      </Show>
    </>
  );
}

function PixelView(props: ViewProps & { readonly pixels: ImageData }): JSX.Element {
  let canvas: HTMLCanvasElement | undefined;
  createEffect(() => {
    const { pixels } = props;
    if (!canvas) return;
    // Setting a size clears the canvas and takes time, even if it is the same.
    if (canvas.width !== pixels.width) canvas.width = pixels.width;
    if (canvas.height !== pixels.height) canvas.height = pixels.height;
    canvas.getContext("2d")?.putImageData(pixels, 0, 0);
  });
  return (
    <canvas
      ref={(element) => (canvas = element)}
      class="picture"
      role="img"
      aria-label={`${props.alt}, ${props.pixels.width} × ${props.pixels.height} pixels`}
      onClick={(event) => {
        const { currentTarget: element } = event;
        props.onPoint?.(pointIn(event, element, element.width, element.height));
      }}
    />
  );
}

function pointIn(event: MouseEvent, element: HTMLElement, width: number, height: number): PicturePoint {
  const box = element.getBoundingClientRect();
  const pixel = (offset: number, length: number, count: number) =>
    Math.max(0, Math.min(count - 1, Math.floor((offset / length) * count)));
  return {
    x: pixel(event.clientX - box.left, box.width, width),
    y: pixel(event.clientY - box.top, box.height, height),
  };
}
