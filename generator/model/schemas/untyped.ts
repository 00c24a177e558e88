/**
 * Reports what the types do not express: keywords that no type can, and integers beyond 2^53. Each
 * keyword is reported once, at the first schema that has it, with the number of further ones.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Document, Pointer } from "../../openapi/document.js";
import { openapiRoot } from "../../openapi/grammar.js";
import { type Path, toPath, toPointer } from "../../openapi/pointers.js";
import { contentAt, walk } from "../../openapi/walk.js";
import { hasOnlyExactIntegers } from "../exact.js";
import { rewriteConditions } from "./conditions.js";

interface Occurrences {
  readonly code: "keyword-untyped" | "integer-inexact";
  readonly keyword: string;
  readonly first: Pointer;
  count: number;
}

/** Keywords whose values are printed in types or comments. */
const printedValues = ["default", "const", "enum", "example"] as const;

export function reportUntyped(
  document: Document,
  diagnostics: Diagnostics,
): void {
  const reports = new Map<string, Occurrences>();
  const add = (
    code: Occurrences["code"],
    keyword: string,
    path: Path | undefined,
  ): void => {
    const known = reports.get(`${code} ${keyword}`);
    if (known) known.count++;
    else
      reports.set(`${code} ${keyword}`, {
        code,
        keyword,
        first: [...toPointer(path), keyword],
        count: 1,
      });
  };
  for (const section of ["components", "paths", "webhooks"]) {
    const content = contentAt(openapiRoot, [section]);
    if (!content || !(section in document.root)) continue;
    walk(document.root[section], content, toPath([section]), {
      object(node, kind, path) {
        if (kind !== "schema") return;
        for (const keyword of rewriteConditions(document, node).untyped)
          add("keyword-untyped", keyword, path);
        for (const keyword of printedValues)
          if (!hasOnlyExactIntegers(node[keyword]))
            add("integer-inexact", keyword, path);
      },
    });
  }
  for (const { code, keyword, first, count } of reports.values())
    diagnostics.report(
      code,
      { keyword, more: count === 1 ? "" : ` (and ${count - 1} more)` },
      first,
    );
}
