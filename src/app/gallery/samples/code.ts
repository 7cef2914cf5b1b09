// Samples of Code.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

const python = `def greet(name: str) -> str:
    # says hello
    return f"Hello {name}" * 3
`;
const json = `{ "name": "Ada", "born": 1815, "alive": false }`;

export const code: Samples = {
  inputs: {
    empty: { options: { info: "In any language" } },
    filled: { options: { language: "python", value: python } },
    error: { typed: 5 },
    disabled: { options: { language: "python", value: python } },
    long: { options: { label: longLabel, language: "markdown", wrapLines: true, maxLines: 8, value: longText } },
    "right-to-left": { options: { label: arabic.label, info: arabic.info, value: `// ${arabic.text}` } },
  },
  outputs: {
    empty: { returned: null },
    filled: { options: { language: "json", lines: 1 }, returned: json },
    error: { returned: 5 },
    disabled: { options: { showLineNumbers: false, buttons: [] }, returned: "plain text" },
    long: {
      options: { label: longLabel, language: "javascript", maxLines: 10 },
      returned: "const value = [1, 2, 3].map((n) => n * 2); // twice\n".repeat(10_000),
    },
    "right-to-left": { options: { label: arabic.label }, returned: arabic.text },
  },
};
