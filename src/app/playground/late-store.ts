// The browser's database answers after it was given up: what is in it can be had by loading the page again. What was typed
// meanwhile is in the address, and opens beside it.

import type { Notices } from "./notices.ts";

const words =
  "This browser's database answers now. Load this page again to go on with what is kept in it: your code comes along, what the app holds since this page was opened does not.";

/** `problem`: what was said when it was given up. */
export function offerReload(notices: Notices, problem: string | null): void {
  for (const { id, text } of notices.all()) if (text === problem) notices.dismiss(id);
  notices.say("warning", words, { label: "Load again", run: () => location.reload() });
}
