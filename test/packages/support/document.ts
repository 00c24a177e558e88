/**
 * What a document says about its operations, read without the generator: so that both can be held
 * against each other.
 */
import { readFileSync } from "node:fs";
import { parse } from "yaml";

export interface Described {
  readonly id: string;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  /** Names of the query parameters. */
  readonly query: readonly string[];
  /** Names of the header parameters. */
  readonly headers: readonly string[];
  /** Names of the fields of the body. */
  readonly fields: readonly string[];
  readonly success: Answer;
  readonly errors: readonly Answer[];
}

export interface Answer {
  readonly status: number;
  /** The first example; undefined where there is no body. */
  readonly body: unknown;
}

const methods = new Set(["get", "put", "post", "delete", "patch"]);

export const readOperations = (file: string): readonly Described[] => {
  const root: unknown = parse(readFileSync(file, "utf8"));
  const { at, entries } = reader(root);
  return entries(at(root, "paths")).flatMap(([path, item]) =>
    entries(item)
      .filter(([method]) => methods.has(method))
      .map(([method, operation]): Described => {
        const answers = entries(at(operation, "responses")).map(
          ([status, response]): Answer => {
            const content = at(response, "content", "application/json");
            const [first] = entries(at(content, "examples"));
            return {
              status: Number(status),
              body: first ? at(first[1], "value") : at(content, "example"),
            };
          },
        );
        const [success, ...others] = answers.filter(
          ({ status }) => status < 300,
        );
        if (!success || others.length > 0)
          throw new Error(`${method} ${path}: not one success`);
        const schema = at(
          operation,
          "requestBody",
          "content",
          "application/json",
          "schema",
        );
        const parameters = [item, operation].flatMap((one) =>
          entries(at(one, "parameters")).map(([, parameter]) => parameter),
        );
        const named = (place: string): readonly string[] =>
          parameters
            .filter((parameter) => at(parameter, "in") === place)
            .map((parameter) => String(at(parameter, "name")));
        return {
          id: String(at(operation, "operationId")),
          method: method.toUpperCase(),
          path,
          query: named("query"),
          headers: named("header"),
          fields: entries(at(schema, "properties")).map(([name]) => name),
          success,
          errors: answers.filter((answer) => answer !== success),
        };
      }),
  );
};

/** Walks through values, and through the references in them. */
const reader = (root: unknown) => {
  const step = (value: unknown, key: string): unknown => {
    const found: unknown =
      typeof value === "object" && value !== null
        ? Reflect.get(value, key)
        : undefined;
    const target = reference(found);
    return target === undefined
      ? found
      : target.split("/").slice(1).reduce(step, root);
  };
  return {
    at: (value: unknown, ...path: readonly string[]): unknown =>
      path.reduce(step, value),
    entries: (value: unknown): readonly (readonly [string, unknown])[] =>
      Object.keys(Object(value)).map((key) => [key, step(value, key)]),
  };
};

const reference = (value: unknown): string | undefined => {
  if (typeof value !== "object" || value === null) return undefined;
  const target: unknown = Reflect.get(value, "$ref");
  return typeof target === "string" ? target : undefined;
};

/** The operation that a request is for, under a server with the given path. */
export const match = (
  operations: readonly Described[],
  method: string,
  url: string,
  base = "",
): Described | undefined => {
  const [path = ""] = url.split("?");
  return operations.find(
    (operation) =>
      operation.method === method &&
      base.length <= path.length &&
      path.startsWith(base) &&
      pattern(operation.path).test(path.slice(base.length)),
  );
};

const pattern = (template: string): RegExp =>
  new RegExp(`^${template.replace(/\{[^}]+\}/g, "[^/]+")}$`);
