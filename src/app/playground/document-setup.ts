// Documents for tests: tabs of one browser, with storage and a channel in common.

import { vi } from "vitest";
import { createDrafts, type Draft, type DraftChange, type Drafts } from "../../drafts/drafts.ts";
import type { Address } from "../../share/address.ts";
import { createMemoryChannel } from "../../state/memory-channel.ts";
import { createMemoryStore } from "../../storage/memory-store.ts";
import type { BrowserTab } from "./browser-tab.ts";
import { createLastWords } from "./last-words.ts";
import { openDocument } from "./open-document.ts";
import { readStart } from "./start-document.ts";

export const id = "abcdefgh12345678";
export const draft: Draft = {
  id,
  title: "Mine",
  named: false,
  beganAs: "Mine",
  source: "stored",
  created: 1,
  updated: 1999,
  from: null,
  revision: 1,
  writer: "a",
  chars: 6,
  deleted: null,
};

/** A browser, in which tabs can be opened that have storage and a channel in common. */
export function setupBrowser({ drafts = createDrafts({ store: createMemoryStore(), now: () => 1000 }) } = {}) {
  const kept = new Map<string, string>();
  const channel = createMemoryChannel();
  const lastWords = createLastWords(
    "/",
    () => ({
      get length() {
        return kept.size;
      },
      key: (index) => [...kept.keys()][index] ?? null,
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    }),
    () => 2000,
  );

  async function openTab(name: string, address: Address) {
    const tab = {
      place: "https://example.org/",
      current: "",
      steps: 0,
      leave: () => undefined as void,
      goElsewhere: () => undefined as void,
      isLosing: () => false as boolean,
      goAway: () => undefined as void,
      comeBack: () => undefined as void,
      hash: () => tab.current,
      write: vi.fn<BrowserTab["write"]>((hash, asStep) => {
        tab.current = hash;
        if (asStep) tab.steps++;
      }),
      onLeaving: (listener: () => void) => void (tab.leave = listener),
      onClosing: (wouldLose: () => boolean) => void (tab.isLosing = wouldLose),
      onGone: (listener: () => void) => void (tab.goAway = listener),
      onBack: (listener: () => void) => void (tab.comeBack = listener),
      onOtherAddress: (listener: () => void) => void (tab.goElsewhere = listener),
      reload: vi.fn(),
    };
    const start = await readStart(address, drafts, lastWords);
    if (!start.ok) throw new Error(start.error);
    const host = {
      drafts,
      channel: channel.connect(),
      tab: name,
      shownTitle: () => start.value.title,
      onReplaced: vi.fn(),
      onKeptApart: vi.fn(),
    };
    return { document: openDocument(start.value, host, tab, lastWords), ...host, tab };
  }

  return { kept, lastWords, drafts, openTab };
}

export async function setup(
  address: Address = { kind: "link", code: { form: "src", text: "start" }, state: null, view: null },
  stored: Draft | null = null,
) {
  const texts: string[] = [];
  const save = vi.fn(async (_id: string, { source, over }: DraftChange): Promise<Draft> => {
    texts.push(source);
    return { ...draft, source, revision: over + 1 };
  });
  const drafts: Drafts = {
    durable: true,
    load: async () => stored,
    save,
    brought: async () => null,
    settle: async () => undefined,
  };
  const { kept, lastWords, openTab } = setupBrowser({ drafts });
  if (stored) lastWords.keep(stored.id, { ...stored, source: "typed last", over: stored.revision });
  const { document, tab } = await openTab("a", address);
  return { document, tab, save, texts, kept };
}
