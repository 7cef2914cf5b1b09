// Composes the page: reads the address, opens what the browser offers, and draws the playground or says why it cannot.

import { render } from "solid-js/web";
import { App } from "./app/App.tsx";
import { BadLink } from "./app/BadLink.tsx";
import { openPlayground } from "./app/playground/playground.ts";
import { randomId } from "./base/random-id.ts";
import { createSandbox } from "./sandbox/sandbox.ts";
import { parseAddress } from "./share/address.ts";
import { openPlatform } from "./state/platform.ts";
import { appPath } from "./storage/open-store.ts";

async function start(root: HTMLElement): Promise<void> {
  // The frame and its first worker start while storage opens.
  const sandbox = createSandbox(document.body);
  const address = parseAddress(location.hash);
  if (!address.ok) return show(() => <BadLink reason={address.error} />);
  const platform = await openPlatform(appPath(location.pathname));
  const environment = { ...platform, now: Date.now, newId: randomId, tab: randomId() };
  const playground = await openPlayground(address.value, environment, sandbox);
  if (!playground)
    return show(() => <BadLink reason="There is no example of that name. Choose one from the Examples menu." />);
  show(() => <App playground={playground} />);

  function show(view: Parameters<typeof render>[0]): void {
    root.textContent = "";
    render(view, root);
  }
}

const root = document.getElementById("root");
if (root) void start(root);
