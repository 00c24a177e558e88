/**
 * `resources.<name>.methods`: the names of operations, and what is said of single ones.
 */
import { isRecord, type JsonObject } from "../../openapi/records.js";
import type { KnownOperation } from "../known-document.js";
import type { SourceReading as Reading } from "../reading.js";
import type { SourcePath } from "../source.js";
import { readUnwrap } from "./webhooks.js";

/** A method that calls an operation. */
export interface ReadMethod {
  /** `apps.users.getByName` */
  readonly name: string;
  readonly path: SourcePath;
  readonly operation: KnownOperation;
  /** What else the config says of it; empty where it has the endpoint alone. */
  readonly options: Readonly<JsonObject>;
}

/** A second name: it calls what another method calls. */
export interface ReadAlias {
  readonly name: string;
  readonly path: SourcePath;
  /** The other method, as the config names it. */
  readonly to: string;
}

export interface ReadMethods {
  readonly methods: ReadMethod[];
  readonly aliases: ReadAlias[];
  /** Keys of operations that another language alone has. */
  readonly others: Set<string>;
}

/** @param resource its names in the SDK, outermost first */
export const readMethod = (
  reading: Reading,
  path: SourcePath,
  value: unknown,
  { resource, read }: { resource: readonly string[]; read: ReadMethods },
): void => {
  const { ledger, casing, diagnostics, source } = reading;
  const name = [...resource, casing.camel(String(path.at(-1)))].join(".");
  const options = isRecord(value) ? value : { endpoint: value };
  const { endpoint, type = "http", to } = options;
  const known = (...keys: readonly string[]): void =>
    keys.forEach((key) => ledger.settle([...path, key]));
  known("endpoint", "type");
  if (type === "webhook_unwrap") {
    ledger.loseOthers(path, options, ["type", "discriminator"]);
    readUnwrap(reading, path, name);
    return;
  }
  if (type === "alias" && typeof to === "string") {
    ledger.loseOthers(path, options, ["type", "to", "endpoint"]);
    known("to");
    read.aliases.push({ name, path, to });
    return;
  }
  if (type !== "http") {
    ledger.lost(
      path,
      `no methods of the type ${String(type)}: write it in src/lib/`,
    );
    return;
  }
  const parsed =
    typeof endpoint === "string" ? parseEndpoint(endpoint) : undefined;
  if (!parsed) {
    const details = { method: name };
    diagnostics.report(
      "import-endpoint-form",
      details,
      source.positionOf(path),
    );
    return;
  }
  const operation = reading.document.find(parsed.method, parsed.path);
  if (!operation) {
    const near = reading.document.nearest(parsed.method, parsed.path);
    diagnostics.report(
      "import-endpoint",
      {
        method: name,
        endpoint: `${parsed.method.toUpperCase()} ${parsed.path}`,
        hint:
          near === undefined
            ? "Name the document that has it: `--spec openapi.yml`."
            : `Did you mean ${near}? Correct it, or name another document with --spec.`,
      },
      source.positionOf(path),
    );
    return;
  }
  if (!isForUs(options)) {
    known("skip", "only");
    read.others.add(operation.key);
    ledger.notNeeded(path, "a method of other languages");
    return;
  }
  known("skip", "only");
  read.methods.push({ name, path, operation, options });
};

/** `get /pets/{id}`; verb and path may stand on two lines. */
export const parseEndpoint = (
  text: string,
): { readonly method: string; readonly path: string } | undefined => {
  const [, method, path] = /^\s*([a-z]+)\s+(\/\S*)\s*$/i.exec(text) ?? [];
  return method === undefined || path === undefined
    ? undefined
    : { method, path };
};

const ourNames: readonly unknown[] = ["typescript", "node"];

/** `skip: true`, or lists of languages under `skip` and `only`. */
const isForUs = ({ skip, only }: Readonly<JsonObject>): boolean => {
  const skipped =
    skip === true ||
    (Array.isArray(skip) && skip.some((one) => ourNames.includes(one)));
  const isOthers =
    Array.isArray(only) && !only.some((one) => ourNames.includes(one));
  return !skipped && !isOthers;
};
