import { describe, expect, it } from "vitest";
import {
  findFolder,
  findLicense,
  findName,
} from "../../generator/init/find-package.js";
import { parseRepository } from "../../generator/init/find-repository.js";
import { surroundingsOf } from "./support.js";

describe("the folder", () => {
  const manifest = (workspaces: unknown) => ({
    "package.json": JSON.stringify({ workspaces }),
  });

  it.each([
    [
      "of a repository with code",
      { "src/a.ts": "", "openapi.yaml": "" },
      "sdk",
    ],
    ["of one that is the document", { "openapi.yaml": "" }, "."],
    [
      "beside a document's folder and the usual pages",
      {
        ...{ "spec/openapi.yaml": "", "spec/b.yaml": "", "README.md": "" },
        ...{ LICENSE: "", ".gitignore": "" },
      },
      "sdk",
    ],
    ["of packages", manifest(["packages/*"]), "packages/sdk"],
    [
      "of packages, in yarn's form",
      manifest({ packages: ["packages/**"] }),
      "packages/sdk",
    ],
    ["of other packages", manifest(["apps/*"]), "sdk"],
    [
      "of pnpm's packages",
      { "pnpm-workspace.yaml": 'packages:\n  - "packages/*"\n' },
      "packages/sdk",
    ],
    [
      "beside what pnpm could not read either",
      { "pnpm-workspace.yaml": "packages: [" },
      "sdk",
    ],
    ["beside a manifest", manifest(undefined), "sdk"],
  ])("%s", (_, files, folder) => {
    expect(findFolder(surroundingsOf(files, {}), "openapi.yaml")).toBe(folder);
  });

  it("is the root when the document has a folder of its own", () => {
    const files = { "spec/openapi.yaml": "", "README.md": "" };
    expect(findFolder(surroundingsOf(files, {}), "spec/openapi.yaml")).toBe(
      ".",
    );
  });

  it("is below the working directory where that is no root of a repository", () => {
    const files = { "openapi.yaml": "" };
    expect(findFolder(surroundingsOf(files), "openapi.yaml")).toBe("sdk");
    expect(
      findFolder(surroundingsOf(files, { prefix: "api" }), "openapi.yaml"),
    ).toBe("sdk");
    expect(
      findFolder(
        surroundingsOf(files, {}),
        "https://acme.example/openapi.yaml",
      ),
    ).toBe("sdk");
  });
});

describe("the name", () => {
  const nameOf = (manifest: object, remote: string) =>
    findName(
      surroundingsOf({ "package.json": JSON.stringify(manifest) }),
      parseRepository(remote),
      "acme-sdk",
    );

  it("has the scope of the manifest", () => {
    expect(nameOf({ name: "@acme/site" }, "git@github.com:other/x.git")).toBe(
      "@acme/sdk",
    );
  });

  it("has the repository's owner as scope", () => {
    expect(nameOf({ name: "site" }, "git@github.com:AcmeInc/x.git")).toBe(
      "@acmeinc/sdk",
    );
  });

  it("is the title's where there is no scope", () => {
    expect(nameOf({}, "")).toBe("acme-sdk");
  });

  it("takes no scope that npm refuses", () => {
    expect(nameOf({ name: "@A b/x" }, "https://host.example/.acme/x")).toBe(
      "acme-sdk",
    );
  });
});

describe("the license", () => {
  const mit =
    "Permission is hereby granted, free of charge, to any person obtaining";

  it.each([
    [
      "of the manifest",
      { "package.json": '{"license":"ISC"}' },
      {},
      { license: "ISC" },
    ],
    [
      "of the file",
      { LICENSE: `MIT License\n\n${mit}` },
      {},
      { license: "MIT" },
    ],
    [
      "of a file with an ending",
      { "LICENSE.md": "Apache License\n   Version 2.0, January 2004" },
      {},
      { license: "Apache-2.0" },
    ],
    [
      "of the API, by its identifier",
      {},
      { name: "x", identifier: "MPL-2.0" },
      { license: "MPL-2.0", isOfDocument: true },
    ],
    [
      "of the API, by its name",
      {},
      { name: "Apache 2.0" },
      { license: "Apache-2.0", isOfDocument: true },
    ],
    [
      "that only lawyers know",
      { LICENSE: "Ask us." },
      { name: "Proprietary" },
      undefined,
    ],
    ["that is no text", {}, { name: 1, identifier: "`rm`" }, undefined],
  ])("%s", (_, files, ofDocument, license) => {
    expect(findLicense(surroundingsOf(files), ofDocument)).toEqual(license);
  });
});
