/**
 * How a caller uses an operation: its arguments, its result in each form, its pages and its errors.
 */
import { isStream } from "../sdk/wire.js";
import type { Shape } from "../surface/shape.js";
import type {
  Surface,
  SurfaceOperation,
  SurfaceResult,
} from "../surface/surface.js";
import { argumentsOf, separateFields } from "./operation-arguments.js";
import { isIdentifier, typeText } from "./caller-types.js";
import { readStatements } from "./read-statements.js";
import type { Use } from "./use.js";

export const operationUses = ({
  operations,
  models,
}: Surface): readonly Use[] =>
  [...operations]
    .filter(([name]) => isIdentifier(name))
    .flatMap(([name, operation]) => usesOf({ name, operation, models }));

export interface NamedOperation {
  readonly name: string;
  readonly operation: SurfaceOperation;
  readonly models: Surface["models"];
}

const usesOf = (named: NamedOperation): readonly Use[] => {
  const { name, operation, models } = named;
  const { result, idempotencyHeader } = operation;
  const subject = { kind: "operation", name } as const;
  const sent = (place: string, ...statements: string[]): Use => ({
    ...{ where: `${name}${place}`, subject, direction: "input", statements },
  });
  const received = (place: string, ...statements: string[]): Use => ({
    ...{ where: `${name}${place}`, subject, direction: "output", statements },
  });
  const call = (options?: string, extra?: string): string =>
    `sdk.${name}(core, ${argumentsOf(named, {
      extent: "least",
      ...(options !== undefined && { options }),
      ...(extra !== undefined && { extra }),
    }).join(", ")})`;
  const method = methodCall(operation);
  return [
    {
      ...{ where: name, subject },
      statements: [
        `void ${call()};`,
        ...(method === undefined
          ? []
          : [
              `void ${method}(${argumentsOf(named, { extent: "least" }).join(", ")});`,
            ]),
      ],
    },
    ...argumentLists(named).map((list) =>
      sent(".params", `void sdk.${name}(core, ${list.join(", ")});`),
    ),
    sent(".options", `void ${call("{ timeout: 1000, maxRetries: 1 }")};`),
    ...(idempotencyHeader === undefined
      ? []
      : [
          sent(
            ".options.idempotencyKey",
            `void ${call('{ idempotencyKey: "k" }')};`,
          ),
        ]),
    received(".result", ...resultStatements(result, { call: call(), models })),
    ...[...result.alternatives].map(([mediaType, { kind, type }]) =>
      received(
        ".options.accept",
        ...resultStatements(
          { kind, type },
          { call: call(`{ accept: ${JSON.stringify(mediaType)} }`), models },
        ),
      ),
    ),
    ...(result.streaming
      ? [
          received(
            ".result",
            ...streamStatements(
              result.streaming.item,
              call(undefined, `${JSON.stringify(result.streaming.key)}: true`),
            ),
          ),
        ]
      : []),
    ...pageUses(named, call()).map((statement) =>
      received(".result", statement),
    ),
    ...errorUses(named).map(({ status, statement }) =>
      received(`.errors.${status}`, statement),
    ),
  ];
};

/** Everything that may be passed, once for each media type of the body; and the least of each. */
const argumentLists = (
  named: NamedOperation,
): readonly (readonly string[])[] => {
  const { body } = named.operation;
  const mediaTypes = body ? [...body.types.keys()] : [undefined];
  return [
    ...mediaTypes.flatMap((mediaType) =>
      (["whole", "least"] as const).map((extent) =>
        argumentsOf(named, {
          extent,
          ...(mediaType !== undefined && { mediaType }),
        }),
      ),
    ),
    ...separateFields(named).map((without) =>
      argumentsOf(named, { extent: "whole", without }),
    ),
  ];
};

/** `client.pets.get`; undefined where a part is no identifier. */
const methodCall = ({ call }: SurfaceOperation): string | undefined =>
  call.split(".").every(isIdentifier) ? call : undefined;

const resultStatements = (
  { kind, type }: Pick<SurfaceResult, "kind" | "type">,
  { call, models }: { readonly call: string } & Pick<NamedOperation, "models">,
): readonly string[] =>
  isStream(kind)
    ? streamStatements(type, call)
    : [
        kind === "none"
          ? `take<void>(await ${call});`
          : `take<${typeText(type, "Received")}>(await ${call});`,
        ...readStatements(type, { value: `(await ${call})`, models }),
      ];

const streamStatements = (item: Shape, call: string): readonly string[] => [
  `for await (const item of await ${call}) take<${typeText(item, "Received")}>(item);`,
];

const pageUses = (
  { operation: { paging, result }, models }: NamedOperation,
  call: string,
): readonly string[] => {
  const item = paging && itemOf(result.type, paging.items, models);
  return item
    ? [
        `for await (const item of ${call}) take<${typeText(item, "Received")}>(item);`,
      ]
    : [];
};

/** The type of what a list holds, at a path of keys; undefined where that cannot be followed. */
const itemOf = (
  type: Shape,
  path: readonly string[],
  models: Surface["models"],
): Shape | undefined => {
  const whole = type.kind === "model" ? models.get(type.name)?.type : type;
  const [key, ...rest] = path;
  if (key === undefined) {
    if (whole?.kind === "array") return whole.item;
    const list = whole?.kind === "union" ? whole.members : [];
    const [only, ...others] = list.filter(({ kind }) => kind === "array");
    return only?.kind === "array" && others.length === 0
      ? only.item
      : undefined;
  }
  const inside = whole?.kind === "object" && whole.properties.get(key)?.type;
  return inside ? itemOf(inside, rest, models) : undefined;
};

const errorUses = ({
  operation: { id, errors },
  models,
}: NamedOperation): readonly {
  readonly status: string;
  readonly statement: string;
}[] =>
  [...errors]
    .filter(([status]) => /^\d{3}$/.test(status))
    .map(([status, type]) => ({
      status,
      statement: [
        `if (sdk.isErrorOf(${JSON.stringify(id)}, problem) && problem.status === ${status}) {`,
        `  take<${typeText(type, "Received")} | undefined>(problem.body);`,
        ...readStatements(type, { value: "problem.body", models }),
        "}",
      ].join(" "),
    }));
