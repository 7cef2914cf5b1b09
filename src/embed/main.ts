// interstate.js: the one script that other sites load. A classic script, since a module of another origin is only loaded
// from hosts that say it may be, and this site needs no headers. It defines <interstate-app> and `interstate.Client`.

import { Client } from "./client.ts";
import { defineElement } from "./element.ts";

const script = document.currentScript;
// Where it was loaded from is where the site is. Imported as a module it cannot tell, and needs links instead of code.
defineElement(script instanceof HTMLScriptElement ? new URL(".", script.src).href : null);
Object.assign(globalThis, { interstate: Object.freeze({ Client }) });
