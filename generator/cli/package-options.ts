/**
 * The options of the commands that generate packages, compare them or list their names.
 */
import { Argument, InvalidArgumentError, Option } from "commander";
import { annotationsOption } from "./annotations/option.js";
import type { AnnotationOptions } from "./annotations/option.js";
import { originForm } from "../config/origin-form.js";
import { withoutPrototype } from "../config/without-prototype.js";
import type { GenerateOptions, OperationFilter } from "../index.js";
import type { CommonOptions } from "./command.js";

/** As commander parses them: a repeatable option has a singular name. */
export interface PackageOptions
  extends
    CommonOptions,
    Pick<AnnotationOptions, "annotations">,
    Omit<GenerateOptions, "cwd" | "input" | "config" | Repeatable> {
  readonly config?: string;
  readonly overlay?: GenerateOptions["overlays"];
  readonly header?: GenerateOptions["headers"];
  readonly allowRefOrigin?: GenerateOptions["allowRefOrigins"];
}

type Repeatable = "overlays" | "headers" | "allowRefOrigins";

/** The options as the library takes them, which ignores those of printing. */
export const toLibraryOptions = (
  options: PackageOptions,
  input: string | undefined,
): GenerateOptions => {
  const { overlay, header, allowRefOrigin, ...others } =
    withoutPrototype(options);
  return withoutPrototype({
    ...(input !== undefined && { input }),
    ...others,
    ...(overlay && { overlays: overlay }),
    ...(header && { headers: header }),
    ...(allowRefOrigin && { allowRefOrigins: allowRefOrigin }),
  });
};

export const specArgument = new Argument(
  "[spec]",
  "the OpenAPI document, a path or a URL; default: those of the config",
);

const append = (
  value: string,
  previous: readonly string[] = [],
): readonly string[] => [...previous, value];

const appendOrigin = (
  origin: string,
  previous?: readonly string[],
): readonly string[] => {
  if (!originForm.test(origin)) {
    throw new InvalidArgumentError("It is like https://schemas.example.");
  }
  return append(origin, previous);
};

/** The value is a secret: a mistake is reported later, without it. */
const appendHeader = (
  header: string,
  previous?: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const [, name = "(no name)", value = ""] =
    /^([^:\s]+):\s*(.*)$/s.exec(header) ?? [];
  return { ...previous, [name]: value };
};

const filterFields = {
  tag: "tags",
  path: "paths",
  operation: "operations",
} as const;

/** `tag:Pets` is added to the earlier ones. */
const appendFilter = (
  selector: string,
  filter: OperationFilter = {},
): OperationFilter => {
  if (selector === "deprecated") return { ...filter, deprecated: true };
  const [, kind = "", pattern = ""] =
    /^([^:]*):(.*\S.*)$/s.exec(selector) ?? [];
  if (!Object.hasOwn(filterFields, kind)) {
    throw new InvalidArgumentError(
      "It is tag:NAME, path:/pets/**, operation:ID or deprecated.",
    );
  }
  const field = filterFields[kind as keyof typeof filterFields];
  return { ...filter, [field]: append(pattern, filter[field]) };
};

const configOption = new Option(
  "-c, --config <file>",
  "default: sdkwright.config.* here or above",
);

/** What the SDK is made from. */
export const documentOptions: readonly Option[] = [
  new Option("-o, --output <dir>", "the package's directory"),
  configOption,
  new Option(
    "--only <name>",
    "of several SDKs the one of this package, client or directory; repeatable",
  ).argParser(append),
  new Option(
    "--ref-root <dir>",
    "directory that references may read; default: the document's",
  ),
  new Option(
    "--overlay <file>",
    "overlay to apply to the document first; repeatable, in order",
  ).argParser(append),
  new Option(
    "--header <header>",
    "'Name: value' to send with the request for a URL; ${NAME} is from the environment; repeatable",
  ).argParser(appendHeader),
  new Option(
    "--allow-ref-origin <origin>",
    "origin that references may lead to; repeatable",
  ).argParser(appendOrigin),
  new Option(
    "--include <selector>",
    "only these operations: tag:NAME, path:/pets/**, operation:ID, deprecated; repeatable",
  ).argParser(appendFilter),
  new Option(
    "--exclude <selector>",
    "exclude these operations; as --include",
  ).argParser(appendFilter),
];

/** Of commands whose arguments are files of a package: the document is an option. */
export const ownerOptions: readonly Option[] = [
  new Option("--input <spec>", "the OpenAPI document, where no config has it"),
  ...documentOptions,
];

export interface OwnerOptions extends PackageOptions {
  readonly input?: string;
}

export const packageOptions: readonly Option[] = [
  ...documentOptions,
  new Option("--strict", "show warnings, and treat them as errors"),
  annotationsOption,
  new Option("--timings", "print how long each stage took"),
];
