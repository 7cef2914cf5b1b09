// The icon of a button: a picture that says nothing to who cannot see it.

import type { JSX } from "solid-js";
import type { Picture } from "../spec/is-picture.ts";
import { PictureView } from "./media/PictureView.tsx";
import "./media/media.css";

export function ButtonIcon(props: { readonly picture: Picture }): JSX.Element {
  return (
    <span class="button-icon" aria-hidden="true">
      <PictureView picture={props.picture} alt="" />
    </span>
  );
}
