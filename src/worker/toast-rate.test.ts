import { expect, test } from "vitest";
import { createToastRate } from "./toast-rate.ts";

test("of messages in a loop the first are sent, and it is said that others were not", () => {
  let nowMs = 0;
  const sent: string[] = [];
  const warnings: string[] = [];
  const send = createToastRate({
    nowMs: () => nowMs,
    send: ({ message }) => void sent.push(message),
    warn: (text) => void warnings.push(text),
  });
  const toast = (message: string) => send({ tone: "info", title: "Info", message, durationMs: null });
  for (let i = 0; i < 1000; i++) toast(`${i}`);
  expect(sent).toHaveLength(20);
  expect(warnings).toHaveLength(1);
  nowMs += 500;
  for (let i = 0; i < 10; i++) toast("later");
  expect(sent).toHaveLength(22);
  expect(warnings).toHaveLength(1);
  toast("x".repeat(9000));
  nowMs += 60_000;
  toast("x".repeat(9000));
  expect(sent.at(-1)).toHaveLength(5000);
});
