/**
 * What is said of each kind of change, to somebody who never saw the tool: where callers pass the value,
 * where they get it, and what they do about it.
 */
import { expect, it } from "vitest";
import { changeKinds, type ChangeKind } from "../../generator/change/change.js";
import type { Finding } from "../../generator/change/finding.js";
import { wordingOf } from "../../generator/change/phrases/wording.js";
import { subjectOf } from "../../generator/change/subjects.js";
import { surfaceOf } from "../../generator/surface/surface-of.js";
import { sdkOf } from "../support/pipeline.js";

const surface = surfaceOf(
  await sdkOf({
    paths: {
      "/pets": {
        get: {
          operationId: "listPets",
          responses: { "204": { description: "Done." } },
        },
      },
    },
  }),
);

const call = { operations: ["listPets"] };
const param = { where: "listPets.params.limit", ...call };
const option = { where: "client.options.apiKey" };
const types = { old: "string", new: "number" };

/** Findings as the rules make them, beside those of a property of a model. */
const examples: Readonly<
  Partial<Record<ChangeKind, readonly Partial<Finding>[]>>
> = {
  "property-added": [{}, { degree: "required" }],
  "enum-value-added": [{}, { degree: "open" }],
  "type-changed": [
    {},
    { undecided: { old: { kind: "void" }, new: { kind: "void" } } },
  ],
  "enum-member-added": [{ where: "Kind.Cat" }],
  "enum-member-removed": [{ where: "Kind.Cat" }],
  "enum-member-renamed": [{ where: "Kind.Cat", to: "Kind.Feline" }],
  "constraint-changed": [
    { old: "at most 100", new: "at most 50" },
    { old: "", new: "at most 50" },
    { old: "at most 50", new: "" },
  ],
  "default-changed": [
    { old: "1", new: "2" },
    { old: "", new: "2" },
    { old: "1", new: "" },
  ],
  "body-optional": [{ where: "listPets.params", ...call }],
  "body-required": [{ where: "listPets.params", ...call }],
  "parameter-added": [
    param,
    { ...param, degree: "required" },
    { ...option, degree: "required" },
  ],
  "parameter-removed": [param, option],
  "parameter-required": [param],
  "parameter-optional": [param],
  "parameter-deprecated": [param],
  "parameter-wire-changed": [
    { ...param, old: "query limit", new: "header X-Limit" },
    { ...param, old: "query limit", new: "query limit form" },
    { ...param, old: "query limit pipeDelimited", new: "query limit json" },
    { ...param, old: "path limit simple explode", new: "path limit label" },
    { ...param, old: "query limit", new: "query limit brackets dots" },
    { ...param, old: "query limit", new: "query limit form explode reserved" },
    { ...param, old: "cookie limit", new: 'querystring q {"kind":"json"}' },
    {
      ...{ where: "listPets.options.idempotencyKey", ...call },
      ...{ old: "Idempotency-Key", new: "X-Key" },
    },
  ],
  "arguments-shifted": [{ where: "listPets.options", ...call }],
  "arguments-changed": [{ where: "listPets.params", ...call }],
  "media-type-added": [
    { where: "listPets.params.contentType", value: "text/csv", ...call },
    { where: "listPets.options.accept", value: "text/csv", ...call },
  ],
  "media-type-removed": [
    { where: "listPets.params.contentType", value: "text/csv", ...call },
    { where: "listPets.options.accept", value: "text/csv", ...call },
  ],
  "result-widened": [
    { where: "listPets.result", old: "Pet", new: "Job | Pet", ...call },
  ],
  "result-changed": [
    { where: "listPets.result", old: "Pet[]", new: "PetList", ...call },
  ],
  "result-removed": [{ where: "listPets.result", old: "Pet", ...call }],
  "result-added": [{ where: "listPets.result", new: "Pet", ...call }],
  "status-changed": [{ where: "listPets", old: "200", new: "201", ...call }],
  "stream-added": [
    { where: "listPets.options.accept", value: "text/event-stream", ...call },
  ],
  "stream-removed": [
    { where: "listPets.options.accept", value: "text/event-stream", ...call },
  ],
  "header-added": [{ where: "listPets.headers.X-Total", ...call }],
  "header-removed": [{ where: "listPets.headers.X-Total", ...call }],
  "error-added": [
    { where: "listPets.errors.404", ...call },
    { where: "listPets.errors.default", ...call },
  ],
  "error-removed": [
    { where: "listPets.errors.404", ...call },
    { where: "listPets.errors.default", ...call },
  ],
  "operation-removed": [
    { where: "dropPet" },
    { where: "dropPet", isAnnounced: true },
    { where: "dropPet", isAnnounced: true, value: "2026-01-31" },
    { where: "dropPet", isAnnounced: true, to: "deletePet" },
  ],
  "operation-renamed": [{ where: "getPets", to: "listPets" }],
  "method-renamed": [{ where: "client.pets.get", to: "client.pets.list" }],
  "resource-renamed": [{ where: "client.pets", to: "client.animals" }],
  "model-added": [{ where: "Pet" }],
  "model-removed": [
    { where: "Pet" },
    { where: "Pet", isAnnounced: true, to: "Animal" },
  ],
  "model-renamed": [{ where: "Pet", to: "Animal" }],
  "route-changed": [
    { where: "listPets", old: "GET /pet", new: "GET /pets", ...call },
  ],
  "webhook-added": [{ where: "webhooks.sold" }, { where: "callbacks.sold" }],
  "webhook-removed": [{ where: "webhooks.sold" }, { where: "callbacks.sold" }],
  "webhook-method-added": [
    { where: "verifyWebhook", new: "verify" },
    { where: "client.webhooks.parse", new: "parse" },
  ],
  "webhook-method-removed": [
    { where: "verifyWebhook", old: "verify" },
    { where: "client.webhooks.unwrap", old: "verify", new: "parse" },
    { where: "client.webhooks.unwrap", old: "parse", new: "verify" },
  ],
  "client-renamed": [{ where: "Demo", to: "Zoo" }],
  "credential-required": [option],
  "credential-optional": [option],
  "credential-added": [option],
  "credential-removed": [option],
  "credential-renamed": [{ ...option, to: "token" }],
  "credential-wire-changed": [
    { ...option, old: "header X-Key", new: "query key" },
  ],
  "base-url-changed": [
    {
      where: "client.baseURL",
      old: "https://a.example",
      new: "https://b.example",
    },
  ],
  "base-path-changed": [
    {
      where: "client.baseURL",
      old: "https://a.example/v1",
      new: "https://a.example/v2",
    },
  ],
  "base-url-required": [{ where: "client.options.baseURL" }],
  "base-url-optional": [{ where: "client.options.baseURL" }],
  "server-variable-added": [{ where: "client.options.serverVariables.region" }],
  "server-variable-removed": [
    { where: "client.options.serverVariables.region" },
  ],
  "environment-renamed": [{ where: "env.DEMO_API_KEY", to: "ZOO_API_KEY" }],
  "package-renamed": [{ where: "package.name", to: "zoo-sdk" }],
  "export-added": [
    { where: "package.exports[./webhooks]" },
    { where: "Kind" },
    { where: "getPetOwnerLink", new: "function getPetOwnerLink" },
  ],
  "export-removed": [
    { where: "package.exports[./webhooks]" },
    { where: "Kind" },
    { where: "getPetOwnerLink", old: "function getPetOwnerLink" },
    { where: "DemoCredentials", old: "type DemoCredentials" },
    {
      where: "DemoCredentials",
      ...{ old: "type DemoCredentials", degree: "kept" },
    },
  ],
  "engines-raised": [
    { where: "package.engines.node", old: ">=18", new: ">=20" },
  ],
  "engines-lowered": [
    { where: "package.engines.node", old: ">=20", new: ">=18" },
  ],
  "operation-added": [{ where: "listPets", ...call }],
  "operation-deprecated": [{ where: "listPets", ...call }],
  "idempotency-added": [{ where: "listPets.options.idempotencyKey", ...call }],
  "idempotency-removed": [
    { where: "listPets.options.idempotencyKey", ...call },
  ],
  "paging-added": [{ where: "listPets.result", ...call }],
  "paging-removed": [{ where: "listPets.result", ...call }],
  "request-encoding-changed": [
    {
      where: "listPets",
      old: "application/json",
      new: "multipart/form-data",
      ...call,
    },
    {
      where: "listPets",
      old: "multipart/form-data",
      new: "multipart/form-data",
      ...call,
    },
  ],
};

