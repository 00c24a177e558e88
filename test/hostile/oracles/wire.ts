/**
 * Calls everything in a package on a loopback server, and compares what arrived with the document
 * as it was written: every name and every value, neither changed nor escaped.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import type { Operation, Resource, Sdk } from "../../../generator/sdk/sdk.js";
import { isStream } from "../../../generator/sdk/wire.js";
import { runDriver } from "../contained.js";
import {
  readSource,
  writtenOperations,
  type WrittenOperation,
} from "../source.js";
import { turnsOf, Values } from "../values.js";

interface Planned {
  readonly path: readonly string[];
  readonly args: readonly unknown[];
  readonly items: boolean;
  readonly reply: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
}

interface Call extends Planned {
  readonly operation: Operation;
  /** What was passed for a parameter or a field, by place and name on the wire. */
  readonly sent: ReadonlyMap<string, unknown>;
}

interface Answer {
  readonly error?: string;
  readonly data?: string;
  readonly requests: readonly {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly string[];
    readonly body: string;
  }[];
}

const basePath = "/base";

/** @param root a folder whose content may change */
export async function wireProblems(
  root: string,
  files: ReadonlyMap<string, string>,
  sdk: Sdk,
  source: string,
): Promise<string[]> {
  const folder = join(root, "compiled");
  compile(folder, files);
  const calls = callsOf(sdk);
  const plan = {
    entry: join(folder, "src", "index.js"),
    className: sdk.client.className,
    basePath,
    options: Object.fromEntries([
      ...sdk.client.schemes.map(({ option, scheme }) => [
        option,
        scheme.kind === "basic"
          ? { username: "user", password: "pass" }
          : "credential",
      ]),
      ...sdk.client.parameters.map(({ option }) => [option, "fixed"]),
    ]),
    calls: calls.map(({ path, args, items, reply }) => ({
      ...{ path, args, items, reply },
    })),
  };
  writeFileSync(join(root, "plan.json"), JSON.stringify(plan));
  const { code, out, err, attempts } = await runDriver(root, "plan.json");
  if (code !== 0)
    return [`the driver ended with ${String(code)}: ${err.slice(0, 500)}`];
  const { problems, results } = JSON.parse(out) as {
    problems: string[];
    results: Answer[];
  };
  const written = writtenOperations(readSource(source));
  return [
    ...attempts.map((attempt) => `the package: ${attempt}`),
    ...problems,
    ...calls.flatMap((call, index) => {
      const answer = results[index];
      const wrong = answer
        ? callProblems(call, answer, written)
        : ["no answer"];
      return wrong.map((problem) => `${call.path.join(".")}: ${problem}`);
    }),
  ];
}

function compile(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const [path, text] of files) {
    if (!path.startsWith("src/") || !path.endsWith(".ts")) continue;
    const file = join(folder, path.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(file), { recursive: true });
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
      },
    });
    writeFileSync(file, outputText);
  }
}

function callsOf(sdk: Sdk): Call[] {
  const calls: Call[] = [];
  const add = (operation: Operation, path: readonly string[]): void => {
    const types = [
      ...operation.positional.map(({ type }) => type),
      ...(operation.params?.fields ?? []).map(({ type }) => type),
    ];
    const turns = Math.min(60, Math.max(1, ...types.map(turnsOf)));
    for (let turn = 0; turn < turns; turn++)
      calls.push(callOf(operation, [...path, operation.methodName], sdk, turn));
  };
  const visit = (list: readonly Resource[], above: readonly string[]): void => {
    for (const { property, operations, children } of list) {
      const path = [...above, property];
      for (const operation of operations) add(operation, path);
      visit(children, path);
    }
  };
  for (const operation of sdk.operations) add(operation, []);
  visit(sdk.resources, []);
  return calls;
}

