// The image in the clipboard, at the press of a button.

/** Rejects with an Error whose message a person understands. */
export async function pastedImage(): Promise<File> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard?.read)
    throw new Error("This browser does not let a page read images here. Focus the field and paste.");
  const items = await clipboard.read().catch(() => null);
  if (!items) throw new Error("The browser does not allow reading the clipboard. Focus the field and paste.");
  for (const item of items) {
    const type = item.types.find((each) => each.startsWith("image/"));
    if (type) return new File([await item.getType(type)], `pasted.${type.replace(/^image\/|\+.*$/g, "")}`, { type });
  }
  throw new Error("There is no image in the clipboard.");
}
