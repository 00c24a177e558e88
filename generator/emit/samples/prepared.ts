/**
 * The request of a sample call as the runtime itself writes it, without credentials.
 */
import * as bodies from "#runtime/body";
import { normalizeServerURL, type Settings } from "#runtime/client";
import { fillsPaths } from "#runtime/client-paths";
import { ConfigError } from "#runtime/errors";
import { extras } from "#runtime/extras";
import { form } from "#runtime/form";
import * as headerStyles from "#runtime/header-styles";
import { jsonItems } from "#runtime/json-items";
import { partsOf, type FormPart } from "#runtime/multipart";
import type { Encoder, Operation as Descriptor } from "#runtime/operation";
import * as partStyles from "#runtime/part-styles";
import * as pathStyles from "#runtime/path-styles";
import { prepareRequest, type PreparedRequest } from "#runtime/prepare";
import { formInForm } from "#runtime/inner-bodies";
import { partsNested } from "#runtime/part-nesting";
import { nested } from "#runtime/query-nesting";
import * as queryStyles from "#runtime/query-styles";
import * as querystrings from "#runtime/querystring";
import { expandServerURL } from "#runtime/server-url";
import { bodyAt } from "#runtime/body-at";
import { bodyByMediaType } from "#runtime/body-by-media-type";
import type { Operation, Sdk } from "../../sdk/sdk.js";
import {
  isList,
  RuntimeReference,
  type DescriptorValue,
} from "../source/descriptor-values.js";
import { descriptorOf } from "../source/descriptors.js";
import { sampleArguments } from "./arguments.js";

export interface PreparedSample extends PreparedRequest {
  /** The parts of a multipart body, in place of its bytes. */
  readonly parts?: readonly FormPart[];
}

/**
 * Undefined where the runtime refuses the values of the document's example, such as an empty text
 * in a path.
 *
 * @param clientParameters texts in place of the values that the client is given, by their names
 */
export function prepareSample(
  operation: Operation,
  sdk: Sdk,
  clientParameters: ReadonlyMap<string, string>,
): PreparedSample | undefined {
  let parts: readonly FormPart[] | undefined;
  const multipart: Encoder = {
    encode: (params, descriptor, headers) =>
      bodies.encodeBody(
        params,
        descriptor,
        headers,
        "multipart/form-data",
        (value) => {
          parts = partsOf(value, descriptor.encoding);
          return "";
        },
      ),
  };
  const descriptor = evaluate(
    {
      ...descriptorOf(operation),
      // Samples leave out the idempotency key, which is new for each call.
      idempotency: undefined,
      // Nor do they show what becomes of the request.
      response: undefined,
      unsafe: undefined,
    },
    new Map(Object.entries({ ...functions, multipart })),
  );
  const params = paramsOf(operation, sdk);
  try {
    const prepared = prepareRequest(
      settingsOf(sdk, clientParameters),
      descriptor as Descriptor,
      params,
      {},
      undefined,
      // The runtime reads and writes headers by their names only.
      new HeaderTexts() as Partial<Headers> as Headers,
      { signal: new AbortController().signal, abort: () => undefined },
    );
    return { ...prepared, ...(parts && { parts }) };
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** In place of the platform's `Headers`: for those Node loads its whole HTTP client. */
class HeaderTexts implements Pick<Headers, "get" | "set" | "delete"> {
  readonly #texts = new Map<string, string>();

  get(name: string): string | null {
    return this.#texts.get(name.toLowerCase()) ?? null;
  }

  /** @throws TypeError for a name that is not one of a header (RFC 9110, 5.6.2) */
  set(name: string, value: string): void {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw new TypeError(name);
    this.#texts.set(name.toLowerCase(), value.trim());
  }

  delete(name: string): void {
    this.#texts.delete(name.toLowerCase());
  }
}

/**
 * True for what the runtime and the platform throw at an argument that cannot be sent: `run.ts`
 * makes a `ConfigError` of it. `encodeURIComponent` throws a `URIError` at half a surrogate pair.
 */
const isRefusal = (error: unknown): boolean =>
  error instanceof ConfigError ||
  error instanceof TypeError ||
  error instanceof URIError;

function refuse(): never {
  throw new TypeError("no sample");
}

/** The functions of the runtime that write requests. */
const functions = {
  ...pathStyles,
  ...queryStyles,
  nested,
  ...querystrings,
  ...headerStyles,
  ...partStyles,
  partsNested,
  ...bodies,
  form,
  jsonItems,
  // Other languages have no short way to write these.
  multipartItems: { encode: refuse },
  innerMultipart: () => refuse,
  innerForm: () => refuse,
  formInForm,
  bodyAt,
  bodyByMediaType,
  extras,
};

/**
 * A descriptor with functions of the runtime in place of their names.
 * @throws Error for a name that the scope does not have: an internal error
 */
function evaluate(
  value: DescriptorValue | undefined,
  scope: ReadonlyMap<string, unknown>,
): unknown {
  if (typeof value !== "object") return value;
  if (isList(value)) return value.map((item) => evaluate(item, scope));
  if (value instanceof RuntimeReference) {
    const { symbol, callArguments } = value;
    const target = scope.get(symbol.name);
    if (target === undefined) throw new Error(`no ${symbol.name} in the scope`);
    return callArguments && isCallable(target)
      ? target(...callArguments.map((item) => evaluate(item, scope)))
      : target;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      evaluate(member, scope),
    ]),
  );
}

const isCallable = (
  value: unknown,
): value is (...values: readonly unknown[]) => unknown =>
  typeof value === "function";

/** Positional arguments join the others under their names on the wire. */
function paramsOf(operation: Operation, sdk: Sdk): object {
  const { positional, params = [] } = sampleArguments(operation, sdk, {
    extent: "full",
    toFile: () => sampleFile,
  });
  return Object.fromEntries([
    ...params,
    ...operation.positional.map(
      ({ wireName }, index) => [wireName, positional[index]] as const,
    ),
  ]);
}

/** The content of any file: snippets read it from a file of this name. */
export const sampleFile = new File([], "file");

function settingsOf(
  { client }: Sdk,
  clientParameters: ReadonlyMap<string, string>,
): Settings {
  const variables = client.servers?.variables ?? [];
  const values = Object.fromEntries(
    variables.map(({ name, defaultValue, values: allowed }) => [
      name,
      [undefined, defaultValue, allowed] as const,
    ]),
  );
  return {
    // Without a server in the document the caller passes `baseURL`, which is for all operations.
    ...(client.baseURL === undefined
      ? { baseURL: "", url: "" }
      : { url: normalizeServerURL(client.baseURL) }),
    expandServer:
      variables.length > 0
        ? (template) => expandServerURL(template, values)
        : undefined,
    extras: fillsPaths(Object.fromEntries(clientParameters), {}),
  };
}
