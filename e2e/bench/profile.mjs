// `--profile`: where the time of a call goes, by function, in the page and in the sandboxed worker; of the app's call and
// of its floor. From Chromium's profiler, whose samples make everything somewhat slower: it tells shares, not times.

/** @typedef {import("@playwright/test").BrowserContext} BrowserContext */
/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {(method: string, params?: object) => Promise<unknown>} Send */
/** @typedef {{ name: string, send: Send }} Thread */
/** @typedef {{ functionName: string, url: string, lineNumber: number }} Place */
/**
 * @typedef {object} Profile
 * @property {{ id: number, callFrame: Place }[]} nodes
 * @property {number[]} samples
 * @property {number[]} timeDeltas In microseconds
 */

const calls = 4000;
const shownFunctions = 25;

/**
 * @param {BrowserContext} context
 * @param {string} url Of the bench's own pages
 */
export async function printProfiles(context, url) {
  const page = await context.newPage();
  for (const single of /** @type {const} */ (["stateless", "global"])) {
    await page.goto(url);
    await page.evaluate((kind) => window.bench.openSingle(kind), single);
    const threads = await threadsOf(context, page);
    for (const side of /** @type {const} */ (["ours", "floor"])) {
      /** @param {number} times */
      const repeat = (times) =>
        page.evaluate(([which, n]) => window.bench.repeat(which, n), /** @type {const} */ ([side, times]));
      await repeat(calls / 4);
      for (const { send } of threads) {
        await send("Profiler.enable");
        await send("Profiler.start");
      }
      await repeat(calls);
      for (const { name, send } of threads) {
        const { profile } = /** @type {{ profile: Profile }} */ (await send("Profiler.stop"));
        console.log(`\n${single} call, ${side}, ${name}: microseconds per call\n${toLines(profile).join("\n")}`);
      }
    }
  }
  await page.close();
}

/**
 * The page, and the workers of its sandbox frame, which is a process of its own.
 * @param {BrowserContext} context
 * @param {Page} page
 * @returns {Promise<Thread[]>}
 */
async function threadsOf(context, page) {
  const session = await context.newCDPSession(page);
  /** @type {Thread[]} */
  const threads = [{ name: "page", send: (method, params) => session.send(/** @type {any} */ (method), params) }];
  for (const frame of page.frames()) {
    if (frame === page.mainFrame()) continue;
    const inFrame = await context.newCDPSession(frame);
    /** @type {Map<number, (result: unknown) => void>} */
    const answers = new Map();
    inFrame.on("Target.receivedMessageFromTarget", ({ message }) => {
      const { id, result } = JSON.parse(message);
      answers.get(id)?.(result);
    });
    /** @type {Promise<void>} */
    const attached = new Promise((resolve) => {
      inFrame.on("Target.attachedToTarget", ({ sessionId }) => {
        let lastId = 0;
        threads.push({
          name: "worker",
          send: (method, params = {}) =>
            new Promise((answer) => {
              const id = ++lastId;
              answers.set(id, answer);
              void inFrame.send("Target.sendMessageToTarget", {
                sessionId,
                message: JSON.stringify({ id, method, params }),
              });
            }),
        });
        resolve();
      });
    });
    // Not flattened: Playwright passes on no messages of sessions that it does not know.
    await inFrame.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    await attached;
  }
  return threads;
}

/** @param {Profile} profile */
function toLines({ nodes, samples, timeDeltas }) {
  const places = new Map(nodes.map(({ id, callFrame }) => [id, toText(callFrame)]));
  /** @type {Map<string, number>} */
  const own = new Map();
  samples.forEach((id, i) => {
    const place = places.get(id) ?? "";
    own.set(place, (own.get(place) ?? 0) + (timeDeltas[i + 1] ?? 0) / calls);
  });
  return [...own]
    .sort(([, a], [, b]) => b - a)
    .slice(0, shownFunctions)
    .map(([place, microseconds]) => `${microseconds.toFixed(1).padStart(8)}  ${place}`);
}

/** @param {Place} place */
function toText({ functionName, url, lineNumber }) {
  // What the browser does itself has no address.
  return `${functionName || "(no name)"}${url ? `  ${url.split("/").at(-1)}:${lineNumber + 1}` : ""}`;
}
