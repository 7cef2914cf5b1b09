// Composes the page: reads the address, opens what the browser offers, and draws the playground or says why it cannot.

import type { JSX } from "solid-js";
import { render } from "solid-js/web";
import { App } from "./app/App.tsx";
import { preloadTools } from "./app/lazy-tools.ts";
import { BadLink } from "./app/BadLink.tsx";
import { OurFault } from "./app/OurFault.tsx";
import { openPlayground } from "./app/playground/playground.ts";
import { isTheme, setTheme } from "./app/theme.ts";
import { randomId } from "./base/random-id.ts";
import { createFrame } from "./sandbox/frame.ts";
import { createSandbox } from "./sandbox/sandbox.ts";
import { type Address, parseAddress } from "./share/address.ts";
import { readCode } from "./share/written-code.ts";
import { openPlatform } from "./state/platform.ts";
import { partitionOf } from "./storage/partition.ts";

async function start(root: HTMLElement): Promise<void> {
  const query = new URLSearchParams(location.search);
  const theme = query.get("theme");
  if (isTheme(theme)) setTheme(theme);
  const gallery = query.get("gallery");
  if (gallery !== null) return openGallery(root, gallery);
  const address = parseAddress(location.hash);
  let view: () => JSX.Element;
  try {
    view = address.ok ? await open(address.value) : standIn(() => <BadLink reason={address.error} />);
  } catch (error) {
    console.error(error);
    const source = address.ok ? await sourceOf(address.value) : "";
    view = standIn(() => <OurFault error={error} source={source} />);
  }
  root.textContent = "";
  render(view, root);
}

/** For people who work on the components, and for tests: nothing of it is loaded otherwise. */
async function openGallery(root: HTMLElement, only: string): Promise<void> {
  const { GalleryPage } = await import("./app/gallery/GalleryPage.tsx");
  render(() => <GalleryPage only={only} />, root);
}

async function open(address: Address): Promise<() => JSX.Element> {
  // The frame and its first worker start while storage opens, and what reads a link is loaded.
  const sandbox = createSandbox((network) => createFrame(document.body, network), loadWholeRuntime);
  if (address.kind === "link") void readCode(address.code);
  const tools = address.view === "app" ? null : preloadTools();
  const platform = await openPlatform(partitionOf(window));
  const environment = { ...platform, now: Date.now, newId: randomId, tab: randomId() };
  const opened = await openPlayground(address, environment, sandbox);
  await tools;
  if (!opened.ok) return standIn(() => <BadLink reason={opened.error} />);
  if (parent !== window) void import("./app/embedding/frame.ts").then((frame) => frame.answerEmbedder(opened.value));
  return () => <App playground={opened.value} />;
}

/** What an app may use beyond the everyday: on the page's side, and as the text of what workers run. */
async function loadWholeRuntime(): Promise<string> {
  const [{ default: source }] = await Promise.all([import("virtual:sandbox-worker"), import("./spec/other-kinds.ts")]);
  return source;
}

/** Another address is a visit of its own. The playground sees to that itself, once it has saved. */
function standIn(view: () => JSX.Element): () => JSX.Element {
  addEventListener("hashchange", () => location.reload());
  return view;
}

/** So that the text is not lost, whatever is wrong with the page. */
async function sourceOf(address: Address): Promise<string> {
  if ((address.kind !== "link" && address.kind !== "draft") || !address.code) return "";
  const read = await readCode(address.code);
  return read.ok ? read.value : "";
}

const root = document.getElementById("root");
if (root) void start(root);
