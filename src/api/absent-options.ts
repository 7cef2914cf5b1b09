// Options of Gradio's apps that there are none of here.

import { currentPort } from "./port.ts";

/** What Gradio has and makes no sense here: an app that asks for it works all the same, and hears why it is left out. */
export const absent: Readonly<Record<string, string>> = {
  allowDuplication: "Share makes a link to a copy.",
  analyticsEnabled: "nothing is ever counted or sent.",
  css: "the page looks the same for every app, in light and dark.",
  deepLink: "Share makes a link to the app.",
  deleteCache: "there are no temporary files.",
  flaggingDir: "what is flagged is kept in this browser, for this playground.",
  head: "an app cannot change the page around it.",
  js: "an app cannot change the page around it.",
  maxBatchSize: "nobody else's calls wait in the same queue.",
  streamEvery: "no input streams.",
  theme: "the page looks the same for every app, in light and dark.",
  timeLimit: "Stop ends a call at any time.",
};

/** `call`: what was called with it. */
export function warnOfAbsent(call: string, name: string, value: unknown): void {
  const why = absent[name];
  // What is left out, or switched off, is as it is here.
  if (why !== undefined && Boolean(value)) currentPort()?.warn(`${call}: ${name} has no effect here: ${why}`);
}
