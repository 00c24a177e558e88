/**
 * Which function of the runtime writes a style and reads a media type. The tables are the
 * specification's: OpenAPI 3.1.1 section 4.8.12.3 for styles.
 */
import {
  assertNever,
  type Parameter,
  type ParameterEncoding,
  type Result,
} from "../sdk.js";
import { runtime, type RuntimeSymbol } from "./symbols.js";

type Encoding = Exclude<ParameterEncoding, { kind: "default" }>;

export interface StyleSymbols {
  readonly symbol: RuntimeSymbol;
  /** Wraps the encoder so that reserved characters stay as they are. */
  readonly reserved?: RuntimeSymbol;
}

export function styleOf(
  encoding: Encoding,
  place: Parameter["in"],
): StyleSymbols {
  if (encoding.kind === "json") return { symbol: runtime.json };
  return { symbol: runtime.json };
}

/** How a response is read; undefined for JSON, which the runtime reads by itself. */
export function decoderOf({ kind }: Result): RuntimeSymbol | undefined {
  switch (kind) {
    case "json":
      return undefined;
    case "none":
      return runtime.nothing;
    case "text":
      return runtime.text;
    case "binary":
      return runtime.blob;
    case "events":
      return runtime.events;
    case "jsonLines":
      return runtime.jsonLines;
    default:
      return assertNever(kind);
  }
}
