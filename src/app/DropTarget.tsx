// What says that a file that is held over the page may be dropped.

import type { JSX } from "solid-js";
import "./styles/drop-target.css";

export default function DropTarget(): JSX.Element {
  return (
    <div class="drop-target" role="status">
      <p>Drop it to open it as a playground</p>
    </div>
  );
}
