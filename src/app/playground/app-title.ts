// What the header calls a playground: its app's own title; for code without one that nobody has named either, its function.

import type { AppSpec } from "../../spec/app-spec.ts";
import { linkTitle } from "./start-document.ts";

export function appTitle(
  app: AppSpec | null,
  document: {
    readonly title: string;
    /** Whether a person gave it its title. */
    readonly named: boolean;
    /** The title of the example or link that it began as. */
    readonly beganAs: string;
    readonly isExample: boolean;
    /** Of a draft: the example that it began as, if it was one. */
    readonly original: { readonly source: string } | null;
  },
): string {
  if (document.isExample || document.named || !app) return document.title;
  if (app.title) return app.title;
  if (app.kind === "blocks") return document.title;
  const name = app.events.find((event) => event.action.kind === "call")?.name ?? "fn";
  const isOwn = document.original ? document.original.source.includes(name) : document.beganAs !== linkTitle;
  return isOwn || name === "fn" ? document.beganAs : inWords(name);
}

/** "trackScore" → "Track score" */
function inWords(name: string): string {
  const words = name
    .replace(/[_$]+/g, " ")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1).trim();
}
