/**
 * `resources`: the tree of methods and models.
 */
import { isRecord, recordOrEmpty } from "../../openapi/records.js";
import {
  keepDownloads,
  keepForms,
  leaveOut,
  setMethods,
} from "../call-shape.js";
import { argumentRule } from "../published-sdk.js";
import type { SourceReading as Reading } from "../reading.js";
import type { SourcePath } from "../source.js";
import { keptComments } from "./comments.js";
import { applyMethodOptions } from "./method-options.js";
import { readMethod, type ReadMethod, type ReadMethods } from "./methods.js";
import { describeResources, type ResourceText } from "./resource-docs.js";
import { ModelNames } from "./models.js";

export const readResources = (reading: Reading): readonly ReadMethod[] => {
  const { source, ledger } = reading;
  const read: ReadMethods = { methods: [], aliases: [], others: new Set() };
  const models = new ModelNames(reading);
  const root = recordOrEmpty(source.root["resources"]);
  // Methods of streams name models of any resource.
  collectModels(root, ["resources"], models);
  const texts: ResourceText[] = [];
  collect(root, ["resources"], [], { reading, read, texts });
  if (isRecord(source.root["models"])) {
    models.collect(source.root["models"], ["models"]);
    ledger.kept(["models"], "`models`, as those of resources");
  }
  models.finish();
  const methods = [...read.methods, ...aliased(reading, read)];
  models.place(methods);
  setMethods(reading, methods);
  keepDownloads(reading, methods);
  if (reading.isPublished) keepForms(reading, methods);
  for (const { operation, path } of methods)
    reading.draft.comment(
      ["methods", operation.key],
      keptComments(source, path),
    );
  const rule = reading.published && argumentRule(reading.published, methods);
  if (rule) reading.draft.set(["arguments"], rule);
  applyMethodOptions(reading, methods, models);
  const named = new Set(methods.map(({ operation }) => operation.key));
  const left = leaveOut(reading, named);
  describeResources(reading, texts);
  const groups = new Set(
    methods.map(({ name }) => name.replace(/\.?[^.]*$/, "")),
  );
  if (isRecord(source.root["resources"]))
    ledger.kept(
      ["resources"],
      `\`methods\`: ${counted(methods.length, "method")} in ${counted(groups.size, "resource")}${models.told}${left > 0 ? `; ${counted(left, "operation")} in none of them left out` : ""}`,
    );
  return methods;
};

export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? "" : "s"}`;

const collectModels = (
  resources: object,
  at: SourcePath,
  models: ModelNames,
): void => {
  for (const [name, resource] of Object.entries(resources)) {
    if (!isRecord(resource)) continue;
    const path = [...at, name];
    if (isRecord(resource["models"]))
      models.collect(resource["models"], [...path, "models"]);
    if (isRecord(resource["subresources"]))
      collectModels(
        resource["subresources"],
        [...path, "subresources"],
        models,
      );
  }
};

interface Collecting {
  readonly reading: Reading;
  readonly read: ReadMethods;
  readonly texts: ResourceText[];
}

const collect = (
  resources: object,
  at: SourcePath,
  around: readonly string[],
  collecting: Collecting,
): void => {
  const { reading, read, texts } = collecting;
  for (const [name, value] of Object.entries(resources)) {
    const path = [...at, name];
    const own = recordOrEmpty(value);
    const resource =
      name === "$client" ? [name] : [...around, reading.casing.camel(name)];
    reading.ledger.loseOthers(path, own, resourceKeys);
    const before = read.methods.length;
    for (const [method, endpoint] of Object.entries(
      recordOrEmpty(own["methods"]),
    ))
      readMethod(reading, [...path, "methods", method], endpoint, {
        resource,
        read,
      });
    // What is said before a resource stands before its first method.
    const first = read.methods[before];
    if (first)
      reading.draft.comment(
        ["methods", first.operation.key],
        keptComments(reading.source, path),
      );
    collect(
      recordOrEmpty(own["subresources"]),
      [...path, "subresources"],
      resource,
      collecting,
    );
    const { description } = own;
    if (typeof description === "string")
      texts.push({
        path: [...path, "description"],
        resource: resource.join("."),
        text: description,
      });
  }
};

const resourceKeys = ["methods", "models", "subresources", "description"];

/** `to` names a method of the same resource, or one with its resources. */
const aliased = (
  { ledger, casing }: Reading,
  { methods, aliases }: ReadMethods,
): readonly ReadMethod[] =>
  aliases.flatMap(({ name, path, to }) => {
    const dotted = to
      .split(".")
      .map((part) => casing.camel(part))
      .join(".");
    const beside = [...name.split(".").slice(0, -1), dotted].join(".");
    const target = methods.find((one) => [dotted, beside].includes(one.name));
    if (!target) ledger.lost(path, `no method ${to}`);
    return target
      ? [{ name, path, operation: target.operation, options: {} }]
      : [];
  });
