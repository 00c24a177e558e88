/**
 * Small valid documents of every version, with names and texts of any kind.
 */
import fc from "fast-check";
import { nastyStrings } from "../support/nasty-strings.js";

type Node = Readonly<Record<string, unknown>>;

const word = fc.constantFrom(
  ...["pet", "Pet", "pets", "PET", "user_id", "a-b", "a_b", "list", "get"],
  ...["then", "class", "constructor", "__proto__", "toString", "id", "items"],
  ...["日本", "ключ", "1st", "$top", "@type", "filter[name]", "data", "next"],
);
const freeText = fc.oneof(
  word,
  fc.constantFrom(...nastyStrings),
  fc.string({ unit: "binary", maxLength: 12 }),
);

/** What the pattern of component keys allows. */
const componentName = fc.constantFrom(
  ...["Pet", "pet", "PET", "Pet.Base", "Error", "Promise", "Response", "a-b"],
  ...["constructor", "toString", "Json", "User_1", "User1", "Record"],
);

const leaf = (names: readonly string[]): fc.Arbitrary<Node> =>
  fc.oneof(
    fc.constantFrom<Node>(
      { type: "string" },
      { type: "integer", format: "int64", minimum: 0 },
      { type: "number" },
      { type: "boolean" },
      { type: "string", format: "date-time" },
      { type: "string", format: "uuid", pattern: "^[a-f0-9-]+$" },
      {},
    ),
    fc
      .uniqueArray(freeText, { minLength: 1, maxLength: 5 })
      .map((values): Node => ({ type: "string", enum: values })),
    freeText.map((value): Node => ({ type: "string", default: value })),
    ...(names.length > 0
      ? [
          fc
            .constantFrom(...names)
            .map((name): Node => ({ $ref: `#/components/schemas/${name}` })),
        ]
      : []),
  );

const schema = (names: readonly string[], depth = 2): fc.Arbitrary<Node> => {
  if (depth === 0) return leaf(names);
  const inner = schema(names, depth - 1);
  return fc.oneof(
    leaf(names),
    inner.map((items): Node => ({ type: "array", items })),
    objectOf(names, depth),
    fc
      .array(inner, { minLength: 1, maxLength: 3 })
      .map((oneOf): Node => ({ oneOf })),
    fc
      .array(objectOf(names, depth), { minLength: 1, maxLength: 2 })
      .map((allOf): Node => ({ allOf })),
    inner.map((value): Node => ({
      type: "object",
      additionalProperties: value,
    })),
  );
};

const objectOf = (
  names: readonly string[],
  depth: number,
): fc.Arbitrary<Node> =>
  fc
    .record({
      properties: fc.dictionary(
        fc.oneof(word, freeText),
        fc
          .tuple(schema(names, depth - 1), freeText)
          .map(([value, description]): Node =>
            "$ref" in value ? value : { ...value, description },
          ),
        { maxKeys: 4 },
      ),
      description: freeText,
      require: fc.boolean(),
    })
    .map(({ properties, description, require }): Node => ({
      type: "object",
      description,
      properties,
      ...(require &&
        Object.keys(properties).length > 0 && {
          required: [Object.keys(properties)[0]],
        }),
    }));

const token = fc.constantFrom(
  ...["limit", "X-Trace", "then", "constructor", "page", "cursor", "a.b"],
);

const operation = (names: readonly string[]): fc.Arbitrary<Node> =>
  fc
    .record({
      operationId: fc.option(freeText, { nil: undefined }),
      tags: fc.option(fc.array(freeText, { maxLength: 2 }), { nil: undefined }),
      summary: freeText,
      description: freeText,
      deprecated: fc.boolean(),
      query: fc.uniqueArray(fc.oneof(token, freeText.filter(Boolean)), {
        maxLength: 3,
      }),
      headers: fc.uniqueArray(token, {
        maxLength: 2,
        selector: (name) => name.toLowerCase(),
      }),
      parameterSchema: leaf(names),
      body: fc.option(schema(names), { nil: undefined }),
      result: fc.option(schema(names), { nil: undefined }),
      error: fc.option(schema(names, 1), { nil: undefined }),
    })
    .map(
      ({ query, headers, parameterSchema, body, result, error, ...rest }) => ({
        ...JSON.parse(JSON.stringify(rest)),
        parameters: [
          ...query.map((name) => ({
            name,
            in: "query",
            schema: parameterSchema,
          })),
          ...headers.map((name) => ({
            name,
            in: "header",
            schema: { type: "string" },
          })),
        ],
        ...(body && {
          requestBody: { content: { "application/json": { schema: body } } },
        }),
        responses: {
          "200": {
            description: "",
            ...(result && {
              content: { "application/json": { schema: result } },
            }),
          },
          ...(error && {
            "4XX": {
              description: "",
              content: { "application/json": { schema: error } },
            },
          }),
        },
      }),
    );

