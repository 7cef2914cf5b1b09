import { expect, test, vi } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import type { ClientMessage } from "../../protocol/embedding.ts";
import { answerClient, type ClientPort } from "./answer-client.ts";
import type { ClientSession } from "./client-model.ts";

function setup(changes: Partial<ClientSession> = {}, opening: Promise<unknown> = Promise.resolve()) {
  const heard: ClientMessage[] = [];
  const state = { ended: 0, closed: 0, sessions: 0 };
  const session: ClientSession = {
    api: () => ({ namedEndpoints: {} }),
    call: () => Promise.resolve(),
    read: () => 1,
    write: () => Promise.resolve(),
    follow: () => () => undefined,
    end: () => void state.sessions--,
    ...changes,
  };
  const port = {
    onmessage: null,
    postMessage: (message: ClientMessage) => void heard.push(structuredClone(message)),
    close: () => void state.closed++,
  } as ClientPort;
  const open = async () => {
    await opening;
    state.sessions++;
    return session;
  };
  answerClient(port, open, () => void state.ended++);
  const say = (data: unknown) => port.onmessage?.call(port as MessagePort, { data } as MessageEvent);
  const last = () => heard.at(-1);
  return { heard, say, last, state };
}

test("what fails comes back as words, under the number of its request", async () => {
  const { say, last } = setup({
    read: () => {
      throw new Error("not yours");
    },
  });
  say({ type: "get", id: 7, name: "scores" });
  await vi.waitFor(() => expect(last()).toEqual({ type: "failed", id: 7, message: "not yours" }));
});

test("what cannot cross is said to have failed, instead of leaving the client waiting", async () => {
  vi.spyOn(console, "error").mockReturnValue();
  const { say, last } = setup({ read: () => () => 1 });
  say({ type: "get", id: 1, name: "scores" });
  await vi.waitFor(() => expect(last()).toMatchObject({ type: "failed", id: 1 }));
});

test("two requests of one number are not under way at once", async () => {
  const running = createDeferred<void>();
  const { say, last, heard } = setup({ call: () => running.promise });
  say({ type: "call", id: 1, endpoint: "/f", inputs: [] });
  await vi.waitFor(() => expect(heard).toEqual([{ type: "ready" }]));
  say({ type: "call", id: 1, endpoint: "/f", inputs: [] });
  await vi.waitFor(() => expect(last()).toMatchObject({ type: "failed", id: 1 }));
  running.resolve();
  await vi.waitFor(() => expect(last()).toMatchObject({ type: "done", id: 1 }));
});

test("when a client goes, its calls stop and its session ends, once", async () => {
  const stopped = vi.fn();
  const { say, state, heard } = setup({
    call: (_, __, { signal }) =>
      new Promise((resolve) => {
        signal.addEventListener("abort", () => {
          stopped();
          resolve();
        });
      }),
  });
  say({ type: "call", id: 1, endpoint: "/f", inputs: [] });
  await vi.waitFor(() => expect(heard.length).toBe(1));
  say({ type: "close" });
  say({ type: "close" });
  await vi.waitFor(() => expect(state).toEqual({ ended: 1, closed: 1, sessions: 0 }));
  expect(stopped).toHaveBeenCalledTimes(1);
  expect(heard.length).toBe(1);
});

test("an app that does not run refuses the client, with its reason", async () => {
  const { heard, state } = setup({}, Promise.reject(new Error("line 1 is wrong")));
  await vi.waitFor(() => expect(heard).toEqual([{ type: "refused", message: "line 1 is wrong" }]));
  expect(state).toEqual({ ended: 1, closed: 1, sessions: 0 });
});
