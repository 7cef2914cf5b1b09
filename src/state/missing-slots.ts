// Which of a freshly loaded module's variables a room still lacks, or has as earlier code made them and no call has
// written. Another tab may have added some of them between this tab's load and its commit: those, and what only they need,
// are left out.

import { assertNever } from "../base/assert.ts";
import { InvalidOperationError, isOutdated, type Replica } from "../journal/replica.ts";
import type { ContainerId, Content, Encoded, Operation, SlotInfo } from "../protocol/operation.ts";

export interface MissingSlots {
  /** `new` and `slot` operations for what is missing, in their order, and what takes out whatever stood there. */
  readonly operations: Operation[];
  readonly added: string[];
  /** Those of them that were there, as earlier code had made them. */
  readonly replaced: string[];
  /** Slots that were there already. */
  readonly existed: string[];
  /** Containers of those, by the ids that the loader gave to its own. */
  readonly adopted: (readonly [from: ContainerId, to: ContainerId])[];
}

interface Block {
  readonly key: string;
  /** The containers that the variable's initialiser made, in order. */
  readonly ids: readonly ContainerId[];
  readonly value: Encoded;
  readonly made: string | undefined;
}

/** `keepOutdated`: what earlier code made counts as there. */
export function missingSlots(
  operations: readonly Operation[],
  replica: Pick<Replica, "slots" | "has">,
  keepOutdated = false,
): MissingSlots {
  const contents = new Map<ContainerId, Content>();
  for (const operation of operations) {
    if (operation[0] === "new") contents.set(operation[1], operation[2]);
    else if (operation[0] !== "slot") throw new InvalidOperationError("loading may only add variables");
  }
  const made = [...contents.keys()];
  const places = new Map(made.map((id, place) => [id, place]));
  const blocks = operations
    .filter((operation) => operation[0] === "slot")
    .map((slot) => toBlock(slot, made, places.get(slot[2].first) ?? made.length));
  const slots = replica.slots();
  const isThere = ({ key, made }: Block): boolean => {
    const stored = slots.get(key);
    return stored !== undefined && (keepOutdated || !isOutdated(stored.info, made));
  };
  const [existing, missing] = [blocks.filter(isThere), blocks.filter((block) => !isThere(block))];
  const replaced = missing.filter(({ key }) => slots.has(key)).map(({ key }) => key);
  const adopted = adoptedContainers(existing, replica);
  const needed = reachable(missing, contents, new Map(adopted));
  const wanted = new Set(missing.map(({ key }) => key));
  return {
    operations: [
      ...operations.filter(([kind, id]) => kind === "new" && needed.has(id)),
      ...replaced.map((key): Operation => ["unslot", key]),
      ...operations.filter(([kind, key]) => kind === "slot" && wanted.has(key)),
    ],
    added: [...wanted],
    replaced,
    existed: existing.map(({ key }) => key),
    adopted,
  };
}

/** `made`: all containers in order, of which the variable's begin at `start`. */
function toBlock(
  [, key, { count, made: hash }, value]: readonly ["slot", key: string, SlotInfo, Encoded],
  made: readonly ContainerId[],
  start: number,
): Block {
  if (count > 0 && start + count > made.length) {
    throw new InvalidOperationError(`the containers of ${key} are missing`);
  }
  return { key, ids: made.slice(start, start + count), value, made: hash };
}

/** The same declaration makes the same containers in the same order, so the n-th of one is the n-th of the other. */
function adoptedContainers(
  existing: readonly Block[],
  replica: Pick<Replica, "slots" | "has">,
): MissingSlots["adopted"] {
  const slots = replica.slots();
  return existing.flatMap(({ key, ids }) => {
    const info = slots.get(key)?.info;
    if (info?.count !== ids.length) return [];
    return ids.map((id, n) => [id, info.first + n] as const).filter(([, to]) => replica.has(to));
  });
}

function reachable(
  blocks: readonly Block[],
  contents: ReadonlyMap<ContainerId, Content>,
  adopted: ReadonlyMap<ContainerId, ContainerId>,
): ReadonlySet<ContainerId> {
  const found = new Set<ContainerId>();
  const open = blocks.flatMap(({ ids, value }) => [...ids, ...refsIn([value])]);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const content = contents.get(id);
    if (!content || found.has(id) || adopted.has(id)) continue;
    found.add(id);
    for (const ref of refsOf(content)) open.push(ref);
  }
  return found;
}

function refsOf(content: Content): ContainerId[] {
  switch (content[0]) {
    case "object":
    case "dict":
      return refsIn(content[1].map(([, value]) => value));
    case "map":
      return refsIn(content[1].flat());
    case "array":
    case "set":
      return refsIn(content[1]);
    case "date":
    case "bytes":
    case "atom":
      return [];
    default:
      return assertNever(content[0]);
  }
}

function refsIn(values: readonly Encoded[]): ContainerId[] {
  return values.flatMap((value) => (Array.isArray(value) && value[0] === "ref" ? [value[1]] : []));
}