function callOf(
  operation: Operation,
  path: readonly string[],
  sdk: Sdk,
  turn: number,
): Call {
  const values = new Values(sdk, turn);
  const { positional, params, parameters, body, result } = operation;
  const sent = new Map<string, unknown>();
  const args: unknown[] = [];
  for (const { type, wireName } of positional) {
    const value = values.of(type);
    args.push(value);
    sent.set(`path ${wireName}`, value);
  }
  if (params) {
    const given = new Map(
      params.fields.map(({ name, type }) => [name, values.of(type)]),
    );
    args.push(Object.fromEntries(given));
    for (const { name, key, in: place } of parameters)
      if (given.has(key)) sent.set(`${place} ${name}`, given.get(key));
    for (const { name, key } of body?.fields ?? [])
      sent.set(`body ${name}`, given.get(key));
  }
  const answer = JSON.stringify(values.of(result.type) ?? null);
  const bodies: Readonly<Record<typeof result.kind, string>> = {
    none: "",
    undeclared: answer,
    location: "",
    json: answer,
    text: "text",
    binary: "bytes",
    events: `data: ${answer}\n\n`,
    rawEvents: `data: ${answer}\n\n`,
    wholeEvents: `data: ${answer}\n\n`,
    jsonLines: `${answer}\n`,
  };
  const type = result.mediaType ?? "application/json";
  return {
    operation,
    path,
    args,
    sent,
    items: isStream(result.kind),
    reply: {
      status: result.kind === "none" ? 204 : 200,
      headers: { "content-type": type.replace(/[^ -~]|\*\/\*/g, "x") },
      body: bodies[result.kind],
    },
  };
}

function callProblems(
  { operation, sent, reply }: Call,
  { error, data, requests }: Answer,
  written: readonly WrittenOperation[],
): string[] {
  if (error !== undefined) return [error.slice(0, 300)];
  const [request, ...more] = requests;
  if (!request) return ["no request"];
  if (more.length > 0) return [`${requests.length} requests`];
  const source = written.find(
    (one) =>
      one.method === operation.method &&
      one.path === (operation.path as string),
  );
  if (!source)
    return [`${operation.method} ${operation.path} is not in the document`];
  const problems: string[] = [];
  if (request.method !== source.method)
    problems.push(`sent as ${request.method}`);

  const [target = "", query = ""] = request.url.split("?");
  const wantedPath = expectedPath(source.path, sent);
  const gotPath = target.split("/").map(decoded).join("/");
  if (gotPath !== wantedPath)
    problems.push(`went to ${request.url}, not ${wantedPath}`);

  const pairs = query
    .split("&")
    .map((pair) => pair.split("=").map((part) => decoded(part)));
  const headers = new Map<string, string>();
  for (let index = 0; index < request.headers.length; index += 2)
    headers.set(
      String(request.headers[index]).toLowerCase(),
      String(request.headers[index + 1]),
    );
  for (const { name, in: place, isPlain } of source.parameters) {
    const value = sent.get(`${place} ${name}`);
    if (value === undefined || !isPlain) continue;
    const text = textOf(value);
    if (
      place === "query" &&
      !pairs.some(([key, got = ""]) => key === name && got === text)
    )
      problems.push(`no query ${name}=${text} in ${request.url}`);
    // Node's fetch keeps headers in an object, and loses this one.
    const isLost = name === "__proto__";
    if (
      place === "header" &&
      !isLost &&
      headers.get(name.toLowerCase()) !== text
    )
      problems.push(`no header ${name}: ${text}`);
    if (
      place === "cookie" &&
      !(headers.get("cookie") ?? "").split("; ").some((pair) => {
        const [key, got = ""] = pair.split("=").map(decoded);
        return key === name && got === text;
      })
    )
      problems.push(`no cookie ${name}=${text}`);
  }

  if (source.bodyNames && operation.body?.kind === "json") {
    const got = JSON.parse(request.body || "null") as object | null;
    const names = Object.keys(got ?? {});
    const missing = source.bodyNames.filter(
      (name) => sent.get(`body ${name}`) !== undefined && !names.includes(name),
    );
    const extra = names.filter((name) => !source.bodyNames?.includes(name));
    if (operation.body.fields) {
      if (missing.length + extra.length > 0)
        problems.push(
          `the body lacks ${JSON.stringify(missing)}, has ${JSON.stringify(extra)}`,
        );
      for (const [name, value] of Object.entries(got ?? {}))
        if (JSON.stringify(value) !== JSON.stringify(sent.get(`body ${name}`)))
          problems.push(`${name} arrived as ${JSON.stringify(value)}`);
    }
  }
  if (
    operation.result.kind === "json" &&
    !operation.paging &&
    (data ?? "null") !== reply.body
  )
    problems.push(`answered ${reply.body}, got ${data ?? "nothing"}`);
  return problems;
}

/** The path with the values that were passed, decoded, without what is no path. */
function expectedPath(
  template: string,
  sent: ReadonlyMap<string, unknown>,
): string {
  const [path = ""] = template.split(/[?#]/);
  const filled = path.replace(
    /(\$?)\{([^{}]*)\}/g,
    (whole, dollar: string, name: string) =>
      dollar === "" ? textOf(sent.get(`path ${name}`) ?? whole) : whole,
  );
  return (basePath + filled).split("/").map(decoded).join("/");
}

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
