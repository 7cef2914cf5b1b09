import { afterEach, expect, test, vi } from "vitest";
import type { ClientMessage } from "../../protocol/embedding.ts";
import { createAdmission } from "./admission.ts";
import type { ClientPort } from "./answer-client.ts";
import type { ClientSession } from "./client-model.ts";

afterEach(() => void vi.useRealTimers());

function setup() {
  const sessions = new Set<string>();
  const admit = createAdmission(async (name) => {
    sessions.add(name);
    return { end: () => void sessions.delete(name) } as unknown as ClientSession;
  });

  /** A browser that does not say when the other end of a port has gone. */
  async function connect(answersPings = true) {
    const heard: ClientMessage[] = [];
    const say = (data: unknown) => port.onmessage?.call(port as MessagePort, { data } as MessageEvent);
    const port = {
      onmessage: null,
      postMessage(message: ClientMessage) {
        heard.push(message);
        if (message.type === "ping" && answersPings) queueMicrotask(() => say({ type: "pong" }));
      },
      close: vi.fn(),
      addEventListener: () => undefined,
    } as unknown as ClientPort & Pick<MessagePort, "addEventListener">;
    await admit(port, "https://other.example");
    return { heard, say, port };
  }
  return { connect, sessions };
}

async function connectAll({ connect }: ReturnType<typeof setup>, answerPings: readonly boolean[]) {
  for (const answersPings of answerPings) await connect(answersPings);
}

const sixteen = (answersPings: (i: number) => boolean) => Array.from({ length: 16 }, (_, i) => answersPings(i));

test("who comes when all places are taken is refused in words, and its port is closed", async () => {
  const world = setup();
  await connectAll(
    world,
    sixteen(() => true),
  );
  const { heard, port } = await world.connect();
  expect(heard).toEqual([{ type: "refused", message: expect.stringContaining("16 clients are connected") }]);
  expect(port.close).toHaveBeenCalledTimes(1);
  expect(world.sessions.size).toBe(16);
});

test("clients that went without a word give their places to others, and those that are there keep theirs", async () => {
  vi.useFakeTimers();
  const world = setup();
  await connectAll(
    world,
    sixteen((i) => i !== 3 && i !== 5),
  );
  const connecting = [world.connect(), world.connect()];
  await vi.advanceTimersByTimeAsync(3000);
  const heard = (await Promise.all(connecting)).map((each) => each.heard);
  expect(heard).toEqual([[{ type: "ready" }], [{ type: "ready" }]]);
  expect(world.sessions.size).toBe(16);
  expect(world.sessions).not.toContain("Client 4 of https://other.example");
  expect(world.sessions).not.toContain("Client 6 of https://other.example");
});

test("a client that says it is done makes room at once", async () => {
  const world = setup();
  const { say } = await world.connect();
  await connectAll(world, sixteen(() => true).slice(1));
  say({ type: "close" });
  const { heard } = await world.connect();
  await vi.waitFor(() => expect(heard).toEqual([{ type: "ready" }]));
  expect(world.sessions).toContain("Client 17 of https://other.example");
});
