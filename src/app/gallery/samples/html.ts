// Samples of HTML.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

const card = `
<style>
  .card { padding: 12px 14px; border-radius: 10px; background: linear-gradient(120deg, #e8f0ff, #fdf0ff); color: #222 }
  .card b { font-size: 18px }
</style>
<div class="card"><b>A card</b><p>With styles of its own.</p>
  <svg width="60" height="24"><circle cx="12" cy="12" r="10" fill="#c4532a"/><rect x="28" y="4" width="30" height="16" fill="#2f6fed"/></svg>
</div>`;

export const html: Samples = {
  inputs: {
    empty: {},
    filled: { options: { value: "<b>HTML</b> takes no input." } },
    error: { typed: 5 },
    disabled: { options: { value: "<i>Nothing</i> to do" } },
    long: { options: { label: longLabel, value: longText } },
    "right-to-left": { options: { label: arabic.label, value: `<p dir="rtl">${arabic.text}</p>` } },
  },
  outputs: {
    empty: { returned: null },
    filled: { returned: card },
    error: { returned: {} },
    disabled: { returned: "<p>A paragraph</p>" },
    long: { options: { maxHeight: 160, padding: true }, returned: `<p>${longText}</p>`.repeat(20) },
    "right-to-left": { returned: `<h3 dir="rtl">${arabic.label}</h3><p dir="rtl">${arabic.text}</p>` },
  },
  more: {
    "what wants to leave its box": {
      options: { height: 80 },
      returned: `<div style="position: fixed; inset: 0; background: #b3261e; color: #fff">I stay in here.</div>`,
    },
  },
};
