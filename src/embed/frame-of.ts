// The frame in which an app runs that somebody wants to connect to.

import type { Frame } from "./connection.ts";
import { InterstateApp } from "./element.ts";

export interface FoundFrame {
  readonly frame: Frame;
  /** The client is done with it. */
  dispose(): void;
}

/** Throws an Error with words for what is no app. */
export function frameOf(target: string | Element): FoundFrame {
  if (typeof target === "string") return unseenFrame(target);
  if (target instanceof InterstateApp) return { frame: target.run(), dispose: () => undefined };
  if (target instanceof HTMLIFrameElement)
    return { frame: { element: target, origin: originOf(target.src) }, dispose: () => undefined };
  throw new Error("Connect to an <interstate-app>, an <iframe> with an app in it, or the address of an app.");
}

function unseenFrame(address: string): FoundFrame {
  const origin = originOf(address);
  const element = document.createElement("iframe");
  element.title = "App without a face";
  element.src = new URL(address, document.baseURI).href;
  element.tabIndex = -1;
  element.setAttribute("aria-hidden", "true");
  element.style.cssText =
    "position:fixed;inset:auto auto 0 0;width:1px;height:1px;border:0;opacity:0;pointer-events:none";
  document.body.append(element);
  return { frame: { element, origin }, dispose: () => element.remove() };
}

function originOf(address: string): string {
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw new Error(`"${address.slice(0, 100)}" is no address of an app.`);
}
