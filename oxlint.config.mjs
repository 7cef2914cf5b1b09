// The lint rules. Two tables hold the layout of src: which folder may import which, and who alone may name what. Their
// messages name the alternative.

import { readdirSync } from "node:fs";

/** Folders under src: what each may import of the others, and what a wrong import should have been. */
const layers = {
  base: { may: [], instead: "base has no domain: move what needs another folder there." },
  spec: { may: ["base"], instead: "spec is pure data: describe what you need in spec, and let app connect it." },
  protocol: {
    may: ["base", "spec"],
    instead: "protocol is types and tiny codecs: give meaning to them in the folder that uses them.",
  },
  journal: { may: ["base", "protocol"], instead: "journal is pure and runs on both sides: take it as a parameter." },
  api: {
    may: ["base", "spec", "protocol"],
    instead: "api reaches the call at hand through the port that it declares; worker implements it.",
  },
  compiler: {
    may: ["base", "spec", "protocol"],
    instead: "the compiler is text to data: return what the caller needs, and let app pass it on.",
  },
  storage: { may: ["base"], instead: "storage hands out named stores and knows nothing of what is in them." },
  state: {
    may: ["base", "protocol", "journal", "storage"],
    instead: "state knows no framework and no worker: take it as a parameter, and let app connect them.",
  },
  worker: {
    may: ["base", "spec", "protocol", "journal", "api"],
    instead: "the worker gets everything through messages: add it to src/protocol/runtime.ts.",
  },
  sandbox: {
    may: ["base", "protocol"],
    instead: "sandbox passes messages on without knowing their meaning: let app connect it.",
  },
  offline: { may: ["base"], instead: "offline keeps the files of the site and knows nothing of what they do." },
  share: { may: ["base"], instead: "share is a codec: pass the data in." },
  drafts: { may: ["base", "protocol", "storage"], instead: "drafts keeps texts: let app connect it." },
  packages: {
    may: ["base", "protocol", "storage"],
    instead: "packages fetches, checks and remembers: let app ask the person and connect it.",
  },
  editor: {
    may: ["base", "protocol"],
    instead: "the editor gets data and callbacks from app, and the declarations of api as a build-time module.",
  },
  widgets: {
    may: ["base", "spec", "protocol"],
    instead: "a widget gets its data through props and answers through callbacks.",
  },
  app: { may: null, instead: "" },
  embed: {
    may: ["base", "protocol"],
    instead: "embed runs in other people's pages: what it needs of an app it asks for by messages.",
  },
  examples: { may: [], instead: 'an example is a program as a person would write it: it imports only "interstate".' },
};

/** What only some folders may name. */
const reserved = [
  { import: "idb-keyval", owners: ["storage"], instead: "take a store from src/storage as a parameter." },
  { import: "comlink", owners: ["sandbox", "worker"], instead: "call the worker through src/sandbox." },
  { import: "monaco-editor", owners: ["editor"], instead: "extend what src/editor offers; it is loaded lazily." },
  {
    import: "solid-js",
    owners: ["widgets", "app", "main.tsx"],
    instead: "offer get, set and subscribe; app makes signals of them.",
  },
  { global: "indexedDB", owners: ["storage"], instead: "take a store from src/storage as a parameter." },
  { global: "IDBKeyRange", owners: ["storage"], instead: "take a store from src/storage as a parameter." },
  { global: "BroadcastChannel", owners: ["state"], instead: "take the channel of src/state as a parameter." },
  { global: "requestIdleCallback", owners: ["app"], instead: "call whenIdle of src/app: Safari has none." },
  { property: ["navigator", "locks"], owners: ["state"], instead: "take the lock of src/state as a parameter." },
];

const folders = readdirSync(new URL("src", import.meta.url), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);
for (const { name } of folders) {
  if (!(name in layers))
    throw new Error(`src/${name} has no row in the table of oxlint.config.mjs: add what it may import.`);
}
for (const name of Object.keys(layers)) {
  if (!folders.some((folder) => folder.name === name))
    throw new Error(`The table of oxlint.config.mjs has a row for src/${name}, which is not there: remove it.`);
}

