// A validator: what is wrong with the inputs stands at each of them, and the function is not called.

import { expect, test } from "../fixtures/test.ts";

const signUp = `import * as gr from "interstate";

let calls = 0;

export default gr.Interface({
  fn: (name: string, age: number) => {
    calls += 1;
    return \`\${name} is \${age}, call \${calls}\`;
  },
  inputs: [gr.Textbox({ label: "Name" }), gr.Number({ label: "Age" })],
  outputs: gr.Textbox({ label: "Welcome" }),
  validator: (name: string, age: number) => {
    if (name === "broken") throw new Error("The validator has a fault");
    return [gr.validate(name.length > 1, "Too short a name"), gr.validate(age >= 18, "You must be at least 18")];
  },
});
`;

test("each input says what is wrong with it, and nothing runs", async ({ open }) => {
  const { user } = await open(signUp);
  await user.send({ Name: "A", Age: "17" });
  await expect(user.alert).toHaveText(["Too short a name", "You must be at least 18"]);
  for (const label of ["Name", "Age"]) await expect(user.field(label)).toHaveAttribute("aria-invalid", "true");
  await expect(user.field("Name")).toHaveAccessibleDescription("Too short a name");

  await user.send({ Name: "Ada" });
  await expect(user.alert).toHaveText(["You must be at least 18"]);
  await user.send({ Age: "36" });
  await user.shows("Welcome", "Ada is 36, call 1");
  await expect(user.alert).toHaveCount(0);
});

test("Enter in a field validates, too", async ({ open }) => {
  const { user } = await open(signUp);
  await user.field("Age").fill("3");
  await user.field("Name").fill("Ada");
  await user.field("Name").press("Enter");
  await expect(user.alert).toHaveText(["You must be at least 18"]);
});

test("a validator that throws is an error of the app, and the next call is as ever", async ({ open }) => {
  const { user } = await open(signUp);
  await user.send({ Name: "broken", Age: "36" });
  await expect(user.alert).toContainText("The validator has a fault");
  await user.send({ Name: "Ada" });
  await user.shows("Welcome", "Ada is 36, call 1");
});

test("a validator that says too little is an error that says so", async ({ open }) => {
  const { user } = await open(
    signUp.replace('return [gr.validate(name.length > 1, "Too short a name"), ', "return [").replace("as gr", "as gr"),
  );
  await user.send({ Name: "Ada", Age: "36" });
  await expect(user.alert).toContainText(
    "The validator must return a list with a gr.validate(…) for each of its 2 inputs.",
  );
});
