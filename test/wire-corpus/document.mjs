/**
 * Reads a document the way the specification tells it, with nothing of the generator: operations,
 * with all that their paths add, and references followed.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";

const methods = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
];

/** The files of documents that consist of several, by their URLs. */
const others = new Map();

export const readDocument = (file) => parseFile(pathToFileURL(file), true);

function parseFile(url, isRoot = false) {
  const text = readFileSync(url, "utf8").replace(/^\uFEFF/, "");
  let document;
  try {
    document = JSON.parse(text);
  } catch {
    document = parse(text, { maxAliasCount: -1 });
  }
  absolute(document, url, isRoot);
  return document;
}

/** References say which file they mean, except for those of the first file to itself. */
function absolute(node, url, isRoot) {
  if (typeof node !== "object" || node === null) return;
  const { $ref } = node;
  if (typeof $ref === "string" && !(isRoot && $ref.startsWith("#")))
    if (!/^\w+:/.test($ref)) node.$ref = new URL($ref, url).href;
  for (const value of Object.values(node)) absolute(value, url, isRoot);
}

/** What a reference leads to, with what stands beside the reference. */
export function follow(root, node) {
  for (let steps = 0; typeof node?.$ref === "string"; steps++) {
    const [file, pointer = ""] = node.$ref.split("#");
    if ((file && !file.startsWith("file:")) || steps > 50)
      throw new Error(`cannot follow ${node.$ref}`);
    if (file && !others.has(file)) others.set(file, parseFile(new URL(file)));
    const { $ref: _, ...beside } = node;
    const target = pointer
      .split("/")
      .slice(1)
      .map((part) =>
        decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"),
      )
      .reduce((at, part) => at?.[part], file ? others.get(file) : root);
    node = target?.$ref ? target : { ...target, ...beside };
  }
  return node;
}

/** Every operation that an SDK can call. */
export const operationsOf = (root) =>
  Object.entries(root.paths ?? {}).flatMap(([path, unresolved]) => {
    if (!path.startsWith("/")) return [];
    const item = follow(root, unresolved);
    return [
      ...methods.map((method) => [method.toUpperCase(), item?.[method]]),
      ...Object.entries(item?.additionalOperations ?? {}),
    ].flatMap(([method, operation]) =>
      operation ? [describe(root, path, item, method, operation)] : [],
    );
  });

function describe(root, path, item, method, operation) {
  const all = parametersOf(root, item, operation);
  const parameters = all.filter(
    (one) => one.in !== "body" && one.in !== "formData" && !isIgnored(one),
  );
  return {
    method,
    path,
    parameters: [...parameters, ...undeclared(path, parameters)],
    ...bodyOf(root, operation, all),
    // No client that is built on `fetch` can send it; 3.0 has it ignored.
    ...(/^(GET|HEAD)$/.test(method) && { bodies: {} }),
    server: serverOf(root, item, operation),
    security: operation.security ?? root.security ?? [],
    accepts: acceptsOf(root, operation),
  };
}

/** Names in the path that a document does not say more of can only be text. */
const undeclared = (path, parameters) =>
  [...path.matchAll(/{([^{}]+)}/g)]
    .map(([, name]) => name)
    .filter(
      (name) =>
        !parameters.some((one) => one.in === "path" && one.name === name),
    )
    .map((name) => ({ name, in: "path", schema: { type: "string" } }));

/** Those of the operation replace those of the path that have the same name and place. */
function parametersOf(root, item, operation) {
  const found = new Map();
  for (const unresolved of [
    ...(item.parameters ?? []),
    ...(operation.parameters ?? []),
  ]) {
    const parameter = follow(root, unresolved);
    found.set(`${parameter.in} ${parameter.name}`, {
      ...parameter,
      ...(root.swagger && styleOfFormat(parameter)),
    });
  }
  return [...found.values()];
}

/** "shall be ignored": OpenAPI 3.1.1 section 4.8.12.2.1. */
const isIgnored = ({ in: place, name }) =>
  place === "header" && /^(accept|content-type|authorization)$/i.test(name);

/** `collectionFormat` of 2.0 in terms of 3.x; commas are the default. */
function styleOfFormat({ type, in: place, collectionFormat = "csv" }) {
  if (type !== "array") return {};
  const inPath = place === "path" || place === "header";
  const styles = { ssv: "spaceDelimited", pipes: "pipeDelimited", tsv: "tab" };
  return {
    style: styles[collectionFormat] ?? (inPath ? "simple" : "form"),
    explode: collectionFormat === "multi",
  };
}

/** `bodies`: what may be sent, by media type. */
function bodyOf(root, operation, parameters) {
  if (!root.swagger) {
    const body = follow(root, operation.requestBody);
    return {
      bodies: body?.content ?? {},
      bodyRequired: body?.required === true,
    };
  }
  const consumes = operation.consumes ?? root.consumes ?? [];
  const body = parameters.find((one) => one.in === "body");
  if (body) {
    const types = consumes.length > 0 ? consumes : ["application/json"];
    return {
      bodies: Object.fromEntries(
        types.map((type) => [type, { schema: body.schema }]),
      ),
      bodyRequired: body.required === true,
    };
  }
  const fields = parameters.filter((one) => one.in === "formData");
  if (fields.length === 0) return { bodies: {}, bodyRequired: false };
  const required = fields.filter((one) => one.required);
  const forms = ["multipart/form-data", "application/x-www-form-urlencoded"];
  const media = {
    schema: {
      type: "object",
      properties: Object.fromEntries(
        fields.map(({ name, ...field }) => [
          name,
          { ...field, required: undefined },
        ]),
      ),
      required: required.map(({ name }) => name),
    },
    encoding: Object.fromEntries(
      fields
        .filter(({ style }) => style)
        .map(({ name, style, explode }) => [name, { style, explode }]),
    ),
  };
  const types = fields.some(({ type }) => type === "file")
    ? forms.slice(0, 1)
    : forms.filter((type) => consumes.includes(type));
  return {
    bodies: Object.fromEntries(
      (types.length > 0 ? types : forms.slice(1)).map((type) => [type, media]),
    ),
    bodyRequired: required.length > 0,
  };
}

/** The first server of the closest place that names any; undefined where it is no whole URL. */
function serverOf(root, item, operation) {
  if (root.swagger) {
    const { schemes = ["https"], host, basePath = "" } = root;
    const scheme = schemes.includes("https") ? "https" : schemes[0];
    return host && `${scheme}://${host}${basePath}`.replace(/\/+$/, "");
  }
  const servers =
    [operation, item, root]
      .map(({ servers }) => servers)
      .find((all) => all?.length) ?? [];
  // Where a document offers both, nobody is to be sent over plain http.
  const secure = servers[0]?.url.replace(/^http:/, "https:");
  const server = servers.find(({ url }) => url === secure) ?? servers[0];
  const url = server?.url.replace(
    /{([^{}]+)}/g,
    (whole, name) => server.variables?.[name]?.default ?? whole,
  );
  return /^https?:\/\/[^{}]+$/.test(url) ? url.replace(/\/+$/, "") : undefined;
}

/** The media types that an answer may have. */
function acceptsOf(root, operation) {
  const success = Object.entries(operation.responses ?? {}).filter(([status]) =>
    /^2/.test(status),
  );
  return success.flatMap(([, response]) =>
    root.swagger
      ? (operation.produces ?? root.produces ?? [])
      : Object.keys(follow(root, response)?.content ?? {}),
  );
}
