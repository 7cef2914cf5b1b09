// A link as a picture, to point a phone at: always dark on light, as cameras expect it.

import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import { encode } from "uqr";

/** What the largest code holds, in bytes, with the least redundancy. */
const maxBytes = 2953;

/** On screen, in pixels: what a camera tells apart at arm's length, where there is room for it. */
const dotWidth = 3;
const leastWidth = 200;

export default function QrCode(props: { readonly text: string }): JSX.Element {
  const path = createMemo(() => (new TextEncoder().encode(props.text).length > maxBytes ? null : toPath(props.text)));
  return (
    <Show
      when={path()}
      fallback={
        <p role="status">The link is too long for a QR code, which holds {maxBytes.toLocaleString("en")} characters.</p>
      }
    >
      {(found) => (
        <svg
          class="qr"
          role="img"
          aria-label="QR code of the link"
          viewBox={`0 0 ${found().size} ${found().size}`}
          width={Math.max(leastWidth, found().size * dotWidth)}
        >
          <path d={found().path} />
        </svg>
      )}
    </Show>
  );
}

function toPath(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: "L", border: 4 });
  const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dots.join("") };
}
