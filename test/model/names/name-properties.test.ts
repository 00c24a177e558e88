/**
 * What holds for the names of every document: no order changes them, and growth changes none that
 * the lock file has.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Resource, Sdk } from "../../../generator/sdk/sdk.js";
import { sdkOf } from "../../support/pipeline.js";
import { reversed } from "../../support/reversed.js";

type Json = Record<string, unknown>;

const words = ["pet", "Pet", "pets", "PET", "pet_store", "petStore", "list"];
const word = fc.constantFrom(...words, "get", "delete", "Promise", "猫", "v1");

const segment = fc.oneof(
  { weight: 3, arbitrary: word },
  { weight: 1, arbitrary: fc.constantFrom("{id}", "{petId}") },
);

const operation = fc.record({
  path: fc.array(segment, { minLength: 1, maxLength: 4 }),
  method: fc.constantFrom("get", "put", "post", "delete", "patch"),
  operationId: fc.option(
    fc.tuple(word, fc.constantFrom("", "_", ".", "Controller_"), word),
  ),
  tag: fc.option(word),
  body: fc.option(word),
});

const schema = fc.record({
  name: word,
  properties: fc.uniqueArray(word, { maxLength: 3 }),
  refersTo: fc.option(word),
  readOnly: fc.boolean(),
});

type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;
type Schema = typeof schema extends fc.Arbitrary<infer T> ? T : never;

function documentOf(
  operations: readonly Operation[],
  schemas: readonly Schema[],
): Json {
  const names = new Set(schemas.map(({ name }) => name));
  const reference = (name: string | null): Json =>
    name !== null && names.has(name)
      ? { $ref: `#/components/schemas/${name}` }
      : { type: "object", properties: { inline: { type: "string" } } };
  const paths: Record<string, Json> = {};
  const seen = new Set<string>();
  for (const { path, method, operationId, tag, body } of operations) {
    // one parameter of a name, and one spelling of a path
    const text =
      "/" + path.filter((one, at) => path.indexOf(one) === at).join("/");
    const shape = text.replace(/\{\w+\}/g, "{}");
    if (seen.has(shape) && !(text in paths)) continue;
    seen.add(shape);
    const content = { "application/json": { schema: reference(body) } };
    (paths[text] ??= {})[method] ??= {
      ...(operationId && { operationId: operationId.join("") }),
      ...(tag !== null && { tags: [tag] }),
      parameters: [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
        name,
        in: "path",
        required: true,
        schema: { type: "string" },
      })),
      ...(["put", "post", "patch"].includes(method) && {
        requestBody: { content },
      }),
      responses: { "200": { description: "Done.", content } },
    };
  }
  return {
    paths,
    components: {
      schemas: Object.fromEntries(
        schemas.map(({ name, properties, refersTo, readOnly }) => [
          name,
          {
            type: "object",
            properties: {
              ...Object.fromEntries(
                properties.map((one) => [one, { type: "string", readOnly }]),
              ),
              ...(refersTo !== null && { other: reference(refersTo) }),
            },
          },
        ]),
      ),
    },
  };
}

const document = fc.record({
  operations: fc.array(operation, { maxLength: 8 }),
  schemas: fc.uniqueArray(schema, {
    maxLength: 5,
    selector: ({ name }) => name,
  }),
});

/** Everything that a user of the package writes. */
function publicNames(sdk: Sdk): unknown {
  const resources = (all: readonly Resource[]): unknown =>
    Object.fromEntries(
      all.map(({ property, className, operations, children }) => [
        property,
        {
          className,
          operations: Object.fromEntries(
            operations.map((one) => [
              `${one.method} ${one.path}`,
              [one.methodName, one.functionName, one.positional[0]?.name],
            ]),
          ),
          children: resources(children),
        },
      ]),
    );
  return {
    models: sdk.models.map(({ name }) => name).sort(),
    names: Object.fromEntries(sdk.names),
    operations: Object.fromEntries(
      sdk.operations.map((one) => [
        `${one.method} ${one.path}`,
        [one.methodName, one.functionName],
      ]),
    ),
    resources: resources(sdk.resources),
  };
}

const runs = { numRuns: 150, seed: 20_261_121 };

describe("names", () => {
  it("depend on no order of the document", async () => {
    await fc.assert(
      fc.asyncProperty(document, async ({ operations, schemas }) => {
        const source = documentOf(operations, schemas);
        expect(publicNames(await sdkOf(reversed(source) as Json))).toEqual(
          publicNames(await sdkOf(source)),
        );
      }),
      runs,
    );
  });

  it("stay when an operation comes, with the lock file kept", async () => {
    await fc.assert(
      fc.asyncProperty(document, operation, async (all, more) => {
        const { operations, schemas } = all;
        const before = await sdkOf(documentOf(operations, schemas));
        const after = await sdkOf(documentOf([...operations, more], schemas), {
          names: before.names,
        });
        expect(Object.fromEntries(after.names)).toMatchObject(
          Object.fromEntries(before.names),
        );
      }),
      runs,
    );
  });

  it("stay when a schema comes, with the lock file kept", async () => {
    await fc.assert(
      fc.asyncProperty(document, schema, async (all, more) => {
        const { operations, schemas } = all;
        // what refers to it already would lose the type that stood in its place
        const isNew =
          !schemas.some(({ name }) => name === more.name) &&
          !schemas.some(({ refersTo }) => refersTo === more.name) &&
          !operations.some(({ body }) => body === more.name);
        fc.pre(isNew);
        const before = await sdkOf(documentOf(operations, schemas));
        const after = await sdkOf(documentOf(operations, [...schemas, more]), {
          names: before.names,
        });
        expect(Object.fromEntries(after.names)).toMatchObject(
          Object.fromEntries(before.names),
        );
      }),
      runs,
    );
  });
});
