// Dexie: a row for each item, read and written in one rw transaction. Its event "storagemutated" tells the other tabs,
// which read the rows that are new to them; a liveQuery over all rows would cost it ten times as much.

import { Dexie, type EntityTable } from "dexie";
import type { Contestant, Item } from "../contest.ts";
import { coalesce } from "./coalesce.ts";

interface Row extends Item {
  readonly key: number;
}

export async function open(name: string): Promise<Contestant> {
  const db = new Dexie(name) as Dexie & { rows: EntityTable<Row, "key"> };
  db.version(1).stores({ rows: "++key" });
  await db.open();
  const rows: Row[] = [];
  let onChange: () => void = () => undefined;

  const follow = coalesce(async () => {
    rows.push(
      ...(await db.rows
        .where("key")
        .above(rows.at(-1)?.key ?? 0)
        .toArray()),
    );
    onChange();
  });
  Dexie.on("storagemutated", follow);

  return {
    add: (item) =>
      db.transaction("rw", db.rows, async () => {
        const before = await db.rows.count();
        await db.rows.add({ ...item });
        return before + 1;
      }),
    count: () => rows.length,
    subscribe: (listener) => void (onChange = listener),
  };
}
