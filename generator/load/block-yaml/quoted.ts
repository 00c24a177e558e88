/**
 * Scalars in quotes (YAML 1.2.2 sections 7.3.1 and 7.3.2); escapes and folded lines are left to `yaml`.
 */
import { CST } from "yaml";
import { checkIndent, type Scalar, Unusual } from "./lines.js";

export const readQuoted = (
  text: string,
  at: number,
  column: number,
): Scalar => {
  const quote = text.charAt(at);
  let end = at + 1;
  for (;;) {
    const next = text.indexOf(quote, end);
    if (next === -1) throw new Unusual();
    end = next + 1;
    if (quote === "'") {
      if (text.charAt(end) !== "'") break;
      end++;
    } else {
      let slashes = 0;
      while (text.charAt(next - 1 - slashes) === "\\") slashes++;
      if (slashes % 2 === 0) break;
    }
  }
  const source = text.slice(at, end);
  if (!source.includes("\n")) {
    const inner = source.slice(1, -1);
    if (quote === "'") return { value: inner.replaceAll("''", "'"), end };
    if (!inner.includes("\\")) return { value: inner, end };
  }
  checkIndent(text, at, end, column);
  const type = quote === "'" ? "single-quoted-scalar" : "double-quoted-scalar";
  return { value: resolved({ type, offset: 0, indent: 0, source }), end };
};

export const resolved = (token: CST.FlowScalar | CST.BlockScalar): string =>
  CST.resolveAsScalar(token, true, () => {
    throw new Unusual();
  }).value;
