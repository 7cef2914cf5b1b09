// gr.TabbedInterface: several apps in one, each with its own State, over the same shared variables.

import { expect, test } from "../fixtures/test.ts";

const greetings = `import * as gr from "interstate";

let calls = 0; // outside of both functions: shared

function say(word: string) {
  return (name: string, before: string[]) => {
    calls += 1;
    before.push(name);
    return [\`\${word} \${before.join(", ")}, call \${calls}\`, before];
  };
}

const hello = gr.Interface({
  fn: say("Hello"),
  inputs: [gr.Textbox({ label: "Name" }), gr.State([])],
  outputs: [gr.Textbox({ label: "Greeting" }), gr.State()],
  title: "Hello & <i>all</i>",
  description: "To **anybody**.",
  article: "By *nobody*.",
  examples: ["Ada", "Grace"],
});

const bye = gr.Interface({
  fn: say("Bye"),
  inputs: [gr.Textbox({ label: "Who" }), gr.State([])],
  outputs: [gr.Textbox({ label: "Farewell" }), gr.State()],
});

const demo = gr.TabbedInterface([hello, bye], ["Say hello", "Say bye"], { title: "Greetings" });
export default demo;
`;

test("each app stands in its tab, with its own State, over shared variables", async ({ open }) => {
  const { app, user } = await open(greetings);
  await user.field("Name").fill("Ada");
  await user.submit.first().click();
  await user.shows("Greeting", "Hello Ada, call 1");

  await app.getByRole("tab", { name: "Say bye" }).click();
  await expect(user.field("Name")).toBeHidden();
  await user.field("Who").fill("Bob");
  await user.field("Who").press("Enter");
  await user.shows("Farewell", "Bye Bob, call 2");

  await app.getByRole("tab", { name: "Say hello" }).click();
  await user.shows("Name", "Ada");
  await user.field("Name").fill("Grace");
  await user.field("Name").press("Enter");
  await user.shows("Greeting", "Hello Ada, Grace, call 3");
});

test("an app in a tab keeps its title, description, article and examples", async ({ open }) => {
  const { app, user, page } = await open(greetings);
  await expect(page).toHaveTitle(/^Greetings/);
  await expect(app.getByRole("heading", { name: "Greetings", exact: true })).toHaveCount(1);
  await expect(app.getByRole("heading", { name: "Hello & <i>all</i>", exact: true })).toBeVisible();
  await expect(app.locator("strong", { hasText: "anybody" })).toBeVisible();
  await expect(app.locator("em", { hasText: "nobody" })).toBeVisible();
  await user.button("Grace").click();
  await user.shows("Name", "Grace");
});

test("Clear in one tab leaves the other alone", async ({ open }) => {
  const { app, user } = await open(greetings);
  await user.field("Name").fill("Ada");
  await user.field("Name").press("Enter");
  await user.shows("Greeting", "Hello Ada, call 1");
  await app.getByRole("tab", { name: "Say bye" }).click();
  await user.field("Who").fill("Bob");
  await user.field("Who").press("Enter");
  await user.shows("Farewell", "Bye Bob, call 2");
  await user.clear.filter({ visible: true }).click();
  await user.shows("Farewell", "");
  await user.shows("Greeting", "Hello Ada, call 1");
  // State, too, begins anew in this tab alone.
  await user.field("Who").fill("Eve");
  await user.field("Who").press("Enter");
  await user.shows("Farewell", "Bye Eve, call 3");
});

test("without an export it is the app, since the others are parts of it; tabs without names are counted", async ({
  open,
}) => {
  const { app } = await open(
    greetings
      .replace(', ["Say hello", "Say bye"]', "")
      .replace('{ title: "Greetings" }', "null")
      .replace("export default demo;", "demo.launch();")
      .replace(", null)", ")"),
  );
  await expect(app.getByRole("tab")).toHaveText(["Tab 0", "Tab 1"]);
});

test("BrowserState without a key is each app's own, and one that both use is theirs together", async ({ open }) => {
  const notes = (fn: string, state: string, label: string) => `gr.Interface({
  fn: (text: string, all: string[]) => { ${fn} },
  inputs: [gr.Textbox({ label: "${label}" }), ${state}],
  outputs: [gr.Textbox({ label: "${label} seen" }), ${state}],
})`;
  const keep = 'all = [...all, text]; return [all.join(" "), all];';
  const { app, user } = await open(`import * as gr from "interstate";
const [a, b, both] = [gr.BrowserState([]), gr.BrowserState([]), gr.BrowserState([])];
export default gr.TabbedInterface([
  ${notes(keep, "a", "A")}, ${notes(keep, "b", "B")}, ${notes(keep, "both", "C")}, ${notes(keep, "both", "D")},
], ["In A", "In B", "In C", "In D"]);
`);
  for (const [label, seen] of [
    ["A", "a"],
    ["B", "b"],
    ["C", "c"],
    ["D", "c d"],
  ] as const) {
    await app.getByRole("tab", { name: `In ${label}` }).click();
    const field = user.field(label);
    await field.fill(label.toLowerCase());
    await field.press("Enter");
    await user.shows(`${label} seen`, seen);
  }
});

test("a mistake in it is named at its place", async ({ open }) => {
  const { user } = await open(greetings.replace('"Say hello", "Say bye"', '"Say hello"'), { ready: false });
  await expect(user.alert).toContainText("tabNames has 1 name, but there are 2 apps");
  const { user: other } = await open(greetings.replace("[hello, bye]", "[hello, say]"), { ready: false });
  await expect(other.alert).toContainText(
    "interfaceList[1] must be a gr.Interface or another app, but it is a function",
  );
});
