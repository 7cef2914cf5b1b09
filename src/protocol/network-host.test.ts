import { expect, test } from "vitest";
import { parseNetworkHost, validNetworkHosts } from "./network-host.ts";

test.each([
  ["https://api.example.com", "https://api.example.com"],
  ["https://api.example.com/", "https://api.example.com"],
  ["HTTPS://API.Example.com:443", "https://api.example.com"],
  ["wss://live.example.com:8443", "wss://live.example.com:8443"],
  ["https://bücher.example", "https://xn--bcher-kva.example"],
  ["http://localhost:11434", "http://localhost:11434"],
  ["ws://127.0.0.1:9000", "ws://127.0.0.1:9000"],
])("%s may be asked for", (text, origin) => {
  expect(parseNetworkHost(text)).toEqual({ ok: true, value: origin });
});

test.each([
  ["https://*.example.com", "names many hosts"],
  ["*", "names many hosts"],
  ["https:", "is no address of a host"],
  ["api.example.com", "is no address of a host"],
  ["http://api.example.com", "is not encrypted"],
  ["http://localhost.example.com", "is not encrypted"],
  ["data:text/plain,x", "is not encrypted"],
  ["blob:https://example.com/x", "is not encrypted"],
  ["https://user:secret@example.com", "holds a name or a password"],
  ["https://api.example.com/v1", 'write "https://api.example.com"'],
  ["https://api.example.com?key=1", "holds more than a host"],
  ["https://api.example.com#", "holds more than a host"],
  ["https://[::1]", "is no name of a host"],
  ["https://a.example; script-src *", "names many hosts"],
  ["https://a.example; script-src 'unsafe-eval'", "is no address of a host"],
  ["https://a.example'", "is no name of a host"],
  ["", "is no address of a host"],
])("%s may not", (text, why) => {
  const result = parseNetworkHost(text);
  expect(result.ok ? "" : result.error).toContain(why);
});

test("a stored list gives what of it is valid, once and in order", () => {
  expect(validNetworkHosts(["https://b.example", 3, "https://a.example/", "https://a.example", "no"])).toEqual([
    "https://a.example",
    "https://b.example",
  ]);
  expect(validNetworkHosts("https://a.example")).toEqual([]);
});
