/**
 * The links of responses: which operation each leads to, and what it says of the arguments there.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type {
  Document,
  Link,
  Pointer,
  Response,
} from "../../openapi/document.js";
import type {
  LinkField,
  LinkValue,
  Operation,
  OperationLink,
  Text,
} from "../../sdk/sdk.js";
import { describedBy } from "../descriptions.js";
import { camelCase, pascalCase } from "../names/casing.js";
import { nameOf, type Scope } from "../names/names.js";
import { pointerOf } from "../references.js";
import type { OperationEntry } from "../resources/entries.js";
import { evaluate } from "./link-expressions.js";

/** An operation that may have links, or be the end of one. */
export interface LinkedOperation {
  readonly entry: OperationEntry;
  readonly operation: Operation;
}

interface LinksContext {
  readonly document: Document;
  /** The names that the package exports. */
  readonly exports: Scope;
  readonly diagnostics: Diagnostics;
}

/** A link of the document. */
interface Found {
  readonly name: string;
  readonly link: Link;
  readonly pointer: Pointer;
  readonly source: LinkedOperation;
}

/** A link before its function has a name. */
interface Planned {
  readonly id: string;
  readonly wanted: string;
  readonly link: Omit<OperationLink, "functionName">;
}

/** @returns a function for each link that has something to pass on */
export function planLinks(
  operations: readonly LinkedOperation[],
  context: LinksContext,
): readonly OperationLink[] {
  const planned = operations
    .flatMap((source) => linksOf(source, context))
    .flatMap((found) => planLink(found, operations, context));
  const names = context.exports.settle(
    planned.map(({ id, wanted }) => ({ id, wanted, spelling: id })),
  );
  return planned.map(({ id, link }) => ({
    functionName: nameOf(names, id),
    ...link,
  }));
}

/** The links of what the call resolves to; of two with one name, that of the lower status. */
function linksOf(source: LinkedOperation, context: LinksContext): Found[] {
  const { document, diagnostics } = context;
  const { entry } = source;
  const { responses = {} } = entry.operation;
  const successes = Object.keys(responses).filter((key) => key.startsWith("2"));
  const keys = successes.length > 0 ? successes.sort() : ["default"];
  const links = new Map<string, Found>();
  for (const key of Object.keys(responses)) {
    const response = keys.includes(key) ? undefined : responses[key];
    if (response === undefined || key.startsWith("x-")) continue;
    const { node, pointer } = document.resolve<Response>(response, [
      ...entry.pointer,
      ...["responses", key],
    ]);
    if (Object.keys(node.links ?? {}).length > 0)
      diagnostics.report("error-links", {}, [...pointer, "links"]);
  }
  for (const key of keys) {
    const response = responses[key];
    if (response === undefined) continue;
    const { node, pointer } = document.resolve<Response>(response, [
      ...entry.pointer,
      ...["responses", key],
    ]);
    for (const [name, link] of Object.entries(node.links ?? {})) {
      if (name.startsWith("x-") || links.has(name)) continue;
      const at = document.resolve<Link>(link, [...pointer, "links", name]);
      links.set(name, { name, link: at.node, pointer: at.pointer, source });
    }
  }
  return [...links.values()];
}

function planLink(
  found: Found,
  operations: readonly LinkedOperation[],
  context: LinksContext,
): Planned[] {
  const { name, link, pointer, source } = found;
  const { document, diagnostics } = context;
  const target = targetOf(link, operations)?.operation;
  if (!target) {
    // The config may have left it out.
    if (document.leftOut === 0)
      diagnostics.report(
        "link-target",
        {
          link: name,
          target: link.operationId ?? link.operationRef ?? "nothing",
        },
        pointer,
      );
    return [];
  }
  const fields = fieldsOf(found, target, context);
  if (!fields || fields.length === 0) return [];
  const positional = target.positional.flatMap(
    ({ wireName }) => fields.find(({ key }) => key === wireName) ?? [],
  );
  return [
    {
      id: `link ${source.entry.key} ${name}`,
      wanted: wantedName(source.operation.functionName, name),
      link: {
        name: name as Text,
        doc: describedBy(link.description),
        from: source.operation.functionName,
        to: target.functionName,
        positional,
        fields: fields.filter((field) => !positional.includes(field)),
      },
    },
  ];
}

/** `createUserAddressLink`; the operation is not said twice. */
function wantedName(functionName: string, name: string): string {
  const [from, to] = [pascalCase(functionName), pascalCase(name)];
  return `${camelCase(to.startsWith(from) ? to : from + to)}Link`;
}

function targetOf(
  { operationId, operationRef }: Link,
  operations: readonly LinkedOperation[],
): LinkedOperation | undefined {
  if (operationId !== undefined)
    return operations.find(({ entry }) => entry.id === operationId);
  if (operationRef?.startsWith("#/paths/") !== true) return undefined;
  const [, path, method, ...below] = pointerOf(operationRef);
  return below.length > 0
    ? undefined
    : operations.find(
        ({ entry }) =>
          entry.path === path && entry.method.toLowerCase() === method,
      );
}

/** What the link says of the arguments of its target; undefined where it cannot be read. */
function fieldsOf(
  { name, link, pointer, source }: Found,
  target: Operation,
  { diagnostics }: LinksContext,
): LinkField[] | undefined {
  const fields = new Map<Text, LinkValue>();
  const given: (readonly [
    what: string,
    expression: unknown,
    key: Text | undefined,
  ])[] = Object.entries(link.parameters ?? {}).map(
    ([parameter, expression]) => [
      parameter,
      expression,
      parameterKey(parameter, target),
    ],
  );
  if (link.requestBody !== undefined)
    given.push([
      "requestBody",
      link.requestBody,
      target.body && !target.body.fields && !target.body.choice
        ? target.body.key
        : undefined,
    ]);
  for (const [what, expression, key] of given) {
    const evaluated = evaluate(expression, source.operation);
    if (evaluated === "unreadable") {
      diagnostics.report(
        "link-expression",
        { link: name, expression: String(expression) },
        pointer,
      );
      return undefined;
    }
    if (key === undefined || evaluated.value === undefined)
      diagnostics.report(
        "link-unfilled",
        { link: name, field: what, expression: JSON.stringify(expression) },
        pointer,
      );
    else fields.set(key, evaluated.value);
  }
  return [...fields].map(([key, value]) => ({ key, value }));
}

/** `id`, or `path.id` where several locations have the name. */
function parameterKey(
  name: string,
  { parameters }: Operation,
): Text | undefined {
  const found =
    parameters.find((one) => one.name === name) ??
    parameters.find((one) => `${one.in}.${one.name}` === name);
  return found?.key;
}
