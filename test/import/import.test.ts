/**
 * What an import needs around it: the file, its document, and room for what it writes.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { importFrom, problemsOf, shop } from "./support.js";

const config = "resources:\n  pets: { methods: { list: get /pets } }\n";

describe("a file that is something else", () => {
  it.each([
    [
      "openapi: ./openapi.yml\n",
      "import-unknown 1: stainless.yml is an OpenAPI document, not the config of a generator",
    ],
    [
      "on: push\njobs: { build: {} }\n",
      "import-unknown 1: stainless.yml is a workflow of GitHub, not the config of a generator",
    ],
    [
      "a: 1\n",
      "import-unknown 1: stainless.yml is no config that is known: it has no `resources`, `generation` or `groups`",
    ],
    ["", "import-unknown 1: stainless.yml is empty"],
    ["- a\n", "import-unknown 1: stainless.yml is no object with keys"],
    [
      "a: [\n",
      "import-syntax 2: not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]",
    ],
    [
      "a: 1\n---\nb: 2\n",
      "import-syntax 2: not valid YAML: a second document begins here",
    ],
    [
      "a: !!js/function 'x'\n",
      "import-syntax 1: not valid YAML: Unresolved tag: tag:yaml.org,2002:js/function",
    ],
  ])("%j is said to be so", async (text, message) => {
    const imported = await importFrom({
      "stainless.yml": text,
      "openapi.yml": shop,
    });
    expect(imported.report.written).toEqual([]);
    expect(
      problemsOf(imported).map((one) => one.slice(0, message.length)),
    ).toEqual([message]);
  });

  it("is not read where aliases expand to millions of values", async () => {
    const bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 9; level++)
      bomb.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(", ")}]`,
      );
    const imported = await importFrom({
      "stainless.yml": `${bomb.join("\n")}\n`,
    });
    expect(problemsOf(imported)[0]).toContain("its aliases expand to too much");
  });

  it("that is missing is named", async () => {
    const imported = await importFrom({});
    expect(problemsOf(imported)).toEqual([
      "import-unreadable -: cannot read stainless.yml: it, or the directory it is in, does not exist. Name the file to import: `sdkwright import stainless.yml`.",
    ]);
  });
});

describe("the document", () => {
  it("is the one that is named", async () => {
    const { text } = await importFrom(
      {
        "stainless.yml": config,
        "openapi.yml": "openapi: 3.1.0\n",
        "api/shop.yml": shop,
      },
      { spec: "api/shop.yml" },
    );
    expect(text("sdkwright.config.ts")).toContain('input: "api/shop.yml"');
  });

  it("is that of the workspace, which says where the package is too", async () => {
    const { text } = await importFrom(
      {
        ".stainless/stainless.yml": config,
        ".stainless/workspace.json": JSON.stringify({
          openapi_spec: "../api/shop.yml",
          targets: { typescript: { output_path: "../packages/ts" } },
        }),
        "api/shop.yml": shop,
      },
      { file: ".stainless/stainless.yml" },
    );
    expect(text("sdkwright.config.ts")).toContain(
      'input: "api/shop.yml",\n  output: "packages/ts"',
    );
  });

  it("is looked for above a folder of its own for the config", async () => {
    const { report } = await importFrom(
      { ".stainless/stainless.yml": config, "openapi.yml": shop },
      { file: ".stainless/stainless.yml" },
    );
    expect(report.ok).toBe(true);
  });

  it("is asked for where there is none, or more than one", async () => {
    expect(problemsOf(await importFrom({ "stainless.yml": config }))).toEqual([
      "import-no-document -: no OpenAPI document found for stainless.yml. Name it: `--spec openapi.yml`.",
    ]);
    expect(
      problemsOf(
        await importFrom({
          "stainless.yml": config,
          "a.yml": shop,
          "b.yml": shop,
        }),
      ),
    ).toEqual([
      "import-documents -: several OpenAPI documents are beside stainless.yml: a.yml, b.yml. Name the one that belongs to it: `--spec a.yml`.",
    ]);
  });
});

describe("what is there", () => {
  it.each(["sdkwright.config.ts", "sdkwright.config.json", "MIGRATING.md"])(
    "%s is not written over without --force",
    async (there) => {
      const files = {
        "stainless.yml": `${config}targets: { typescript: {} }\n`,
        "openapi.yml": shop,
        [there]: "{}\n",
      };
      const imported = await importFrom(files);
      expect(imported.report.written).toEqual([]);
      expect(problemsOf(imported)).toEqual([
        `import-exists -: ${there} is here already. Pass --force to write over it, or another name with \`-o FILE\`.`,
      ]);
      expect(readFileSync(join(imported.cwd, there), "utf8")).toBe("{}\n");
      const forced = await importFrom(files, { force: true });
      expect(forced.report.ok).toBe(true);
    },
  );

  it("may stay when another name is given", async () => {
    const { report, text } = await importFrom(
      {
        "stainless.yml": config,
        "openapi.yml": shop,
        "sdkwright.config.ts": "",
      },
      { output: "sdk/moved.config.mjs" },
    );
    expect(report.written).toEqual(["sdk/moved.config.mjs"]);
    expect(text("sdk/moved.config.mjs")).toContain(
      'input: "../openapi.yml",\n  output: "."',
    );
  });

  it("cannot be a config that is no code", async () => {
    await expect(
      importFrom(
        { "stainless.yml": config, "openapi.yml": shop },
        { output: "x.yaml" },
      ),
    ).rejects.toThrow("-o x.yaml: name a file such as sdkwright.config.ts");
  });
});

/** Everything that ends a string, a comment or a key somewhere. */
const attacks = [
  '"); process.exit(7); ("',
  "'); process.exit(7); ('",
  "`${process.exit(7)}`",
  "*/ process.exit(7) /*",
  "\u2028process.exit(7)",
  "x\nprocess.exit(7)",
  "\\",
  "__proto__",
  "constructor",
  "</script>",
];

