// Puts a text on the clipboard, or selects the field that shows it.

/** false: the browser did not let us, and the field is selected, one keystroke from it. */
export async function copyText(
  text: string,
  field: HTMLInputElement | HTMLTextAreaElement | undefined,
): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard, or not allowed.
    field?.select();
    return false;
  }
}
