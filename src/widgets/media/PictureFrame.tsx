// A picture with what can be done with it: save it, see it as large as the screen.

import { createSignal, onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Picture } from "../../spec/is-picture.ts";
import { MediaButton } from "./icons.tsx";
import { type PicturePoint, PictureView } from "./PictureView.tsx";
import { savePicture } from "./save-file.ts";

export function PictureFrame(props: {
  readonly picture: Picture;
  /** What it is called, and saved as. */
  readonly name: string;
  readonly download: boolean;
  readonly fullscreen: boolean;
  onPoint?(point: PicturePoint): void;
  /** More tools. */
  readonly children?: JSX.Element;
}): JSX.Element {
  let frame: HTMLDivElement | undefined;
  const [isLarge, setLarge] = createSignal(false);
  onMount(() => {
    const follow = () => setLarge(document.fullscreenElement === frame);
    document.addEventListener("fullscreenchange", follow);
    onCleanup(() => document.removeEventListener("fullscreenchange", follow));
  });
  const toggle = async () => {
    if (isLarge()) return document.exitFullscreen();
    await frame?.requestFullscreen().catch(() => undefined);
  };
  return (
    <div class="picture-frame" ref={(element) => (frame = element)}>
      <PictureView picture={props.picture} alt={props.name} {...(props.onPoint ? { onPoint: props.onPoint } : {})} />
      <div class="media-tools">
        {props.children}
        <Show when={props.download}>
          <MediaButton
            icon="download"
            name="Download image"
            onPress={() => void savePicture(props.picture, props.name || "image")}
          />
        </Show>
        <Show when={props.fullscreen && document.fullscreenEnabled}>
          <MediaButton
            icon={isLarge() ? "close" : "fullscreen"}
            name={isLarge() ? "Leave full screen" : "Full screen"}
            onPress={() => void toggle()}
          />
        </Show>
      </div>
    </div>
  );
}
