// Shared state as data: values, containers and the operations that change them, in the form in which they cross threads
// and are stored. Everything here survives structuredClone. `journal` gives them meaning.

/**
 * Names a container of one graph. Ids of committed containers are positive and are given by the page; a negative id is a
 * container made in the call at hand, which the page numbers when it commits.
 */
export type ContainerId = number;

export type Primitive = undefined | null | boolean | number | string | bigint;

/** Values with an identity that never change: Blob, File, RegExp. */
export type AtomValue = Blob | RegExp;

/** What one place of a container holds. A container is never inline: it stands for itself by its id. */
export type Encoded = Primitive | Ref | Hole;
export type Ref = readonly ["ref", ContainerId];
/** A place of a sparse array that holds nothing. */
export type Hole = readonly ["hole"];

/** Everything inside one container. The order of entries is the order of iteration. */
export type Content =
  | readonly ["object", readonly (readonly [key: string, value: Encoded])[]]
  /** An object without a prototype. */
  | readonly ["dict", readonly (readonly [key: string, value: Encoded])[]]
  | readonly ["array", readonly Encoded[]]
  | readonly ["map", readonly (readonly [key: Encoded, value: Encoded])[]]
  | readonly ["set", readonly Encoded[]]
  /** Milliseconds since the epoch; NaN for an invalid date. */
  | readonly ["date", number]
  /** A typed array, DataView, ArrayBuffer or ImageData, whole. */
  | readonly ["bytes", ArrayBuffer | ArrayBufferView | ImageData]
  /** A container, so that it keeps its identity and moving it does not store its bytes again. Never filled anew. */
  | readonly ["atom", AtomValue];

export type ContainerKind = Content[0];

/**
 * One change. Operations apply in order; each names containers by id, never by path, so moves and aliases cost nothing.
 * A boundary is a list of them. At its end the containers that no slot and no other container holds are gone, on every
 * side alike, so whether an id means something depends on the graph alone and not on who took a snapshot when.
 */
export type Operation =
  /**
   * Makes a container. All of a boundary's `new` come before its other operations, so contents may refer to any of them.
   * Going forward its id is the next one; an inverse brings containers back under the ids that they had.
   */
  | readonly ["new", ContainerId, Content]
  /** Replaces the whole content of a container by one of the same kind. */
  | readonly ["fill", ContainerId, Content]
  /** Replaces some of the bytes of typed arrays and the like, from `start` on. */
  | readonly ["write", ContainerId, start: number, Uint8Array]
  /** Sets a key of an object; `before` (an existing key) says where a key that comes back stood, else it goes last. */
  | readonly ["put", ContainerId, key: string, Encoded, before?: string]
  | readonly ["drop", ContainerId, key: string]
  /** Sets an element of an array, index < length. */
  | readonly ["at", ContainerId, index: number, Encoded]
  | readonly ["splice", ContainerId, start: number, deleteCount: number, readonly Encoded[]]
  /** Sets the length of an array: cuts off, or adds holes. */
  | readonly ["length", ContainerId, number]
  /** Reorders the elements from `start` on: element start + i of the result is element start + order[i] of what was. */
  | readonly ["order", ContainerId, start: number, order: readonly number[]]
  /** Sets a key of a Map; `before` holds the key in front of which a key that comes back stood, else it goes last. */
  | readonly ["map-put", ContainerId, key: Encoded, Encoded, before?: readonly [key: Encoded]]
  | readonly ["map-drop", ContainerId, key: Encoded]
  | readonly ["set-add", ContainerId, Encoded, before?: readonly [member: Encoded]]
  | readonly ["set-drop", ContainerId, Encoded]
  /** Adds a variable; the order of variables means nothing. The containers that its initialiser made are `first`, `first + 1`, … (`count` of them). */
  | readonly ["slot", key: string, SlotInfo, Encoded]
  | readonly ["unslot", key: string]
  /** Gives a variable another value. */
  | readonly ["bind", key: string, Encoded]
  /** Says of a variable what SlotInfo.made is from now on; null: it has none. */
  | readonly ["made", key: string, string | null]
  /**
   * At the end of the boundary: lets go of containers that hold each other in a cycle, which counting holders does not
   * notice. Does nothing if something else holds one of them. Inverses have it for what they unmake.
   */
  | readonly ["forget", ids: readonly ContainerId[]];

/** What is known of a variable besides its value. Its key is name#hash of its declaration. */
export interface SlotInfo {
  readonly name: string;
  readonly first: ContainerId;
  readonly count: number;
  /**
   * Hash of what its initialiser calls, as long as the variable is as its initialiser made it. What a call has written has
   * none, and what was stored before there was such a thing.
   */
  readonly made?: string;
}

/** A whole graph as data: what a snapshot stores and what a worker starts from. */
export interface GraphData {
  readonly nextId: ContainerId;
  readonly slots: readonly (readonly [key: string, SlotInfo, Encoded])[];
  readonly containers: readonly (readonly [ContainerId, Content])[];
}

export const emptyGraph: GraphData = { nextId: 1, slots: [], containers: [] };
