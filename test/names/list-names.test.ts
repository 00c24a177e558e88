/**
 * Every public name with the line of the config that changes it.
 */
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { names, type PublicNames } from "../../generator/index.js";
import { makeFolder } from "../write/support.js";

const document = `
openapi: 3.1.0
info: { title: Clubs, version: 1.0.0 }
servers: [{ url: https://clubs.example }]
paths:
  /ping:
    post: { operationId: ping, responses: { 204: { description: Done. } } }
  /orgs:
    get: { tags: [Orgs], operationId: listOrgs, responses: { 204: { description: Done. } } }
    post:
      tags: [Orgs, Writes]
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/org_v2" } } } }
      responses: { 204: { description: Done. } }
  /orgs/{id}/members:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { tags: [Orgs], operationId: get, responses: { 204: { description: Done. } } }
    post: { tags: [Orgs, Writes], operationId: addMember, responses: { 204: { description: Done. } } }
  /logs:
    $ref: "#/components/pathItems/Logs"
components:
  pathItems:
    Logs:
      get: { operationId: get, responses: { 204: { description: Done. } } }
      delete: { operationId: 'clear "all"', responses: { 204: { description: Done. } } }
  schemas:
    org_v2:
      type: object
      required: [id]
      properties:
        id: { type: string, readOnly: true }
        kind: { type: string }
`;

const namesOf = async (config: object = {}): Promise<PublicNames> => {
  const cwd = makeFolder({ "clubs.yaml": document });
  const report = await names({
    cwd,
    config: { input: "clubs.yaml", output: "sdk", ...config },
  });
  const [sdk] = report.sdks;
  if (!report.ok || !sdk?.names)
    throw new Error(JSON.stringify(report, undefined, 2));
  return sdk.names;
};

describe("names", () => {
  it("are listed in the order of the SDK, with the line that changes each", async () => {
    expect(await namesOf()).toEqual({
      package: {
        name: "clubs-sdk",
        config: 'package: { name: "clubs-sdk" }',
        environmentPrefix: {
          name: "CLUBS",
          config: 'environmentPrefix: "CLUBS"',
        },
      },
      client: {
        className: "Clubs",
        types: [
          ...["ClubsOptions", "ClubsCore", "ClubsCoreOptions"],
          "ClubsError",
        ],
        config: 'clientName: "Clubs"',
      },
      resources: [
        {
          name: "client.orgs",
          ...{ className: "Orgs", tags: ["Orgs", "Writes"] },
          config: [
            'resources: { "Orgs": "orgs" }',
            'resources: { "Writes": "orgs" }',
          ],
        },
        {
          name: "client.orgs.members",
          ...{ className: "OrgsMembers", tags: ["Orgs", "Writes"] },
          config: [
            'methods: { "GET /orgs/{id}/members": "orgs.members.list" }',
          ],
        },
        {
          name: "client.logs",
          ...{ className: "Logs", tags: [] },
          config: ['methods: { "GET /logs": "logs.list" }'],
        },
      ],
      operations: [
        {
          ...{ name: "client.ping", functionName: "ping" },
          ...{ method: "POST", path: "/ping", operationId: "ping" },
          types: ["PingError"],
          config: 'methods: { "ping": "ping" }',
        },
        {
          ...{ name: "client.orgs.list", functionName: "listOrgs" },
          ...{ method: "GET", path: "/orgs", operationId: "listOrgs" },
          types: ["ListOrgsError"],
          config: 'methods: { "listOrgs": "list" }',
        },
        {
          ...{ name: "client.orgs.create", functionName: "createOrg" },
          ...{ method: "POST", path: "/orgs" },
          types: ["CreateOrgParams", "CreateOrgError"],
          config: 'methods: { "POST /orgs": "create" }',
        },
        {
          ...{
            name: "client.orgs.members.list",
            functionName: "listOrgMembers",
          },
          ...{ method: "GET", path: "/orgs/{id}/members", operationId: "get" },
          types: ["ListOrgMembersParams", "ListOrgMembersError"],
          config: 'methods: { "GET /orgs/{id}/members": "list" }',
        },
        {
          ...{
            name: "client.orgs.members.create",
            functionName: "createOrgMember",
          },
          ...{ method: "POST", path: "/orgs/{id}/members" },
          operationId: "addMember",
          types: ["CreateOrgMemberParams", "CreateOrgMemberError"],
          config: 'methods: { "addMember": "create" }',
        },
        {
          ...{ name: "client.logs.list", functionName: "listLogs" },
          ...{ method: "GET", path: "/logs", operationId: "get" },
          types: ["ListLogsError"],
          config: 'methods: { "GET /logs": "list" }',
        },
        {
          ...{ name: "client.logs.clearAll", functionName: "clearAllLogs" },
          ...{ method: "DELETE", path: "/logs", operationId: 'clear "all"' },
          types: ["ClearAllLogsError"],
          config: String.raw`methods: { "clear \"all\"": "clearAll" }`,
        },
      ],
      models: [
        {
          ...{ name: "OrgV2", schema: "org_v2" },
          config: 'models: { "org_v2": "OrgV2" }',
        },
      ],
    });
  });

  it("stay as they are with their own lines in the config", async () => {
    const before = await namesOf();
    const [methods, models] = [before.operations, before.models].map((list) =>
      Object.fromEntries(
        list.flatMap(({ config = "" }) =>
          Object.values(parse(config) as Record<string, object>).flatMap(
            (names) => Object.entries(names),
          ),
        ),
      ),
    );
    expect(Object.keys(methods ?? {})).toHaveLength(7);
    expect(await namesOf({ methods, models })).toEqual(before);
  });
});
