// Where what a frame shows can be edited: the same, with its code, in a tab of its own. What is kept there is the person's,
// and none of what is kept in the frame.

import { formatAddress, parseAddress } from "../../share/address.ts";

export function editAddress({ pathname, hash }: Pick<Location, "pathname" | "hash"> = location): string {
  const address = parseAddress(hash);
  return pathname + (address.ok ? formatAddress({ ...address.value, view: "split" }) : hash);
}
