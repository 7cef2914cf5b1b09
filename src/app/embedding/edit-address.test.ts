import { expect, test } from "vitest";
import { editAddress } from "./edit-address.ts";

test.each([
  ["#src=export%20default%201&view=app", "/a/#src=export%20default%201&view=split"],
  ["#code=b0abc&view=app", "/a/#code=b0abc&view=split"],
  ["#example=greeting&view=app", "/a/#example=greeting&view=split"],
  ["", "/a/#view=split"],
  ["#nothing=known", "/a/#nothing=known"],
])("what a frame shows at %j is edited at %j", (hash, address) => {
  expect(editAddress({ pathname: "/a/", hash })).toBe(address);
});
