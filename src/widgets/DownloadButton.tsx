// A button that saves the file that is its value. While there is none, a press is only a click.

import type { JSX } from "solid-js";
import { ButtonFace } from "./ButtonFace.tsx";
import { saveFile } from "./media/save-file.ts";
import type { WidgetProps } from "./widget.ts";

export default function DownloadButton(props: WidgetProps): JSX.Element {
  const file = () => (props.value instanceof File ? props.value : null);
  return (
    <div class="field">
      <ButtonFace
        component={props.component}
        text={props.component.label}
        disabled={props.disabled || !props.component.interactive}
        describedBy={undefined}
        onPress={() => {
          const saved = file();
          if (saved) saveFile(saved, saved.name);
          props.onEvent("click");
        }}
      />
    </div>
  );
}
