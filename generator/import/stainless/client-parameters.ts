/**
 * Options of the client that are no credentials: what goes with every request, and what stays in the client.
 */
import { camelCase } from "../../model/names/casing.js";
import type { JsonObject } from "../../openapi/records.js";
import type { SourceReading as Reading } from "../reading.js";
import type { SourcePath } from "../source.js";
import { keptComments } from "./comments.js";

/** An option of the config, with what it is called here. */
export interface NamedOption {
  readonly option: Readonly<JsonObject>;
  readonly named: { readonly option: string; readonly env?: string | false };
}

const places = {
  send_in_header: "header",
  send_as_query_param: "query",
  send_in_cookie: "cookie",
  send_as_path_param: "path",
} as const;

export const parameterKeys: readonly string[] = Object.keys(places);

/** An option that is sent, or that the client keeps for programs to read. */
export const readParameter = (
  { draft, ledger, source }: Reading,
  at: SourcePath,
  { option, named, paths }: NamedOption & { readonly paths: readonly string[] },
): void => {
  const [key, place] = Object.entries(places).find(
    ([one]) => typeof option[one] === "string",
  ) ?? [undefined, "client" as const];
  const name = String(key === undefined ? at.at(-1) : option[key]);
  const isThere = paths.some((path) => path.includes(`{${name}}`));
  if (place === "path" && !isThere)
    return ledger.lost(at, `no operation has ${name} in its path`);
  const { default: given, description, nullable } = option;
  const type = typeOf(option);
  const hasDefault = given !== undefined && given !== null;
  const value = type === "string" && isScalar(given) ? String(given) : given;
  if (hasDefault && typeof value !== type)
    ledger.lost([...at, "default"], `it is no ${type}`);
  const isPassed = hasDefault && typeof value === type;
  const parameter = {
    name,
    in: place,
    // A word in small letters is spelled so anyway.
    ...(place !== "client" || !/^[a-z]+$/.test(name)
      ? named
      : named.env !== undefined && { env: named.env }),
    ...(type !== "string" && { type }),
    ...(isPassed && { default: value }),
    ...(nullable === false && !isPassed && { required: true }),
    ...(typeof description === "string" && { description }),
  };
  const isPlain =
    place === "path" &&
    // As the option is called without a name of its own.
    camelCase(name) === named.option &&
    Object.keys(parameter).every((one) =>
      ["name", "in", "option"].includes(one),
    );
  addParameter(draft, isPlain ? name : parameter, keptComments(source, at));
  ledger.kept(
    at,
    place === "client"
      ? "`clientParameters`: the client has it, and sends it nowhere"
      : "`clientParameters`",
  );
};

/** A type that is not known here is said to be a text, as most are. */
const typeOf = ({
  type,
  default: value,
}: Readonly<JsonObject>): "string" | "number" | "boolean" => {
  switch (type) {
    case "integer":
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case undefined:
      return typeof value === "number" || typeof value === "boolean"
        ? (typeof value as "number" | "boolean")
        : "string";
    default:
      return "string";
  }
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
