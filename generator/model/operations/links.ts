/**
 * The links of responses: which operation each leads to, and what it says of the arguments there.
 */
import type { Link } from "../../openapi/document.js";
import type {
  LinkField,
  LinkValue,
  Operation,
  OperationLink,
  Text,
} from "../../sdk/sdk.js";
import { describedBy } from "../descriptions.js";
import { camelCase, pascalCase } from "../names/casing.js";
import { nameOf } from "../names/names.js";
import { pointerOf } from "../references.js";
import { union } from "../schemas/simplify.js";
import {
  linksOf,
  type FoundLink,
  type LinkedOperation,
  type LinksContext,
} from "./found-links.js";
import { evaluate, type LinkSource } from "./link-expressions.js";

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

function planLink(
  found: FoundLink,
  operations: readonly LinkedOperation[],
  context: LinksContext,
): Planned[] {
  const { name, link, pointer, source, errors, status = "" } = found;
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
      // A link of errors has another name than that of a success, whichever was first.
      id: `link ${source.entry.key} ${errors ? `error${status} ` : ""}${name}`,
      wanted: wantedName(
        source.operation.functionName,
        `${status} ${name}`,
        errors ? "ErrorLink" : "Link",
      ),
      link: {
        name: name as Text,
        doc: describedBy(link.description),
        from: source.operation.functionName,
        ...(errors && { errorBody: union(errors.map(({ body }) => body)) }),
        to: target.functionName,
        positional,
        fields: fields.filter((field) => !positional.includes(field)),
      },
    },
  ];
}

/** `createUserAddressLink`; the operation is not said twice. */
function wantedName(functionName: string, name: string, kind: string): string {
  const [from, to] = [pascalCase(functionName), pascalCase(name)];
  return `${camelCase(to.startsWith(from) ? to : from + to)}${kind}`;
}

/** What of the response a link can have. */
function sourceOf({ source, errors }: FoundLink): LinkSource {
  const { operation } = source;
  const { kind } = operation.result;
  const isOpen = kind === "json" || kind === "undeclared";
  return {
    ...operation,
    response: errors
      ? // An error has what JSON says, and no URL.
        {
          hasData: false,
          hasURL: false,
          hasPlaces: errors.every(({ mediaType = "application/json" }) =>
            isJSON(mediaType),
          ),
        }
      : { hasData: isOpen || kind === "text", hasPlaces: isOpen, hasURL: true },
  };
}

const isJSON = (mediaType: string): boolean =>
  /^[^;]*[/+]json\b|^\*\/\*/i.test(mediaType);

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
  found: FoundLink,
  target: Operation,
  { diagnostics }: LinksContext,
): LinkField[] | undefined {
  const { name, link, pointer } = found;
  const source = sourceOf(found);
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
    const evaluated = evaluate(expression, source);
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
