// What a program may ask for of the network: origins, written out. The compiler and the page read them the same way, and
// the frame's policy is made of nothing else.

import { err, ok, type Result } from "../base/result.ts";

/** A question with more hosts than this is one that nobody reads. */
export const maxNetworkHosts = 20;

const schemes = ["https:", "wss:"];
/** What runs on the person's own machine needs no certificate. */
const loopbackSchemes = ["http:", "ws:"];
const loopbackNames = ["localhost", "127.0.0.1"];

/** The origin as a policy names it, or why it is none, as the end of a sentence that begins with the text. */
export function parseNetworkHost(text: string): Result<string, string> {
  if (text.includes("*")) return err("names many hosts at once: write each of them out");
  const url = URL.parse(text);
  if (!url) return err('is no address of a host: write it like "https://api.example.com"');
  const isLoopback = loopbackNames.includes(url.hostname);
  if (!schemes.includes(url.protocol) && !(isLoopback && loopbackSchemes.includes(url.protocol)))
    return err("is not encrypted: a host has to start with https:// or wss://");
  if (url.username || url.password) return err("holds a name or a password: a host is asked for without them");
  if (url.pathname !== "/" || url.search || url.hash || /[?#]/.test(text))
    return err(`holds more than a host: write "${url.protocol}//${url.host}"`);
  // What a policy could take for something else; names come out of the parser in ASCII.
  if (!/^[a-z0-9.-]+(:\d+)?$/.test(url.host)) return err("is no name of a host that can be asked for");
  return ok(`${url.protocol}//${url.host}`);
}

/** The host's name as a person reads it, with its scheme only if that is not https. */
export function networkHostName(origin: string): string {
  return origin.replace(/^https:\/\//, "");
}

/** Of a list that was stored or sent: what of it is valid, sorted, each once. */
export function validNetworkHosts(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const hosts = value.flatMap((each: unknown) => {
    const host = typeof each === "string" ? parseNetworkHost(each) : null;
    return host?.ok ? [host.value] : [];
  });
  return [...new Set(hosts)].sort().slice(0, maxNetworkHosts);
}
