// Images in rows; a press shows one large. As an input, a person adds and removes them.

import { createEffect, createSignal, createUniqueId, on, onCleanup, Show, untrack } from "solid-js";
import type { JSX } from "solid-js";
import { type GalleryItem, isItems } from "../spec/components/gallery.ts";
import { flagProp, numberProp, textProp } from "./component-props.ts";
import { Field, labelId } from "./Field.tsx";
import { createFileDrop } from "./media/file-drop.ts";
import { FileInput } from "./media/FileInput.tsx";
import { GalleryGrid } from "./media/GalleryGrid.tsx";
import { GalleryPreview } from "./media/GalleryPreview.tsx";
import { MediaIcon } from "./media/icons.tsx";
import { imageProblem, withPixels } from "./media/open-image.ts";
import type { WidgetProps } from "./widget.ts";
import "./media/media.css";
import { override } from "./override.ts";
import "./media/picture-gallery.css";

const none: readonly GalleryItem[] = [];

export default function Gallery(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  const items = () => (isItems(props.value) ? props.value : none);
  const [problem, setProblem] = createSignal<string | null>(null);
  const widget = override(props, {
    get error() {
      return problem() ?? props.error;
    },
  });
  const isInput = () => props.component.interactive;
  const shown = createShown(props, items);
  let adding: Promise<void> = Promise.resolve();
  let isGone = false;
  onCleanup(() => (isGone = true));

  /** In the order in which they came: what is dropped while another drop is read waits for it. */
  function add(files: readonly File[]): void {
    setProblem(null);
    adding = adding
      .then(() => addNow(files))
      // A browser that has no memory left for it, say.
      .catch(() => void setProblem("This browser could not read the image. Try a smaller one."));
  }

  async function addNow(files: readonly File[]): Promise<void> {
    const added: GalleryItem[] = [];
    for (const file of files) {
      const found = await imageProblem(file);
      if (isGone) return;
      if (found !== null) return void setProblem(found);
      const picture = textProp(props.component, "type") === "imagedata" ? await withPixels(file) : file;
      added.push({ picture, caption: null });
    }
    if (isGone || added.length === 0) return;
    set([...items(), ...added]);
    props.onEvent("upload");
  }

  function remove(index: number): void {
    const item = items()[index];
    if (!item) return;
    setProblem(null);
    set(items().filter((_, each) => each !== index));
    props.onEvent("delete", { index, value: { caption: item.caption }, file: item.picture });
  }

  function set(next: readonly GalleryItem[]): void {
    const value = next.length > 0 ? next : null;
    props.onInput(value);
    props.onChange(value);
  }

  const drop = createFileDrop({
    enabled: () => isInput() && !props.disabled,
    folders: () => true,
    onFiles: add,
  });
  const removing = () => (isInput() && !props.disabled ? { onRemove: remove } : {});
  return (
    <Field id={id} widget={widget} plainLabel={!isInput()}>
      <div
        class="media picture-gallery"
        classList={{ input: isInput(), over: drop.over(), filled: items().length > 0, disabled: props.disabled }}
        style={boxStyle(props)}
        {...(isInput() ? {} : { id, role: "group", "aria-labelledby": labelId(id) })}
        onDragOver={drop.onDragOver}
        onDragLeave={drop.onDragLeave}
        onDrop={drop.onDrop}
        onPaste={drop.onPaste}
      >
        <Show when={isInput()}>
          <FileInput
            id={id}
            widget={widget}
            accept="image/*"
            multiple
            directory={false}
            title="Choose images"
            onFiles={add}
          />
          <span class="media-replace">
            <MediaIcon name="add" />
          </span>
        </Show>
        <Show
          when={shown.item()}
          fallback={
            <Show when={items().length > 0} fallback={<Nothing invites={isInput()} />}>
              <GalleryGrid
                items={items()}
                columns={numberProp(props.component, "columns") ?? 2}
                fit={textProp(props.component, "objectFit")}
                selected={shown.selected()}
                takesFocus={shown.wasLarge()}
                {...removing()}
                onPress={shown.press}
              />
            </Show>
          }
        >
          {(item) => (
            <GalleryPreview
              item={item()}
              index={shown.selected() ?? 0}
              count={items().length}
              label={props.component.label}
              download={!isInput() && flagProp(props.component, "showDownloadButton")}
              fullscreen={flagProp(props.component, "showFullscreenButton")}
              takesFocus={shown.wasPressed()}
              {...removing()}
              onMove={shown.move}
              onClose={shown.close}
            />
          )}
        </Show>
      </div>
    </Field>
  );
}

/** Which image is selected, and whether it is large. */
function createShown(props: WidgetProps, items: () => readonly GalleryItem[]) {
  const [selected, setSelected] = createSignal(untrack(() => numberProp(props.component, "selectedIndex")));
  const [isLarge, setLarge] = createSignal(untrack(() => flagProp(props.component, "preview")));
  let wasLarge = false;
  let wasPressed = false;
  // A function may change it.
  createEffect(
    on(
      () => numberProp(props.component, "selectedIndex"),
      (index) => setSelected(index),
      { defer: true },
    ),
  );
  createEffect(
    on(
      () => flagProp(props.component, "preview"),
      (large) => setLarge(large),
      { defer: true },
    ),
  );

  function select(index: number): void {
    const item = items()[index];
    if (!item) return;
    setSelected(index);
    props.onEvent("select", { index, value: { image: item.picture, caption: item.caption }, selected: true });
  }

  return {
    selected,
    /** Whether the person has closed a large one. */
    wasLarge: () => wasLarge,
    /** Whether the person has opened the large one. */
    wasPressed: () => wasPressed,
    /** The image that is large, or null. */
    item: () => (isLarge() ? (items()[selected() ?? 0] ?? null) : null),
    press(index: number): void {
      select(index);
      if (!flagProp(props.component, "allowPreview")) return;
      wasPressed = true;
      setLarge(true);
      props.onEvent("previewOpen", { index });
    },
    move: select,
    close(): void {
      wasLarge = true;
      setLarge(false);
      props.onEvent("previewClose");
    },
  };
}

function Nothing(props: { readonly invites: boolean }): JSX.Element {
  return (
    <div class="media-note">
      <MediaIcon name="picture" size={24} />
      <Show when={props.invites}>Drop images here, or click to choose</Show>
    </div>
  );
}

function boxStyle({ component }: WidgetProps): JSX.CSSProperties {
  const height = numberProp(component, "height");
  return height === null ? {} : { "--media-height": `${height}px`, height: `${height}px` };
}
