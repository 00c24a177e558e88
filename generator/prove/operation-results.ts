/**
 * How a caller takes what an operation gives: its result, the items of streams and lists, and the bodies
 * of errors.
 */
import { isStream, isWholeEvent } from "../sdk/wire.js";
import type { Shape } from "../surface/shape.js";
import type {
  Surface,
  SurfaceOperation,
  SurfaceResult,
} from "../surface/surface.js";
import { typeText } from "./caller-types.js";
import { isValue, readStatements } from "./read-statements.js";
import type { UsedOperation } from "./used-operation.js";

interface ResultContext extends Pick<UsedOperation, "models"> {
  readonly call: string;
}

export const resultStatements = (
  { kind, type }: Pick<SurfaceResult, "kind" | "type">,
  { call, models }: ResultContext,
): readonly string[] =>
  isStream(kind)
    ? streamStatements({ type, isWhole: isWholeEvent(kind) }, { call, models })
    : [
        kind === "none"
          ? `take<void>(await ${call});`
          : `take<${typeText(type, "Received")}>(await ${call});`,
        ...readStatements(type, { value: `(await ${call})`, models }),
      ];

interface StreamItem {
  readonly type: Shape;
  /** An event, in which the type is that of its data. */
  readonly isWhole?: boolean;
}

export const streamStatements = (
  { type, isWhole = false }: StreamItem,
  { call, models }: ResultContext,
): readonly string[] => {
  const value = isWhole ? "item.data" : "item";
  return [
    `for await (const item of await ${call}) {`,
    `take<${typeText(type, "Received")}>(${value});`,
    ...readStatements(type, { value, models }),
    "}",
    // A list of pages can be iterated in the same way, but has no `abort`.
    `(await ${call}).abort();`,
  ];
};

/** Iterates over the items of a list, and checks their type where it is known. */
export const pageUses = (
  { operation: { paging, result }, models }: UsedOperation,
  call: string,
): readonly string[] => {
  if (!paging) return [];
  const item = itemOf(result.type, paging.items, models);
  const used = item ? `take<${typeText(item, "Received")}>(item)` : "void item";
  return [`for await (const item of ${call}) ${used};`];
};

const itemOf = (
  type: Shape,
  path: readonly string[],
  models: Surface["models"],
): Shape | undefined => {
  const whole = type.kind === "model" ? models.get(type.name)?.type : type;
  const values = whole?.kind === "union" ? whole.members.filter(isValue) : [];
  const [only] = values;
  if (only && values.length === 1) return itemOf(only, path, models);
  const [key, ...rest] = path;
  if (key === undefined)
    return whole?.kind === "array" ? whole.item : undefined;
  const inside = whole?.kind === "object" && whole.properties.get(key)?.type;
  return inside ? itemOf(inside, rest, models) : undefined;
};

export const errorUses = ({
  operation: { id, errors },
  models,
}: UsedOperation): readonly {
  readonly status: string;
  readonly statement: string;
}[] =>
  [...errors].flatMap(([declared, type]) => {
    const body = `take<${typeText(type, "Received")} | undefined>(problem.body);`;
    const [first = "", ...others] = statusesOf(declared, errors);
    return [
      {
        status: declared,
        statement: [
          ...checked(id, first),
          body,
          ...readStatements(type, { value: "problem.body", models }),
          "}",
        ].join(" "),
      },
      ...others.map((status) => ({
        status,
        statement: [...checked(id, status), body, "}"].join(" "),
      })),
    ];
  });

const checked = (id: string, status: string): readonly string[] => [
  `if (sdk.isErrorOf(${JSON.stringify(id)}, problem) && problem.status === ${status}) {`,
];

/** Statuses that callers check for: a later document may declare each of them on its own. */
const commonStatuses = [
  "400",
  "401",
  "403",
  "404",
  "409",
  "422",
  "429",
  "500",
  "503",
];

/** Statuses that only this response declares: itself, or those of a range that have none of their own. */
const statusesOf = (
  declared: string,
  errors: SurfaceOperation["errors"],
): readonly string[] => {
  if (/^\d{3}$/.test(declared)) return [declared];
  const isCovered = (status: string): boolean =>
    declared === "default"
      ? !errors.has(`${status.charAt(0)}XX`)
      : declared.startsWith(status.charAt(0));
  const [first = "5"] = /^[45]/.exec(declared) ?? [];
  const range = declared === "default" && errors.has("5XX") ? "4" : first;
  let last = 99;
  while (errors.has(`${range}${String(last)}`)) last--;
  return [
    `${range}${String(last).padStart(2, "0")}`,
    ...commonStatuses.filter(
      (status) => isCovered(status) && !errors.has(status),
    ),
  ];
};
