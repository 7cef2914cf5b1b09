// How much one boundary may ask for. The sizes of messages are bounded where they come in; these bound what a small
// message can blow up to.

/** Elements of one array. */
export const maxLength = 50_000_000;

/** Places without a value that one boundary may add to arrays. */
export const maxGrowth = 1_000_000;
