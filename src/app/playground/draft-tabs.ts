// The tabs that have one draft open agree on who types: one at a time, and the others show what it has saved. By messages,
// which may be lost: what two tabs type all the same, the store keeps apart.

import type { Channel } from "../../state/channel.ts";

/** A text as it was saved. */
export interface SavedText {
  readonly source: string;
  readonly revision: number;
}

export interface DraftTabs {
  /** Somebody types here. */
  claim(): void;
  /** This tab has saved what was typed in it. */
  tell(text: SavedText): void;
  /** This tab is to type from now on. Settles when who did has saved it all, or gave no sign. */
  take(): Promise<void>;
  /** Another tab may type. */
  leave(): void;
  dispose(): void;
}

export interface DraftTabsOptions {
  readonly channel: Channel;
  readonly draft: string;
  /** Names this tab. */
  readonly tab: string;
  /** What this tab has saved last. */
  saved(): SavedText;
  /** Another tab types, and has saved this. */
  onText(text: SavedText): void;
  /** Another tab is to type from now on. Settles when what was typed here is saved. */
  onTaken(): Promise<void>;
  /** Who typed has gone. */
  onFree(): void;
}

type Sign = { readonly kind: "hello" | "take" | "given" | "bye" } | ({ readonly kind: "text" } & SavedText);

/** A tab in the background may be slow; one that hangs never answers. */
const answerMs = 1000;

export function createDraftTabs({ channel, draft, tab, saved, ...on }: DraftTabsOptions): DraftTabs {
  /** The tab that types. */
  let typist: string | null = null;
  let given: () => void = () => undefined;

  function send(sign: Sign): void {
    channel.post({ type: "draft", draft, tab, ...sign });
  }

  async function give(): Promise<void> {
    await on.onTaken();
    send({ kind: "given" });
  }

  function hear(from: string, sign: Sign): void {
    switch (sign.kind) {
      case "hello":
        if (typist === tab) send({ kind: "text", ...saved() });
        break;
      case "text":
        // Older than what this tab has: it comes late.
        if (sign.revision < saved().revision) break;
        typist = from;
        on.onText({ source: sign.source, revision: sign.revision });
        break;
      case "take": {
        const mine = typist === tab;
        typist = from;
        if (mine) void give();
        break;
      }
      case "given":
        given();
        break;
      case "bye":
        if (typist !== from) break;
        typist = null;
        on.onFree();
        break;
    }
  }

  const stopListening = channel.listen({
    onMessage(message) {
      const sign = parseSign(message, draft);
      if (sign) hear(sign.from, sign.sign);
    },
    // A lost text is made good by the next one.
    onLoss: () => undefined,
  });
  send({ kind: "hello" });

  function leave(): void {
    if (typist === tab) send({ kind: "bye" });
    typist = null;
  }

  return {
    claim: () => void (typist = tab),
    tell: (text) => send({ kind: "text", ...text }),
    async take() {
      const other = typist;
      typist = tab;
      if (other === null || other === tab) return;
      const answered = new Promise<void>((resolve) => (given = resolve));
      const patience = new Promise<void>((resolve) => setTimeout(resolve, answerMs));
      send({ kind: "take" });
      await Promise.race([answered, patience]);
      // What it saved last came in between.
      typist = tab;
    },
    leave,
    dispose() {
      leave();
      stopListening();
    },
  };
}

function parseSign(message: unknown, draft: string): { readonly from: string; readonly sign: Sign } | null {
  if (typeof message !== "object" || message === null) return null;
  const { type, draft: of, tab, kind, source, revision } = message as Record<string, unknown>;
  if (type !== "draft" || of !== draft || typeof tab !== "string") return null;
  if (kind === "hello" || kind === "take" || kind === "given" || kind === "bye") return { from: tab, sign: { kind } };
  if (kind !== "text" || typeof source !== "string" || typeof revision !== "number") return null;
  return { from: tab, sign: { kind, source, revision } };
}
