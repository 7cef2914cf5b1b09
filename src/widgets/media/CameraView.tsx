// What the camera shows, until a picture of it is taken. The camera is on only while this is open.

import { createSignal, onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import { openCamera, takePicture } from "./camera.ts";
import { closeDevice } from "./open-device.ts";
import { MediaIcon } from "./icons.tsx";

export function CameraView(props: {
  readonly mirror: boolean;
  onPicture(picture: File): void;
  /** `problem`: why it cannot be used, or null if the person closed it. */
  onClose(problem: string | null): void;
}): JSX.Element {
  const [showing, setShowing] = createSignal(false);
  let video: HTMLVideoElement | undefined;
  let take: HTMLButtonElement | undefined;
  let stream: MediaStream | null = null;
  let gone = false;
  onCleanup(() => {
    gone = true;
    if (stream) closeDevice(stream);
  });
  onMount(() => {
    void open().catch((error: unknown) => {
      if (!gone) props.onClose(error instanceof Error ? error.message : String(error));
    });
  });

  async function open(): Promise<void> {
    const opened = await openCamera();
    if (gone || !video) return closeDevice(opened);
    stream = opened;
    video.srcObject = opened;
    await video.play();
    setShowing(true);
    take?.focus();
  }

  async function press(): Promise<void> {
    if (!video) return;
    try {
      props.onPicture(await takePicture(video, props.mirror));
    } catch (error) {
      props.onClose(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <div
      class="camera"
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onClose(null);
      }}
    >
      <video
        ref={(element) => (video = element)}
        class="picture"
        classList={{ mirrored: props.mirror }}
        muted
        playsinline
        aria-label="What the camera shows"
      />
      <Show when={!showing()}>
        <p class="media-note">Waiting for the camera …</p>
      </Show>
      <div class="camera-buttons">
        <button
          ref={(element) => (take = element)}
          type="button"
          class="button primary"
          disabled={!showing()}
          onClick={() => void press()}
        >
          <MediaIcon name="camera" />
          Take picture
        </button>
        <button type="button" class="button" onClick={() => props.onClose(null)}>
          Close camera
        </button>
      </div>
    </div>
  );
}