/** As a break; where callers pass the value and where they get it, if that makes a difference. */
const linesOf = (kind: ChangeKind): readonly string[] => [
  ...new Set(
    (examples[kind] ?? [{}]).flatMap((example) =>
      (["input", "output"] as const).map((position) => {
        const isNamed = example.where !== undefined;
        const finding: Finding = {
          ...{ kind, where: "Pet.kind", position, ...types },
          ...((!isNamed || kind.startsWith("enum-")) && { value: '"fish"' }),
          ...example,
        };
        const { phrase, migration = "-", help } = wordingOf(finding, true);
        const subject = subjectOf(finding, { old: surface, now: surface });
        return [
          `${subject} ${phrase}. ${migration}`,
          ...(help === undefined ? [] : [`(${help})`]),
        ].join(" ");
      }),
    ),
  ),
];

it("every kind has words that read well", () => {
  const lines = changeKinds.flatMap((kind) => [
    kind,
    ...linesOf(kind).map((line) => `  ${line.replaceAll("`", "'")}`),
  ]);
  expect(lines.join("\n")).toMatchInlineSnapshot(`
    "property-added
      Pet.kind is new. Pass 'kind'.
      Pet.kind is required now. Pass 'kind'.
      Pet.kind is new, and always there. Pass 'kind'.
    property-removed
      Pet.kind is no longer accepted. Leave 'kind' out.
      Pet.kind is no longer there. Do without 'kind'.
    property-required
      Pet.kind is required now. Pass 'kind'.
      Pet.kind is always there now. Pass 'kind'.
    property-optional
      Pet.kind can be left out now. Handle a missing 'kind'.
      Pet.kind may now be missing. Handle a missing 'kind'.
    property-read-only
      Pet.kind is no longer accepted; only the server sets it. Leave 'kind' out of what is sent.
    property-write-only
      Pet.kind is no longer given back. Do without 'kind' in results.
    property-deprecated
      Pet.kind is deprecated. -
    body-optional
      client.pets.list no longer asks for a body. -
    body-required
      client.pets.list asks for a body now. Pass the body.
    null-added
      Pet.kind also accepts 'null'. Handle 'null'.
      Pet.kind may now be 'null'. Handle 'null'.
    null-removed
      Pet.kind no longer accepts 'null'. Leave 'kind' out in place of 'null'.
      Pet.kind is never 'null' now. Leave 'kind' out in place of 'null'.
    enum-value-added
      Pet.kind also accepts '"fish"'. Handle '"fish"', or add a default branch. ('enums: "open"' in the config makes additions like this features; setting it breaks callers once)
      Pet.kind may now be '"fish"'; a switch over all values no longer covers it. Handle '"fish"', or add a default branch. ('enums: "open"' in the config makes additions like this features; setting it breaks callers once)
      Pet.kind may now be '"fish"'. Handle '"fish"', or add a default branch. ('enums: "open"' in the config makes additions like this features; setting it breaks callers once)
    enum-value-removed
      Pet.kind no longer accepts '"fish"'. Pass another value than '"fish"'.
      Pet.kind is never '"fish"' now. Remove comparisons with '"fish"'.
    enum-member-added
      Kind.Cat is a new name of a value. -
    enum-member-removed
      Kind.Cat is gone; '"fish"' is no longer declared as a value. Write '"fish"' where it is still needed.
    enum-member-renamed
      Kind.Cat is called 'Kind.Feline' now; the value is '"fish"' as before. Write 'Kind.Feline'. (the 'x-enum-varnames' of the document name the members)
    variant-added
      Pet.kind also accepts '"fish"'. Handle '"fish"', or add a default branch.
      Pet.kind may now be '"fish"'. Handle '"fish"', or add a default branch.
    variant-removed
      Pet.kind no longer accepts '"fish"'. Pass another value than '"fish"'.
      Pet.kind is never '"fish"' now. Remove what handles '"fish"'.
    type-widened
      Pet.kind accepts 'number' now, not only 'string'. Handle 'number'.
      Pet.kind may now be 'number', not only 'string'. Handle 'number'.
    type-narrowed
      Pet.kind accepts only 'number' now, not any 'string'. Pass 'number'.
      Pet.kind is always 'number' now, not any 'string'. Pass 'number'.
    type-changed
      Pet.kind is 'number' now ('string' before). Pass 'number'.
      Pet.kind is 'number' now ('string' before). Handle 'number'.
      Pet.kind is 'number' now ('string' before); whether one fits the other could not be decided. Pass 'number'.
      Pet.kind is 'number' now ('string' before); whether one fits the other could not be decided. Handle 'number'.
    index-added
      Pet.kind takes any other key too, which a value typed by an interface does not have. Type such values by a type alias, or pass them as a literal.
      Pet.kind may have any other key too. Type such values by a type alias, or pass them as a literal.
    index-removed
      Pet.kind no longer takes keys that are not declared. Use declared keys alone.
      Pet.kind no longer has keys that are not declared. Use declared keys alone.
    constraint-changed
      Pet.kind has other limits: at most 50 (was at most 100); the server decides, no release needed. -
      Pet.kind has limits now: at most 50; the server decides, no release needed. -
      Pet.kind has no limits any more (was at most 50); the server decides, no release needed. -
    default-changed
      Pet.kind defaults to '2' on the server now ('1' before). -
      Pet.kind defaults to '2' on the server now. -
      Pet.kind no longer has a default on the server ('1' before). -
    parameter-added
      client.pets.list takes 'limit?: number'. Pass 'limit'.
      client.pets.list asks for 'limit' now. Pass 'limit'.
      client asks for 'apiKey' now. Pass 'apiKey'.
    parameter-removed
      client.pets.list no longer takes 'limit'. Leave 'limit' out.
      client no longer takes 'apiKey'. Leave 'apiKey' out.
    parameter-required
      client.pets.list asks for 'limit' now. Pass 'limit'.
    parameter-optional
      client.pets.list no longer asks for 'limit'. -
    parameter-deprecated
      client.pets.list deprecates 'limit'. -
    arguments-shifted
      client.pets.list takes options at another place than before. Pass '{}' before the options.
    arguments-changed
      client.pets.list takes its arguments in another form than before. Pass the arguments as the new signature has them.
    idempotency-added
      client.pets.list takes 'idempotencyKey', and is repeated after network errors under one key. -
    idempotency-removed
      client.pets.list no longer takes 'idempotencyKey'. Leave 'idempotencyKey' out.
    media-type-added
      client.pets.list can send 'text/csv'. -
      client.pets.list can answer with 'text/csv'. -
    media-type-removed
      client.pets.list can no longer send 'text/csv'. Do without 'text/csv'.
      client.pets.list can no longer answer with 'text/csv'. Do without 'text/csv'.
    result-widened
      client.pets.list may now give 'Job | Pet', not only 'Pet'. Handle 'Job | Pet'.
    result-changed
      client.pets.list gives 'PetList' now ('Pet[]' before). Handle 'PetList'.
    result-removed
      client.pets.list no longer gives 'Pet'. Do without the result.
    result-added
      client.pets.list gives 'Pet' now; what is declared as 'Promise<void>' no longer fits. Declare the promise of 'Pet'.
    status-changed
      client.pets.list succeeds with status 201 now (200 before). -
    paging-added
      client.pets.list can be iterated over, page after page. -
    paging-removed
      client.pets.list gives one page, which can no longer be iterated over. Await the page.
    stream-added
      client.pets.list can stream ('text/event-stream'). -
    stream-removed
      client.pets.list can no longer stream ('text/event-stream'). Await the whole result.
    header-added
      client.pets.list declares the header 'X-Total'. -
    header-removed
      client.pets.list no longer declares the header 'X-Total'. Expect no 'X-Total'.
    error-added
      client.pets.list declares what an error '404' contains. -
      client.pets.list declares what other errors contain. -
    error-removed
      client.pets.list no longer declares what an error '404' contains. Take the body of '404' as unknown.
      client.pets.list no longer declares what other errors contain. Take the body of other errors as unknown.
    operation-added
      client.pets.list is new. -
    operation-removed
      dropPet is gone. Stop calling it.
      dropPet is gone; it was deprecated. Stop calling it.
      dropPet is gone; '2026-01-31' was announced as its last day. Stop calling it.
      dropPet is gone; it was deprecated. Use 'deletePet'.
    operation-deprecated
      client.pets.list is deprecated. -
    operation-renamed
      getPets is called 'listPets' now. Call 'listPets'.
    method-renamed
      client.pets.get is 'client.pets.list' now. Call 'client.pets.list'.
    resource-renamed
      client.pets is 'client.animals' now. Use 'client.animals'.
    model-added
      Pet is new. -
    model-removed
      Pet is no longer exported. Declare the type where it is used.
      Pet is no longer exported; it was deprecated. Import 'Animal'.
    model-renamed
      Pet is called 'Animal' now. Import 'Animal'. ('models' in the config keeps a name)
    route-changed
      client.pets.list calls 'GET /pets' now ('GET /pet' before). Expect 'GET /pets' in mocks and logs.
    webhook-added
      webhooks.sold is a new webhook. -
      callbacks.sold is a new callback. -
    webhook-removed
      webhooks.sold is no longer a webhook. Remove its handler.
      callbacks.sold is no longer a callback. Remove its handler.
    webhook-method-added
      verifyWebhook is new: it gives the payload of a webhook if its signature is right. -
      client.webhooks.parse is new: it gives the payload of a webhook, which nothing verifies. -
    webhook-method-removed
      verifyWebhook now gives the payload of a webhook, which nothing verifies. Look at who calls it: its arguments and what it gives are others. ('webhooks' in the config names the methods of the client; 'verifyWebhook' is there while signatures are those of Standard Webhooks)
      client.webhooks.unwrap now gives the payload of a webhook, which nothing verifies. Look at who calls it: its arguments and what it gives are others. ('webhooks' in the config names the methods of the client; 'verifyWebhook' is there while signatures are those of Standard Webhooks)
      client.webhooks.unwrap now gives the payload of a webhook if its signature is right. Look at who calls it: its arguments and what it gives are others. ('webhooks' in the config names the methods of the client; 'verifyWebhook' is there while signatures are those of Standard Webhooks)
    client-renamed
      Demo is called 'Zoo' now. Import 'Zoo'. ('clientName' in the config keeps the name)
    credential-required
      client.options.apiKey is required now. Pass 'apiKey' to the client.
    credential-optional
      client.options.apiKey can be left out now. -
    credential-added
      client.options.apiKey is another way to authenticate. -
    credential-removed
      client.options.apiKey is no longer an option. Leave 'apiKey' out.
    credential-renamed
      client.options.apiKey is called 'token' now. Pass 'token'.
    credential-wire-changed
      client.options.apiKey is sent in the query as 'key' now (in the header 'X-Key' before). -
    parameter-wire-changed
      client.pets.list sends 'limit' in the header 'X-Limit' now (in the query as 'limit' before). Expect 'limit' there in mocks and logs.
      client.pets.list sends 'limit' with commas between its values now (once for each value before). Expect 'limit' there in mocks and logs.
      client.pets.list sends 'limit' as JSON now (with pipes between its values before). Expect 'limit' there in mocks and logs.
      client.pets.list sends 'limit' in the style 'label' now (with commas between its values, objects as 'key=value' before). Expect 'limit' there in mocks and logs.
      client.pets.list sends 'limit' with brackets for lists and dots for objects now (once for each value before). Expect 'limit' there in mocks and logs.
      client.pets.list sends 'limit' once for each value, with reserved characters as they are now (once for each value before). Expect 'limit' there in mocks and logs.
      client.pets.list sends 'limit' as the whole query now (in the cookie 'limit' before). Expect 'limit' there in mocks and logs.
      client.pets.list sends 'idempotencyKey' in the header 'X-Key' now (in the header 'Idempotency-Key' before). Expect 'idempotencyKey' there in mocks and logs.
    request-encoding-changed
      client.pets.list sends its body as 'multipart/form-data' now ('application/json' before). -
      client.pets.list sends fields of its body in another encoding than before. -
    base-url-changed
      client.baseURL is 'https://b.example' now ('https://a.example' before): credentials go to another host. Allow 'https://b.example' where hosts are listed, or pass 'baseURL'.
    base-path-changed
      client.baseURL is 'https://a.example/v2' now ('https://a.example/v1' before). Expect 'https://a.example/v2' in mocks and logs.
    base-url-required
      client.options.baseURL has to be passed now. Pass 'baseURL'.
    base-url-optional
      client.options.baseURL has a default now. -
    server-variable-added
      client.options.serverVariables.region is a new option. -
    server-variable-removed
      client.options.serverVariables.region is no longer an option. Leave 'serverVariables.region' out.
    environment-renamed
      env.DEMO_API_KEY is no longer read; 'ZOO_API_KEY' is. Set 'ZOO_API_KEY'.
    package-renamed
      package.name is 'zoo-sdk' now. Install 'zoo-sdk'. ('package: { name }' in the config keeps the name)
    export-added
      package.exports[./webhooks] can be imported. -
      Kind is also a constant now, with a member for each value. -
      getPetOwnerLink is new. -
    export-removed
      package.exports[./webhooks] can no longer be imported. Import from the package itself.
      Kind is a type alone now; its constant is gone. Write the values in place of the members.
      getPetOwnerLink is no longer exported. Take the arguments from the result where it was called.
      DemoCredentials is no longer exported. Declare the type where it is used.
      DemoCredentials is no longer needed. Declare the type where it is used.
    engines-raised
      package.engines.node is '>=20' now ('>=18' before). Run Node.js '>=20'.
    engines-lowered
      package.engines.node is '>=18' now ('>=20' before). -"
  `);
});
