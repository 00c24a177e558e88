/**
 * Pages in one line, for tests: `cursor after, items data, next next_cursor`.
 */
import type { Paging } from "../../generator/sdk/sdk.js";

export function pagingText(paging: Paging): string {
  const { by, param = [], items, item: _, first, ...paths } = paging;
  return [
    `${by} ${param.join(".")}`.trim(),
    `items ${items.join(".") || "(all)"}`,
    ...(first === undefined ? [] : [`first ${first}`]),
    ...(
      [
        "next",
        "id",
        "current",
        "more",
        "last",
        "pages",
        "total",
        "count",
      ] as const
    )
      .filter((name) => paths[name] !== undefined)
      .map((name) => `${name} ${paths[name]?.join(".") ?? ""}`),
    ...(paths.previous ? [`previous ${paths.previous.join(".")}`] : []),
    ...(paths.headers ?? []).map(([name, header]) => `${name} is ${header}`),
  ].join(", ");
}
