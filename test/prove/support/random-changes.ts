/**
 * Changes of a document as people make them: a property comes or goes, a value of an enum, a parameter,
 * a status. The numbers choose where.
 */
import fc from "fast-check";

export interface RandomChange {
  readonly kind: keyof typeof changes;
  readonly at: number;
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every object below, but those of examples, whose keys say nothing. */
function* objectsIn(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const item of value) yield* objectsIn(item);
  if (!isObject(value)) return;
  yield value;
  for (const [key, inside] of Object.entries(value))
    if (!["example", "examples", "default"].includes(key))
      yield* objectsIn(inside);
}

/** A place that a kind of change fits, with what changes it. */
type Fit = () => void;
type FindFits = (document: Json) => readonly Fit[];

const everywhere =
  (find: (object: Json) => readonly Fit[]): FindFits =>
  (document) =>
    [...objectsIn(document)].flatMap(find);

const listIn = (object: Json, key: string): unknown[] | undefined => {
  const list = object[key];
  return Array.isArray(list) ? list : undefined;
};

const properties = (object: Json): readonly (readonly [string, Json])[] =>
  isObject(object["properties"])
    ? Object.entries(object["properties"]).filter(
        (entry): entry is [string, Json] => isObject(entry[1]),
      )
    : [];

const methods = ["get", "put", "post", "patch", "delete"];

const operations = (find: (operation: Json, item: Json) => readonly Fit[]) =>
  everywhere((item) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return isObject(operation) && isObject(operation["responses"])
        ? find(operation, item)
        : [];
    }),
  );

const parameters = (find: (parameter: Json) => readonly Fit[]) =>
  everywhere((object) =>
    typeof object["name"] === "string" &&
    ["query", "header"].includes(String(object["in"]))
      ? find(object)
      : [],
  );

const required = (object: Json): readonly unknown[] =>
  listIn(object, "required") ?? [];

