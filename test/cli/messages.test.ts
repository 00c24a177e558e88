/**
 * What `diff`, `check`, `generate` and `release` say about changes for callers, each once: as it reads to
 * somebody who never saw the tool.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { changeProblems } from "../../generator/diagnostics/catalogue/change-problems.js";
import { makeFolder, writeFiles } from "../write/support.js";
import { runCli } from "./run.js";

const documentOf = (kinds: string, more = ""): string => `openapi: 3.1.0
info: { title: Demo, version: 1.0.0, license: { name: MIT } }
servers: [{ url: "https://api.acme.example" }]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      tags: [Pets]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: Done.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
components:
  schemas:
    Pet:
      type: object
      required: [kind]
      properties:
        kind: { type: string, enum: [${kinds}] }
${more}`;

const before = documentOf("cat, dog");
const after = documentOf("cat, dog, fish");
const documents = {
  "old.yaml": before,
  "new.yaml": after,
  "none.json": '{"openapi":"3.1.0"}',
};
const sides = ["old.yaml", "new.yaml"];

const configOf = (more: object = {}): string =>
  JSON.stringify({
    ...{ input: "new.yaml", output: "sdk" },
    package: { version: "1.0.0", repository: "https://github.com/acme/sdk" },
    ...more,
  });

/** The codes of what has been said. */
const seen = new Set<string>();

/** Exit code and both streams as one text. */
const said = async (
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const { code, out, err } = await runCli(args, { cwd, env });
  for (const [, found = ""] of err.matchAll(
    / (?:error|warning|note) ([a-z-]+): /g,
  ))
    seen.add(found);
  for (const [, found = ""] of err.matchAll(
    /^(?:error|warning|note) ([a-z-]+): /gm,
  ))
    seen.add(found);
  return [`exit ${code}`, err, out]
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join("\n")
    .replaceAll(cwd, "CWD");
};

const diff = (cwd: string, ...args: readonly string[]) =>
  said(cwd, ["diff", ...args]);

const approved = (more: object) => ({
  change: {
    approve: [
      {
        ...{ kind: "enum-value-added", where: "Pet.kind", to: "fish" },
        ...{ reason: "Shops sell fish.", issue: "SDK-12", until: "2.0.0" },
        ...more,
      },
    ],
  },
});

const formatOf = (format: string) => ["--format", format];

