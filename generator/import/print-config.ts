/**
 * The text of `sdkwright.config.ts`: the options of a draft as a person would write them.
 *
 * Every text in it is data of another config: it becomes code by the encoders alone.
 */
import {
  code,
  type Code,
  join,
  key,
  lineComments,
  lit,
} from "../emit/encode/encode.js";
import { isRecord } from "../openapi/records.js";
import type { Text } from "../sdk/sdk.js";
import type { Draft } from "./draft.js";

/** What comes first in a config; the long lists come last. */
const order = [
  "input",
  "output",
  "overlays",
  "include",
  "exclude",
  "package",
  "clientName",
  "environmentPrefix",
  "servers",
  "credentials",
  "clientParameters",
  "security",
  "arguments",
  "positional",
  "bodies",
  "typeNames",
  "binary",
  "downloads",
  "enums",
  "defaults",
  "idempotency",
  "query",
  "multipart",
  "casings",
  "compatibility",
  "webhooks",
  "pagination",
  "streaming",
  "methods",
  "models",
  "resourceModels",
];

/** Objects that have a line for each member, however short they are. */
const lists: ReadonlySet<string> = new Set([
  "package",
  "servers",
  "credentials",
  "pagination",
  "streaming",
  "methods",
  "models",
  "resourceModels",
]);

export const configText = async (draft: Draft): Promise<string> => {
  const names = Object.keys(draft.options).sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  const members = names.map((name) => member(draft, [name]));
  const text = code`import { defineConfig } from "sdkwright";\n\nexport default defineConfig({\n${join(members, "")}});\n`;
  const { format } = await import("prettier");
  return format(text, { parser: "typescript" });
};

const member = (draft: Draft, path: readonly string[]): Code => {
  const value = valueIn(draft, path);
  const name = key((path.at(-1) ?? "") as Text);
  const comments = lineComments(draft.commentsOf(path));
  return code`${comments}${name}: ${printed(draft, path, value)},\n`;
};

const printed = (
  draft: Draft,
  path: readonly string[],
  value: unknown,
): Code => {
  if (!isRecord(value)) return lit(value);
  const names = sortedNames(value, path);
  const hasComments = names.some(
    (name) => draft.commentsOf([...path, name]).length > 0,
  );
  const isList = path.length === 1 && lists.has(path[0] ?? "");
  if (!isList && !hasComments) return lit(value);
  const members = names.map((name) => member(draft, [...path, name]));
  return code`{\n${join(members, "")}}`;
};

/** What a manifest begins with comes first. */
const packageOrder = ["name", "version", "license", "author", "homepage"];

const sortedNames = (
  value: object,
  path: readonly string[],
): readonly string[] => {
  const names = Object.keys(value);
  if (path.length !== 1 || path[0] !== "package") return names;
  const first = packageOrder.filter((name) => names.includes(name));
  return [...first, ...names.filter((name) => !first.includes(name))];
};

const valueIn = (draft: Draft, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, name) => (isRecord(value) ? value[name] : undefined),
    draft.options,
  );
