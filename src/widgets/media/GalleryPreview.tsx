// One image of a gallery, large: the arrow keys go to the next and the one before, Escape goes back to all.

import { onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { GalleryItem } from "../../spec/components/gallery.ts";
import { MediaButton } from "./icons.tsx";
import { PictureFrame } from "./PictureFrame.tsx";

export function GalleryPreview(props: {
  readonly item: GalleryItem;
  readonly index: number;
  readonly count: number;
  /** Of the gallery. */
  readonly label: string;
  readonly download: boolean;
  readonly fullscreen: boolean;
  /** The person opened it, rather than the program. */
  readonly takesFocus: boolean;
  onMove(index: number): void;
  onRemove?(index: number): void;
  onClose(): void;
}): JSX.Element {
  let element: HTMLDivElement | undefined;
  onMount(() => {
    if (props.takesFocus) element?.focus();
  });
  const go = (to: number) => {
    const index = Math.max(0, Math.min(props.count - 1, to));
    if (index !== props.index) props.onMove(index);
  };

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, () => void>> = {
      ArrowRight: () => go(props.index + 1),
      ArrowLeft: () => go(props.index - 1),
      Home: () => go(0),
      End: () => go(props.count - 1),
      Escape: props.onClose,
      ...(props.onRemove ? { Delete: () => props.onRemove?.(props.index) } : {}),
    };
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    step();
  }

  const position = () => `${props.index + 1} of ${props.count}`;
  return (
    <div
      ref={(made) => (element = made)}
      class="picture-preview"
      role="group"
      aria-label={`Image ${position()}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <PictureFrame
        picture={props.item.picture}
        name={props.item.caption ?? `${props.label} ${props.index + 1}`}
        download={props.download}
        fullscreen={props.fullscreen}
      >
        <Show when={props.onRemove}>
          {(remove) => <MediaButton icon="remove" name="Remove image" onPress={() => remove()(props.index)} />}
        </Show>
        <MediaButton icon="close" name="Show all images" onPress={() => props.onClose()} />
      </PictureFrame>
      <div class="picture-bar">
        <MediaButton
          icon="previous"
          name="Previous image"
          disabled={props.index === 0}
          onPress={() => go(props.index - 1)}
        />
        <p aria-live="polite">
          <span class="picture-position">{position()}</span>
          <Show when={props.item.caption}> · {props.item.caption}</Show>
        </p>
        <MediaButton
          icon="next"
          name="Next image"
          disabled={props.index === props.count - 1}
          onPress={() => go(props.index + 1)}
        />
      </div>
    </div>
  );
}
