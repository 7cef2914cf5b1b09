// Which hosts the open playground may reach: what it asks for and somebody has allowed. Asks before code runs that could
// use it, once for each playground; all users and all tabs share the answer.

import { type Accessor, createSignal } from "solid-js";
import { createNetworkGrants } from "../../packages/network-grants.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import type { Channel } from "../../state/channel.ts";
import type { KeyValueStore } from "../../storage/key-value-store.ts";
import type { NetworkQuestion, NetworkUse } from "../model.ts";

export interface NetworkAccess {
  /** What is to be answered before the code runs. */
  readonly question: Accessor<NetworkQuestion | null>;
  /** What runs now asks for; null: nothing. */
  readonly use: Accessor<NetworkUse | null>;
  /** Hosts that a program may reach, once that is decided. `from`: the room that this one is, or will be, a copy of. */
  decide(program: CompiledModule, room: string, from: string | null): Promise<readonly string[]>;
  /** Another build has begun: what was asked for the one before needs no answer. */
  withdraw(): void;
  /** Changes the answer for what runs now. */
  change(allow: boolean): Promise<void>;
}

export interface NetworkAccessOptions {
  readonly store: KeyValueStore;
  readonly channel: Channel;
  /** The answer was changed, here or in another tab, for what runs now: it is to be loaded again. */
  onChanged(): void;
}

export function createNetworkAccess({ store, channel, onChanged }: NetworkAccessOptions): NetworkAccess {
  const grants = createNetworkGrants(store);
  const [question, setQuestion] = createSignal<NetworkQuestion | null>(null);
  const [use, setUse] = createSignal<NetworkUse | null>(null);
  let here: { readonly room: string; readonly hosts: readonly string[] } | null = null;
  let giveUp: () => void = () => undefined;
  /** Of the build that is decided for; whoever waits for another one is overtaken. */
  let generation = 0;

  channel.listen({
    onMessage(message) {
      if (here && isNews(message, here.room)) onChanged();
    },
    // The other tab's answer is read at the next load.
    onLoss: () => undefined,
  });

  async function save(room: string, hosts: readonly string[], allow: boolean): Promise<void> {
    const { allowed, refused } = await grants.load(room, null);
    const others = (decided: readonly string[]) => decided.filter((host) => !hosts.includes(host));
    await grants.save(room, {
      allowed: [...others(allowed), ...(allow ? hosts : [])],
      refused: [...others(refused), ...(allow ? [] : hosts)],
    });
    channel.post({ type: "network", room });
  }

  function ask(hosts: readonly string[], known: readonly string[]): Promise<boolean | null> {
    return new Promise((resolve) => {
      const close = (answer: boolean | null): void => {
        giveUp = () => undefined;
        setQuestion(null);
        resolve(answer);
      };
      giveUp = () => close(null);
      setQuestion({ hosts, known, answer: close });
    });
  }

  function withdraw(): void {
    generation += 1;
    giveUp();
  }

  return {
    question,
    use,
    withdraw,
    async decide({ network }, room, from) {
      withdraw();
      const mine = generation;
      here = network.length > 0 ? { room, hosts: network } : null;
      if (!here) {
        setUse(null);
        return [];
      }
      const { allowed, refused } = await grants.load(room, from);
      // Overtaken: nobody is going to use it.
      if (mine !== generation) return [];
      const known = network.filter((host) => allowed.includes(host));
      if (network.every((host) => allowed.includes(host) || refused.includes(host))) {
        setUse({ hosts: network, allowed: known });
        return known;
      }
      setUse(null);
      const answer = await ask(network, known);
      if (answer === null) return [];
      const granted = answer ? network : [];
      await save(room, network, answer);
      if (mine !== generation) return [];
      setUse({ hosts: network, allowed: granted });
      return granted;
    },
    async change(allow) {
      if (!here) return;
      await save(here.room, here.hosts, allow);
      onChanged();
    },
  };
}

function isNews(message: unknown, room: string): boolean {
  if (typeof message !== "object" || message === null) return false;
  const { type, room: where } = message as Record<string, unknown>;
  return type === "network" && where === room;
}
