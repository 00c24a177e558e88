import { describe, expect, it } from "vitest";
import {
  findCi,
  findReleaseTool,
  findRepository,
  parseRepository,
} from "../../generator/init/find-repository.js";
import { surroundingsOf } from "./support.js";

describe("the repository of a remote", () => {
  const acme = {
    url: "https://github.com/acme/sdk",
    host: "github.com",
    path: "acme/sdk",
  };

  it.each([
    "git@github.com:acme/sdk.git",
    "github.com:acme/sdk",
    "ssh://git@github.com/acme/sdk.git",
    "ssh://git@github.com:22/acme/sdk.git",
    "https://github.com/acme/sdk",
    "https://github.com/acme/sdk.git/",
    "https://user:secret@github.com/acme/sdk.git",
    "git+https://github.com/acme/sdk.git",
    "git://github.com/acme/sdk.git",
  ])("%s", (remote) => {
    expect(parseRepository(remote)).toEqual(acme);
  });

  it("may have a port and groups", () => {
    expect(parseRepository("https://git.acme.example:8443/a/b/c.git")).toEqual({
      url: "https://git.acme.example:8443/a/b/c",
      host: "git.acme.example:8443",
      path: "a/b/c",
    });
  });

  it.each([
    "",
    "/srv/git/sdk.git",
    "../sdk",
    "C:\\git\\sdk",
    "file:///srv/git/sdk.git",
    "https://github.com/acme",
    "https://github.com/a$(id)/`x`",
    "git@github.com:acme/sdk; rm -rf ~",
  ])("none: %s", (remote) => {
    expect(parseRepository(remote)).toBeUndefined();
  });

  it("none without git or a remote", () => {
    expect(findRepository(surroundingsOf())).toBeUndefined();
    expect(findRepository(surroundingsOf({}, {}))).toBeUndefined();
    expect(
      findRepository(surroundingsOf({}, { remote: "git@github.com:acme/sdk" })),
    ).toEqual(acme);
  });
});

describe("what runs the checks", () => {
  const at = (remote: string) => parseRepository(remote);

  it.each([
    ["GitHub, by the remote", {}, "git@github.com:a/b", "github"],
    ["GitLab, by the remote", {}, "git@gitlab.com:a/b", "gitlab"],
    ["GitLab of a company", {}, "git@gitlab.acme.example:a/b", "gitlab"],
    ["GitHub, by its folder", { ".github/x": "" }, "", "github"],
    ["GitLab, by its file", { ".gitlab-ci.yml": "" }, "", "gitlab"],
    ["neither", {}, "git@notgitlab.example:a/b", "none"],
  ])("%s", (_, files, remote, ci) => {
    expect(findCi(surroundingsOf(files, {}), at(remote))).toBe(ci);
  });

  it("nothing, below the root of a repository", () => {
    const surroundings = surroundingsOf({}, { prefix: "apis/acme" });
    expect(findCi(surroundings, at("git@github.com:a/b"))).toBe("none");
  });
});

describe("what makes releases", () => {
  it.each([
    [{ ".changeset/config.json": "" }, "github", "changesets"],
    [{ "release-please-config.json": "" }, "none", "release-please"],
    [{ ".releaserc": "" }, "github", "semantic-release"],
    [{ "release.config.mjs": "" }, "github", "semantic-release"],
    [{ "package.json": '{"release":{}}' }, "github", "semantic-release"],
    [{}, "github", "release-please"],
    [{}, "gitlab", "none"],
    [{}, "none", "none"],
  ] as const)("%j on %s: %s", (files, ci, tool) => {
    expect(findReleaseTool(surroundingsOf(files), ci)).toBe(tool);
  });
});
