// Share: what it opens is loaded when it is first opened.

import { lazy } from "solid-js";
import type { JSX } from "solid-js";
import { LazyPane } from "./LazyPane.tsx";
import type { Playground } from "./model.ts";
import { Popover } from "./Popover.tsx";

const ShareCard = lazy(() => import("./ShareCard.tsx"));

export function ShareButton(props: { readonly playground: Playground; onToast(text: string): void }): JSX.Element {
  return (
    <Popover
      label="Share"
      popup="dialog"
      class="share"
      content={(close) => {
        props.playground.writeAddress();
        return (
          <LazyPane>
            <ShareCard playground={props.playground} onToast={(text) => props.onToast(text)} onDone={close} />
          </LazyPane>
        );
      }}
    />
  );
}
