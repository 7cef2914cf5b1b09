// gr.api: functions of an app that only code outside of it calls.

import { expect, test } from "../fixtures/embedding-page.ts";

const counter = `import * as gr from "interstate";

const counts: Record<string, number> = {};

function count(name: string, by = 1) {
  if (name === "") throw new gr.Error("A count needs a name.");
  counts[name] = (counts[name] ?? 0) + by;
  return counts;
}

async function* countdown(from: number) {
  for (let n = from; n > 0; n--) yield { left: n };
}

export default gr.Blocks(() => {
  gr.JSON({ label: "Counts", value: () => counts });
  gr.api(count);
  gr.api(countdown, { apiName: "down" });
  gr.api((...all: unknown[]) => all.length, { apiName: "anything" });
});
`;

const quoted = (text: string) => JSON.stringify(text);

test("a function has an endpoint, with its parameters, and what it changes shows in the app", async ({
  embed,
  addressOf,
}) => {
  const { withClient } = await embed("");
  const [api, first, second, byName] = await withClient<unknown[]>(
    quoted(addressOf(counter)),
    `return [
      (await app.viewApi()).namedEndpoints["/count"].parameters.map(({ parameterName, type }) => [parameterName, type]),
      (await app.predict("/count", ["a"])).data,
      (await app.predict("/count", ["a", 5])).data,
      (await app.predict("/count", { name: "b", by: 2 })).data,
    ];`,
  );
  expect(api).toEqual([
    ["name", "unknown"],
    ["by", "unknown"],
  ]);
  expect([first, second, byName]).toEqual([[{ a: 1 }], [{ a: 6 }], [{ a: 6, b: 2 }]]);
});

test("what it throws is the caller's to read, and changed nothing; a generator tells of each yield", async ({
  embed,
  addressOf,
}) => {
  const { withClient } = await embed("");
  const [message, counts, yields] = await withClient<[string, unknown, readonly unknown[]]>(
    quoted(addressOf(counter)),
    `const message = await app.predict("/count", [""]).then(() => "none", (error) => error.message);
    const yields = [];
    for await (const event of app.submit("/down", [3])) if (event.type === "data") yields.push(event.data);
    return [message, (await app.predict("/count", ["c"])).data, yields];`,
  );
  expect(message).toContain("A count needs a name.");
  expect(counts).toEqual([{ c: 1 }]);
  expect(yields).toEqual([[{ left: 3 }], [{ left: 2 }], [{ left: 1 }]]);
});

test("what it takes and returns stands nowhere in the app", async ({ open }) => {
  const { user } = await open(counter);
  await user.showsJson("Counts", {});
  await expect(user.region.getByRole("group")).toHaveCount(1);
  await expect(user.region.getByRole("textbox")).toHaveCount(0);
});

for (const [what, source, message] of [
  [
    "what is no function",
    `gr.Blocks(() => { gr.api("count" as never); })`,
    'api.fn must be a function, but it is the text "count"',
  ],
  [
    "an option that is none",
    `gr.Blocks(() => { gr.api(() => 1, { name: "one" } as never); })`,
    "api.name is no option of a listener.",
  ],
  ["gr.api outside of gr.Blocks", `(gr.api(() => 1), gr.Blocks(() => {}))`, "gr.api(…) belongs into gr.Blocks"],
] as const) {
  test(`${what} is refused with words that name the place`, async ({ open }) => {
    const { app } = await open(`import * as gr from "interstate";\nexport default ${source};\n`, { ready: false });
    await expect(app.getByRole("alert")).toContainText(message);
  });
}
