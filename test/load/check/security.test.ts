import { describe, expect, it } from "vitest";
import { head, loadYaml } from "../loading.js";

const problemsOf = async (scheme: string): Promise<readonly string[]> =>
  (
    await loadYaml(
      `${head()}components:\n  securitySchemes:\n    s: { ${scheme} }\n`,
    )
  ).problems;

describe("security schemes", () => {
  it.each([
    ["type: apiKey, in: header, name: X-Key", []],
    ["type: http, scheme: bearer", []],
    ["type: mutualTLS", []],
    ["type: openIdConnect, openIdConnectUrl: /.well-known/x", []],
    [
      "type: oauth2, flows: { clientCredentials: { tokenUrl: 'http://localhost/t', scopes: {} } }",
      [],
    ],
    [
      "type: basic",
      ["5:10 warning case-read: type: basic is read as http, basic"],
    ],
    [
      "type: apiKey",
      [
        "5:5 warning field-needed: the security scheme has no in; the security scheme is left out",
        "5:5 warning field-needed: the security scheme has no name; the security scheme is left out",
      ],
    ],
    [
      "type: apiKey, in: body, name: k",
      [
        "5:24 warning security-in: in: body is not a location of API keys; the security scheme is left out",
      ],
    ],
    [
      'type: apiKey, in: header, name: "a\\r\\nb: c"',
      [
        "5:36 error name-not-token: a\\u{000d}\\u{000a}b: c cannot be the name of a header",
      ],
    ],
    [
      "type: apiKey, in: cookie, name: a=b",
      ["5:36 error name-not-token: a=b cannot be the name of a cookie"],
    ],
    [
      "type: apiKey, in: query, name: ''",
      ["5:35 error name-not-token:  cannot be the name of a query"],
    ],
    ["type: apiKey, in: query, name: a b", []],
    [
      "type: http",
      [
        "5:5 warning field-needed: the security scheme has no scheme; the security scheme is left out",
      ],
    ],
    [
      "type: openIdConnect, openIdConnectUrl: 'file:///etc/passwd'",
      ["5:31 error security-url: openIdConnectUrl cannot be used: file:"],
    ],
    [
      "type: oauth2, flows: { implicit: { authorizationUrl: 'javascript:x', refreshUrl: 'http://169.254.169.254/x' } }",
      [
        "5:33 warning field-expected: the flow has no scopes",
        "5:45 error security-url: authorizationUrl cannot be used: javascript:",
        "5:79 error security-url: refreshUrl cannot be used: a link-local address",
      ],
    ],
  ])("%s", async (scheme, want) => {
    expect(await problemsOf(scheme)).toEqual(want);
  });

  it("that are required must be defined", async () => {
    const { document, problems } =
      await loadYaml(`${head()}security: [{ a: [] }, { toString: [] }]
paths: { /a: { get: { security: [{ b: [] }] } } }
components: { securitySchemes: { a: { type: http, scheme: basic } } }
`);
    expect(document).toBeDefined();
    expect(problems).toEqual([
      "3:25 warning security-undefined: the security scheme toString is not defined",
      "4:36 warning security-undefined: the security scheme b is not defined",
    ]);
  });
});
