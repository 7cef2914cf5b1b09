// The sandboxed worker of the bench: the app's own runtime, and bare functions beside it in the same thread. These come
// first, so that they get their port before the runtime changes the realm.

import "./bare.ts";
import "../../../src/worker/main.ts";
