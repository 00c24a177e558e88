/**
 * When names bind, and how they are given anew: before and after the first release.
 */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, readFolder, writeFiles } from "../write/support.js";
import { runCli } from "./run.js";

const document = (id: string, title = "Roomly") => `openapi: 3.1.0
info: { title: ${title}, version: 1.0.0, license: { name: MIT } }
servers: [{ url: https://rooms.example }]
paths:
  /rooms:
    get: { operationId: ${id}, tags: [Rooms], responses: { "204": { description: Done. } } }
`;

const run = (cwd: string, ...args: readonly string[]) => runCli(args, { cwd });

const functionIn = (cwd: string): string | undefined =>
  /interface OperationErrors \{\s+(\w+):/.exec(
    readFolder(join(cwd, "sdk"))["src/errors.ts"] ?? "",
  )?.[1];

/** A package of that version, its document changed after it was generated. */
const changed = async (
  version: string,
  text: string,
  config: object = {},
): Promise<string> => {
  const cwd = makeFolder({
    "openapi.yaml": document("listRooms"),
    "sdkwright.config.json": JSON.stringify({
      ...{ input: "openapi.yaml", output: "sdk", package: { version } },
      ...config,
    }),
  });
  expect(await run(cwd, "generate")).toMatchObject({ code: 0, err: "" });
  writeFiles(cwd, { "openapi.yaml": text });
  return cwd;
};

describe("a renamed operationId", () => {
  const renamed = document("searchRooms");

  it("renames the function until the first release", async () => {
    const cwd = await changed("0.0.0", renamed);
    const { code, out, err } = await run(cwd, "generate");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/; names are provisional until 0\.1\.0\n$/);
    expect(functionIn(cwd)).toBe("searchRooms");
    expect((await run(cwd, "check")).code).toBe(0);
  });

  it("renames it from then on too, and the old name stays", async () => {
    const cwd = await changed("0.1.0", renamed);
    const { code, out, err } = await run(cwd, "generate");
    expect(code).toBe(0);
    expect(out).not.toContain("provisional");
    expect(err).toContain(
      "listRooms is called searchRooms now; the old name stays as a deprecated alias",
    );
    expect(functionIn(cwd)).toBe("searchRooms");
    expect((await run(cwd, "check")).code).toBe(0);
  });

  it("leaves it where the owner wants that, until it is given anew", async () => {
    const cwd = await changed("0.1.0", renamed, { names: "keep" });
    const { code, err } = await run(cwd, "generate");
    expect(code).toBe(0);
    expect(err).toContain(
      "rooms.list keeps its name, which callers have: the document now says rooms.search",
    );
    expect(functionIn(cwd)).toBe("listRooms");
    expect((await run(cwd, "check")).code).toBe(0);

    const before = readFolder(cwd);
    const clean = await run(cwd, "generate", "--dry-run", "--rename");
    expect(clean.code).toBe(0);
    expect(clean.out).toMatch(
      /^rooms\.list -> rooms\.search\nlistRooms -> searchRooms\n(?:write {2}sdk\/\S+\n)+0 breaking, 2 features, 0 fixes: 0\.1\.0 -> 0\.1\.1 \(patch\)\nsdk: /,
    );
    expect(readFolder(cwd)).toEqual(before);

    const unknown = await run(cwd, "generate", "--rename", "rooms.lost");
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain("sdk has nothing that is called rooms.lost");
    expect(unknown.err).toContain("Did you mean rooms.list?");
    expect(readFolder(cwd)).toEqual(before);

    const { out: said } = await run(cwd, "generate", "--rename", "GET /rooms");
    expect(said).toMatch(
      /^rooms\.list -> rooms\.search\nlistRooms -> searchRooms\n0 breaking, 2 features, .*\nsdk: /,
    );
    expect(functionIn(cwd)).toBe("searchRooms");
    expect((await run(cwd, "check")).code).toBe(0);
    expect((await run(cwd, "generate", "--rename")).out).toMatch(
      /^no name changes\n/,
    );
  });
});

describe("a renamed API", () => {
  it("keeps its class, file, environment and package once it is released", async () => {
    const cwd = await changed("1.0.0", document("listRooms", "Acme Stay"));
    const files = Object.keys(readFolder(join(cwd, "sdk")));
    expect((await run(cwd, "generate")).code).toBe(0);
    const after = readFolder(join(cwd, "sdk"));
    expect(Object.keys(after)).toEqual(files);
    expect(JSON.parse(after["package.json"] ?? "")).toMatchObject({
      name: "roomly-sdk",
    });
    expect(after["src/roomly.ts"]).toContain("export class Roomly ");
    expect(after["src/roomly.ts"]).toContain("`ROOMLY_BASE_URL`");
    const { out } = await run(cwd, "generate", "--rename", "Roomly");
    expect(out).toMatch(
      /^Roomly -> AcmeStay\nROOMLY -> ACMESTAY\nroomly-sdk -> acme-stay-sdk\n/,
    );
    expect(readFolder(join(cwd, "sdk"))["src/acme-stay.ts"]).toContain(
      "export class AcmeStay ",
    );
  });
});

describe("an operation that is removed", () => {
  it("is named anew when it comes back", async () => {
    const cwd = await changed(
      "1.0.0",
      document("listRooms").replace("/rooms:", "/beds:"),
    );
    await run(cwd, "generate");
    writeFiles(cwd, { "openapi.yaml": document("searchRooms") });
    await run(cwd, "generate");
    expect(functionIn(cwd)).toBe("searchRooms");
  });
});
