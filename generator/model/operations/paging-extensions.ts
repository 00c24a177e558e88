/**
 * Pages as the extensions of other generators describe them.
 */
import { isRecord } from "../../openapi/records.js";
import type { Paging, Text } from "../../sdk/sdk.js";
import { endsOf, isAbout, signsIn } from "./paging-ends.js";
import type { Input } from "./paging-fields.js";
import { itemsAt, type Items } from "./paging-items.js";
import { pagingByProperties } from "./paging-properties.js";
import { byNumber } from "./paging-numbers.js";
import type { PagingSource } from "./paging-source.js";

export function declaredPaging(source: PagingSource): Paging | undefined {
  const { operation } = source.entry;
  const speakeasy = operation["x-speakeasy-pagination"];
  const fern = operation["x-fern-pagination"];
  return isRecord(speakeasy)
    ? fromSpeakeasy(speakeasy, source)
    : isRecord(fern)
      ? fromFern(fern, source)
      : pagingByProperties(source);
}

type Extension = Readonly<Record<string, unknown>>;

/** `x-speakeasy-pagination` */
function fromSpeakeasy(
  extension: Extension,
  source: PagingSource,
): Paging | undefined {
  const { result, fields } = source;
  const outputs = isRecord(extension["outputs"]) ? extension["outputs"] : {};
  const items = itemsAt(jsonPath(outputs["results"]), result.type, fields);
  if (!items) return undefined;
  const inputs = Array.isArray(extension["inputs"])
    ? (extension["inputs"] as unknown[]).filter(isRecord)
    : [];
  const input = (kind: string): Input | undefined =>
    inputAt([inputs.find(({ type }) => type === kind)?.["name"]], source);
  switch (extension["type"]) {
    case "offsetLimit": {
      const [offset, page] = [input("offset"), input("page")];
      const pages = jsonPath(outputs["numPages"]);
      const number = byNumber(items, source, { offset, page });
      return (
        number && {
          ...number,
          ...endsBeside(items, source),
          ...(pages && { pages }),
        }
      );
    }
    case "cursor": {
      const [param, next] = [
        input("cursor")?.path,
        jsonPath(outputs["nextCursor"]),
      ];
      return param && next
        ? { by: "cursor", param, ...items, next }
        : undefined;
    }
    case "url": {
      const next = jsonPath(outputs["nextUrl"]);
      return next ? { by: "url", ...items, next } : undefined;
    }
    default:
      return undefined;
  }
}

/** `x-fern-pagination` */
function fromFern(
  extension: Extension,
  source: PagingSource,
): Paging | undefined {
  const { result, fields } = source;
  const response = (field: string): Text[] | undefined =>
    dotPath(extension[field], "$response");
  const items = itemsAt(response("results"), result.type, fields);
  if (!items) return undefined;
  const param = (field: string): Input | undefined => {
    const path = dotPath(extension[field], "$request");
    return path && inputAt(path, source);
  };
  const [cursor, next] = [param("cursor"), response("next_cursor")];
  if (cursor && next)
    return { by: "cursor", param: cursor.path, ...items, next };
  const uri = response("next_uri");
  if (uri) return { by: "url", ...items, next: uri };
  // Without a step it is a page that is counted, whatever the extension calls it.
  const offset = param("offset");
  const isPage =
    offset !== undefined &&
    offset.name.includes("page") &&
    extension["step"] === undefined;
  const number = byNumber(items, source, {
    offset: isPage ? undefined : offset,
    page: isPage ? offset : undefined,
  });
  const more = response("has-next-page");
  return (
    number && {
      ...number,
      ...endsBeside(items, source),
      ...(more && { more }),
    }
  );
}

const endsBeside = (
  { items }: Items,
  { result, fields }: PagingSource,
): Partial<Paging> =>
  endsOf(
    signsIn(result.type, items, fields).filter((sign) => isAbout(sign, items)),
    fields,
  );

/** The parameter or field of the body that these names lead to. */
const inputAt = (
  names: readonly unknown[],
  { inputs, parameters }: PagingSource,
): Input | undefined => {
  const isAt = ({ path }: Input): boolean =>
    [path, path[0] === "body" ? path.slice(1) : path].some(
      (one) =>
        one.length === names.length &&
        one.every((name, index) => name === names[index]),
    );
  return (
    inputs.find(isAt) ??
    headerInput(
      parameters.find(({ name }) => names.length === 1 && name === names[0]),
    )
  );
};

/** A parameter that is not in the query can take a cursor too, where an extension says so. */
const headerInput = (
  parameter: PagingSource["parameters"][number] | undefined,
): Input | undefined =>
  parameter && {
    path: [parameter.key],
    name: parameter.name.toLowerCase(),
    type: parameter.type,
    about: "",
    schema: parameter.schema,
    inner: [],
  };

/** `$.data.items` and `$['data']`: plain members only. */
function jsonPath(value: unknown): Text[] | undefined {
  if (typeof value !== "string" || !value.startsWith("$")) return undefined;
  const names: string[] = [];
  const rest = value
    .slice(1)
    .replace(
      /\.([\w-]+)|\[['"]([^'"]+)['"]\]/g,
      (_, afterDot?: string, inBrackets?: string) => {
        names.push(afterDot ?? inBrackets ?? "");
        return "";
      },
    );
  return rest === "" || rest === "[*]" ? (names as Text[]) : undefined;
}

/** `$response.data.items` -> `["data", "items"]` */
const dotPath = (value: unknown, root: string): Text[] | undefined =>
  typeof value === "string" && value.startsWith(`${root}.`)
    ? (value.slice(root.length + 1).split(".") as Text[])
    : undefined;
