/**
 * The body in the descriptor of an operation: one media type, or several that the caller chooses
 * from.
 */
import type {
  Body,
  BodyFormat,
  FieldEncoding,
  Operation,
  Text,
} from "../../sdk/sdk.js";
import {
  RuntimeReference,
  type DescriptorObject,
} from "./descriptor-values.js";
import { encoderOf } from "./encoders.js";
import { runtime, type RuntimeSymbol } from "./symbols.js";

export function bodyMembers(
  { params }: Operation,
  body: Body,
): DescriptorObject {
  const isOptional = !body.required && params !== undefined;
  const { choice } = body;
  if (!choice)
    return {
      body: new RuntimeReference(encoders[body.kind]),
      ...formatMembers(body, isOptional),
      contentType: contentType(body),
    };
  const formats = [body, ...choice.formats].map((format) => {
    const members = formatMembers(format, isOptional);
    const hasMembers = Object.values(members).some(
      (member) => member !== undefined,
    );
    return [
      format.mediaType,
      new RuntimeReference(encoders[format.kind]),
      ...(hasMembers ? [members] : []),
    ];
  });
  const isUsualKey = choice.key === ("contentType" as Text);
  return {
    body: new RuntimeReference(runtime.bodyByMediaType, [
      formats,
      ...(isUsualKey ? [] : [choice.key]),
    ]),
  };
}

/** What differs between the media types of a body. */
const formatMembers = (
  { fields, encoding }: BodyFormat,
  isOptional: boolean,
): DescriptorObject => ({
  fields: fields?.map(({ name, key }) => (key === name ? name : { name, key })),
  optional: fields && isOptional ? true : undefined,
  encoding: encoding?.map(fieldEncoding),
});

const encoders: Readonly<Record<Body["kind"], RuntimeSymbol>> = {
  json: runtime.json,
  form: runtime.form,
  multipart: runtime.multipart,
  text: runtime.text,
  binary: runtime.binary,
};

/** What each encoder sends by itself; bytes have a type only where the document names one. */
const usualTypes: Readonly<Record<Body["kind"], RegExp>> = {
  json: /^(application\/json|\*\/\*)$/i,
  form: /^application\/x-www-form-urlencoded$/i,
  multipart: /^multipart\/form-data$/i,
  text: /^text\/(plain|\*)$/i,
  binary: /\*/,
};

const contentType = ({ kind, mediaType }: BodyFormat): string | undefined =>
  usualTypes[kind].test(mediaType) ? undefined : mediaType;

/** A field of a form, with what differs from the default. */
const fieldEncoding = ({
  name,
  contentType: type,
  headers,
  style,
}: FieldEncoding): DescriptorObject => ({
  name,
  type,
  headers,
  encode: style && encoderOf(style, "query"),
});
