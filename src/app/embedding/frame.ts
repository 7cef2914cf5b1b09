// This page in a frame of another one: answers the page that framed it, and no other, with as much as any page may have of
// an app that it shows: how high it is, and sessions of its own. Loaded in frames only.

import { randomId } from "../../base/random-id.ts";
import { embeddingVersion, type FromFrame, type ViewMessage } from "../../protocol/embedding.ts";
import type { Playground } from "../model.ts";
import { setTheme } from "../theme.ts";
import { createAdmission } from "./admission.ts";
import { watchHeight } from "./frame-height.ts";
import { readTheme, readToFrame } from "./read-request.ts";

export function answerEmbedder(playground: Pick<Playground, "openClient">): void {
  const admit = createAdmission(playground.openClient);
  const here: FromFrame = { interstate: "here", version: embeddingVersion, page: randomId() };

  addEventListener("message", ({ source, origin, data, ports }) => {
    // Whoever has a reference to this window can post to it; only who frames it is answered.
    if (source !== parent) return;
    const message = readToFrame(data);
    if (message?.interstate === "hello") parent.postMessage(here, toTarget(origin));
    const [port] = ports;
    if (message?.interstate !== "connect" || !port) return;
    if (message.as === "view") showTo(port);
    else void admit(port, origin);
  });
  // It says nothing but that somebody listens from now on, so anybody may hear it.
  parent.postMessage(here, "*");
}

/** The origin of a page without one cannot be named; who it is has been checked by its window. */
function toTarget(origin: string): string {
  return origin === "null" ? "*" : origin;
}

function showTo(port: MessagePort): void {
  const unwatch = watchHeight((px) => port.postMessage({ type: "height", px } satisfies ViewMessage));
  port.onmessage = ({ data }) => {
    const theme = readTheme(data);
    if (theme !== undefined) setTheme(theme);
  };
  port.addEventListener("close", unwatch, { once: true });
}
