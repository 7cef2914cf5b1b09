// For the folder chat, whose path to state.ts would read as one to src/state.

export { State } from "./state.ts";
