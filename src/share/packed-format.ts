// How a text is written in a link: the character of the format, the number of the dictionary, and in base64url a checksum
// and the UTF-8 text as raw deflate with that dictionary. Later formats are "b", "c", …; each is read for ever.

export const format = "a";

/** The upper bytes of a CRC-32, the first one first: one damaged link in 16 million goes unnoticed. */
export const checksumBytes = 3;
