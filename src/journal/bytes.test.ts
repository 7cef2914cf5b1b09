import { describe, expect, it, vi } from "vitest";
import { copyBytes } from "./bytes.ts";
import { type Any, load, openRoom } from "./module-for-tests.ts";
import { InvalidOperationError, parseOperations } from "./replica.ts";
import { toPlain } from "./shared-graph.ts";

describe("shared bytes", () => {
  it("are written as plain ones are, and others see it in the array that they hold", () => {
    const room = openRoom(() => ({ pixels: new Uint8Array(4), sums: new Map([["a", new Float64Array(2)]]) }));
    const [mine, theirs] = [room.first.variables, room.second.variables];
    const held = theirs["pixels"];
    const operations = room.call(({ pixels, sums }) => {
      pixels[1] = 7;
      pixels.set([1, 2], 2);
      sums.get("a")[0] = NaN;
    });
    expect(operations.map(([kind]) => kind)).toEqual(["write", "write"]);
    expect(theirs["pixels"]).toBe(held);
    expect(held).toEqual(Uint8Array.of(0, 7, 1, 2));
    expect(theirs["sums"].get("a")).toEqual(Float64Array.of(NaN, 0));
    room.call(({ pixels }) => void pixels.fill(9), room.second);
    expect(mine["pixels"]).toEqual(Uint8Array.of(9, 9, 9, 9));
    expect(room.call(({ pixels }) => void pixels.fill(9))).toEqual([]);
  });

  it("cost what was written of them", () => {
    const room = openRoom(() => ({ image: new Uint8Array(10_003) }));
    expect(
      room.call(({ image }) => {
        image[5_001] = 1;
        image[5_004] = 2;
      }),
    ).toEqual([["write", 1, 5_001, Uint8Array.of(1, 0, 0, 2)]]);
    expect(room.call(({ image }) => void (image[10_002] = 3))).toEqual([["write", 1, 10_002, Uint8Array.of(3)]]);
    const apart = room.call(({ image }) => void (image[0] = image[10_000] = 9));
    expect(apart.map((operation) => operation[0] === "write" && operation[3].length)).toEqual([1, 1]);
    expect(room.second.variables["image"]).toEqual(room.first.variables["image"]);
  });

  it("are copied by the page only for what others may hold", () => {
    const { replica, call } = openRoom(() => ({ image: new Uint8Array(2) }));
    const held = () => replica.look(["ref", 1]) as { raw: unknown };
    const before = replica.toData();
    call(({ image }) => void (image[0] = 1));
    const { raw } = held();
    call(({ image }) => void (image[1] = 2));
    expect(held().raw).toBe(raw);
    const after = replica.toData();
    call(({ image }) => void (image[0] = 3));
    expect(before.containers[0]?.[1]).toEqual(["bytes", Uint8Array.of(0, 0)]);
    expect(after.containers[0]?.[1]).toEqual(["bytes", Uint8Array.of(1, 2)]);
    expect(held().raw).toEqual(Uint8Array.of(3, 2));
  });

  it("are not compared at the end when a boundary has just done it", () => {
    const { graph, variables } = load(() => ({ pixels: new Uint8Array(4) }));
    let reads = 0;
    const { pixels } = variables;
    // Comparing needs to know where in its buffer a typed array starts.
    Object.defineProperty(pixels, "byteOffset", { get: () => (reads++, 0) });
    graph.begin("write");
    graph.collect();
    graph.accept();
    const before = reads;
    graph.end();
    expect(reads).toBe(before);
    expect(before).toBeGreaterThan(0);
  });

  it("may be a buffer, a DataView or of any element type", () => {
    const room = openRoom(() => ({ buffer: new ArrayBuffer(3), view: new DataView(new ArrayBuffer(8)), list: [] }));
    room.call(({ buffer, view, list }) => {
      new Uint8Array(buffer)[2] = 5;
      view.setFloat64(0, 1.5);
      list.push(BigInt64Array.of(-1n), new Int16Array(0), Uint8ClampedArray.of(300));
    });
    const { buffer, view, list } = room.second.variables;
    expect(new Uint8Array(buffer)).toEqual(Uint8Array.of(0, 0, 5));
    expect(view.getFloat64(0)).toBe(1.5);
    expect(toPlain(list)).toEqual([BigInt64Array.of(-1n), new Int16Array(0), Uint8ClampedArray.of(255)]);
  });

  it("keep their identity: aliases stay aliases, and what was pushed goes on being it", () => {
    const room = openRoom(() => ({ list: [] as Any[], record: {} as Any }));
    const bytes = Uint8Array.of(1);
    room.call(({ list, record }) => {
      list.push(bytes, bytes);
      record.bytes = bytes;
    });
    room.call(() => void (bytes[0] = 2));
    const { list, record } = room.second.variables;
    expect(list[0]).toBe(list[1]);
    expect(list[0]).toBe(record.bytes);
    expect(list[0]).toEqual(Uint8Array.of(2));
    room.second.graph.patch({ numbered: [], whole: structuredClone(room.replica.toData()), operations: [] });
    expect(list[0]).toBe(record.bytes);
    room.call(() => void (bytes[0] = 3));
    expect(record.bytes).toEqual(Uint8Array.of(3));
  });

  it("are undone with the call, up to its last boundary", () => {
    const { variables, graph } = load(() => ({ pixels: Uint8Array.of(1, 2) }));
    const { pixels } = variables;
    graph.begin("write");
    pixels[0] = 5;
    expect(graph.collect()).toHaveLength(1);
    graph.accept();
    pixels[1] = 6;
    graph.rollback();
    graph.end();
    expect(pixels).toEqual(Uint8Array.of(5, 2));
  });

  it("cannot be written by a call that only reads, nor while no call runs", () => {
    const { variables, graph, call } = load(() => ({ images: [Uint8Array.of(1)] }));
    const [image] = variables["images"];
    expect(() => call(() => void (image[0] = 2), "read")).toThrow(/^images\[0\] cannot be changed here/);
    expect(image[0]).toBe(1);
    image[0] = 3;
    expect(graph.begin("write")).toEqual(["images[0]"]);
    graph.end();
    expect(image[0]).toBe(1);
  });

  it("that were discarded in another tab cannot be written", () => {
    const { first } = openRoom(() => ({ pixels: new Uint8Array(1) }));
    first.graph.patch({ numbered: [], whole: null, operations: [["unslot", "pixels"]] });
    expect(() => first.call(({ pixels }) => void (pixels[0] = 1))).toThrow(/^pixels is no longer shared/);
  });

  it("that are part of a large buffer cross without the rest of it", () => {
    const room = openRoom(() => ({ list: [] as Any[] }));
    const large = new Uint8Array(1_000_000);
    const [made] = room.call(({ list }) => void list.push(large.subarray(2, 4)));
    const content = made?.[0] === "new" && made[2][0] === "bytes" ? made[2][1] : null;
    expect(content instanceof Uint8Array && content.buffer.byteLength).toBe(2);
  });

  it("are copied when they belong to another graph", () => {
    const room = load(() => ({ pixels: Uint8Array.of(1) }));
    const session = load(() => ({ mine: [] as Any[] }));
    session.call(({ mine }) => void mine.push(room.variables["pixels"], room.variables["pixels"]));
    const [copy, again] = session.variables["mine"];
    room.call(({ pixels }) => void (pixels[0] = 2));
    expect(copy).toBe(again);
    expect(copy).toEqual(Uint8Array.of(1));
  });

  it("are refused as two views of one memory, shared memory, memory that grows, or once transferred", () => {
    const { variables, call } = load(() => ({ list: [new Uint8Array(4)] as Any[] }));
    const refused: [(list: Any[]) => void, string][] = [
      [(list) => void list.push(list[0].subarray(1)), "list[1] is a second view of the same memory"],
      [(list) => void list.push(list[0].buffer), "list[1] is a second view of the same memory"],
      [(list) => list.push(...twoViews()), "list[2] is a second view of the same memory"],
      [(list) => list.push(new Uint8Array(new SharedArrayBuffer(1))), "list[1] is a Uint8Array of shared memory;"],
      [(list) => list.push(new ArrayBuffer(1, { maxByteLength: 2 })), "list[1] is an ArrayBuffer of a size that can"],
    ];
    for (const [write, message] of refused) expect(() => call(({ list }) => write(list))).toThrow(message);
    expect(variables["list"]).toHaveLength(1);
    const transfer = ({ list }: Record<string, Any>) => void structuredClone(list[0], { transfer: [list[0].buffer] });
    const other = load(() => ({ list: [new Uint8Array(4)] as Any[] }));
    other.graph.begin("write");
    transfer(other.variables);
    expect(() => other.graph.collect()).toThrow("list[0] was transferred away.");
    call(({ list }) => void list.push(list[0].slice(1)));
    expect(variables["list"]).toHaveLength(2);
  });

  it("that were transferred away are there again once that is undone, wherever they were", () => {
    const room = openRoom(() => ({ pixels: Uint8Array.of(1, 2), record: { list: [] as Any[] }, keys: new Map() }));
    room.call(({ pixels, record, keys }) => {
      record.list.push(pixels);
      keys.set(pixels, pixels);
    });
    const { graph, variables } = room.first;
    const transfer = (): void => void structuredClone(null, { transfer: [variables["pixels"].buffer] });
    graph.begin("write");
    transfer();
    expect(() => graph.collect()).toThrow("pixels was transferred away.");
    graph.rollback();
    graph.end();
    const { pixels, record, keys } = variables;
    expect(pixels).toEqual(Uint8Array.of(1, 2));
    expect([record.list[0], keys.get(pixels), [...keys.keys()][0]].every((each) => each === pixels)).toBe(true);
    expect(room.call(() => void (pixels[0] = 5))).toHaveLength(1);
    expect(room.second.variables["record"].list[0]).toEqual(Uint8Array.of(5, 2));
    transfer();
    room.call((module) => void (module["pixels"][1] = 6), room.second);
    expect(graph.begin("write")).toEqual(["pixels"]);
    graph.end();
    expect(variables["pixels"]).toEqual(Uint8Array.of(5, 6));
  });

  it("of a worker must be of the size that they had", () => {
    const { replica } = openRoom(() => ({ pixels: new Uint8Array(2) }));
    for (const bytes of [new Uint8Array(3), new Int8Array(2), new ArrayBuffer(2)]) {
      expect(() => replica.apply([["fill", 1, ["bytes", bytes]]])).toThrow(InvalidOperationError);
    }
    expect(() => replica.apply([["write", 1, 1, new Uint8Array(2)]])).toThrow(InvalidOperationError);
    expect(() => parseOperations([["write", 1, 0, [1]]])).toThrow(InvalidOperationError);
    expect(() => parseOperations([["write", 1, -1, new Uint8Array(1)]])).toThrow(InvalidOperationError);
    expect(replica.apply([["fill", 1, ["bytes", Uint8Array.of(1, 2)]]])).toEqual([
      ["fill", 1, ["bytes", Uint8Array.of(0, 0)]],
    ]);
  });

  it("of a plain copy are copies", () => {
    const { variables } = load(() => ({ record: { pixels: Uint8Array.of(1), all: [] } as Any }));
    const plain: Any = toPlain(variables["record"]);
    expect(plain.pixels).toEqual(Uint8Array.of(1));
    expect(plain.pixels).not.toBe(variables["record"].pixels);
  });

  it("of a picture are copied in a browser that knows no colour spaces, as Firefox", () => {
    class Pixels {
      readonly width: number;
      readonly height: number;
      readonly data: Uint8ClampedArray;

      constructor(width: unknown, height: number, rest?: unknown) {
        if (rest !== undefined) throw new TypeError("ImageData constructor: Argument 1 is not an object.");
        [this.width, this.height] = [Number(width), height];
        this.data = new Uint8ClampedArray(4 * this.width * height);
      }
    }
    vi.stubGlobal("ImageData", Pixels);
    try {
      const pixels = new ImageData(1, 2);
      pixels.data[5] = 7;
      const copy = copyBytes(pixels) as ImageData;
      expect([copy.width, copy.height, ...copy.data]).toEqual([1, 2, 0, 0, 0, 0, 0, 7, 0, 0]);
      expect(copy.data).not.toBe(pixels.data);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

function twoViews(): Uint8Array[] {
  const { buffer } = new Uint8Array(4);
  return [new Uint8Array(buffer), new Uint8Array(buffer, 2)];
}
