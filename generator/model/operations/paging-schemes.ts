/**
 * Pages as the config describes them: `pagination`.
 */
import type { PaginationScheme, SdkConfig } from "../../config/config.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Paging, Text } from "../../sdk/sdk.js";
import type { OperationEntry } from "../resources/entries.js";
import { patternOf, type OperationPattern } from "./operation-patterns.js";
import { plain, type Input } from "./paging-fields.js";
import { findItems, itemsAt, elementOf } from "./paging-items.js";
import { firstNumber } from "./paging-first.js";
import type { PagingSource } from "./paging-source.js";

interface Scheme extends PaginationScheme {
  readonly name: string;
  readonly patterns: readonly OperationPattern[];
  isUsed: boolean;
}

/** What became of a scheme on an operation: its pages, or what it lacks. */
type Fit = { readonly paging?: Paging } | { readonly lacks: string };

/** The length of the list of operations in a message, which cuts what is longer than 200 characters. */
const maxNamed = 180;

export class PagingSchemes {
  readonly #schemes: readonly Scheme[];
  readonly #diagnostics: Diagnostics;
  readonly #unclear: OperationEntry[] = [];

  constructor(
    { pagination = {} }: Pick<SdkConfig, "pagination">,
    diagnostics: Diagnostics,
  ) {
    this.#diagnostics = diagnostics;
    this.#schemes = Object.entries(pagination).map(([name, scheme]) => ({
      ...scheme,
      name,
      patterns: (scheme.operations ?? []).map(patternOf),
      isUsed: false,
    }));
  }

  /** What the scheme says that names this operation; its pages are absent where it has none. */
  chosen(source: PagingSource): { readonly paging?: Paging } | undefined {
    const { entry } = source;
    for (const scheme of this.#schemes) {
      const matching = scheme.patterns.filter(({ matches }) => matches(entry));
      if (matching.length === 0) continue;
      scheme.isUsed = true;
      for (const pattern of matching) pattern.isUsed = true;
      const fit = fitOf(scheme, source);
      if (!("lacks" in fit)) return fit;
      this.#report(scheme, entry, fit.lacks);
      return {};
    }
    return undefined;
  }

  /** Reports a scheme that names an operation without a response that could be a page. */
  refused(entry: OperationEntry): void {
    for (const scheme of this.#schemes)
      for (const pattern of scheme.patterns)
        if (pattern.matches(entry)) {
          const isFirst = !pattern.isUsed;
          scheme.isUsed = pattern.isUsed = true;
          // A pattern may match more than lists: the name of an operation does not.
          if (isFirst && !pattern.text.includes("*") && scheme.by !== "none")
            this.#report(scheme, entry, "response in JSON");
        }
  }

  /** The first of the schemes for any operation that fits this one. */
  fitting(source: PagingSource): { readonly paging?: Paging } | undefined {
    for (const scheme of this.#schemes) {
      if (scheme.operations) continue;
      const fit = fitOf(scheme, source);
      if ("lacks" in fit) continue;
      scheme.isUsed = true;
      return fit;
    }
    return undefined;
  }

  /** An operation that looks like a list, without a sign of how it goes on. */
  addUnclear(entry: OperationEntry): void {
    this.#unclear.push(entry);
  }

  /** Reports what is known when every operation has been planned. */
  report(): void {
    for (const { name, patterns, isUsed } of this.#schemes) {
      for (const { text } of patterns.filter((pattern) => !pattern.isUsed))
        this.#diagnostics.report("pagination-no-operation", { name, text });
      if (patterns.length === 0 && !isUsed)
        this.#diagnostics.report("pagination-unused", { name });
    }
    const named: string[] = [];
    for (const { key } of this.#unclear)
      if ([...named, key].join(", ").length <= maxNamed) named.push(key);
      else break;
    const more = this.#unclear.length - named.length;
    const [first] = this.#unclear;
    if (first === undefined) return;
    const operations = [...named, ...(more > 0 ? [`${more} more`] : [])];
    this.#diagnostics.report(
      "pages-unclear",
      { operations: operations.join(", ") },
      first.pointer,
    );
  }

  #report(
    { name, by }: Scheme,
    { key, pointer }: OperationEntry,
    lacks: string,
  ): void {
    this.#diagnostics.report(
      "pagination-unfit",
      { name, by, operation: key, lacks },
      pointer,
    );
  }
}