const segment = fc.oneof(
  fc.constantFrom("pets", "users", "v1", "a-b", "a_b", "x.json", "then"),
  fc.constantFrom("日本", "a b", "$&", "`", "'", "it's", "\\"),
);

const methods = ["get", "post", "put", "patch", "delete", "head"] as const;

const pathsOf = (names: readonly string[]): fc.Arbitrary<Node> =>
  fc
    .uniqueArray(
      fc.record({
        segments: fc.array(segment, { minLength: 1, maxLength: 3 }),
        parameter: fc.boolean(),
        operations: fc.dictionary(
          fc.constantFrom(...methods),
          operation(names),
          { minKeys: 1, maxKeys: 2 },
        ),
      }),
      {
        minLength: 1,
        maxLength: 3,
        selector: ({ segments, parameter }) =>
          `/${segments.join("/")}${String(parameter)}`,
      },
    )
    .map((list) =>
      Object.fromEntries(
        list.map(({ segments, parameter, operations }) => [
          `/${segments.join("/")}${parameter ? "/{id}" : ""}`,
          {
            ...(parameter && {
              parameters: [
                {
                  name: "id",
                  in: "path",
                  required: true,
                  schema: { type: "string" },
                },
              ],
            }),
            ...operations,
          },
        ]),
      ),
    );

/** A document of version 3. */
export const modern: fc.Arbitrary<Node> = fc
  .uniqueArray(componentName, { maxLength: 4 })
  .chain((names) =>
    fc.record({
      openapi: fc.constantFrom("3.0.3", "3.1.0", "3.2.0"),
      info: fc.record({
        title: freeText,
        version: freeText,
        description: freeText,
      }),
      servers: fc.constantFrom<Node[]>(
        [{ url: "https://api.example.com/v1" }],
        [],
      ),
      paths: pathsOf(names),
      components: fc
        // An object, so that no name leads only to itself.
        .tuple(...names.map(() => objectOf(names, 2)))
        .map((schemas) => ({
          schemas: Object.fromEntries(
            names.map((name, index) => [name, schemas[index]]),
          ),
        })),
    }),
  );

/** The same as version 2.0 would say it. */
export const old: fc.Arbitrary<Node> = modern.map((document) => {
  const text = JSON.stringify(document).replaceAll(
    "#/components/schemas/",
    "#/definitions/",
  );
  const { info, paths, components } = JSON.parse(text) as {
    info: Node;
    paths: Record<string, Record<string, unknown>>;
    components: { schemas: Node };
  };
  return {
    swagger: "2.0",
    info,
    host: "api.example.com",
    schemes: ["https"],
    paths: Object.fromEntries(
      Object.entries(paths).map(([path, item]) => [path, oldItem(item)]),
    ),
    definitions: components.schemas,
  };
});

const oldItem = (item: Readonly<Record<string, unknown>>): Node =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => {
      if (name === "parameters")
        return [
          name,
          [{ name: "id", in: "path", required: true, type: "string" }],
        ];
      const { parameters, requestBody, responses, ...rest } = value as {
        parameters: readonly { name: string; in: string }[];
        requestBody?: { content: Record<string, { schema: unknown }> };
        responses: Record<
          string,
          { content?: Record<string, { schema: unknown }> }
        >;
      };
      const body = requestBody?.content["application/json"]?.schema;
      return [
        name,
        {
          ...rest,
          parameters: [
            ...parameters.map(({ name: given, in: place }) => ({
              ...{ name: given, in: place, type: "string" },
            })),
            ...(body === undefined
              ? []
              : [{ name: "body", in: "body", schema: body }]),
          ],
          responses: Object.fromEntries(
            Object.entries(responses)
              .filter(([status]) => status !== "4XX")
              .map(([status, { content }]) => [
                status,
                {
                  description: "",
                  ...(content && {
                    schema: content["application/json"]?.schema,
                  }),
                },
              ]),
          ),
        },
      ];
    }),
  );

/** How many operations the document has. */
export const countOperations = ({ paths }: Node): number =>
  Object.values(paths as Record<string, Node>).reduce(
    (sum, item) =>
      sum + methods.filter((method) => Object.hasOwn(item, method)).length,
    0,
  );

/** The same document with its members in another order. */
export function shuffled(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((one) => shuffled(one, random));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]): [string, unknown] => [key, shuffled(one, random)])
      .map((entry) => ({ entry, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ entry }) => entry),
  );
}
