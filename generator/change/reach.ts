/**
 * Which models a surface sends and receives, and where.
 */
import { visitParts } from "../surface/parts-of-shape.js";
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
  readonly mentioned: Mentioned;
}

interface Mentioned {
  /** The models that a type mentions itself. */
  readonly models: ReadonlySet<string>;
  /** With the bases of the objects in it, which nobody who has the type needs to name. */
  readonly reached: ReadonlySet<string>;
}

export class Reach {
  readonly #uses: readonly Use[];
  readonly #places: ReadonlySet<string>;
  /** What is in a model. */
  readonly #mentions: ReadonlyMap<string, Mentioned>;
  /** The models that mention a model. */
  readonly #mentionedBy = new Map<string, Set<string>>();
  /** The same with those that it is a base of. */
  readonly #reachedBy = new Map<string, Set<string>>();
  readonly #directions: Readonly<Record<Use["direction"], ReadonlySet<string>>>;
  readonly #named: ReadonlySet<string>;

  constructor(surface: Surface) {
    const mentions = new Map<string, Mentioned>();
    for (const [name, { type }] of surface.models) {
      const inside = mentionedIn(type);
      mentions.set(name, inside);
      for (const other of inside.models) addTo(this.#mentionedBy, other, name);
      for (const other of inside.reached) addTo(this.#reachedBy, other, name);
    }
    this.#mentions = mentions;
    this.#uses = usesOf(surface);
    this.#places = new Set(this.#uses.map(({ place }) => place));
    const follow = (
      uses: readonly Use[],
      how: keyof Mentioned,
    ): ReadonlySet<string> => {
      const found = new Set<string>();
      const waiting = uses.flatMap(({ mentioned }) => [...mentioned[how]]);
      for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        if (found.has(name)) continue;
        found.add(name);
        waiting.push(...(mentions.get(name)?.[how] ?? []));
      }
      return found;
    };
    const reached = (direction: Use["direction"]): ReadonlySet<string> =>
      follow(
        this.#uses.filter((use) => use.direction === direction),
        "reached",
      );
    this.#directions = { input: reached("input"), output: reached("output") };
    this.#named = follow(this.#uses, "models");
  }

  /** False of a model that nothing uses, or that is there as the base of others alone. */
  isNamed(model: string): boolean {
    return this.#named.has(model);
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
        .filter(({ mentioned }) => mentioned.models.has(model))
        .map(({ place }) => place),
    };
  }

  /** The models that a model mentions itself. */
  mentionedBy(model: string): readonly string[] {
    return [...(this.#mentions.get(model)?.models ?? [])];
  }

  hasModel(name: string): boolean {
    return this.#mentions.has(name);
  }

  /** True of what a call takes or gives, or the API sends: `getPet.result`. */
  hasPlace(place: string): boolean {
    return this.#places.has(place);
  }

  /** The models that a model is part of, or a base of, itself included. */
  modelsAbove(model: string): ReadonlySet<string> {
    const above = new Set<string>();
    const waiting = [model];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (above.has(name)) continue;
      above.add(name);
      waiting.push(...(this.#reachedBy.get(name) ?? []));
    }
    return above;
  }

  /** The places that a model reaches, through other models too, and the functions that have them. */
  usesOf(model: string): {
    readonly places: readonly string[];
    readonly operations: readonly string[];
  } {
    const above = this.modelsAbove(model);
    const uses = this.#uses.filter(({ mentioned }) =>
      [...mentioned.reached].some((name) => above.has(name)),
    );
    const operations = uses.flatMap(({ operation }) => operation ?? []);
    return {
      places: [...new Set(uses.map(({ place }) => place))].sort(),
      operations: [...new Set(operations)].sort(),
    };
  }
}

const usesOf = ({
  operations,
  webhooks,
  callbacks = new Map(),
}: Surface): readonly Use[] => [
  ...[...operations].flatMap(([operation, one]) =>
    operationUses(operation, one).map((use) => ({ ...use, operation })),
  ),
  ...payloadUses("webhooks", webhooks),
  ...payloadUses("callbacks", callbacks),
];

const payloadUses = (
  group: "webhooks" | "callbacks",
  payloads: ReadonlyMap<string, Shape>,
): readonly Use[] =>
  [...payloads].map(([name, type]) => ({
    place: `${group}.${name}`,
    direction: "output",
    mentioned: mentionedIn(type),
  }));

const operationUses = (
  name: string,
  { positional, params, body, result, errors }: SurfaceOperation,
): readonly Use[] => {
  const input = (place: string, type: Shape): Use => ({
    ...{
      place: `${name}.${place}`,
      direction: "input",
      mentioned: mentionedIn(type),
    },
  });
  const output = (place: string, type: Shape): Use => ({
    ...{
      place: `${name}.${place}`,
      direction: "output",
      mentioned: mentionedIn(type),
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

const mentionedIn = (shape: Shape): Mentioned => {
  const models = new Set<string>();
  const bases = new Set<string>();
  visitParts(shape, (part) => {
    if (part.kind === "model") models.add(part.name);
    if (part.kind === "object")
      for (const base of part.bases ?? []) bases.add(base);
  });
  return {
    models,
    reached: bases.size === 0 ? models : new Set([...models, ...bases]),
  };
};

const addTo = (
  sets: Map<string, Set<string>>,
  key: string,
  name: string,
): void => {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(name));
};
