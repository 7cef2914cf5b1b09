// Entry of a worker that can run whatever an app may use.

import * as api from "../api/index.ts";
import { functionApp } from "../spec/function-app.ts";
import { rendering } from "./render-part.ts";
import { startWorker } from "./start-worker.ts";

startWorker({ api, rendering, functionApp });
