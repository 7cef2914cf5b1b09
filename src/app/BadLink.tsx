// The page for a link that cannot be read: why, and where to go.

import type { JSX } from "solid-js";
import { Logo } from "./icons.tsx";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/page.css";

export function BadLink(props: { readonly reason: string }): JSX.Element {
  return (
    <main class="page">
      <div>
        <Logo />
        <h1>This link cannot be opened</h1>
        <p class="reason">{props.reason}</p>
        <p>Nothing was changed here.</p>
        <div class="actions">
          <a class="button primary" href="./">
            Open the start page
          </a>
        </div>
      </div>
    </main>
  );
}