export function fitOf(scheme: PaginationScheme, source: PagingSource): Fit {
  const { by } = scheme;
  if (by === "none") return {};
  const { result, entry, fields, document } = source;
  const items =
    scheme.items === undefined
      ? findItems(result.type, entry.path, fields)
      : itemsAt(fieldPath(scheme.items, source), result.type, fields);
  if (!items)
    return {
      lacks:
        scheme.items === undefined
          ? "list in the response that the items are"
          : `list at ${scheme.items} in the response`,
    };
  if (by === "single") return { paging: { by, ...items } };
  const lacking: string[] = [];
  const field = (name: Sign): readonly Text[] | undefined => {
    if (scheme.headers?.[name] !== undefined) return [memberOf(name)];
    const text = scheme[name];
    const path = text === undefined ? undefined : fieldPath(text, source);
    if (text !== undefined && !path)
      lacking.push(`field ${text} in the response (${name})`);
    return path;
  };
  const [next, more, total] = [field("next"), field("more"), field("total")];
  const headers = headersOf(scheme);
  const common = {
    ...items,
    ...(more && { more }),
    ...(next && { next }),
    ...(headers.length > 0 && { headers }),
  };
  const input =
    scheme.param === undefined ? undefined : inputAt(scheme.param, source);
  if (by !== "url" && !input)
    lacking.push(
      scheme.param === undefined
        ? "param in the scheme"
        : `parameter ${scheme.param}`,
    );
  if (by === "cursor" && !next && scheme.next === undefined)
    lacking.push("next in the scheme");
  const array = fields.at(result.type, items.items)?.type ?? result.type;
  const item = elementOf(array, fields);
  const id = pathIn(scheme.id ?? "id", (path) =>
    (item ? fields.members(item) : []).every((one) => fields.at(one, path)),
  );
  if (by === "id" && !id)
    lacking.push(`field ${scheme.id ?? "id"} in every item (id)`);
  const before =
    scheme.previous === undefined
      ? undefined
      : inputAt(scheme.previous, source);
  if (scheme.previous !== undefined && !before)
    lacking.push(`parameter ${scheme.previous}`);
  if (lacking.length > 0) return { lacks: lacking.join(", ") };
  if (by === "url") return { paging: { by, ...common } };
  const param = input?.path ?? [];
  if (by === "cursor") return { paging: { by, param, ...common } };
  if (by === "id") {
    const previous = before?.path;
    return {
      paging: {
        ...{ by, param, ...common },
        ...(id && { id }),
        ...(previous && { previous }),
      },
    };
  }
  const first = input && firstNumber(document, input);
  const isPages =
    total &&
    /pages?$|^pages?|lastpage/.test(
      plain(scheme.headers?.total ?? total.at(-1) ?? ""),
    );
  return {
    paging: {
      by,
      param,
      ...common,
      ...(first !== undefined && first !== Number(by === "page") && { first }),
      ...(total && (isPages && by === "page" ? { pages: total } : { total })),
    },
  };
}

type Sign = "next" | "more" | "total";

/** The member that the runtime adds to the body for a header; no field of a body has such a name. */
const memberOf = (sign: Sign): Text => `~${sign}` as Text;

const headersOf = ({
  headers = {},
}: PaginationScheme): readonly (readonly [member: Text, header: Text])[] =>
  (["next", "more", "total"] as const).flatMap((sign): [Text, Text][] => {
    const header = headers[sign];
    return header === undefined ? [] : [[memberOf(sign), header as Text]];
  });

/** `meta.next` as the names on the way; a name may have dots of its own. */
function pathIn(
  text: string,
  isThere: (path: readonly Text[]) => boolean,
): readonly Text[] | undefined {
  return [[text], text.split(".")]
    .map((path) => path as Text[])
    .find((path) => isThere(path));
}

const fieldPath = (
  text: string,
  { fields, result }: PagingSource,
): readonly Text[] | undefined =>
  text === ""
    ? []
    : pathIn(text, (path) => fields.at(result.type, path) !== undefined);

/** A parameter by its name on the wire, or a field of the body: `pagination.cursor`. */
const inputAt = (text: string, { inputs }: PagingSource): Input | undefined =>
  inputs.find(({ path }) =>
    [path, path[0] === "body" ? path.slice(1) : path].some(
      (one) => one.join(".") === text,
    ),
  );
