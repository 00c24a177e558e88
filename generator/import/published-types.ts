/**
 * The declarations of a published SDK by Stainless: `resources/` has a file for each resource, with a class
 * that has its methods.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type TypeScript from "typescript";
import { textOf } from "./find-document.js";
import { manifestIn } from "./manifest.js";
import type { PublishedSdk } from "./published-sdk.js";

/** @returns undefined where the folder has no declarations of resources */
export const readPublishedTypes = async (
  folder: string,
): Promise<PublishedSdk | undefined> => {
  const { default: ts } = await import("typescript");
  const roots = [folder, join(folder, "src"), join(folder, "dist")];
  const root = roots.find(
    (one) => declarationsIn(join(one, "resources")).length > 0,
  );
  if (root === undefined) return undefined;
  const names = new Map<string, string>();
  const positional = new Map<string, number>();
  const responses = new Set<string>();
  const add = (name: string): void => {
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  };
  for (const path of declarationsIn(join(root, "resources"))) {
    const resource = resourceOf(path);
    for (const { properties, methods } of classesOf(
      ts,
      join(root, "resources", path),
    )) {
      properties.forEach(add);
      for (const { name, count, isResponse } of methods) {
        add(name);
        const key = [...resource, name.toLowerCase()].join(".");
        positional.set(key, Math.max(positional.get(key) ?? 0, count));
        if (isResponse) responses.add(key);
      }
    }
  }
  for (const file of ["client", "index"])
    for (const path of [`${file}.d.ts`, `${file}.d.mts`, `${file}.ts`])
      for (const { properties } of classesOf(ts, join(root, path)))
        properties.forEach(add);
  const clientName = clientNameIn(root);
  const manifest = manifestIn(folder);
  return {
    ...(clientName !== undefined && { clientName }),
    ...(typeof manifest["name"] === "string" && {
      packageName: manifest["name"],
    }),
    names,
    positional,
    responses,
  };
};

/** Paths below the folder, without `.d.mts` that repeat `.d.ts`. */
const declarationsIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter(
        (path) =>
          /(?<!\.d\.m)(?<!\.test)\.ts$/.test(path) &&
          !/(?:^|[\\/])index\./.test(path),
      )
      .sort();
  } catch {
    return [];
  }
};

/** `chat/completions/completions.d.ts` is `chat.completions`. */
const resourceOf = (path: string): readonly string[] => {
  const parts = path
    .replace(/(?:\.d)?\.ts$/, "")
    .split(/[\\/]/)
    .map((part) => part.replace(/[-_]/g, "").toLowerCase());
  return parts.at(-1) === parts.at(-2) ? parts.slice(0, -1) : parts;
};

interface ReadClass {
  readonly properties: readonly string[];
  readonly methods: readonly {
    readonly name: string;
    readonly count: number;
    readonly isResponse: boolean;
  }[];
}

const classesOf = (
  ts: typeof TypeScript,
  file: string,
): readonly ReadClass[] => {
  const text = textOf(file);
  if (text === undefined) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  return source.statements.filter(ts.isClassDeclaration).map(({ members }) => ({
    properties: members.flatMap((member) =>
      ts.isPropertyDeclaration(member) && ts.isIdentifier(member.name)
        ? [member.name.text]
        : [],
    ),
    methods: members.flatMap((member) =>
      ts.isMethodDeclaration(member) && ts.isIdentifier(member.name)
        ? [
            {
              name: member.name.text,
              count: positionalOf(ts, member),
              isResponse: isResponse(ts, member),
            },
          ]
        : [],
    ),
  }));
};

/** Those before `params`, `body`, `query` and `options`. */
const positionalOf = (
  ts: typeof TypeScript,
  { parameters }: TypeScript.MethodDeclaration,
): number => {
  const end = parameters.findIndex(
    ({ name, type }) =>
      (ts.isIdentifier(name) &&
        /^(?:params|body|query|_?options)$/.test(name.text)) ||
      !ts.isIdentifier(name) ||
      (type !== undefined && ts.isTypeReferenceNode(type)),
  );
  return end < 0 ? parameters.length : end;
};

/** `APIPromise<Response>` */
const isResponse = (
  ts: typeof TypeScript,
  { type }: TypeScript.MethodDeclaration,
): boolean => {
  if (!type || !ts.isTypeReferenceNode(type)) return false;
  const [result] = type.typeArguments ?? [];
  return (
    result !== undefined &&
    ts.isTypeReferenceNode(result) &&
    ts.isIdentifier(result.typeName) &&
    result.typeName.text === "Response"
  );
};

const clientNameIn = (root: string): string | undefined => {
  for (const file of ["client.d.ts", "client.ts", "index.d.ts", "index.ts"]) {
    const text = textOf(join(root, file)) ?? "";
    const [, name] =
      /^export (?:declare )?class (\w+) extends [\w.]*APIClient\b/m.exec(
        text,
      ) ??
      (file.startsWith("client")
        ? /^export (?:declare )?class (\w+) /m.exec(text)
        : null) ??
      [];
    if (name !== undefined) return name;
  }
  return undefined;
};