describe("diff of two documents", () => {
  it.each([
    ["what breaks", sides],
    ["the other way round", ["new.yaml", "old.yaml"]],
    ["nothing", ["old.yaml", "old.yaml"]],
    ["to lenient owners", [...sides, "--strictness", "lenient"]],
    ["as a title", [...sides, "--format", "title"]],
    ["as Markdown", [...sides, "--format", "markdown"]],
    ["for GitHub", [...sides, "--format", "github"]],
    ["as a changelog", [...sides, "--format", "changelog"]],
    ["as notes", [...sides, "--format", "migration"]],
    ["as a commit", [...sides, "--format", "conventional"]],
    ["as a changeset", [...sides, "--format", "changeset"]],
    ["as a break that fails", [...sides, "--fail-on", "breaking"]],
    [
      "an id that is not there",
      [
        ...sides,
        "--approve",
        "0123456789ab",
        "--reason",
        "So.",
        "--until",
        "2.0.0",
      ],
    ],
    ["an approval without a reason", [...sides, "--approve", "0123456789ab"]],
    ["a side that is not there", ["none.yaml", "new.yaml"]],
    ["a day that is none", [...sides, "--now", "soon"]],
    ["a third side", [...sides, "new.yaml"]],
    ["a class that is none", [...sides, "--fail-on", "all"]],
    ["a format that is none", [...sides, "--format", "xml"]],
    ["names that are none", [...sides, "--names", "old"]],
    ["a strictness that is none", [...sides, "--strictness", "none"]],
    ["an option that is none", [...sides, "--fail-no", "breaking"]],
    ["as JSON", [...sides, "--json"]],
    ["nothing, as JSON", ["old.yaml", "old.yaml", "--json"]],
    [
      "as JSON, a side that is no document",
      ["none.json", "new.yaml", "--json"],
    ],
  ])("%s", async (_, args) => {
    expect(await diff(makeFolder(documents), ...args)).toMatchSnapshot();
  });

  it.each([
    ...["title", "markdown", "github", "changelog"],
    ...["migration", "conventional", "changeset"],
  ])("nothing, as %s", async (format) => {
    const cwd = makeFolder(documents);
    expect(
      await diff(cwd, "old.yaml", "old.yaml", ...formatOf(format)),
    ).toMatchSnapshot();
  });

  it("of how calls are written", async () => {
    const withParameter = (parameter: string): string =>
      before.replace(
        "schema: { type: string } }]",
        `schema: { type: string } }, ${parameter}]`,
      );
    const cwd = makeFolder({
      "old.yaml": withParameter(
        "{ name: expand, in: query, schema: { enum: [owner] } }",
      ),
      "new.yaml": withParameter(
        '{ name: "a|b", in: query, required: true, schema: { type: string } }',
      ).replace("getPet", "readPet"),
    });
    for (const format of [[], ...["markdown", "migration"].map(formatOf)])
      expect(await diff(cwd, ...sides, ...format)).toMatchSnapshot();
  });

  it("of many changes the first ones, and all that are asked for", async () => {
    const models = (count: number) =>
      documentOf(
        "cat",
        Array.from(
          { length: count },
          (_, index) => `    Model${String(index)}: { type: object }\n`,
        ).join(""),
      );
    const cwd = makeFolder({ "old.yaml": models(0), "new.yaml": models(22) });
    expect(await diff(cwd, ...sides)).toMatchSnapshot();
    expect(await diff(cwd, ...sides, "--all")).toMatchSnapshot();
  });

  it("of more breaks than GitHub shows", async () => {
    const models = (count: number) =>
      documentOf(
        "cat",
        Array.from(
          { length: count },
          (_, index) => `    Model${String(index)}: { type: object }\n`,
        ).join(""),
      );
    for (const count of [11, 12]) {
      const cwd = makeFolder({
        "old.yaml": models(count),
        "new.yaml": models(0),
      });
      expect(await diff(cwd, ...sides, ...formatOf("github"))).toMatchSnapshot(
        `${String(count)} breaks`,
      );
    }
  });

  it("of operations that are not stable", async () => {
    const unstable = (text: string): string =>
      text.replace(
        "operationId: getPet",
        "operationId: getPet\n      x-stability-level: beta",
      );
    const cwd = makeFolder({
      "old.yaml": unstable(before),
      "new.yaml": unstable(after),
    });
    expect(await diff(cwd, ...sides)).toMatchSnapshot();
  });

  it("of kinds whose class the config gives", async () => {
    const cwd = makeFolder({
      ...documents,
      "sdkwright.config.json": configOf({
        change: { classes: { "enum-value-added": "feature" } },
      }),
    });
    expect(await diff(cwd, ...sides)).toMatchSnapshot();
  });

  it("of a side that is no document", async () => {
    const cwd = makeFolder({ ...documents, "old.yaml": "openapi: 3.1.0\n" });
    expect(await diff(cwd, ...sides)).toMatchSnapshot();
  });

  it("of a version that says less", async () => {
    const raised = after.replace("version: 1.0.0", "version: 1.0.1");
    const cwd = makeFolder({ ...documents, "new.yaml": raised });
    expect(await diff(cwd, ...sides)).toMatchSnapshot();
  });

  it("with names that stay, or have no aliases", async () => {
    const cwd = makeFolder({
      "old.yaml": before,
      "new.yaml": before.replace("operationId: getPet", "operationId: readPet"),
    });
    for (const flags of [[], ["--names", "keep"], ["--no-aliases"]])
      expect(await diff(cwd, ...sides, ...flags)).toMatchSnapshot();
  });

  it("with a summary of the job", async () => {
    const cwd = makeFolder(documents);
    const GITHUB_STEP_SUMMARY = join(cwd, "summary.md");
    const text = await said(cwd, ["diff", ...sides, "--summary"], {
      GITHUB_STEP_SUMMARY,
    });
    expect(text).toMatchSnapshot();
    expect(readFileSync(GITHUB_STEP_SUMMARY, "utf8")).toMatchSnapshot();
  });

  it("at a URL, whose query is a secret", async () => {
    const server = createServer((request, response) => {
      const isThere = request.url?.startsWith("/openapi.yaml") === true;
      response.writeHead(isThere ? 200 : 404).end(isThere ? before : "");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    const at = (path: string) => `http://127.0.0.1:${String(port)}/${path}`;
    const cwd = makeFolder(documents);
    const texts = [
      await diff(cwd, at("openapi.yaml?key=secret"), "new.yaml"),
      await diff(cwd, at("gone.yaml?key=secret"), "new.yaml"),
      await diff(cwd, at("openapi.yaml?key=secret"), "new.yaml", "--json"),
    ].map((text) => text.replaceAll(String(port), "PORT"));
    server.close();
    expect(texts.join("\n")).not.toContain("secret");
    expect(texts.slice(0, 2)).toMatchSnapshot();
  });
});

describe("approvals", () => {
  it.each([
    ["that hold", {}],
    ["that correct the document", { as: "fix" }],
    ["of what is not there", { where: "Pet.name" }],
    ["that have ended", { until: "2026-01-31" }],
  ])("%s", async (_, more) => {
    const cwd = makeFolder({
      ...documents,
      "sdkwright.config.json": configOf(approved(more)),
    });
    expect(
      await diff(cwd, ...sides, "--fail-on", "breaking", "--now", "2026-02-01"),
    ).toMatchSnapshot();
  });

  it("of which two are of one change", async () => {
    const { change } = approved({});
    const approve = [...change.approve, { ...change.approve[0], to: "fish" }];
    const cwd = makeFolder({
      ...documents,
      "sdkwright.config.json": configOf({ change: { approve } }),
    });
    expect(
      await diff(cwd, ...sides, "--fail-on", "breaking"),
    ).toMatchSnapshot();
  });

  it("to paste", async () => {
    const cwd = makeFolder(documents);
    const { out } = await runCli(["diff", ...sides, "--json"], { cwd });
    const [{ id }] = (JSON.parse(out) as { changes: [{ id: string }] }).changes;
    const words = ["--reason", "So.", "--until", "2.0.0", "--issue", "SDK-12"];
    expect(
      await diff(cwd, ...sides, "--approve", id, ...words),
    ).toMatchSnapshot();
    const soon = ["--reason", "So.", "--until", "soon"];
    expect(
      await diff(cwd, ...sides, "--approve", id, ...soon),
    ).toMatchSnapshot();
  });

  it("that are no approvals", async () => {
    const wrong = { reason: 1, until: "soon", kind: "enum-added" };
    const cwd = makeFolder({
      ...documents,
      "sdkwright.config.json": configOf(approved(wrong)),
    });
    expect(await diff(cwd, ...sides)).toMatchSnapshot();
  });
});

const git = (cwd: string, ...args: readonly string[]): void => {
  execFileSync("git", args, {
    ...{ cwd, stdio: "ignore" },
    env: {
      ...process.env,
      ...{ GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
      ...{ GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@example.com" },
      ...{ GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a@example.com" },
    },
  });
};

describe("diff of revisions", () => {
  it("that are there, and that are not", async () => {
    const cwd = makeFolder({
      "old.yaml": before,
      "sdkwright.config.json": configOf({ input: "old.yaml" }),
    });
    git(cwd, "init", "-q", "-b", "main");
    git(cwd, "add", "-A");
    git(cwd, "commit", "-q", "-m", "first");
    git(cwd, "tag", "v1.0.0");
    writeFiles(cwd, {
      "old.yaml": after,
      "sdkwright.config.json": configOf({ input: "api.yaml" }),
      "api.yaml": after,
    });
    for (const args of [
      ["main:old.yaml", "old.yaml"],
      ["main:gone.yaml", "old.yaml"],
      ["v9:old.yaml", "old.yaml"],
      ["v1.0.0"],
    ])
      expect(await diff(cwd, ...args)).toMatchSnapshot();
  });
});

it("diff of a revision whose document was no file", async () => {
  const cwd = makeFolder({
    "new.yaml": after,
    "sdkwright.config.json": configOf({
      input: "https://127.0.0.1:9/openapi.yaml",
    }),
  });
  git(cwd, "init", "-q", "-b", "main");
  git(cwd, "add", "-A");
  git(cwd, "commit", "-q", "-m", "first");
  expect(await diff(cwd, "main")).toMatchSnapshot();
});

describe("diff of packages", () => {
  it("that are not generated, with --prove", async () => {
    const cwd = makeFolder({
      ...documents,
      "sdkwright.config.json": configOf(),
    });
    await runCli(["generate"], { cwd });
    expect(await diff(cwd, "old.yaml", "sdk", "--prove")).toMatchSnapshot();
  });

  it("of npm", async () => {
    const cwd = makeFolder({
      ...documents,
      "bin/npm":
        "#!/bin/sh\necho 'npm error code E404' >&2\necho 'npm error 404 Not Found - demo-sdk@9.9.9' >&2\nexit 1\n",
    });
    chmodSync(join(cwd, "bin/npm"), 0o755);
    const PATH = `${join(cwd, "bin")}:${process.env["PATH"] ?? ""}`;
    expect(
      await said(cwd, ["diff", "demo-sdk@9.9.9", "new.yaml"], { PATH }),
    ).toMatchSnapshot();
  });

  it("of npm, which gives no tarball", async () => {
    const cwd = makeFolder({
      ...documents,
      "bin/npm":
        '#!/bin/sh\nfor arg; do case $arg in --pack-destination=*) echo no > "${arg#*=}/demo-sdk-1.0.0.tgz";; esac; done\n',
    });
    chmodSync(join(cwd, "bin/npm"), 0o755);
    const PATH = `${join(cwd, "bin")}:${process.env["PATH"] ?? ""}`;
    expect(
      await said(cwd, ["diff", "demo-sdk@1.0.0", "new.yaml"], { PATH }),
    ).toMatchSnapshot();
  });

  it("whose surface is none, is that of another version, or is not there", async () => {
    const manifest = '{"name":"demo-sdk","version":"1.0.0"}';
    const made = makeFolder({
      "new.yaml": before,
      "sdkwright.config.json": configOf(),
    });
    await runCli(["generate"], { cwd: made });
    const surface = readFileSync(
      join(made, "sdk/sdkwright.surface.json"),
      "utf8",
    );
    const packed = async (files: Readonly<Record<string, string>>) => {
      const cwd = makeFolder({ ...documents });
      const folder = join(cwd, "package");
      mkdirSync(folder);
      writeFiles(folder, { "package.json": manifest, ...files });
      mkdirSync(join(cwd, "bin"));
      execFileSync("npm", ["pack", "--pack-destination", cwd], {
        ...{ cwd: folder, stdio: "ignore" },
      });
      writeFileSync(
        join(cwd, "bin/npm"),
        `#!/bin/sh\nfor arg; do case $arg in --pack-destination=*) cp "${cwd}"/demo-sdk-*.tgz "\${arg#*=}";; esac; done\n`,
        { mode: 0o755 },
      );
      const PATH = `${join(cwd, "bin")}:${process.env["PATH"] ?? ""}`;
      return said(cwd, ["diff", "demo-sdk@1.0.0", "new.yaml"], { PATH });
    };
    expect(
      await packed({ "sdkwright.surface.json": surface }),
    ).toMatchSnapshot();
    expect(await packed({ "sdkwright.surface.json": "{" })).toMatchSnapshot();
    expect(
      await packed({
        "sdkwright.surface.json": surface.replace(
          '"version": "1.0.0"',
          '"version": "0.9.0"',
        ),
      }),
    ).toMatchSnapshot();
    expect(await packed({})).toMatchSnapshot();
    // Of a directory.
    writeFiles(made, { "new.yaml": after, "sdk/sdkwright.lock": "" });
    expect(await diff(made, "sdk", "new.yaml")).toMatchSnapshot();
    expect(await diff(made, "new.yaml", "sdk")).toMatchSnapshot();
    // Declarations say what is known without a surface.
    expect(
      await packed({
        "index.d.ts": `import type { Owner } from "../owner.js";
export interface Pet { kind: "cat" | "dog"; owner?: Owner }
export declare class Demo { pets: Pets }
export declare class Pets { get(petId: string): Promise<Pet> }
`,
      }),
    ).toMatchSnapshot();
  });

  it("of which none has been released", async () => {
    const cwd = makeFolder({
      ...documents,
      "sdkwright.config.json": configOf(),
    });
    expect(await diff(cwd)).toMatchSnapshot();
  });
});

describe("a package that was released", () => {
  const released = async (more: object = {}): Promise<string> => {
    const cwd = makeFolder({
      "new.yaml": before,
      "sdkwright.config.json": configOf(more),
    });
    await runCli(["generate"], { cwd });
    writeFiles(cwd, { "new.yaml": after });
    return cwd;
  };

  it("generate, check and release", async () => {
    const cwd = await released();
    for (const args of [
      ["release"],
      ["generate", "--dry-run"],
      ["generate", "--changes"],
      ["generate"],
      ["check"],
      ["check", "--fail-on", "breaking"],
      ["release"],
      ["release"],
    ])
      expect(await said(cwd, args)).toMatchSnapshot(args.join(" "));
  });

  it("generate, check and release as JSON", async () => {
    const cwd = await released();
    for (const args of [
      ["generate", "--dry-run"],
      ["generate"],
      ["check", "--fail-on", "breaking"],
      ["release"],
      ["release"],
    ]) {
      const { code, err, out } = await runCli([...args, "--json"], { cwd });
      const { ok, sdks } = JSON.parse(out) as {
        ok: boolean;
        sdks: readonly Readonly<Record<string, unknown>>[];
      };
      const shown = sdks.map(({ reason, change, version }) => ({
        ...{ reason, change, version },
      }));
      expect({ code, err, ok, sdks: shown }).toMatchSnapshot(args.join(" "));
    }
  });

  it("release of what was never generated, or of no document", async () => {
    const cwd = makeFolder({
      ...documents,
      "sdkwright.config.json": configOf(),
    });
    const text = await said(cwd, ["release"]);
    expect(text.replace(/^sdk\/.* is missing\n/gm, "")).toMatchSnapshot();
    expect(await said(cwd, ["release", "gone.yaml"])).toMatchSnapshot();
    expect(await said(cwd, ["check", "--fail-on", "all"])).toMatchSnapshot();
  });

  it("release that ends deprecated names", async () => {
    const cwd = await released();
    writeFiles(cwd, {
      "new.yaml": before.replace("operationId: getPet", "operationId: readPet"),
    });
    await runCli(["generate"], { cwd });
    await runCli(["release"], { cwd });
    const manifest = join(cwd, "sdk/package.json");
    writeFileSync(
      manifest,
      readFileSync(manifest, "utf8").replace('"1.0.0"', '"1.1.0"'),
    );
    await runCli(["generate"], { cwd });
    for (const args of [
      ["release"],
      ["release", "--drop-aliases"],
      ["release", "--drop-aliases"],
    ])
      expect(await said(cwd, args)).toMatchSnapshot();
  });

  it("every change of a package that is up to date", async () => {
    const cwd = await released();
    await runCli(["generate"], { cwd });
    for (const args of [
      ["generate", "--changes"],
      ["generate", "--dry-run", "--changes"],
      ["check", "--changes"],
    ]) {
      const text = await said(cwd, args);
      expect(text).toContain('may now be "fish"');
      expect(text).toMatchSnapshot(args.join(" "));
    }
  });

  it.each(["unreleased", "changeset", "conventional"])(
    "release that writes %s",
    async (changelog) => {
      const cwd = await released({ release: { changelog } });
      await runCli(["generate"], { cwd });
      expect(await said(cwd, ["release"])).toMatchSnapshot();
    },
  );

  it("with a surface that cannot be read", async () => {
    const cwd = await released();
    writeFiles(cwd, { "sdk/sdkwright.surface.json": "<<<<<<<" });
    expect(await said(cwd, ["generate"])).toMatchSnapshot();
  });
});

it("diff of several SDKs", async () => {
  const cwd = makeFolder({
    ...documents,
    "sdkwright.config.json": JSON.stringify(
      ["one", "two"].map((name) => ({
        ...{ input: "new.yaml", output: name, package: { name } },
      })),
    ),
  });
  expect(await diff(cwd, ...sides)).toMatchSnapshot();
  expect(await diff(cwd, ...sides, "--only", "two")).toMatchSnapshot();
  expect(await diff(cwd, ...sides, "--only", "three")).toMatchSnapshot();
  expect(await diff(cwd)).toMatchSnapshot();
  // A package that is none of them.
  writeFiles(cwd, { "package/package.json": '{"name":"three"}' });
  expect(await diff(cwd, "package")).toMatchSnapshot();
});

it("every problem of a comparison is among them", () => {
  // Whoever adds one shows here how it reads.
  const codes = Object.keys(changeProblems).filter(
    // A bug of our own: no package makes it.
    (code) => code !== "proof-broken",
  );
  expect(codes.filter((code) => !seen.has(code))).toEqual([]);
});
