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

/** What is asked of one side: each part is made when it is asked for, since most runs ask for little. */
export class Reach {
  readonly #uses: readonly Use[];
  /** What is in a model. */
  readonly #mentions: ReadonlyMap<string, Mentioned>;
  #places: ReadonlySet<string> | undefined;
  /** The models that mention a model. */
  #mentionedBy: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  /** The same with those that it is a base of. */
  #reachedBy: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  /** The places that mention a model, or one that it is a base of. */
  #usesBy: ReadonlyMap<string, readonly Use[]> | undefined;
  #directions:
    Readonly<Record<Use["direction"], ReadonlySet<string>>> | undefined;
  #named: ReadonlySet<string> | undefined;
  /** Asked of one model for each of its changes. */
  readonly #usesOf = new Map<string, ModelUses>();

  constructor(surface: Surface) {
    const mentions = new Map<string, Mentioned>();
    for (const [name, { type }] of surface.models)
      mentions.set(name, mentionedIn(type));
    this.#mentions = mentions;
    this.#uses = usesOf(surface);
  }

  #follow(
    how: keyof Mentioned,
    direction?: Use["direction"],
  ): ReadonlySet<string> {
    const found = new Set<string>();
    const waiting: string[] = [];
    const add = (names: ReadonlySet<string>): void => {
      for (const name of names)
        if (!found.has(name)) {
          found.add(name);
          waiting.push(name);
        }
    };
    for (const use of this.#uses)
      if (direction === undefined || use.direction === direction)
        add(use.mentioned[how]);
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const inside = this.#mentions.get(name);
      if (inside) add(inside[how]);
    }
    return found;
  }

  #turned(how: keyof Mentioned): ReadonlyMap<string, ReadonlySet<string>> {
    const by = new Map<string, Set<string>>();
    for (const [name, mentioned] of this.#mentions)
      for (const other of mentioned[how]) {
        const set = by.get(other);
        if (set) set.add(name);
        else by.set(other, new Set([name]));
      }
    return by;
  }

  /** False of a model that nothing uses, or that is there as the base of others alone. */
  isNamed(model: string): boolean {
    return (this.#named ??= this.#follow("models")).has(model);
  }

  /** Undefined of a model that nothing uses. */
  positionOf(model: string): Direction | undefined {
    const { input, output } = (this.#directions ??= {
      input: this.#follow("reached", "input"),
      output: this.#follow("reached", "output"),
    });
    const isSent = input.has(model);
    const isReceived = output.has(model);
    if (isSent && isReceived) return "both";
    return isSent ? "input" : isReceived ? "output" : undefined;
  }

  /** What mentions a model itself: other models, and places of operations. */
  mentionsOf(model: string): {
    readonly models: readonly string[];
    readonly places: readonly string[];
  } {
    const by = (this.#mentionedBy ??= this.#turned("models"));
    const uses = (this.#usesBy ??= usesByModel(this.#uses));
    return {
      models: [...(by.get(model) ?? [])],
      places: (uses.get(model) ?? [])
        .filter(({ mentioned }) => mentioned.models.has(model))
        .map(({ place }) => place),
    };
  }

  /** The models that a model mentions itself. */
  mentionedBy(model: string): readonly string[] {
    return [...(this.#mentions.get(model)?.models ?? [])];
  }

  /** The same with its bases. */
  reachedBy(model: string): readonly string[] {
    return [...(this.#mentions.get(model)?.reached ?? [])];
  }

  hasModel(name: string): boolean {
    return this.#mentions.has(name);
  }

  /** True of what a call takes or gives, or the API sends: `getPet.result`. */
  hasPlace(place: string): boolean {
    this.#places ??= new Set(this.#uses.map((use) => use.place));
    return this.#places.has(place);
  }

  /** The models that a model is part of, or a base of, itself included. */
  modelsAbove(model: string): ReadonlySet<string> {
    const by = (this.#reachedBy ??= this.#turned("reached"));
    const above = new Set<string>();
    const waiting = [model];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (above.has(name)) continue;
      above.add(name);
      waiting.push(...(by.get(name) ?? []));
    }
    return above;
  }

  /** The places that a model reaches, through other models too, and the functions that have them. */
  usesOf(model: string): ModelUses {
    const known = this.#usesOf.get(model);
    if (known) return known;
    const by = (this.#usesBy ??= usesByModel(this.#uses));
    const places = new Set<string>();
    const operations = new Set<string>();
    for (const above of this.modelsAbove(model))
      for (const { place, operation } of by.get(above) ?? []) {
        places.add(place);
        if (operation !== undefined) operations.add(operation);
      }
    const uses: ModelUses = {
      places: [...places].sort(),
      operations: [...operations].sort(),
    };
    this.#usesOf.set(model, uses);
    return uses;
  }
}

export interface ModelUses {
  readonly places: readonly string[];
  readonly operations: readonly string[];
}

const usesByModel = (
  uses: readonly Use[],
): ReadonlyMap<string, readonly Use[]> => {
  const by = new Map<string, Use[]>();
  for (const use of uses)
    for (const model of use.mentioned.reached) {
      const known = by.get(model);
      if (known) known.push(use);
      else by.set(model, [use]);
    }
  return by;
};

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
    place: `${name}.${place}`,
    direction: "input",
    mentioned: mentionedIn(type),
  });
  const output = (place: string, type: Shape): Use => ({
    place: `${name}.${place}`,
    direction: "output",
    mentioned: mentionedIn(type),
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
  let models: Set<string> | undefined;
  let bases: Set<string> | undefined;
  visitParts(shape, (part) => {
    if (part.kind === "model") (models ??= new Set()).add(part.name);
    if (part.kind === "object" && part.bases)
      for (const base of part.bases) (bases ??= new Set()).add(base);
  });
  if (!bases) return models ? { models, reached: models } : nothing;
  return {
    models: models ?? noNames,
    reached: new Set([...(models ?? []), ...bases]),
  };
};

const noNames: ReadonlySet<string> = new Set();

/** Of most types. */
const nothing: Mentioned = { models: noNames, reached: noNames };
