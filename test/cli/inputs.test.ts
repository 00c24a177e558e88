import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cachePath } from "../../generator/write/package-path.js";
import { makeFolder, readFolder } from "../write/support.js";
import { licensed as museum } from "./museum.js";
import { runCli } from "./run.js";

describe("filters", () => {
  it("leave operations out, and say how many", async () => {
    const cwd = makeFolder({ "openapi.yaml": museum });
    const args = ["generate", "openapi.yaml", "-o", "sdk"];
    const filtered = [...args, "--exclude", "path:/works/**"];
    const first = await runCli([...filtered, "--include", "tag:Works"], {
      cwd,
    });
    expect({ code: first.code, out: first.out }).toEqual({ code: 1, out: "" });
    expect(first.err).toContain(
      "error filter-empty: include and exclude leave no operation of 2",
    );

    const some = [...args, "--exclude", "operation:getWork"];
    const second = await runCli(some, { cwd });
    expect(second.out).toMatch(
      /^sdk: 1 of 1 operation \(1 excluded\), \d+ files written, 0 unchanged; names are provisional until 0\.1\.0\nnext: .*\n$/,
    );
    const models = readFolder(cwd)["sdk/src/models.ts"];
    expect(models).toContain("interface Work ");
    expect(models).not.toContain("Problem");

    const again = await runCli(some, { cwd });
    expect(again.out).toMatch(
      /^sdk: 1 of 1 operation \(1 excluded\), 0 files written, \d+ unchanged\n$/,
    );
    const checked = await runCli(["check", ...args.slice(1)], { cwd });
    expect(checked.code).toBe(1);
    expect(checked.err).toContain(
      "sdk/src/resources/works.ts is not what is generated: out of date",
    );
  });

  it("refuse what is no filter", async () => {
    const cwd = makeFolder();
    expect(await runCli(["generate", "--include", "Pets"], { cwd })).toEqual({
      code: 2,
      out: "",
      err: "error: option '--include <selector>' argument 'Pets' is invalid. It is tag:NAME, path:/pets/**, operation:ID or deprecated.\n",
    });
  });
});

describe("overlays", () => {
  const overlay = (description: string) =>
    `overlay: 1.0.0
info: { title: Ours, version: "1" }
actions:
  - target: $.paths['/works'].get
    update: { description: ${description} }
`;

  it("are applied in order, and a change of one is drift", async () => {
    const cwd = makeFolder({
      "openapi.yaml": museum,
      "one.yaml": overlay("From the first."),
      "two.yaml": overlay("From the second."),
    });
    const args = ["openapi.yaml", "-o", "sdk"];
    const both = [...args, "--overlay", "one.yaml", "--overlay", "two.yaml"];
    const { code, err } = await runCli(["generate", ...both], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const works = readFolder(cwd)["sdk/src/resources/works.ts"];
    expect(works).toContain("From the second.");
    expect(works).not.toContain("From the first.");

    const again = await runCli(["check", ...both], { cwd });
    expect({ code: again.code, err: again.err }).toEqual({ code: 0, err: "" });

    const swapped = [...args, "--overlay", "two.yaml", "--overlay", "one.yaml"];
    const other = await runCli(["check", ...swapped], { cwd });
    expect(other.code).toBe(1);
    expect(other.err).toContain(
      "sdk/src/resources/works.ts is not what is generated: out of date",
    );

    writeFileSync(join(cwd, "two.yaml"), overlay("Changed."));
    const changed = await runCli(["check", ...both], { cwd });
    expect(changed.code).toBe(1);
    expect(changed.err).toContain(
      "sdk/src/resources/works.ts is not what is generated: out of date",
    );
  });

  it("in a config are relative to it", async () => {
    const cwd = makeFolder({
      "api/openapi.yaml": museum,
      "api/overlays/one.yaml": overlay("Said by the overlay."),
      "api/sdkwright.config.json": JSON.stringify({
        input: "openapi.yaml",
        output: "sdk",
        overlays: ["overlays/one.yaml"],
      }),
    });
    const run = ["generate", "-c", "api/sdkwright.config.json"];
    const { code, err } = await runCli(run, { cwd });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(readFolder(cwd)["api/sdk/src/resources/works.ts"]).toContain(
      "Said by the overlay.",
    );
  });
});

describe("a document at a URL", () => {
  it("is fetched with headers; neither they nor a key of the URL are kept", async () => {
    let authorization: string | undefined;
    let text = museum;
    const server = createServer((request, response) => {
      ({ authorization } = request.headers);
      response.end(text);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    try {
      const { port } = server.address() as AddressInfo;
      const url = `http://127.0.0.1:${port}/openapi.yaml`;
      const cwd = makeFolder();
      const options = [
        ...[`${url}?key=k3y`, "-o", "sdk"],
        ...["--header", "Authorization: Bearer ${TOKEN}"],
      ];
      const env = { TOKEN: "t0ken" };
      const first = await runCli(["generate", ...options], { cwd, env });
      expect({ code: first.code, err: first.err }).toEqual({
        code: 0,
        err: "",
      });
      expect(authorization).toBe("Bearer t0ken");
      const noted = readFileSync(join(cwd, "sdk", cachePath), "utf8");
      expect(noted).toContain(url);
      const files = JSON.stringify(readFolder(cwd));
      expect(files).not.toContain(url);
      expect(files + noted).not.toMatch(/t0ken|k3y/);

      const same = await runCli(["check", ...options], { cwd, env });
      expect({
        code: same.code,
        out: same.out.replace(/\d+ files/, "n"),
      }).toEqual({
        code: 0,
        out: `sdk: matches ${url}: 2 of 2 operations, n\n`,
      });

      text = museum.replace("Get one work.", "Get a work.");
      const changed = await runCli(["check", ...options], { cwd, env });
      expect(changed.code).toBe(1);
      expect(changed.err).toContain(
        `differ from what ${url} gives; run \`sdkwright generate\``,
      );

      const without = await runCli(["check", ...options], { cwd });
      expect(without.err).toContain(
        "error header-variable: the header Authorization needs the environment variable TOKEN",
      );
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
