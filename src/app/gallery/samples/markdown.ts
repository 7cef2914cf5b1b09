// Samples of Markdown.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

const page = `
# A heading

Some **bold** and *slanted* text, a [link](https://example.com), \`code\`, and a formula: $$e^{i\\pi} + 1 = 0$$

\`\`\`python
def greet(name: str) -> str:
    # says hello
    return f"Hello {name}" * 3
\`\`\`

## Lists and tables

- one
  - inside
- [x] done

| Name | Score |
| ---- | ----: |
| Ada  |     9 |
| Mary |     7 |

> What was said.
`;

export const markdown: Samples = {
  inputs: {
    empty: {},
    filled: { options: { value: "**Markdown** takes no input." } },
    error: { typed: 5 },
    disabled: { options: { value: "*Nothing* to do" } },
    long: { options: { label: longLabel, value: longText } },
    "right-to-left": { options: { label: arabic.label, rtl: true, value: `**${arabic.label}** ${arabic.text}` } },
  },
  outputs: {
    empty: { returned: null },
    filled: { options: { headerLinks: true, buttons: ["copy"] }, returned: page },
    error: { returned: ["# a list"] },
    disabled: { returned: "A *text*." },
    long: { options: { maxHeight: 200 }, returned: `${longText}\n\n`.repeat(20) },
    "right-to-left": { options: { rtl: true }, returned: `# ${arabic.label}\n\n- ${arabic.text}` },
  },
  more: {
    "a mistake in a formula": { returned: "Before $$\\frac{1}{2$$ after" },
    "HTML in it": { returned: '<p style="text-align:center">In the <b>middle</b></p>' },
  },
};
