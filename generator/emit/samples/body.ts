/**
 * The body of the request that a sample call makes.
 */
import {
  assertNever,
  type Body,
  type Operation,
  type Sdk,
  type Type,
} from "../../sdk/sdk.js";
import { formText, queryText } from "./values.js";
import { modelsOf, takesFile } from "./samples.js";

export type SampleBody =
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "multipart"; readonly parts: readonly SamplePart[] };

export type SamplePart = {
  readonly name: string;
  readonly type?: string;
} & ({ readonly text: string } | { readonly file: string });

const usualTypes: Readonly<Record<Body["kind"], string>> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  text: "text/plain",
  binary: "application/octet-stream",
};

export const contentTypeOf = (body: Body | undefined): string =>
  !body || body.mediaType === "*/*"
    ? usualTypes[body?.kind ?? "json"]
    : body.mediaType;

export function bodyOf(
  operation: Operation,
  body: Body,
  given: ReadonlyMap<string, unknown>,
  sdk: Sdk,
): SampleBody | undefined {
  const fields = body.fields?.flatMap(({ name, key }) =>
    given.has(key) ? [[name, given.get(key)] as const] : [],
  );
  const value: unknown = fields
    ? Object.fromEntries(fields)
    : given.get("body");
  if (value === undefined || (fields?.length === 0 && !body.required))
    return undefined;
  const entries =
    typeof value === "object" && value !== null ? Object.entries(value) : [];
  const encodingOf = (name: string) =>
    body.encoding?.find((one) => (one.name as string) === name);
  switch (body.kind) {
    case "json":
      return { kind: "json", value };
    case "text":
      return { kind: "text", text: textOf(value) };
    case "binary":
      return { kind: "file", file: "file" };
    case "form":
      return {
        kind: "text",
        text: entries
          .filter(([, item]) => item !== null)
          .map(([name, item]) => {
            const { style, contentType = "" } = encodingOf(name) ?? {};
            return style
              ? queryText(name, item, style)
              : formText(name, item, /\bjson\b/i.test(contentType));
          })
          .filter(Boolean)
          .join("&"),
      };
    case "multipart": {
      const types = new Map<string, Type>(
        operation.params?.fields.map(({ name, type }) => [name, type]),
      );
      const models = modelsOf(sdk);
      return {
        kind: "multipart",
        parts: entries.flatMap(([name, item]) => {
          const type = types.get(name);
          const isFile = type !== undefined && takesFile(type, models);
          return [item]
            .flat()
            .filter((one) => one !== null && one !== undefined)
            .map((one: unknown) =>
              partOf(name, one, isFile, encodingOf(name)?.contentType),
            );
        }),
      };
    }
    default:
      return assertNever(body.kind);
  }
}

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

function partOf(
  name: string,
  value: unknown,
  isFile: boolean,
  declared: string | undefined,
): SamplePart {
  const type =
    declared !== undefined && !/[,*]/.test(declared)
      ? declared
      : typeof value === "object"
        ? "application/json"
        : undefined;
  return {
    name,
    ...(type !== undefined && { type }),
    ...(isFile
      ? { file: "file" }
      : {
          text: textOf(value),
        }),
  };
}
