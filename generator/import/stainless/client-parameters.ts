/**
 * Options of the client that go with every request.
 */
import type { JsonObject } from "../../openapi/records.js";
import type { SourceReading as Reading } from "../reading.js";
import type { SourcePath } from "../source.js";
import { keptComments } from "./comments.js";

/** An option of the config, with what it is called here. */
export interface NamedOption {
  readonly option: Readonly<JsonObject>;
  readonly named: { readonly option: string; readonly env?: string };
}

const places = {
  send_in_header: "header",
  send_as_query_param: "query",
  send_in_cookie: "cookie",
  send_as_path_param: "path",
} as const;

export const parameterKeys: readonly string[] = Object.keys(places);

/** True where the option goes with every request; that is noted then. */
export const readParameter = (
  { draft, ledger, casing, source }: Reading,
  at: SourcePath,
  { option, named, paths }: NamedOption & { readonly paths: readonly string[] },
): boolean => {
  const found = Object.entries(places).find(
    ([key]) => typeof option[key] === "string",
  );
  if (!found) return false;
  const [key, place] = found;
  const name = String(option[key]);
  const isThere = paths.some((path) => path.includes(`{${name}}`));
  if (place === "path" && !isThere) {
    ledger.lost(at, `no operation has ${name} in its path`);
    return true;
  }
  const { default: value } = option;
  const parameter = {
    name,
    in: place,
    ...named,
    ...(isScalar(value) && { default: String(value) }),
  };
  const isPlain =
    place === "path" &&
    casing.camel(name) === named.option &&
    Object.keys(parameter).length === 3;
  addParameter(draft, isPlain ? name : parameter, keptComments(source, at));
  ledger.kept(at, "`clientParameters`");
  return true;
};

const isScalar = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value);

/** A key that no operation asks for goes with every request, where it is given. */
export const sendKey = (
  { ledger, draft, source }: Reading,
  at: SourcePath,
  {
    scheme,
    definition: { type, in: place, name },
    named,
  }: Pick<NamedOption, "named"> & {
    readonly scheme: string;
    readonly definition: JsonObject;
  },
): void => {
  if (type !== "apiKey" || typeof name !== "string") {
    ledger.lost(at, `no operation asks for ${scheme}`);
    return;
  }
  addParameter(draft, { name, in: place, ...named }, keptComments(source, at));
  ledger.kept(at, "`clientParameters`, since no operation asks for it");
};

const addParameter = (
  draft: Reading["draft"],
  parameter: unknown,
  comments: readonly string[],
): void => {
  const before = (draft.options["clientParameters"] ?? []) as unknown[];
  draft.set(["clientParameters"], [...before, parameter], comments);
};
