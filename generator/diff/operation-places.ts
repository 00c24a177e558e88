/**
 * Places inside of operations: `.params.limit`, `.result`, `.errors.404`.
 */
import type {
  Document,
  PathItem,
  Pointer,
  Resolved,
} from "../openapi/document.js";
import { valueAt } from "../openapi/pointers.js";
import { isRecord } from "../openapi/records.js";
import { nameIn, placeInSchema } from "./schema-places.js";

interface OperationPlace {
  readonly item: Resolved<PathItem>;
  /** The operation below its path item. */
  readonly key: Pointer;
  /** What is left of the place after the name of the function. */
  readonly rest: string;
  readonly document: Document;
}

/** The pointer of the place, or of the innermost thing around it that the document has. */
export const operationPlace = (place: OperationPlace): Pointer => {
  const pointer = [...place.item.pointer, ...place.key];
  return find(place, pointer) ?? pointer;
};

const find = (
  place: OperationPlace,
  operation: Pointer,
): Pointer | undefined => {
  const [, part = "", rest = ""] = /^\.([^.[{]+)(.*)$/s.exec(place.rest) ?? [];
  const { document } = place;
  switch (part) {
    case "":
      return operation;
    case "params":
      return inParams(place, operation, rest.replace(/^\./, ""));
    case "result":
      return inResponse(document, resultOf(document, operation), rest);
    case "errors": {
      const statuses = Object.keys(responsesOf(document, operation));
      const path = rest.replace(/^\./, "");
      const status = nameIn(path, statuses);
      return status === undefined
        ? undefined
        : inResponse(
            document,
            [...operation, "responses", status],
            path.slice(status.length),
          );
    }
    case "headers":
      return resultOf(document, operation);
    default:
      return inParameters(place, place.rest.replace(/^\./, ""));
  }
};

const inParams = (
  place: OperationPlace,
  operation: Pointer,
  path: string,
): Pointer | undefined => {
  if (path === "") return undefined;
  const parameter = inParameters(place, path);
  if (parameter) return parameter;
  const { document } = place;
  const pointer = [...operation, "requestBody"];
  const body = valueAt(document.root, pointer);
  if (!isRecord(body)) return undefined;
  const at = document.resolve<object>(body, pointer).pointer;
  const rest = /^body(?![^.[{])/.test(path) ? path.slice("body".length) : path;
  return inContent(document, at, rest === path ? `.${path}` : rest) ?? pointer;
};

const inParameters = (
  { item, key, document }: OperationPlace,
  path: string,
): Pointer | undefined => {
  const lists = [[...item.pointer, ...key], item.pointer].map(
    (pointer): Pointer => [...pointer, "parameters"],
  );
  const found = lists.flatMap((pointer) => {
    const list = valueAt(document.root, pointer);
    if (!Array.isArray(list)) return [];
    return (list as readonly unknown[]).flatMap((one, index) => {
      const at = [...pointer, String(index)];
      if (!isRecord(one)) return [];
      const { node, pointer: target } = document.resolve<object>(one, at);
      const name = isRecord(node) ? node["name"] : undefined;
      return typeof name === "string" ? [{ name, at, target }] : [];
    });
  });
  const name = nameIn(
    path,
    found.map((one) => one.name),
  );
  const parameter = found.find((one) => one.name === name);
  if (name === undefined || !parameter) return undefined;
  const rest = path.slice(name.length);
  if (rest === "") return parameter.at;
  const schema = [...parameter.target, "schema"];
  return isRecord(valueAt(document.root, schema))
    ? placeInSchema({ pointer: schema, rest, document })
    : parameter.at;
};

const responsesOf = (
  { root }: Document,
  operation: Pointer,
): Readonly<Record<string, unknown>> => {
  const responses = valueAt(root, [...operation, "responses"]);
  return isRecord(responses) ? responses : {};
};

const resultOf = (
  document: Document,
  operation: Pointer,
): Pointer | undefined => {
  const statuses = Object.keys(responsesOf(document, operation)).sort();
  const status =
    statuses.find((one) => one.startsWith("2")) ??
    statuses.find((one) => one === "default");
  return status === undefined ? undefined : [...operation, "responses", status];
};

const inResponse = (
  document: Document,
  pointer: Pointer | undefined,
  rest: string,
): Pointer | undefined => {
  if (pointer === undefined || rest === "") return pointer;
  const response = valueAt(document.root, pointer);
  if (!isRecord(response)) return undefined;
  const at = document.resolve<object>(response, pointer).pointer;
  return inContent(document, at, rest) ?? pointer;
};

/** In the schema of the first media type. */
const inContent = (
  document: Document,
  pointer: Pointer,
  rest: string,
): Pointer | undefined => {
  const content = valueAt(document.root, [...pointer, "content"]);
  const [type] = isRecord(content) ? Object.keys(content) : [];
  if (type === undefined) return undefined;
  const schema = [...pointer, "content", type, "schema"];
  return isRecord(valueAt(document.root, schema))
    ? placeInSchema({ pointer: schema, rest, document })
    : undefined;
};
