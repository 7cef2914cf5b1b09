import { expect, test } from "vitest";
import { createMailbox } from "./mailbox.ts";

test("what is sent before the frame has loaded waits for it, in order", () => {
  const delivered: unknown[] = [];
  const mailbox = createMailbox((message) => delivered.push(message));
  mailbox.send("spawn 1");
  mailbox.send("terminate 1");
  expect(delivered).toEqual([]);
  mailbox.open();
  mailbox.send("spawn 2");
  expect(delivered).toEqual(["spawn 1", "terminate 1", "spawn 2"]);
});

test("messages are delivered once, with their ports", () => {
  const { port1 } = new MessageChannel();
  const delivered: unknown[] = [];
  const mailbox = createMailbox((message, ports) => delivered.push([message, ports]));
  mailbox.send("spawn 1", [port1]);
  mailbox.open();
  mailbox.open();
  expect(delivered).toEqual([["spawn 1", [port1]]]);
  port1.close();
});
