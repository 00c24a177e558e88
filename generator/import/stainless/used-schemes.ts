/**
 * The security schemes that the operations of the SDK ask for: those of the config's own `security`, or of
 * the document.
 */
import { child } from "../../openapi/pointers.js";
import {
  arrayOrEmpty,
  isRecord,
  type JsonObject,
  recordOrEmpty,
} from "../../openapi/records.js";
import type { SourceReading as Reading } from "../reading.js";
import type { ReadMethod } from "./methods.js";

export interface UsedSchemes {
  readonly names: ReadonlySet<string>;
  /** The paths of the operations of the SDK. */
  readonly paths: readonly string[];
  /** The requirement that the document lacks: each scheme of the client's options, alone. */
  readonly missing?: readonly Readonly<JsonObject>[];
}

/** A client sends what it is given, also where no operation of the document asks for anything. */
export const usedSchemes = (
  { source, document }: Reading,
  methods: readonly ReadMethod[],
): UsedSchemes => {
  const { security, settings } = source.root;
  const requirements = [
    security ?? document.root["security"],
    ...methods.map(({ operation }) => operation.operation["security"]),
  ];
  const names = new Set(
    requirements
      .flatMap(arrayOrEmpty)
      .flatMap((one) => Object.keys(recordOrEmpty(one))),
  );
  const paths = methods.map(({ operation }) => operation.path);
  const isOwn = recordOrEmpty(settings)["per_endpoint_security"] === true;
  const known = optionSchemes(source.root).filter(
    (name) =>
      isRecord(child(source.root["security_schemes"], name)) ||
      isRecord(child(document.schemes, name)),
  );
  if (names.size > 0 || isOwn || known.length === 0) return { names, paths };
  return {
    names: new Set(known),
    paths,
    missing: known.map((name) => ({ [name]: [] })),
  };
};

/** Those that options of the client fill. */
const optionSchemes = (root: Readonly<JsonObject>): readonly string[] => {
  const { opts } = recordOrEmpty(root["client_settings"]);
  const names = Object.values(recordOrEmpty(opts)).map(
    (option) => recordOrEmpty(recordOrEmpty(option)["auth"])["security_scheme"],
  );
  return [...new Set(names)].filter((name) => typeof name === "string");
};
