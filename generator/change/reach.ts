/**
 * Which models a surface sends and receives, and where.
 */
import type { Shape } from "../surface/shape.js";
import type { Surface, SurfaceOperation } from "../surface/surface.js";
import type { Direction } from "./finding.js";

/** A type of an operation or a webhook, with its place. */
interface Use {
  /** `getPet.result` */
  readonly place: string;
  readonly direction: "input" | "output";
  /** The function; absent of webhooks. */
  readonly operation?: string;
  /** The models that its type mentions itself. */
  readonly models: ReadonlySet<string>;
}

export class Reach {
  readonly #uses: readonly Use[];
  /** The models that mention a model. */
  readonly #mentionedBy = new Map<string, Set<string>>();
  readonly #directions: Readonly<Record<Use["direction"], ReadonlySet<string>>>;

  constructor(surface: Surface) {
    const mentions = new Map<string, ReadonlySet<string>>();
    for (const [name, { type }] of surface.models) {
      const inside = modelsIn(type);
      mentions.set(name, inside);
      for (const other of inside) {
        const by = this.#mentionedBy.get(other) ?? new Set();
        this.#mentionedBy.set(other, by.add(name));
      }
    }
    this.#uses = usesOf(surface);
    const reached = (direction: Use["direction"]): ReadonlySet<string> => {
      const found = new Set<string>();
      const waiting = this.#uses
        .filter((use) => use.direction === direction)
        .flatMap(({ models }) => [...models]);
      for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        if (found.has(name)) continue;
        found.add(name);
        waiting.push(...(mentions.get(name) ?? []));
      }
      return found;
    };
    this.#directions = { input: reached("input"), output: reached("output") };
  }

  /** Undefined of a model that nothing uses. */
  positionOf(model: string): Direction | undefined {
    const isSent = this.#directions.input.has(model);
    const isReceived = this.#directions.output.has(model);
    if (isSent && isReceived) return "both";
    return isSent ? "input" : isReceived ? "output" : undefined;
  }

  /** What mentions a model itself: other models, and places of operations. */
  mentionsOf(model: string): {
    readonly models: readonly string[];
    readonly places: readonly string[];
  } {
    return {
      models: [...(this.#mentionedBy.get(model) ?? [])],
      places: this.#uses
        .filter(({ models }) => models.has(model))
        .map(({ place }) => place),
    };
  }

  /** The places that a model reaches, through other models too, and the functions that have them. */
  usesOf(model: string): {
    readonly places: readonly string[];
    readonly operations: readonly string[];
  } {
    const above = new Set<string>();
    const waiting = [model];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (above.has(name)) continue;
      above.add(name);
      waiting.push(...(this.#mentionedBy.get(name) ?? []));
    }
    const uses = this.#uses.filter(({ models }) =>
      [...models].some((name) => above.has(name)),
    );
    const operations = uses.flatMap(({ operation }) => operation ?? []);
    return {
      places: [...new Set(uses.map(({ place }) => place))].sort(),
      operations: [...new Set(operations)].sort(),
    };
  }
}

const usesOf = ({ operations, webhooks }: Surface): readonly Use[] => [
  ...[...operations].flatMap(([operation, one]) =>
    operationUses(operation, one).map((use) => ({ ...use, operation })),
  ),
  ...[...webhooks].map(([name, type]): Use => ({
    place: `webhooks.${name}`,
    direction: "output",
    models: modelsIn(type),
  })),
];

const operationUses = (
  name: string,
  { positional, params, body, result, errors }: SurfaceOperation,
): readonly Use[] => {
  const input = (place: string, type: Shape): Use => ({
    ...{
      place: `${name}.${place}`,
      direction: "input",
      models: modelsIn(type),
    },
  });
  const output = (place: string, type: Shape): Use => ({
    ...{
      place: `${name}.${place}`,
      direction: "output",
      models: modelsIn(type),
    },
  });
  return [
    ...positional.map(({ name: argument, type }) => input(argument, type)),
    ...[...(params?.fields ?? [])].map(([key, { type }]) =>
      input(`params.${key}`, type),
    ),
    ...[...(body?.types.values() ?? [])].map((type) => input("params", type)),
    output("result", result.type),
    ...[...result.alternatives.values()].map(({ type }) =>
      output("result", type),
    ),
    ...(result.streaming ? [output("result", result.streaming.item)] : []),
    ...[...errors].map(([status, type]) => output(`errors.${status}`, type)),
  ];
};

/** The names of the models that a type mentions itself. */
const modelsIn = (shape: Shape): ReadonlySet<string> =>
  new Set(mentioned(shape));

function* mentioned(shape: Shape): Generator<string> {
  switch (shape.kind) {
    case "model":
      yield shape.name;
      return;
    case "array":
    case "iterable":
      yield* mentioned(shape.item);
      return;
    case "tuple":
      for (const { type } of shape.items) yield* mentioned(type);
      if (shape.rest) yield* mentioned(shape.rest);
      return;
    case "object":
      for (const { type } of shape.properties.values()) yield* mentioned(type);
      if (shape.index) yield* mentioned(shape.index);
      return;
    case "union":
    case "intersection":
      for (const member of shape.members) yield* mentioned(member);
      return;
    default:
      return;
  }
}
