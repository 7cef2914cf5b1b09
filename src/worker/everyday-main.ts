// Entry of a worker that can run most small apps, and is a fraction of the whole: a first visit need not wait for the rest.

import * as api from "../api/everyday.ts";
import { MissingKindError } from "../spec/missing-kind.ts";
import { startWorker } from "./start-worker.ts";

const missing = (): never => {
  throw new MissingKindError();
};

startWorker({
  api: new Proxy<Readonly<Record<string, unknown>>>(
    { ...api },
    {
      get: (names, name) =>
        typeof name === "symbol" || Object.hasOwn(names, name) ? Reflect.get(names, name) : missing(),
      has: missing,
      ownKeys: missing,
    },
  ),
  rendering: null,
  functionApp: missing,
});
