import { expect, test } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import { ok } from "../../base/result.ts";
import { parseAddress } from "../../share/address.ts";
import { readCode } from "../../share/written-code.ts";
import { setup } from "./document-setup.ts";

test("the first change is saved under the id that the address gets", async () => {
  const { document, tab, save } = await setup();
  document.setSource("a");
  const [id] = save.mock.calls[0] ?? [];
  expect(tab.current).toBe(`#draft=${id}`);
  document.setSource("ab");
  expect(tab.write).toHaveBeenCalledTimes(1);
});

test("the address of a draft gets its code when the editor is left, and what was typed meanwhile the next time", async () => {
  const { document, tab } = await setup();
  document.setSource("a");
  const bare = tab.current;
  document.writeAddress();
  document.setSource("ab");
  await document.shareLink("split");
  expect(tab.current).not.toBe(bare);
  const address = parseAddress(tab.current);
  if (!address.ok || address.value.kind !== "draft" || !address.value.code) throw new Error("expected code");
  expect(await readCode(address.value.code)).toEqual(ok("ab"));
});

test("what is not stored when the page goes is in its address", async () => {
  const { document, tab, save } = await setup();
  save.mockReturnValue(createDeferred<never>().promise);
  document.setSource("a");
  tab.leave();
  expect(tab.current).toMatch(/^#draft=[^&]+&src=a$/);
});

test("a shared link carries the code, without the draft's id", async () => {
  const { document, tab } = await setup();
  document.setSource("a".repeat(500));
  const link = await document.shareLink("app");
  expect(link.startsWith(`${tab.place}#code=`)).toBe(true);
  expect(link).toMatch(/&view=app$/);
  expect(link.length).toBeLessThan(80);
});
