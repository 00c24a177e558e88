/**
 * The body in the data of an operation: one media type, or several that the caller chooses from.
 */
import type {
  Body,
  BodyFormat,
  FieldEncoding,
  Operation,
  Parameter,
  ParameterEncoding,
  Text,
} from "../../sdk/sdk.js";
import { encoderOf } from "./encoders.js";
import { code, join, key, lit, type Code } from "../encode/encode.js";
import type { Module } from "../module.js";
import { runtime, type RuntimeSymbol } from "./symbols.js";

type Entry = readonly [name: string, value: Code | undefined];

export function bodyEntries(
  operation: Operation,
  body: Body,
  module: Module,
): Entry[] {
  const { choice } = body;
  const optional = isOptional(operation);
  if (!choice)
    return [
      ["body", module.use(encoders[body.kind])],
      ...formatEntries(body, optional, module),
      ["contentType", contentType(body)],
    ];
  const formats = [body, ...choice.formats].map((format) => {
    const own = object(formatEntries(format, optional, module));
    const encoder = module.use(encoders[format.kind]);
    return code`[${lit(format.mediaType)}, ${encoder}${own ? code`, ${own}` : code``}]`;
  });
  const named =
    choice.key === ("contentType" as Text)
      ? code``
      : code`, ${lit(choice.key)}`;
  return [
    [
      "body",
      code`${module.use(runtime.variants)}([${join(formats, ", ")}]${named})`,
    ],
  ];
}

/** What a media type has of its own. */
const formatEntries = (
  { fields, encoding }: BodyFormat,
  optional: boolean,
  module: Module,
): Entry[] => [
  ["fields", fields && fieldsCode(fields)],
  ["optional", fields && optional ? code`true` : undefined],
  ["encoding", encoding && fieldEncodingsCode(encoding, module)],
];

function object(entries: readonly Entry[]): Code | undefined {
  const own = entries.flatMap(([name, value]) =>
    value === undefined ? [] : [code`${key(name as Text)}: ${value}`],
  );
  return own.length > 0 ? code`{ ${join(own, ", ")} }` : undefined;
}

const encoders: Readonly<Record<Body["kind"], RuntimeSymbol>> = {
  json: runtime.json,
  form: runtime.form,
  multipart: runtime.multipart,
  text: runtime.text,
  binary: runtime.binary,
};

/** What each encoder says by itself; a file says it only where the document leaves it open. */
const usualTypes: Readonly<Record<Body["kind"], RegExp>> = {
  json: /^(application\/json|\*\/\*)$/i,
  form: /^application\/x-www-form-urlencoded$/i,
  multipart: /^multipart\/form-data$/i,
  text: /^text\/(plain|\*)$/i,
  binary: /\*/,
};

const contentType = ({ kind, mediaType }: BodyFormat): Code | undefined =>
  usualTypes[kind].test(mediaType) ? undefined : lit(mediaType);

const fieldsCode = (fields: NonNullable<Body["fields"]>): Code =>
  code`[${join(
    fields.map(({ name, key: given }) =>
      given === name
        ? lit(name)
        : code`{ name: ${lit(name)}, key: ${lit(given)} }`,
    ),
    ", ",
  )}]`;

const isOptional = ({ body, params }: Operation): boolean =>
  body?.required === false && params !== undefined;

/** Fields of a form, each with what differs from the default. */
const fieldEncodingsCode = (
  encodings: readonly FieldEncoding[],
  module: Module,
): Code =>
  code`[${join(
    encodings.map(({ name, contentType: type, headers, style }) => {
      const encode = style && encodingCode(style, "query", module);
      return code`{ name: ${lit(name)}${
        type === undefined ? code`` : code`, type: ${lit(type)}`
      }${headers ? code`, headers: ${lit(headers)}` : code``}${
        encode ? code`, encode: ${encode}` : code``
      } }`;
    }),
    ", ",
  )}]`;

/** The function that writes a parameter; undefined for the default of its place. */
export const encodingCode = (
  encoding: ParameterEncoding,
  place: Parameter["in"],
  module: Module,
): Code | undefined =>
  encoding.kind === "default"
    ? undefined
    : module.use(encoderOf(encoding, place));
