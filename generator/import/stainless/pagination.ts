/**
 * `pagination`: schemes with the purpose of each parameter and field, and `paginated` of methods.
 */
import {
  isRecord,
  type JsonObject,
  recordOrEmpty,
} from "../../openapi/records.js";
import type { PaginationScheme } from "../../config/config.js";
import type { SourceReading as Reading } from "../reading.js";
import type { SourcePath } from "../source.js";
import { keptComments } from "./comments.js";
import type { ReadMethod } from "./methods.js";

type Options = {
  -readonly [key in keyof PaginationScheme]?: PaginationScheme[key];
};

export const readPagination = (
  reading: Reading,
  methods: readonly ReadMethod[],
): void => {
  const { source, draft, ledger } = reading;
  const schemes = source.root["pagination"];
  const path: SourcePath = ["pagination"];
  let count = 0;
  if (Array.isArray(schemes)) {
    if (schemes.length === 0) ledger.notNeeded(path, "empty");
    for (const [index, scheme] of (schemes as unknown[]).entries()) {
      const at = [...path, index];
      const read = isRecord(scheme)
        ? readScheme(scheme, at, reading)
        : undefined;
      if (!read) continue;
      const { name, options } = read;
      draft.set(["pagination", name], options, keptComments(source, at));
      ledger.kept(at, `\`pagination.${name}\``);
      count++;
    }
    ledger.settle(path);
  }
  readPaginated(reading, methods, count > 0);
};

/** `paginated: false` where a list would have pages here; `true` where it would not. */
const readPaginated = (
  { draft, ledger, document }: Reading,
  methods: readonly ReadMethod[],
  hasSchemes: boolean,
): void => {
  const without = new Set<string>();
  for (const { options, path, operation } of methods) {
    const at = [...path, "paginated"];
    const isPaged = document.defaults.paged.has(operation.key);
    if (options["paginated"] === false) {
      const hasPagedMethod = methods.some(
        (one) =>
          one.operation.key === operation.key &&
          one.options["paginated"] !== false,
      );
      if (hasPagedMethod && (isPaged || hasSchemes))
        ledger.lost(at, "another method of the operation has pages");
      else if (isPaged || hasSchemes) {
        without.add(operation.key);
        ledger.kept(at, "`pagination.none`");
      } else ledger.notNeeded(at, "nothing takes it for a page");
    } else if (options["paginated"] === true) {
      if (isPaged || hasSchemes) ledger.kept(at, "recognised, or by a scheme");
      else
        ledger.lost(
          at,
          "no scheme says how it goes on: write one under `pagination`",
        );
    }
  }
  if (without.size > 0)
    draft.set(["pagination", "none"], { by: "none", operations: [...without] });
};

/** What each type of scheme is called here. */
const kinds: Readonly<Record<string, PaginationScheme["by"]>> = {
  cursor: "cursor",
  cursor_id: "id",
  cursor_url: "url",
  page_number: "page",
  offset: "offset",
  fake_page: "single",
};

/** The option that a purpose becomes; null for what needs none. */
const purposes: Readonly<Record<string, keyof Options | null>> = {
  next_cursor_param: "param",
  next_cursor_id_param: "param",
  page_number_param: "param",
  offset_count_param: "param",
  next_cursor_field: "next",
  cursor_url_field: "next",
  cursor_item_id: "id",
  has_next_page: "more",
  total_page_count_field: "total",
  offset_total_count_field: "total",
  items: "items",
  previous_cursor_id_param: "previous",
  // Fields of the page like all others, and numbers that the package knows itself.
  previous_cursor_field: null,
  current_page_number_field: null,
  offset_count_start_field: null,
};

const readScheme = (
  scheme: Readonly<JsonObject>,
  at: SourcePath,
  { ledger }: Reading,
): { readonly name: string; readonly options: Options } | undefined => {
  const { name, type } = scheme;
  const by =
    typeof type === "string" && Object.hasOwn(kinds, type)
      ? kinds[type]
      : undefined;
  if (typeof name !== "string" || by === undefined) {
    ledger.lost(
      at,
      `no scheme of the type ${String(type)}: write one under \`pagination\``,
    );
    return undefined;
  }
  const options: Options = { by };
  for (const side of ["request", "response"] as const)
    for (const field of fieldsIn(recordOrEmpty(scheme[side]), [...at, side]))
      if (!addField(options, by, field, ledger)) {
        ledger.lost(at, `its items are in no body: ${field.dotted}`);
        return undefined;
      }
  ledger.loseOthers(at, scheme, ["name", "type", "request", "response"]);
  const items = options.items ?? listIn(recordOrEmpty(scheme["response"]));
  return {
    name,
    options: { by, ...options, ...(items !== undefined && { items }) },
  };
};

/** @returns false if no list can be read by the field */
const addField = (
  options: Options,
  by: PaginationScheme["by"],
  field: SchemeField,
  ledger: Reading["ledger"],
): boolean => {
  const { property, name, dotted, at } = field;
  ledger.loseOthers([...at, extension], property, [
    ...["purpose", "from_header", "is_top_level_array"],
  ]);
  const {
    purpose,
    from_header: header,
    is_top_level_array: isArray,
  } = property;
  if (typeof purpose !== "string" || !Object.hasOwn(purposes, purpose)) {
    ledger.lost(
      at,
      lostPurposes[String(purpose)] ?? "not a purpose that is known",
    );
    return true;
  }
  const option = purposes[purpose];
  if (option == null) return true;
  if (option === "previous" && by !== "id") {
    ledger.lost(at, onlyForward);
    return true;
  }
  if (typeof header !== "string") {
    const value = isArray === true ? "" : option === "id" ? name : dotted;
    Object.assign(options, { [option]: value });
    return true;
  }
  // A link in the header of that name is what `url` looks for without a field.
  if (by === "url" && /^link$/i.test(header)) return true;
  if (option === "items") return false;
  if (option === "next" || option === "more" || option === "total")
    options.headers = { ...options.headers, [option]: header };
  else ledger.lost(at, "the package finds it in the body alone");
  return true;
};

const onlyForward = "pages go forward: pass it with each call to go back";

const lostPurposes: Readonly<Record<string, string>> = {
  previous_cursor_param: onlyForward,
};

const extension = "x-stainless-pagination-property";

interface SchemeField {
  readonly name: string;
  readonly dotted: string;
  readonly at: SourcePath;
  /** `x-stainless-pagination-property` */
  readonly property: Readonly<JsonObject>;
}

/** Fields with a purpose; those of the items stand below `items`. */
function* fieldsIn(
  fields: Readonly<JsonObject>,
  at: SourcePath,
  around: readonly string[] = [],
): Generator<SchemeField> {
  for (const [name, value] of Object.entries(fields)) {
    const field = recordOrEmpty(value);
    const path = [...at, name];
    const property = field[extension];
    const dotted = [...around, name];
    if (isRecord(property))
      yield { name, dotted: dotted.join("."), at: path, property };
    yield* fieldsIn(
      recordOrEmpty(field["properties"]),
      [...path, "properties"],
      dotted,
    );
    const item = recordOrEmpty(field["items"]);
    yield* fieldsIn(
      recordOrEmpty(item["properties"]),
      [...path, "items", "properties"],
      dotted,
    );
  }
}

/** The items of a scheme that does not name them: its only list. */
const listIn = (fields: Readonly<JsonObject>): string | undefined =>
  Object.entries(fields).find(
    ([, field]) => isRecord(field) && field["type"] === "array",
  )?.[0];
