/**
 * A value for every type of a package, so that each of its operations can be called.
 */
import type { Name, Sdk, Type } from "../../generator/sdk/sdk.js";

/** Types whose members are still open, so that recursion ends. */
type Trail = readonly Name[];

export class Values {
  readonly #models: ReadonlyMap<Name, Sdk["models"][number]>;
  /** Which member of every union is taken. */
  readonly #turn: number;

  constructor(sdk: Sdk, turn = 0) {
    this.#models = new Map(sdk.models.map((model) => [model.name, model]));
    this.#turn = turn;
  }

  /** JSON; `{ $blob: text }` stands for a file. Undefined where no finite value was found. */
  of(type: Type, trail: Trail = []): unknown {
    const inner = (one: Type): unknown => this.of(one, trail);
    switch (type.kind) {
      case "keyword":
        return keywordValues.get(type.keyword);
      case "literal":
        return type.value;
      case "binary":
        return { $blob: "bytes" };
      case "dateTime":
        return "2020-01-02T03:04:05Z";
      case "model":
        return this.#model(type.name, trail);
      case "array":
      case "iterable": {
        const item = inner(type.item);
        return item === undefined ? [] : [item];
      }
      case "tuple":
        return type.items.map((item) => inner(item.type) ?? null);
      case "object":
        return Object.fromEntries([
          ...type.properties.flatMap((property) => {
            const value = inner(property.type);
            return value === undefined ? [] : [[property.name, value]];
          }),
        ]);
      case "union": {
        const values = type.members
          .map(inner)
          .filter((value) => value !== undefined && value !== null);
        return values[this.#turn % values.length];
      }
      case "intersection": {
        const values = type.members.map(inner);
        return values.every((value) => typeof value === "object")
          ? Object.fromEntries(
              values.flatMap((value) => Object.entries(value ?? {})),
            )
          : values[0];
      }
      case "part":
        return inner(type.of);
      case "withRequired":
        return inner(type.of);
      case "element":
        return undefined;
    }
  }

  #model(name: Name, trail: Trail): unknown {
    const model = this.#models.get(name);
    if (!model || trail.filter((one) => one === name).length > 1)
      return undefined;
    const inside = [...trail, name];
    const { declaration } = model;
    switch (declaration.kind) {
      case "alias":
        return this.of(declaration.type, inside);
      case "interface":
        return Object.fromEntries([
          ...declaration.extends.flatMap((base) =>
            Object.entries(this.#model(base, inside) ?? {}),
          ),
          ...Object.entries(this.of(declaration.body, inside) ?? {}),
        ]);
    }
  }
}

const keywordValues: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["string", "text value"],
  ["number", 7],
  ["boolean", true],
  ["null", null],
  ["unknown", "anything"],
]);

/** How many members the largest union of literals among the arguments has. */
export function turnsOf(type: Type): number {
  return type.kind === "union" &&
    type.members.every(({ kind }) => kind === "literal")
    ? type.members.length
    : 1;
}
