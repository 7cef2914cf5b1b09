// An image that a person gives. What is no image is said here, and the value stays what it was.

import { createSignal, createUniqueId, lazy, Match, Show, Suspense, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { Picture } from "../../spec/is-picture.ts";
import { flagProp, textListProp, textProp } from "../component-props.ts";
import { Field, labelId } from "../Field.tsx";
import type { WidgetProps } from "../widget.ts";
import { createFileDrop } from "./file-drop.ts";
import { FileInput } from "./FileInput.tsx";
import { MediaButton, MediaIcon } from "./icons.tsx";
import { imageProblem, withPixels } from "./open-image.ts";
import { pastedImage } from "./pasted-image.ts";
import { override } from "../override.ts";
import { PictureFrame } from "./PictureFrame.tsx";

const CameraView = lazy(async () => ({ default: (await import("./CameraView.tsx")).CameraView }));

export function ImageInput(props: { readonly widget: WidgetProps; readonly picture: Picture | null }): JSX.Element {
  const id = createUniqueId();
  const [problem, setProblem] = createSignal<string | null>(null);
  const [camera, setCamera] = createSignal(false);
  const widget = override(props.widget, {
    get error() {
      return problem() ?? props.widget.error;
    },
  });
  const has = (source: string) => textListProp(widget.component, "sources").includes(source);
  let newest = 0;

  async function take(file: Blob): Promise<void> {
    const mine = ++newest;
    const found = await imageProblem(file);
    if (mine !== newest) return;
    setProblem(found);
    if (found !== null) return;
    const image = textProp(widget.component, "type") === "imagedata" ? await withPixels(file) : file;
    if (mine !== newest) return;
    setCamera(false);
    widget.onInput(image);
    widget.onChange(image);
    widget.onEvent("upload");
  }

  async function paste(): Promise<void> {
    try {
      await take(await pastedImage());
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }

  function clear(): void {
    newest += 1;
    setProblem(null);
    widget.onInput(null);
    widget.onChange(null);
    widget.onEvent("clear");
  }

  const drop = createFileDrop({
    enabled: () => !widget.disabled,
    folders: () => false,
    onFiles(files) {
      const file = files.find(({ type }) => type.startsWith("image/")) ?? files[0];
      if (file) void take(file);
    },
  });
  return (
    <Field id={id} widget={widget} plainLabel={!has("upload")}>
      <div
        class="media input"
        classList={{ over: drop.over(), filled: props.picture !== null || camera(), disabled: widget.disabled }}
        {...(has("upload") ? {} : { role: "group", "aria-labelledby": labelId(id), tabIndex: 0 })}
        onDragOver={drop.onDragOver}
        onDragLeave={drop.onDragLeave}
        onDrop={drop.onDrop}
        onPaste={drop.onPaste}
      >
        <Show when={has("upload")}>
          <FileInput
            id={id}
            widget={widget}
            accept="image/*"
            multiple={false}
            directory={false}
            title="Choose an image"
            onFiles={([file]) => void (file && take(file))}
          />
          <span class="media-replace">
            <MediaIcon name="replace" />
          </span>
        </Show>
        <Switch fallback={<Invitation widget={widget} onPaste={() => void paste()} onCamera={() => setCamera(true)} />}>
          <Match when={camera()}>
            <Suspense fallback={<p class="media-note">Waiting for the camera …</p>}>
              <CameraView
                mirror={flagProp(widget.component, "mirrorWebcam")}
                onPicture={(picture) => void take(picture)}
                onClose={(found) => {
                  setCamera(false);
                  setProblem(found);
                }}
              />
            </Suspense>
          </Match>
          <Match when={props.picture}>
            {(picture) => (
              <PictureFrame
                picture={picture()}
                name={widget.component.label}
                download={false}
                fullscreen={flagProp(widget.component, "showFullscreenButton")}
                onPoint={({ x, y }) => widget.onEvent("select", { index: [x, y], value: null, selected: true })}
              >
                <MediaButton icon="close" name="Remove image" disabled={widget.disabled} onPress={clear} />
              </PictureFrame>
            )}
          </Match>
        </Switch>
      </div>
    </Field>
  );
}

/** What stands where the image will be. */
function Invitation(props: { readonly widget: WidgetProps; onPaste(): void; onCamera(): void }): JSX.Element {
  const has = (source: string) => textListProp(props.widget.component, "sources").includes(source);
  const own = () => textProp(props.widget.component, "placeholder");
  return (
    <div class="media-note">
      <MediaIcon name="picture" size={24} />
      <Show when={own()} fallback={<Show when={has("upload")}>Drop an image here, or click to choose one</Show>}>
        {own()}
      </Show>
      <Show when={has("clipboard") || has("webcam")}>
        <div class="media-sources">
          <Show when={has("clipboard")}>
            <button type="button" class="button small" disabled={props.widget.disabled} onClick={() => props.onPaste()}>
              Paste
            </button>
          </Show>
          <Show when={has("webcam")}>
            <button
              type="button"
              class="button small"
              disabled={props.widget.disabled}
              onClick={() => props.onCamera()}
            >
              Use camera
            </button>
          </Show>
        </div>
      </Show>
    </div>
  );
}
