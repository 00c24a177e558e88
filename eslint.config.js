// @ts-check
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores([
    ".runtimes/",
    ".compiled/",
    "coverage/",
    "dist/",
    "generated/",
    "templates/package/",
    "**/fixtures/",
  ]),
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["*.js"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      // An empty text is often as good as none.
      "@typescript-eslint/prefer-nullish-coalescing": [
        "error",
        { ignorePrimitives: { string: true } },
      ],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // The name of a key says what it is: `{ [field: string]: unknown }`.
      "@typescript-eslint/consistent-indexed-object-style": "off",
      // `() => stop()` says it all.
      "@typescript-eslint/no-confusing-void-expression": "off",
      // Where the type of a variable stands is the author's choice.
      "@typescript-eslint/consistent-generic-constructors": "off",
      // It asks for `!`, which another rule refuses.
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      // Brackets show that a name belongs to a document, not to a type of ours.
      "@typescript-eslint/dot-notation": "off",
    },
  },
  {
    files: ["templates/runtime/call.ts"],
    rules: {
      // A rejection's reason is `any` in every promise: a caller may name the type it expects.
      "@typescript-eslint/no-explicit-any": "off",
    },
  },
  {
    files: ["templates/runtime/compat*.ts", "test/runtime/compat.test.ts"],
    rules: {
      // As in call.ts.
      "@typescript-eslint/no-explicit-any": "off",
      // It is what is deprecated, for its callers.
      "@typescript-eslint/no-deprecated": "off",
      // What is added to a type repeats its parameters.
      "@typescript-eslint/no-unused-vars": "off",
    },
  },
  // Run as they are, outside of the project's types.
  {
    ignores: [
      "test/sweep/**",
      "test/bench/**",
      "test/wire-corpus/**",
      "test/**/*.mjs",
      ".build/*.mjs",
    ],
  },
  { files: ["generator/cli/main.ts"], rules: { "no-console": "off" } },
  {
    files: ["templates/runtime/**"],
    rules: {
      // Types say that every global is there; not every runtime has them all.
      "@typescript-eslint/no-unnecessary-condition": "off",
      // A caller's own reason for an abort is passed on, whatever it is.
      "@typescript-eslint/only-throw-error": "off",
      "@typescript-eslint/prefer-promise-reject-errors": "off",
      // Users write `APIError<404, Problem>`: the parameters are there for them.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/no-unnecessary-type-arguments": "off",
      "@typescript-eslint/no-empty-object-type": "off",
      // An error's class is a test of its fields, not its constructor.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      // Encoders and decoders are objects of functions; none uses `this`.
      "@typescript-eslint/unbound-method": "off",
      // What is joined is text by then, and every byte is shipped.
      "@typescript-eslint/restrict-plus-operands": "off",
      "@typescript-eslint/restrict-template-expressions": "off",
    },
  },
  {
    files: ["test/**"],
    rules: {
      // `expect.any()`, `JSON.parse()` and what they lead to are `any`.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
);