const changes = {
  "property-added": everywhere((object) =>
    isObject(object["properties"])
      ? [
          () => {
            object["properties"] = {
              ...(object["properties"] as Json),
              brandNew: { type: "string" },
            };
          },
        ]
      : [],
  ),
  "required-property-added": everywhere((object) =>
    isObject(object["properties"])
      ? [
          () => {
            object["properties"] = {
              ...(object["properties"] as Json),
              brandNew: { type: "integer" },
            };
            object["required"] = [...required(object), "brandNew"];
          },
        ]
      : [],
  ),
  "property-removed": everywhere((object) =>
    properties(object).map(([name]) => () => {
      const kept = { ...(object["properties"] as Json) };
      Reflect.deleteProperty(kept, name);
      object["properties"] = kept;
      if (listIn(object, "required"))
        object["required"] = required(object).filter((one) => one !== name);
    }),
  ),
  "requirement-turned": everywhere((object) =>
    properties(object).map(([name]) => () => {
      const list = required(object);
      object["required"] = list.includes(name)
        ? list.filter((one) => one !== name)
        : [...list, name];
    }),
  ),
  "type-changed": everywhere((object) =>
    typeof object["type"] === "string" &&
    ["string", "integer", "number", "boolean"].includes(object["type"])
      ? [
          () => {
            object["type"] = object["type"] === "string" ? "integer" : "string";
            for (const key of ["format", "enum", "pattern", "default"])
              Reflect.deleteProperty(object, key);
          },
        ]
      : [],
  ),
  "enum-value-added": everywhere((object) => {
    const values = listIn(object, "enum");
    return values?.every((value) => typeof value === "string")
      ? [() => void (object["enum"] = [...values, "brand-new"])]
      : [];
  }),
  "enum-value-removed": everywhere((object) => {
    const values = listIn(object, "enum");
    return values && values.length > 1
      ? [() => void (object["enum"] = values.slice(1))]
      : [];
  }),
  "enum-opened": everywhere((object) =>
    listIn(object, "enum")
      ? [() => void Reflect.deleteProperty(object, "enum")]
      : [],
  ),
  "text-closed": everywhere((object) =>
    object["type"] === "string" && !object["enum"] && !object["format"]
      ? [() => void (object["enum"] = ["one", "two"])]
      : [],
  ),
  "list-made": everywhere((object) =>
    properties(object).map(([name, property]) => () => {
      object["properties"] = {
        ...(object["properties"] as Json),
        [name]: { type: "array", items: property },
      };
    }),
  ),
  "null-turned": everywhere((object) =>
    properties(object)
      .filter(([, property]) => typeof property["type"] === "string")
      .map(([, property]) => () => {
        property["nullable"] = property["nullable"] !== true;
        property["x-nullable"] = property["nullable"];
      }),
  ),
  "read-only": everywhere((object) =>
    properties(object)
      .filter(([, property]) => typeof property["type"] === "string")
      .map(([, property]) => () => {
        property["readOnly"] = property["readOnly"] !== true;
      }),
  ),
  "keys-opened": everywhere((object) =>
    isObject(object["properties"])
      ? [
          () => {
            object["additionalProperties"] = { type: "string" };
          },
        ]
      : [],
  ),
  "variant-removed": everywhere((object) =>
    ["oneOf", "anyOf"].flatMap((key) => {
      const list = listIn(object, key);
      return list && list.length > 1
        ? [() => void (object[key] = list.slice(1))]
        : [];
    }),
  ),
  "variant-added": everywhere((object) =>
    ["oneOf", "anyOf"].flatMap((key) => {
      const list = listIn(object, key);
      return list
        ? [
            () =>
              void (object[key] = [
                ...list,
                {
                  type: "object",
                  required: ["brandNew"],
                  properties: { brandNew: { type: "boolean" } },
                },
              ]),
          ]
        : [];
    }),
  ),
  "parameter-added": operations((operation) => [
    () => {
      operation["parameters"] = [
        ...(listIn(operation, "parameters") ?? []),
        { name: "brandNew", in: "query", schema: { type: "string" } },
      ];
    },
  ]),
  "required-parameter-added": operations((operation) => [
    () => {
      operation["parameters"] = [
        ...(listIn(operation, "parameters") ?? []),
        {
          ...{ name: "brandNew", in: "query", required: true },
          ...{ schema: { type: "string" }, type: "string" },
        },
      ];
    },
  ]),
  "parameter-removed": operations((operation) => {
    const list = listIn(operation, "parameters") ?? [];
    return list.flatMap((one) =>
      isObject(one) && one["in"] !== "path"
        ? [
            () =>
              void (operation["parameters"] = list.filter(
                (other) => other !== one,
              )),
          ]
        : [],
    );
  }),
  "parameter-turned": parameters((parameter) => [
    () => void (parameter["required"] = parameter["required"] !== true),
  ]),
  "parameter-moved": parameters((parameter) => [
    () =>
      void (parameter["in"] = parameter["in"] === "query" ? "header" : "query"),
  ]),
  "operation-removed": everywhere((item) =>
    methods
      .filter((method) => isObject(item[method]))
      .map((method) => () => void Reflect.deleteProperty(item, method)),
  ),
  "operation-renamed": operations((operation) => [
    () => void (operation["operationId"] = "brandNewName"),
  ]),
  "tag-renamed": operations((operation) => [
    () => void (operation["tags"] = ["brand new"]),
  ]),
  "status-changed": operations((operation) => {
    const responses = operation["responses"] as Json;
    return "200" in responses && !("202" in responses)
      ? [
          () => {
            const { 200: found, ...others } = responses;
            operation["responses"] = { ...others, 202: found };
          },
        ]
      : [];
  }),
  "error-removed": operations((operation) => {
    const responses = operation["responses"] as Json;
    return Object.keys(responses)
      .filter((status) => /^[45]/.test(status) || status === "default")
      .map((status) => () => void Reflect.deleteProperty(responses, status));
  }),
  "result-removed": operations((operation) => {
    const responses = operation["responses"] as Json;
    return Object.keys(responses)
      .filter((status) => status.startsWith("2"))
      .map(
        (status) => () =>
          void (responses[status] = { description: "Nothing." }),
      );
  }),
  "body-turned": operations(({ requestBody }) =>
    isObject(requestBody) && isObject(requestBody["content"])
      ? [
          () =>
            void (requestBody["required"] = requestBody["required"] !== true),
        ]
      : [],
  ),
  "body-removed": operations((operation) =>
    isObject(operation["requestBody"])
      ? [() => void Reflect.deleteProperty(operation, "requestBody")]
      : [],
  ),
  "schema-renamed": (document) => {
    const { components, definitions } = document;
    const schemas = isObject(components) ? components["schemas"] : definitions;
    const prefix = isObject(components)
      ? "#/components/schemas/"
      : "#/definitions/";
    return isObject(schemas)
      ? Object.keys(schemas).map((name) => () => {
          schemas[`${name}BrandNew`] = schemas[name];
          Reflect.deleteProperty(schemas, name);
          for (const object of objectsIn(document))
            if (object["$ref"] === prefix + name) object["$ref"] += "BrandNew";
        })
      : [];
  },
} satisfies Record<string, FindFits>;

export const randomChange: fc.Arbitrary<RandomChange> = fc.record({
  kind: fc.constantFrom(...(Object.keys(changes) as RandomChange["kind"][])),
  at: fc.nat(),
});

/** The document with the change; undefined where there is no place for it. */
export const changed = (
  document: Json,
  { kind, at }: RandomChange,
): Json | undefined => {
  const copy = structuredClone(document);
  const fits = changes[kind](copy);
  const change = fits[at % fits.length];
  change?.();
  return change && copy;
};
