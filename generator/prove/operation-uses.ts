/**
 * How a caller uses an operation: its arguments, its result in each form, its pages and its errors.
 */
import { isIdentifier } from "../sdk/identifiers.js";
import type { Surface, SurfaceOperation } from "../surface/surface.js";
import { argumentsOf, separateFields } from "./operation-arguments.js";

import { declaredValue } from "./caller-values.js";
import type { UsedOperation } from "./used-operation.js";
import {
  errorUses,
  pageUses,
  resultStatements,
  streamStatements,
} from "./operation-results.js";
import type { Use } from "./use.js";

export const operationUses = ({
  operations,
  models,
}: Surface): readonly Use[] =>
  [...operations]
    .filter(([name]) => isIdentifier(name))
    .flatMap(([name, operation]) => usesOf({ name, operation, models }));

const usesOf = (used: UsedOperation): readonly Use[] => {
  const { name, operation, models } = used;
  const { result, idempotencyHeader } = operation;
  const subject = { kind: "operation", name } as const;
  const sent = (place: string, ...statements: string[]): Use => ({
    where: `${name}${place}`,
    subject,
    direction: "input",
    statements,
  });
  const received = (place: string, ...statements: string[]): Use => ({
    where: `${name}${place}`,
    subject,
    direction: "output",
    statements,
  });
  const call = (options?: string, extra?: string): string =>
    `sdk.${name}(core, ${argumentsOf(used, {
      extent: "least",
      ...(options !== undefined && { options }),
      ...(extra !== undefined && { extra }),
    }).join(", ")})`;
  const method = methodCall(operation);
  return [
    {
      where: name,
      subject,
      statements: [
        `void ${call()};`,
        ...(method === undefined
          ? []
          : [
              `void ${method}(${argumentsOf(used, { extent: "least" }).join(", ")});`,
            ]),
      ],
    },
    ...argumentLists(used).map((list) =>
      sent(".params", `void sdk.${name}(core, ${list.join(", ")});`),
    ),
    sent(".params", ...declaredArguments(used)),
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
              { type: result.streaming.item },
              {
                call: call(
                  undefined,
                  `${JSON.stringify(result.streaming.key)}: true`,
                ),
                models,
              },
            ),
          ),
        ]
      : []),
    ...pageUses(used, call()).map((statement) =>
      received(".result", statement),
    ),
    ...errorUses(used).map(({ status, statement }) =>
      received(`.errors.${status}`, statement),
    ),
  ];
};

/** Everything that may be passed, once for each media type of the body; and the least of each. */
const argumentLists = (used: UsedOperation): readonly (readonly string[])[] => {
  const { body } = used.operation;
  const mediaTypes = body ? [...body.types.keys()] : [undefined];
  return [
    ...mediaTypes.flatMap((mediaType) =>
      (["whole", "least"] as const).map((extent) =>
        argumentsOf(used, {
          extent,
          ...(mediaType !== undefined && { mediaType }),
        }),
      ),
    ),
    ...separateFields(used).map((without) =>
      argumentsOf(used, { extent: "whole", without }),
    ),
  ];
};

/** The same with values of interfaces that the caller declares. */
const declaredArguments = (used: UsedOperation): readonly string[] => {
  const declarations: string[] = [];
  const list = argumentsOf(used, {
    extent: "whole",
    write: (type) => {
      const prefix = `Own${String(declarations.length)}_`;
      const declared = declaredValue(type, prefix);
      declarations.push(...declared.declarations);
      return declared.value;
    },
  });
  return declarations.length === 0
    ? []
    : [...declarations, `void sdk.${used.name}(core, ${list.join(", ")});`];
};

/** `client.pets.get`; undefined where a part is no identifier. */
const methodCall = ({ call }: SurfaceOperation): string | undefined =>
  call.split(".").every(isIdentifier) ? call : undefined;
