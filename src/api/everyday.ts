// What most small apps use of the module `interstate`: an app that uses no more starts on a smaller runtime. Which names
// these are is said in `protocol/everyday-names.ts`, too, for the page.

export { atomic } from "./atomic.ts";
export { BrowserState } from "./browser-state.ts";
export { Button } from "./button.ts";
export { Checkbox } from "./checkbox.ts";
export { Interface } from "./interface.ts";
export { JSON } from "./json.ts";
export { local } from "./local.ts";
export { Number } from "./number.ts";
export { Progress } from "./progress.ts";
export { Request } from "./call-facts.ts";
export { State } from "./state.ts";
export { Textbox } from "./textbox.ts";
export { Error, Info, Success, Warning } from "./toast.ts";
export { skip, update } from "./update.ts";
export { validate } from "./validate.ts";
