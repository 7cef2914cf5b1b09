// The address of what is open. It is written when the editor is left and on Share, not as one types: packing takes longer
// than a keystroke, and browsers refuse addresses that change too often.

import { firstVisit } from "../../examples/first-visit.ts";
import { type Address, formatAddress } from "../../share/address.ts";
import { writeCode, type WrittenCode } from "../../share/written-code.ts";
import type { Playground, View } from "../model.ts";
import type { BrowserTab } from "./browser-tab.ts";

export interface DocumentAddress {
  /** What is known of it at once; the code of a draft only if it is packed already. `asStep`: Back returns to what was there before. */
  write(asStep?: boolean): void;
  /** With the code, unless that has changed by then: the next time has its turn. */
  writeWhole(): Promise<void>;
  /** With the code as it is, in the form that needs no waiting: the page may be about to go, and nobody has stored it. */
  writeAtOnce(): void;
  /** The code as it is, for a link. */
  code(): Promise<WrittenCode>;
}

export interface DocumentAddressOptions {
  readonly tab: BrowserTab;
  readonly source: () => string;
  readonly origin: Playground["origin"];
  readonly view: () => View;
  /** The text that is open at first as it stood in the link that it came in. */
  readonly written: WrittenCode | null;
  /** What that link brings besides, as it stood there. */
  readonly state: string | null;
}

export function documentAddress({ tab, source, origin, view, ...start }: DocumentAddressOptions): DocumentAddress {
  /** A text as it stands in an address. */
  let written = start.written && { source: source(), code: start.written };

  function address(): Address {
    const now = origin();
    const shown = shownView(view());
    const code = written?.source === source() ? written.code : null;
    switch (now.kind) {
      case "draft":
        return { kind: "draft", id: now.id, code, view: shown };
      case "link":
        return { kind: "link", code: code ?? { form: "src", text: source() }, state: start.state, view: shown };
      case "example":
        return now.name === firstVisit.name
          ? { kind: "first", view: shown }
          : { kind: "example", name: now.name, view: shown };
    }
  }

  function write(asStep = false): void {
    const hash = formatAddress(address());
    if (asStep || hash !== tab.hash()) tab.write(hash, asStep);
  }

  async function code(): Promise<WrittenCode> {
    const text = source();
    if (written?.source === text && written.code.form === "code") return written.code;
    const packed = await writeCode(text);
    written = { source: text, code: packed };
    return packed;
  }

  return {
    write,
    code,
    async writeWhole() {
      write();
      if (origin().kind !== "draft") return;
      await code();
      write();
    },
    writeAtOnce() {
      if (written?.source !== source()) written = { source: source(), code: { form: "src", text: source() } };
      write();
    },
  };
}

/** The usual one goes without saying. */
export function shownView(view: View): Address["view"] {
  return view === "split" ? null : view;
}
