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

test("a number is taken, too, by a request that waits for the session to open", async () => {
  const opening = createDeferred<void>();
  const call = vi.fn(() => Promise.resolve());
  const { say, heard } = setup({ call }, opening.promise);
  say({ type: "call", id: 1, endpoint: "/f", inputs: [] });
  say({ type: "call", id: 1, endpoint: "/f", inputs: [] });
  opening.resolve();
  await vi.waitFor(() => expect(heard.filter((message) => "id" in message)).toHaveLength(2));
  expect(heard).toContainEqual({ type: "failed", id: 1, message: "A request of this number is under way." });
  expect(heard).toContainEqual({ type: "done", id: 1, value: undefined });
  expect(call).toHaveBeenCalledTimes(1);
});

test("a call that is cancelled before the session is open is told so at its start", async () => {
  const opening = createDeferred<void>();
  const call = vi.fn<ClientSession["call"]>(() => Promise.resolve());
  const { say, last } = setup({ call }, opening.promise);
  say({ type: "call", id: 1, endpoint: "/f", inputs: [] });
  say({ type: "cancel", id: 1 });
  opening.resolve();
  await vi.waitFor(() => expect(last()).toEqual({ type: "done", id: 1, value: undefined }));
  expect(call.mock.calls.map(([, , { signal }]) => signal.aborted)).toEqual([true]);
});

test("a subscription ends when it is cancelled, and its number is free again", async () => {
  const stop = vi.fn();
  const follow = vi.fn(() => stop);
  const { say, last } = setup({ follow });
  say({ type: "subscribe", id: 1, name: "scores" });
  await vi.waitFor(() => expect(last()).toMatchObject({ type: "done", id: 1 }));
  say({ type: "get", id: 1, name: "scores" });
  await vi.waitFor(() => expect(last()).toMatchObject({ type: "failed", id: 1 }));
  say({ type: "cancel", id: 1 });
  say({ type: "cancel", id: 1 });
  expect(stop).toHaveBeenCalledTimes(1);
  say({ type: "get", id: 1, name: "scores" });
  await vi.waitFor(() => expect(last()).toEqual({ type: "done", id: 1, value: 1 }));
});

test("a subscription that ends by itself is said to have failed, and why, and its number is free again", async () => {
  let endIt: (why: string) => void = () => undefined;
  const stop = vi.fn();
  const follow: ClientSession["follow"] = (_, __, onEnd) => {
    endIt = onEnd;
    return stop;
  };
  const { say, last } = setup({ follow });
  say({ type: "subscribe", id: 1, name: "scores" });
  await vi.waitFor(() => expect(last()).toMatchObject({ type: "done", id: 1 }));
  endIt("not any more");
  expect(last()).toEqual({ type: "failed", id: 1, message: "not any more" });
  expect(stop).toHaveBeenCalledTimes(1);
  say({ type: "get", id: 1, name: "scores" });
  await vi.waitFor(() => expect(last()).toEqual({ type: "done", id: 1, value: 1 }));
});

test.each(["cancel", "close"])("nothing is followed after a %s that came before the session was open", async (type) => {
  const opening = createDeferred<void>();
  const follow = vi.fn(() => () => undefined);
  const end = vi.fn();
  const { say, heard } = setup({ follow, end }, opening.promise);
  say({ type: "subscribe", id: 1, name: "scores" });
  say({ type, id: 1 });
  opening.resolve();
  // Either the session has ended, or the request has been answered.
  await vi.waitFor(() => expect(end.mock.calls.length + heard.filter((each) => "id" in each).length).toBe(1));
  expect(follow).not.toHaveBeenCalled();
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
