// @ts-check
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores([
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
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
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
      // Where the type of a variable stands is the author's choice.
      "@typescript-eslint/consistent-generic-constructors": "off",
      // It asks for `!`, which another rule refuses.
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      // Brackets show that a name belongs to a document, not to a type of ours.
      "@typescript-eslint/dot-notation": "off",
    },
  },
  { files: ["generator/cli.ts"], rules: { "no-console": "off" } },
  {
    files: ["templates/runtime/**"],
    rules: {
      // Types say that every global is there; not every runtime has them all.
      "@typescript-eslint/no-unnecessary-condition": "off",
    },
  },
  {
    files: ["test/**"],
    rules: {
      // `expect.any()` and its like are `any`.
      "@typescript-eslint/no-unsafe-assignment": "off",
    },
  },
);
