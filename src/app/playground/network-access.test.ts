import { expect, test } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import { createMemoryChannel } from "../../state/memory-channel.ts";
import { createMemoryStore } from "../../storage/memory-store.ts";
import { createNetworkAccess } from "./network-access.ts";

const programWith = (...network: string[]) => ({ network }) as unknown as CompiledModule;
const [one, two] = ["https://one.example", "https://two.example"];

/** What is stored is read when the test says so, in the order in which it was asked for. */
function setup() {
  const memory = createMemoryStore();
  const reads: (() => void)[] = [];
  const store: typeof memory = {
    ...memory,
    async read(what) {
      const turn = createDeferred<void>();
      reads.push(turn.resolve);
      await turn.promise;
      return memory.read(what);
    },
  };
  const channel = createMemoryChannel().connect();
  const network = createNetworkAccess({ store, channel, onChanged: () => undefined });
  const read = (): void => reads.shift()?.();
  return { network, read };
}

async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

test("of two builds that overlap the later one asks, and the earlier one ends without an answer", async () => {
  const { network, read } = setup();
  const first = network.decide(programWith(one), "room", null);
  const second = network.decide(programWith(two), "room", null);
  read();
  read();
  expect(await first).toEqual([]);
  await settle();
  expect(network.question()?.hosts).toEqual([two]);
  network.question()?.answer(true);
  await settle();
  read();
  expect(await second).toEqual([two]);
  expect(network.use()).toEqual({ hosts: [two], allowed: [two] });
});

test("a build that is overtaken before it could ask does not ask", async () => {
  const { network, read } = setup();
  const decided = network.decide(programWith(one), "room", null);
  network.withdraw();
  read();
  expect(await decided).toEqual([]);
  expect(network.question()).toBeNull();
});

test("what was decided for a build that is overtaken is not said to be in use", async () => {
  const { network, read } = setup();
  const decided = network.decide(programWith(one), "room", null);
  read();
  await settle();
  network.question()?.answer(true);
  await settle();
  expect(await network.decide(programWith(), "other", null)).toEqual([]);
  read();
  expect(await decided).toEqual([]);
  expect(network.use()).toBeNull();
});