export default {
  plugins: ["eslint", "typescript", "unicorn", "oxc", "import"],
  options: { typeAware: true },
  categories: { correctness: "error", suspicious: "error" },
  ignorePatterns: ["dist", "coverage", "test-results", "playwright-report", "e2e/bench"],
  rules: {
    "typescript/no-explicit-any": ["error", { fixToUnknown: false }],
    "typescript/no-non-null-assertion": "error",
    "typescript/ban-ts-comment": "error",
    "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    "typescript/no-misused-promises": "error",
    "typescript/consistent-type-imports": "error",
    "import/no-cycle": "error",
    "eslint/max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
    "eslint/no-empty": "error",
    "eslint/eqeqeq": ["error", "always", { null: "ignore" }],
    "eslint/no-var": "error",
    "eslint/prefer-const": "error",
    "eslint/no-console": ["error", { allow: ["error"] }],
    // Matters of taste, or wrong too often here.
    "typescript/no-unsafe-type-assertion": "off",
    "typescript/unbound-method": "off",
    "typescript/consistent-return": "off",
    "typescript/no-unnecessary-type-arguments": "off",
    "typescript/no-unnecessary-type-assertion": "off",
    "typescript/no-unnecessary-type-parameters": "off",
    "typescript/no-unnecessary-boolean-literal-compare": "off",
    "typescript/no-extraneous-class": "off",
    "typescript/no-base-to-string": "off",
    "typescript/require-array-sort-compare": "off",
    "typescript/no-unsafe-enum-assignment": "off",
    "typescript/no-unsafe-enum-comparison": "off",
    "typescript/no-meaningless-void-operator": "off",
    "unicorn/consistent-function-scoping": "off",
    "unicorn/prefer-add-event-listener": "off",
    "unicorn/no-array-reverse": "off",
    "unicorn/no-array-sort": "off",
    "unicorn/no-instanceof-builtins": "off",
    "unicorn/no-useless-spread": "off",
    "unicorn/require-post-message-target-origin": "off",
    "unicorn/no-array-fill-with-reference-type": "off",
    "eslint/no-shadow": "off",
    // TypeScript knows what a module exports, the modules that Vite makes included.
    "import/default": "off",
    "import/no-named-as-default": "off",
    "import/no-named-as-default-member": "off",
    "import/no-unassigned-import": "off",
  },
  overrides: [
    ...[...Object.keys(layers), "main.tsx"].map((owner) => ({ files: [filesOf(owner)], rules: restrictions(owner) })),
    { files: ["e2e/**", "src/examples/**"], rules: { "eslint/no-console": "off" } },
    // Holes are values there.
    { files: ["src/journal/**"], rules: { "typescript/no-array-delete": "off" } },
  ],
};

function filesOf(owner) {
  return owner.includes(".") ? `src/${owner}` : `src/${owner}/**`;
}

function restrictions(owner) {
  const forbidden = reserved.filter(({ owners }) => !owners.includes(owner));
  return {
    "eslint/no-restricted-imports": [
      "error",
      {
        patterns: [
          ...forbidden
            .filter((rule) => rule.import)
            .map((rule) => ({ regex: `^${rule.import}(/|$)`, message: onlyOwners(rule) })),
          ...strangers(owner),
        ],
      },
    ],
    "eslint/no-restricted-globals": [
      "error",
      ...forbidden.filter((rule) => rule.global).map((rule) => ({ name: rule.global, message: onlyOwners(rule) })),
    ],
    "eslint/no-restricted-properties": [
      "error",
      ...forbidden
        .filter((rule) => rule.property)
        .map((rule) => ({ object: rule.property[0], property: rule.property[1], message: onlyOwners(rule) })),
    ],
  };
}

function strangers(owner) {
  const layer = layers[owner];
  if (!layer?.may) return [];
  const names = [...Object.keys(layers), "main"].filter((name) => name !== owner && !layer.may.includes(name));
  return [
    {
      regex: `^(\\.\\./)+(${names.join("|")})(/|\\.tsx?$)`,
      message: `${owner} may import ${layer.may.join(", ") || "no other folder"}: ${layer.instead}`,
    },
  ];
}

function onlyOwners(rule) {
  const what = rule.import ?? rule.global ?? rule.property.join(".");
  return `Only ${rule.owners.map((name) => `src/${name}`).join(", ")} may name ${what}: ${rule.instead}`;
}
