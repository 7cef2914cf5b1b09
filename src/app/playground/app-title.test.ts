import { expect, test } from "vitest";
import type { AppSpec } from "../../spec/app-spec.ts";
import { testEvent } from "../../spec/component-for-tests.ts";
import { appTitle } from "./app-title.ts";
import { linkTitle } from "./start-document.ts";

function appOf(name: string, title: string | null = null): AppSpec {
  const event = testEvent({ name });
  const layout = { kind: "block", component: 0, children: [] } as const;
  return {
    kind: "interface",
    title,
    description: null,
    article: null,
    fillWidth: false,
    layout,
    components: [],
    events: [event],
  };
}

test.each([
  ["an example goes by its own title", appOf("press"), "Yours and everyone's", true, "Yours and everyone's"],
  ["an app's own title comes first", appOf("run", "Budget"), "Score tracker", false, "Budget"],
  ["a shared app without one goes by its function", appOf("trackScore"), linkTitle, false, "Track score"],
  ["an edited example keeps its title", appOf("trackScore"), "Score tracker", false, "Score tracker"],
  ["an example that is another program by now does not", appOf("send_mail"), "Score tracker", false, "Send mail"],
  ["a function without a name gives none", appOf("fn"), linkTitle, false, linkTitle],
  ["so does code that has not run yet", null, linkTitle, false, linkTitle],
])("%s", (_, app, title, isExample, expected) => {
  const original = title === "Score tracker" ? { source: "function trackScore(score: number) {" } : null;
  expect(appTitle(app, { title, named: false, beganAs: title, isExample, original })).toBe(expected);
});

test("what a person calls it comes before everything else", () => {
  const document = { title: "Mine", named: true, beganAs: linkTitle, isExample: false, original: null };
  expect(appTitle(appOf("run", "Budget"), document)).toBe("Mine");
});

test("until its app is there, a draft goes by what it was called last", () => {
  const document = { title: "Track score", named: false, beganAs: linkTitle, isExample: false, original: null };
  expect([appTitle(null, document), appTitle(appOf("addPoints"), document)]).toEqual(["Track score", "Add points"]);
});
