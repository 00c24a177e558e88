import { renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { displayPath } from "../../../generator/diagnostics/paths.js";
import { hashText } from "../../../generator/write/hash.js";
import { check, write } from "../run.js";
import { makeFolder, readFolder, writeFiles } from "../support.js";

const region = (name: string, text: string, digits = ""): string =>
  `<!-- sdkwright:start ${name}${digits && ` ${digits}`} -->\n${text}\n<!-- sdkwright:end ${name} -->\n`;

const numbered = (name: string, text: string): string =>
  region(name, text, hashText(text).slice(0, 8));

const page = (...regions: readonly string[]) => ({
  files: { "README.md": `#regions\n${regions.join("\n")}` },
});

const first = page(region("title", "# Acme"), region("install", "npm i"));

const made = async (given = first): Promise<string> => {
  const root = makeFolder();
  await write(root, given);
  return root;
};

const textOf = (root: string): string => readFolder(root)["README.md"] ?? "";

describe("README.md", () => {
  it("is written with a number in each region, and the regions in the lock", async () => {
    const root = await made();
    expect(readFolder(root)).toEqual({
      "README.md": `${numbered("title", "# Acme")}\n${numbered("install", "npm i")}`,
      "sdkwright.lock": `sdkwright-lock 2
made-by 1.0.0
file README.md
region README.md#install
region README.md#title
`,
    });
    expect(await check(root, first)).toEqual([]);
  });

  const next = page(region("title", "# Acme 2"), region("install", "npm add"));

  it("takes new text into its regions; text around them stays", async () => {
    const root = await made();
    writeFiles(root, {
      "README.md": `Mine\n\n${numbered("install", "npm i")}\nMine too\n${numbered("title", "# Acme")}`,
    });
    expect(await write(root, next)).toMatchObject({ written: ["README.md"] });
    expect(textOf(root)).toBe(
      `Mine\n\n${numbered("install", "npm add")}\nMine too\n${numbered("title", "# Acme 2")}`,
    );
    expect(await write(root, next)).toMatchObject({ written: [] });
  });

  it.each(["readme.md", "Readme.md"])(
    "is the page %s where its owner calls it so",
    async (name) => {
      const root = makeFolder({ [name]: "mine\n" });
      expect(await write(root, first)).toMatchObject({
        written: ["sdkwright.lock"],
      });
      expect(await check(root, first)).toEqual([]);
      const { "sdkwright.lock": _, ...pages } = readFolder(root);
      expect(pages).toEqual({ [name]: "mine\n" });
    },
  );

  it("is filled where its owner has renamed it", async () => {
    const root = await made();
    renameSync(join(root, "README.md"), join(root, "readme.md"));
    expect(await check(root, first)).toEqual([]);
    expect(await check(root, next)).toEqual(["readme.md is out of date"]);
    expect(await write(root, next)).toMatchObject({ written: ["readme.md"] });
    const { "sdkwright.lock": lock, ...pages } = readFolder(root);
    const text = `${numbered("title", "# Acme 2")}\n${numbered("install", "npm add")}`;
    expect(pages).toEqual({ "readme.md": text });
    // Which case its owner likes changes no line of the lock.
    expect(lock).toContain("file README.md\n");
    expect(lock).toContain("region README.md#install\n");
    expect(await write(root, next)).toMatchObject({ written: [] });
    writeFiles(root, { "readme.md": text.replace("npm add", "mine") });
    expect(
      await write(root, { ...next, reset: ["README.md#install"] }),
    ).toMatchObject({ written: ["readme.md"] });
    expect(readFolder(root)["readme.md"]).toBe(text);
  });

  it("keeps CRLF", async () => {
    const root = await made();
    writeFiles(root, { "README.md": textOf(root).replaceAll("\n", "\r\n") });
    expect(await check(root, first)).toEqual([]);
    await write(root, next);
    expect(textOf(root)).toBe(
      `${numbered("title", "# Acme 2")}\n${numbered("install", "npm add")}`.replaceAll(
        "\n",
        "\r\n",
      ),
    );
  });

  it("keeps a byte order mark", async () => {
    const root = await made();
    writeFiles(root, { "README.md": `\uFEFF${textOf(root)}` });
    expect(await write(root, next)).toMatchObject({ reported: [] });
    expect(textOf(root)).toBe(
      `\uFEFF${numbered("title", "# Acme 2")}\n${numbered("install", "npm add")}`,
    );
    expect(await check(root, next)).toEqual([]);
  });

  it("keeps an edited region, and says so once", async () => {
    const root = await made();
    const mine = textOf(root).replace("npm i", "pnpm i");
    writeFiles(root, { "README.md": mine });
    const result = await write(root, first);
    expect(result).toMatchObject({
      written: ["sdkwright.lock"],
      said: [
        // What can be typed where the run was started.
        `README.md: region install is yours now; remove its number to silence this, the region to have none, or run sdkwright reset ${displayPath(join(root, "README.md"))}#install`,
      ],
    });
    expect(await write(root, first)).not.toHaveProperty("said");
    expect(textOf(root)).toBe(mine);
    expect(await check(root, first)).toEqual([]);
    await write(root, { ...first, reset: ["README.md#install"] });
    expect(textOf(root)).toBe(mine.replace("pnpm i", "npm i"));
  });

  it("says that the marks of a merge are in it, and knows no region that it has not", async () => {
    const root = await made();
    writeFiles(root, {
      "README.md": `<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> x\n${textOf(root)}`,
    });
    const { reported } = await write(root, first);
    expect(reported).toEqual(["page-unsolved: README.md has conflict markers"]);
    expect(textOf(root)).toContain("mine\n=======\ntheirs\n");
    expect(
      await write(root, { ...first, reset: ["README.md#instal"] }),
    ).toMatchObject({
      reported: expect.arrayContaining([
        "reset-unknown: README.md#instal is not generated",
      ]),
    });
  });

  it("leaves a region without number to its owner, silently", async () => {
    const root = await made();
    const mine = `${region("title", "# Mine")}\n${numbered("install", "npm i")}`;
    writeFiles(root, { "README.md": mine });
    expect(await write(root, first)).toEqual({
      ...{ written: [], removed: [], unchanged: 2, reported: [] },
    });
    expect(textOf(root)).toBe(mine);
  });

  it("leaves out a region that was taken out", async () => {
    const root = await made();
    writeFiles(root, { "README.md": numbered("install", "npm i") });
    const result = await write(root, next);
    expect(result).not.toHaveProperty("said");
    expect(textOf(root)).toBe(numbered("install", "npm add"));
  });

  it("offers a new region once, and fills the lines that it gives", async () => {
    const root = await made();
    const wider = page(
      region("title", "# Acme"),
      region("about", "Rooms."),
      region("install", "npm i"),
    );
    const lines =
      "<!-- sdkwright:start about e3b0c442 -->\n<!-- sdkwright:end about -->";
    const result = await write(root, wider);
    expect(result).toMatchObject({
      written: ["sdkwright.lock"],
      said: [
        `README.md: region about is new; to have it, paste these two lines where it is to stand:\n${lines}`,
      ],
    });
    const before = textOf(root);
    expect(await write(root, wider)).not.toHaveProperty("said");
    expect(textOf(root)).toBe(before);
    writeFiles(root, { "README.md": `${before}\n${lines}\n` });
    await write(root, wider);
    expect(textOf(root)).toBe(`${before}\n${numbered("about", "Rooms.")}`);
  });

  it("empties a region that is no longer generated, and fills it when it is again", async () => {
    const root = await made();
    const before = textOf(root);
    const fewer = page(region("title", "# Acme"));
    await write(root, fewer);
    expect(textOf(root)).toBe(
      `${numbered("title", "# Acme")}\n<!-- sdkwright:start install e3b0c442 -->\n<!-- sdkwright:end install -->\n`,
    );
    await write(root, first);
    expect(textOf(root)).toBe(before);
  });

  it("is left alone where it has no markers", async () => {
    const root = makeFolder({ "README.md": "# Mine\n" });
    expect(await write(root, first)).toMatchObject({
      ...{ written: ["sdkwright.lock"], reported: [] },
    });
    expect(await write(root, next)).toMatchObject({ written: [] });
    expect(textOf(root)).toBe("# Mine\n");
    expect(await check(root, next)).toEqual([]);
  });

  it.each([
    ["an end", "<!-- sdkwright:end install -->", ""],
    ["a start", /<!-- sdkwright:start install.*/, ""],
    ["another name", "end install", "end other"],
    ["a second start", "npm i", "<!-- sdkwright:start install -->"],
  ])("is left where %s is wrong, with a warning", async (_, from, to) => {
    const root = await made();
    const mine = textOf(root).replace(from, to);
    writeFiles(root, { "README.md": mine });
    const { reported, said } = {
      said: [],
      ...(await write(root, next)),
    };
    expect(said).toEqual([]);
    expect(reported[0]).toBe(
      "region-broken: README.md: the markers of region install do not fit together; it is left as it is",
    );
    expect(textOf(root)).toBe(
      mine.replace(numbered("title", "# Acme"), numbered("title", "# Acme 2")),
    );
  });

  it("is left where a region stands twice", async () => {
    const root = await made();
    const mine = textOf(root) + numbered("install", "npm i");
    writeFiles(root, { "README.md": mine });
    expect(await write(root, first)).toMatchObject({
      reported: [
        "region-broken: README.md: the markers of region install do not fit together; it is left as it is",
      ],
    });
    expect(textOf(root)).toBe(mine);
  });
});
