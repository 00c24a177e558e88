/** Credentials that are needed together and have one header between them (RFC 9110, 11.6.2). */
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import { sdkOf } from "../../support/pipeline.js";

const read = async (security: string, operation = "") => {
  const diagnostics = new Diagnostics();
  const { client } = await sdkOf(
    `
security: ${security}
paths:
  /a:
    get:
      operationId: a
      tags: [A]${operation}
      responses: { "204": { description: Done } }
  /b:
    get:
      operationId: b
      tags: [A]
      responses: { "204": { description: Done } }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
    other: { type: http, scheme: bearer }
    login: { type: http, scheme: basic }
    oauth: { type: oauth2, flows: {} }
    own: { type: apiKey, in: header, name: authorization }
    key: { type: apiKey, in: header, name: X-Key }
    same: { type: apiKey, in: header, name: x-key }
    query: { type: apiKey, in: query, name: authorization }
    tls: { type: mutualTLS }`,
    {},
    diagnostics,
  );
  // The schemes are for all rows; each uses some of them.
  const reports = diagnostics
    .all()
    .filter(({ code }) => code !== "security-unused")
    .map(({ code, message }) => [code, message]);
  return { security: client.security, reports };
};

const report = (names: string, header: string, effect: string) => [
  "security-one-header",
  `${names} are needed together, but each is sent as ${header}, which has one value: ${effect}`,
];

describe("a requirement of several schemes", () => {
  it.each([
    ["token", "login", "authorization"],
    ["login", "token", "authorization"],
    ["token", "other", "authorization"],
    ["oauth", "token", "authorization"],
    ["own", "token", "authorization"],
    ["key", "same", "x-key"],
  ])("that share a header: %s and %s", async (one, two, header) => {
    expect(await read(`[{ ${one}: [], ${two}: [] }]`)).toEqual({
      security: [[one, two]],
      reports: [report(`${one} and ${two}`, header, `only ${two} is sent`)],
    });
  });

  it.each([
    ["token", "key"],
    ["token", "query"],
    ["login", "tls"],
  ])("that do not: %s and %s", async (one, two) => {
    const { reports } = await read(`[{ ${one}: [], ${two}: [] }]`);
    expect(reports).toEqual([]);
  });

  it("is left out where another alternative can be fulfilled", async () => {
    expect(await read("[{ token: [], login: [] }, { key: [] }, {}]")).toEqual({
      security: [["key"], []],
      reports: [
        report(
          "token and login",
          "authorization",
          "the other alternatives are used",
        ),
      ],
    });
  });

  it("stays where the only other one needs no credentials", async () => {
    const { security } = await read("[{ token: [], login: [] }, {}]");
    expect(security).toEqual([["token", "login"], []]);
  });

  it("is reported for the operation that has it", async () => {
    const { reports } = await read(
      "[{ key: [] }]",
      "\n      security: [{ token: [], login: [] }]",
    );
    expect(reports).toEqual([
      report("token and login", "authorization", "only login is sent"),
    ]);
  });
});
