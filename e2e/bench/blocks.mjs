// A page of many components, in the built site: what they cost until the app takes input, against the bare elements that a
// person sees of them, made and laid out by hand in the same page.

import { percentile, ratioRow } from "./report.mjs";

/** @typedef {import("@playwright/test").BrowserContext} BrowserContext */
/** @typedef {import("./report.mjs").Row} Row */

const rounds = 10;
const settleMs = 2000;

/** @param {number} pairs */
const program = (pairs) => `import * as gr from "interstate";

export default gr.Blocks(() => {
  for (let i = 1; i <= ${pairs}; i++) {
    const input = gr.Textbox({ label: "In " + i });
    const output = gr.Textbox({ label: "Out " + i });
    input.change({ fn: (text: string) => text.toUpperCase(), inputs: input, outputs: output });
  }
});
`;

/**
 * @param {BrowserContext} context
 * @param {string} site
 * @returns {Promise<Row[]>}
 */
export async function blocksRows(context, site) {
  console.log("… a Blocks page of 1,000 components");
  /** @type {number[]} */
  const large = [];
  /** @type {number[]} */
  const small = [];
  /** @type {number[]} */
  const bare = [];
  for (let round = 0; round < rounds; round += 1) {
    const visits = [
      async () => large.push(await ready(context, site, { pairs: 500, bare })),
      async () => small.push(await ready(context, site, { pairs: 1, bare: null })),
    ];
    // By turns, as each pays for what the one before it has left to do.
    for (const visit of round % 2 === 0 ? visits : visits.reverse()) await visit();
  }
  const shell = percentile(small, 50);
  const ours = large.map((ms) => ms - shell);
  return [
    ratioRow(
      "Blocks of 1,000 components and 500 listeners: ready",
      { ours, floor: bare },
      1.5,
      `more than an app of two components, which takes ${shell.toFixed(0)} ms`,
    ),
  ];
}

/**
 * Milliseconds from opening the page until the app takes input and is laid out.
 * @param {BrowserContext} context
 * @param {string} site
 * @param {{ pairs: number, bare: number[] | null }} options `bare`: takes what the bare elements took, in milliseconds
 */
async function ready(context, site, { pairs, bare }) {
  const page = await context.newPage();
  // Chromium loads pages of its own with each new tab, in a process that takes a core for a second. What the bare elements
  // take is measured after that.
  await page.waitForTimeout(settleMs);
  await page.addInitScript((fields) => {
    Reflect.set(
      window,
      "whenReady",
      new Promise((resolve) => {
        requestAnimationFrame(function look() {
          const app = document.querySelector('section[aria-label="App"][aria-busy="false"]');
          if (app?.querySelectorAll("textarea").length !== fields) return void requestAnimationFrame(look);
          // Of the frame that shows it.
          requestAnimationFrame(() => resolve(performance.now()));
        });
      }),
    );
  }, pairs * 2);
  await page.goto(`${site}#src=${encodeURIComponent(program(pairs))}&view=app`);
  const ms = await page.evaluate(() => /** @type {Promise<number>} */ (Reflect.get(window, "whenReady")));
  if (bare) bare.push(await page.evaluate(makeBare));
  await page.close();
  return ms;
}

/** Runs in the page: makes the same elements once more, next to nothing else, and gives how long they took, laid out. */
async function makeBare() {
  const body = document.querySelector("section.app .card-body");
  if (!(body instanceof HTMLElement)) throw new Error("There is no app.");
  /** @typedef {{ tag: string, attributes: [string, string][], children: (Plan | string)[] }} Plan */
  /** @param {Element} element @returns {Plan} */
  const planOf = (element) => ({
    tag: element.localName,
    attributes: Array.from(element.attributes, ({ name, value }) => [name, value]),
    children: Array.from(element.childNodes, (child) =>
      child instanceof Element ? planOf(child) : String(child.nodeValue),
    ),
  });
  /** @param {Plan} plan */
  const make = ({ tag, attributes, children }) => {
    const element = document.createElement(tag);
    for (const [name, value] of attributes) element.setAttribute(name, value);
    for (const child of children) element.append(typeof child === "string" ? child : make(child));
    return element;
  };
  // Laid out whole: that an app lays out only what is near is its own doing.
  const whole = new CSSStyleSheet();
  whole.replaceSync("* { content-visibility: visible !important }");
  document.adoptedStyleSheets.push(whole);
  const plan = planOf(body);
  const parent = body.parentElement;
  body.remove();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const start = performance.now();
  parent?.prepend(make(plan));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return performance.now() - start;
}
