// How a button of any kind looks, and that it may be a link.

import { lazy, Show, Suspense } from "solid-js";
import type { JSX } from "solid-js";
import type { ComponentSpec } from "../spec/app-spec.ts";
import { isPicture } from "../spec/is-picture.ts";
import { textProp } from "./component-props.ts";

// Most buttons have no icon.
const ButtonIcon = lazy(async () => ({ default: (await import("./ButtonIcon.tsx")).ButtonIcon }));

export function ButtonFace(props: {
  readonly component: ComponentSpec;
  readonly text: string;
  readonly disabled: boolean;
  readonly describedBy: string | undefined;
  onPress(): void;
}): JSX.Element {
  const variant = () => textProp(props.component, "variant");
  const size = () => textProp(props.component, "size");
  const link = () => textProp(props.component, "link");
  const look = () => ({
    primary: variant() === "primary",
    stop: variant() === "stop",
    sm: size() === "sm",
    md: size() === "md",
  });
  const content = () => (
    <>
      <Show when={props.component.props["icon"]} keyed>
        {(icon) => (
          <Suspense>
            <Show when={isPicture(icon) && icon}>{(picture) => <ButtonIcon picture={picture()} />}</Show>
          </Suspense>
        )}
      </Show>
      {props.text}
    </>
  );
  return (
    <Show
      when={link() !== "" && !props.disabled}
      fallback={
        <button
          type="button"
          class="button wide"
          classList={look()}
          disabled={props.disabled}
          aria-describedby={props.describedBy}
          onClick={() => props.onPress()}
        >
          {content()}
        </button>
      }
    >
      <a
        class="button wide"
        classList={look()}
        href={link()}
        target="_blank"
        rel="noopener noreferrer"
        onClick={() => props.onPress()}
      >
        {content()}
      </a>
    </Show>
  );
}
