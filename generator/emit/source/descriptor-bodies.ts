/**
 * The body in the descriptor of an operation: one media type, or several that the caller chooses
 * from.
 */
import type { Body, BodyFormat, Operation, Text } from "../../sdk/sdk.js";
import {
  RuntimeReference,
  type DescriptorObject,
} from "./descriptor-values.js";
import { fieldEncoding } from "./encoders.js";
import { runtimeSymbols, type RuntimeSymbol } from "./symbols.js";

export function bodyMembers(
  { params }: Operation,
  body: Body,
): DescriptorObject {
  const isOptional = !body.isAlwaysSent && params !== undefined;
  const { choice, key } = body;
  if (!choice)
    return {
      body: encoder(body, key),
      ...formatMembers(body, isOptional),
      contentType: contentType(body),
    };
  const choices = [body, ...choice.formats].map((format) => {
    const members = formatMembers(format, isOptional);
    const hasMembers = Object.values(members).some(
      (member) => member !== undefined,
    );
    return [
      format.mediaType,
      encoder(format, key),
      ...(hasMembers ? [members] : []),
    ];
  });
  const isUsualKey = choice.key === ("contentType" as Text);
  return {
    body: new RuntimeReference(runtimeSymbols.bodyByMediaType, [
      choices,
      ...(isUsualKey ? [] : [choice.key]),
    ]),
  };
}

/** What differs between the media types of a body. */
const formatMembers = (
  { kind, fields, encoding }: BodyFormat,
  isOptional: boolean,
): DescriptorObject => ({
  fields: fields?.map(({ name, key }) => (key === name ? name : { name, key })),
  optional: fields && isOptional ? true : undefined,
  encoding: encoding?.map((field) => fieldEncoding(field, kind)),
});

/**
 * The encoder of each kind, and the media types that it sends by default: bytes have one only
 * where the document names it.
 */
const formats: Readonly<
  Record<Body["kind"], readonly [encoder: RuntimeSymbol, usual: RegExp]>
> = {
  json: [runtimeSymbols.json, /^(application\/json|\*\/\*)$/i],
  jsonItems: [runtimeSymbols.jsonItems, /^application\/jsonl$/i],
  form: [runtimeSymbols.form, /^application\/x-www-form-urlencoded$/i],
  multipart: [runtimeSymbols.multipart, /^multipart\/form-data$/i],
  multipartItems: [runtimeSymbols.multipartItems, /^multipart\/mixed$/i],
  text: [runtimeSymbols.text, /^text\/(plain|\*)$/i],
  binary: [runtimeSymbols.binary, /\*/],
};

function encoder({ kind, fields }: BodyFormat, key: Text): RuntimeReference {
  const usual = new RuntimeReference(formats[kind][0]);
  return fields || key === ("body" as Text)
    ? usual
    : new RuntimeReference(runtimeSymbols.bodyAt, [key, usual]);
}

const contentType = ({ kind, mediaType }: BodyFormat): string | undefined =>
  formats[kind][1].test(mediaType) ? undefined : mediaType;