describe("text of a config", () => {
  it.each(attacks)("%j stays text", async (attack) => {
    const quoted = JSON.stringify(attack);
    const { report, text } = await importFrom({
      "stainless.yml": `
organization: { name: ${quoted}, docs: ${quoted}, contact: ${quoted} }
targets:
  typescript: { package_name: ${quoted}, production_repo: ${quoted} }
settings: { license: ${quoted} }
environments: { ${quoted}: ${quoted} }
custom_casings: { ${quoted}: { pascal: ${quoted} } }
client_settings:
  default_headers: { ${quoted}: ${quoted} }
  opts: { ${quoted}: { read_env: ${quoted}, auth: { security_scheme: key } } }
resources:
  ${quoted}:
    models: { ${quoted}: Pet }
    methods:
      # ${attack.split("\n", 1)[0] ?? ""}
      ${quoted}: { endpoint: get /pets, deprecated: ${quoted}, body_param_name: ${quoted} }
pagination: [{ name: ${quoted}, type: cursor, request: {}, response: {} }]
`,
      "openapi.yml": shop,
    });
    expect(report.ok).toBe(true);
    const source = ts.createSourceFile(
      "c.ts",
      text("sdkwright.config.ts"),
      ts.ScriptTarget.Latest,
      true,
    );
    expect(source.statements.map(({ kind }) => ts.SyntaxKind[kind])).toEqual([
      "ImportDeclaration",
      "ExportAssignment",
    ]);
    expect(kindsIn(source)).toEqual(
      new Set([
        "ObjectLiteralExpression",
        "PropertyAssignment",
        "StringLiteral",
        "ArrayLiteralExpression",
        "TrueKeyword",
      ]),
    );
  });
});

/** What an object of data is made of, and what else there may be. */
const kindsIn = (source: ts.SourceFile): ReadonlySet<string> => {
  const kinds = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (!ts.isIdentifier(node) && !ts.isComputedPropertyName(node))
      kinds.add(ts.SyntaxKind[node.kind]);
    ts.forEachChild(node, visit);
  };
  const [, exported] = source.statements;
  if (
    exported &&
    ts.isExportAssignment(exported) &&
    ts.isCallExpression(exported.expression)
  )
    exported.expression.arguments.forEach(visit);
  return kinds;
};
