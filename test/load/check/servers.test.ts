import { describe, expect, it } from "vitest";
import { head, loadYaml } from "../loading.js";

const problemsOf = async (server: string): Promise<readonly string[]> =>
  (await loadYaml(`${head()}servers: [{ ${server} }]\npaths: {}\n`)).problems;

describe("the URL of a server", () => {
  it.each([
    "https://api.example.com/v1",
    "http://localhost:8080",
    "HTTPS://API.example.com",
    "/",
    "",
    "/v1",
    "v1",
    "./v1",
    "//api.example.com",
    "localhost:8080/v1",
    "https://api.example.com/'+(x)+'/${y}",
  ])("%j is used", async (url) => {
    expect(await problemsOf(`url: ${JSON.stringify(url)}`)).toEqual([]);
  });

  it.each([
    ["javascript:alert(1)", "javascript: is neither http nor https"],
    ["data:text/plain,x", "data: is neither http nor https"],
    ["file:///etc/", "file: is neither http nor https"],
    ["ws://example.com", "ws: is neither http nor https"],
    ["https://user:pass@example.com", "it holds credentials"],
    ["//user@example.com", "it holds credentials"],
    ["https://", "it names no host"],
    ["https:///path", "it names no host"],
    ["https://example.com/?a=1", "it has a query (?)"],
    ["https://example.com/#a", "it has a fragment (#)"],
  ])("%j is refused", async (url, reason) => {
    const problems = await problemsOf(`url: ${JSON.stringify(url)}`);
    expect(problems).toEqual([
      `3:11 error server-url: the URL of the server cannot be used: ${reason}`,
    ]);
    expect(problems.join()).not.toContain("pass@");
  });
});

describe("the variables of a server", () => {
  it.each([
    ["url: 'https://{a}.example.com', variables: { a: { default: x } }", []],
    [
      "url: '{base}/v1', variables: { base: { default: https://example.com } }",
      [],
    ],
    [
      "url: '{base}/v1', variables: { base: { default: 'ftp://example.com' } }",
      [
        "3:11 error server-url: the URL of the server cannot be used: ftp: is neither http nor https",
      ],
    ],
    [
      "url: /, variables: { a: {} }",
      ["3:34 error field-missing: the server variable has no default"],
    ],
    [
      "url: /, variables: { a: { default: c, enum: [a, b] } }",
      [
        "3:39 error server-default: the default of the server variable a is not in its enum",
      ],
    ],
    [
      "url: 'https://{a}.{toString}.com'",
      [
        "3:11 warning server-variable-undefined: the URL of the server uses the variable a, which is not defined; callers have to pass baseURL",
        "3:11 warning server-variable-undefined: the URL of the server uses the variable toString, which is not defined; callers have to pass baseURL",
      ],
    ],
    [
      "url: 'https://{a.com'",
      [
        "3:11 error server-braces: the URL of the server has an unmatched brace",
      ],
    ],
  ])("%s", async (server, want) => {
    expect(await problemsOf(server)).toEqual(want);
  });

  it("are checked at paths and operations too", async () => {
    const { problems } = await loadYaml(`${head()}paths:
  /a:
    servers: [{ url: "ftp://x" }]
    get: { servers: [{ url: "ftp://x" }] }
`);
    expect(problems).toEqual([
      "5:15 warning server-left-out: the server is left out: its URL: ftp: is neither http nor https",
      "6:22 warning server-left-out: the server is left out: its URL: ftp: is neither http nor https",
    ]);
  });
});
