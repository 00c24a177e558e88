/**
 * The document as its author wrote it, read without any code of the generator: what the wire has to
 * show, told by someone else.
 */
import { readFileSync } from "node:fs";
import { parse } from "yaml";

type Node = Readonly<Record<string, unknown>>;

export interface WrittenOperation {
  readonly method: string;
  /** As written: `/pets/{id}?x=1#note` */
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    /** No object and no list: it is on the wire under its own name. */
    readonly isPlain: boolean;
  }[];
  /** The names of an object that is sent as JSON. */
  readonly bodyNames?: readonly string[];
}

export function readSource(file: string): Node {
  const text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
  return (
    file.endsWith(".json") ? JSON.parse(text) : parse(text, { merge: false })
  ) as Node;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch"];

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function writtenOperations(root: Node): WrittenOperation[] {
  const resolve = (value: unknown): Node => {
    let node = value;
    for (let hops = 0; isNode(node) && typeof node["$ref"] === "string"; hops++)
      node = hops > 20 ? {} : at(root, node["$ref"]);
    return isNode(node) ? node : {};
  };
  return Object.entries(root["paths"] ?? {}).flatMap(([path, value]) => {
    const item = resolve(value);
    return methods
      .filter((method) => Object.hasOwn(item, method))
      .map((method): WrittenOperation => {
        const operation = resolve(item[method]);
        const parameters = [item["parameters"], operation["parameters"]]
          .flatMap((list) => (Array.isArray(list) ? list : []))
          .map((parameter) => {
            const { name, in: place, schema, ...rest } = resolve(parameter);
            const { type = rest["type"] } = resolve(schema);
            const isPlain =
              typeof type === "string" && !["array", "object"].includes(type);
            return { name: String(name), in: String(place), isPlain };
          });
        const bodyNames = namesOf(operation, resolve);
        return {
          method: method.toUpperCase(),
          path,
          parameters,
          ...(bodyNames && { bodyNames }),
        };
      });
  });
}

function namesOf(
  operation: Node,
  resolve: (value: unknown) => Node,
): string[] | undefined {
  const content = resolve(operation["requestBody"])["content"];
  if (!isNode(content)) return undefined;
  const { schema } = resolve(content["application/json"]);
  const { properties, type } = resolve(schema);
  return type === "object" && isNode(properties)
    ? Object.keys(properties)
    : undefined;
}

const at = (root: Node, reference: string): unknown =>
  reference
    .split("/")
    .slice(1)
    .map((token) =>
      decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"),
    )
    .reduce<unknown>(
      (node, token) =>
        typeof node === "object" && node !== null && Object.hasOwn(node, token)
          ? (node as Node)[token]
          : undefined,
      root,
    );

/** Every value that a schema lists, which the types have to hold exactly. */
export function listedTexts(root: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: unknown, key: string): void => {
    // Examples and names that only look like keywords hold anything.
    if (["example", "examples", "default", "properties"].includes(key)) {
      if (key === "properties" && isNode(node))
        for (const one of Object.values(node)) visit(one, "");
      return;
    }
    if (Array.isArray(node)) {
      for (const one of node) {
        if (key === "enum" && typeof one === "string") found.add(one);
        visit(one, "");
      }
    } else if (isNode(node)) {
      const { const: only } = node;
      if (typeof only === "string" && Object.hasOwn(node, "const"))
        found.add(only);
      for (const [name, one] of Object.entries(node))
        if (name !== "variables" && !name.startsWith("x-")) visit(one, name);
    }
  };
  visit(root, "");
  return found;
}
