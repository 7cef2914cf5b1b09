// For tests only: a user of an app without a browser, driven by the labels of its components. See tabs-setup.

import { expect, vi } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { createExampleCache } from "../../drafts/example-cache.ts";
import { noPackages } from "../../protocol/package-code.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { EventName } from "../../spec/event-name.ts";
import { createMemoryStore } from "../../storage/memory-store.ts";
import { loadModule, type Loading } from "../playground/load-module.ts";
import { createUser } from "../playground/user.ts";
import { createTabs, startWorker, valueOf } from "./tabs-setup.ts";

vi.stubGlobal("requestAnimationFrame", (frame: () => void) => setTimeout(frame, 1));
vi.stubGlobal("cancelAnimationFrame", (id: ReturnType<typeof setTimeout>) => clearTimeout(id));

export async function openApp(body: string, world = createTabs(), tab = "a") {
  const { room } = await world.openTab(tab);
  const program = compile(`import * as gr from "interstate";\n${body}`);
  if (!program.ok) throw new Error(program.error.map(({ message }) => message).join("\n"));
  const said: string[] = [];
  const sandbox = { take: () => startWorker(), isComplete: true } as unknown as Sandbox;
  let workers = 0;
  let last: Loading | null = null;
  const user = createUser(1, {
    load(_, session) {
      workers += 1;
      return (last = loadModule({
        sandbox,
        program: program.value,
        room,
        session,
        network: [],
        packages: noPackages,
        user: "User 1",
        onWorker: () => undefined,
      }));
    },
    ended: () => undefined,
    session: () => undefined,
    closable: () => true,
    close: () => undefined,
    say: (_, text) => void said.push(text),
    flag: () => Promise.resolve(),
    examples: createExampleCache(createMemoryStore()),
    goodbyes: { onGone: () => () => undefined, hear: () => () => undefined },
  });
  await user.start();
  if (user.error()) throw new Error(user.error()?.message);

  function find(label: string): number {
    for (let id = 0; id < 5000; id++) if (user.component(id)?.label === label) return id;
    throw new Error(`There is no ${label}.`);
  }
  const value = (label: string): unknown => user.value(find(label));
  return {
    user,
    room,
    world,
    said,
    workers: () => workers,
    /** The worker that was loaded last ends by itself. */
    crash: async () => (await last?.done)?.loaded.link.worker.end("crashed"),
    /** What the session's only State holds in the end. */
    async session(expected: unknown): Promise<void> {
      const held = () => {
        const { replica } = user.session();
        return Array.from(replica.slots().values(), ({ value }) => replica.toPlain(value));
      };
      await vi.waitFor(() => expect(held()).toEqual([expected]), { timeout: 4000 });
    },
    find,
    value,
    global: (name: string) => valueOf(room, name),
    press: (label: string) => user.trigger(find(label), "click"),
    tell: (label: string, event: EventName, data?: unknown) => user.trigger(find(label), event, data),
    type: (label: string, text: unknown) => user.edit(find(label), text),
    async shows(label: string, expected: unknown): Promise<void> {
      await vi.waitFor(() => expect(value(label)).toEqual(expected), { timeout: 4000 });
    },
    async idle(): Promise<void> {
      await vi.waitFor(() => expect(user.busy()).toBe(false), { timeout: 4000 });
    },
  };
}
