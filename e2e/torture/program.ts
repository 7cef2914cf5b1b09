// The program that most of these tests run. What a call is to do comes in as JSON, with an id that the program keeps, so
// that afterwards the shared state itself says which calls it holds, and in which order.

export const roomProgram = `import * as gr from "interstate";

let count = 0;
let register = 0;
let digest = "";                    // of all ids so far, in order: equal in two tabs if all else is
const ids: string[] = [];
const ballast: string[] = [];

function mix(text: string) {
  let hash = 0;
  for (const character of text) hash = (Math.imul(hash, 31) + character.codePointAt(0)!) | 0;
  return (hash >>> 0).toString(16);
}

const never = new Promise(() => {});

async function step(call: string) {
  const { id, op, a = 0, b = 0 } = JSON.parse(call);
  if (op === "read") return { id, result: register };
  if (op === "state") return { id, result: { count, digest, ids: [...ids] } };
  ids.push(id);
  digest = "d" + mix(digest + id);
  count += 1;
  switch (op) {
    case "write":
      register = a;
      return { id, result: register };
    case "swap": {
      const fits = register === a;
      if (fits) register = b;
      return { id, result: fits };
    }
    case "throw":
      throw new Error("Thrown on purpose");
    case "sleep":
      await new Promise((resolve) => setTimeout(resolve, a));
      break;
    case "hang":
      await never;
      break;
    case "die":
      self.close();
      await never;
      break;
    case "loop":
      while (true) {}
    case "grow":
      ballast.push(String.fromCharCode(97 + (count % 26)).repeat(a));
      break;
  }
  return { id, result: count };
}

export default gr.Interface({ fn: step, inputs: gr.Textbox({ label: "Call" }), outputs: gr.JSON({ label: "Answer" }) });
`;
