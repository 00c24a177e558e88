/**
 * `openapi.samples.yaml`: an overlay (Overlay Specification 1.1) that adds the samples of the docs to the
 * document as `x-codeSamples`, which Redoc, Scalar and others show. Samples that the document has stay:
 * an update appends to a list.
 */
import { programCode } from "../../emit/samples/calls.js";
import {
  sampleRequest,
  type SampleRequest,
} from "../../emit/samples/request.js";
import { curlSnippet } from "../../emit/samples/snippets/curl.js";
import { goSnippet } from "../../emit/samples/snippets/go.js";
import { javascriptSnippet } from "../../emit/samples/snippets/javascript.js";
import { pythonSnippet } from "../../emit/samples/snippets/python.js";
import {
  definePlugin,
  mdText,
  operationsOf,
  type Code,
  type LocatedOperation,
  type Operation,
  type Sdk,
} from "../../plugin/index.js";
import { yamlText } from "./yaml-text.js";

export const samplesOverlay = definePlugin({
  name: "samples-overlay",
  version: "1.0.0",
  api: 1,
  emit(sdk, out) {
    out.text("openapi.samples.yaml", overlayOf(sdk), { isFormatted: true });
    out.section({
      title: mdText`Samples for reference pages`,
      about: mdText`\`openapi.samples.yaml\` is an overlay that adds the samples of these docs to the OpenAPI document.`,
      blocks: [
        mdText`Apply it to the document that you publish, with any tool that knows the Overlay Specification 1.1. Pages that are made of the document then show calls of this package: Redoc, Scalar, Stoplight Elements and others read \`x-codeSamples\`. Samples that the document has itself stay.`,
      ],
    });
  },
});

interface CodeSample {
  readonly lang: string;
  readonly label: string;
  readonly source: Code;
}

const overlayOf = (sdk: Sdk): string =>
  [
    "overlay: 1.1.0",
    "info:",
    `  title: ${yamlText(`Samples of ${sdk.package.name}`)}`,
    "  version: 1.0.0",
    "actions:",
    ...[...operationsOf(sdk)].flatMap((located) => actionOf(located, sdk)),
    "",
  ].join("\n");

const actionOf = (located: LocatedOperation, sdk: Sdk): string[] => [
  `  - target: ${yamlText(targetOf(located.operation))}`,
  "    update:",
  "      x-codeSamples:",
  ...samplesOf(located, sdk).flatMap(({ lang, label, source }) => [
    `        - lang: ${lang}`,
    `          label: ${yamlText(label)}`,
    `          source: ${yamlText(source)}`,
  ]),
];

type Language = Sdk["docs"]["samples"][number];

const languages: Readonly<
  Record<Language, readonly [label: string, (request: SampleRequest) => Code]>
> = {
  javascript: ["JavaScript (fetch)", javascriptSnippet],
  python: ["Python", pythonSnippet],
  go: ["Go", goSnippet],
};

const samplesOf = (
  { operation, path: resource }: LocatedOperation,
  sdk: Sdk,
): CodeSample[] => {
  const request = sampleRequest(operation, sdk);
  return [
    {
      lang: "typescript",
      label: sdk.package.name,
      source: programCode(operation, resource, sdk),
    },
    ...(request
      ? [
          { lang: "shell", label: "curl", source: curlSnippet(request) },
          ...sdk.docs.samples.map((lang) => {
            const [label, print] = languages[lang];
            return { lang, label, source: print(request) };
          }),
        ]
      : []),
  ];
};

/** The methods that have a field of their own in a Path Item Object. */
const fixedMethods = /^(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE|QUERY)$/;

/** The operation in the document, as a JSONPath (RFC 9535). */
const targetOf = ({ method, path: template }: Operation): string =>
  `$.paths[${quoted(template)}]${
    fixedMethods.test(method)
      ? `.${method.toLowerCase()}`
      : `.additionalOperations[${quoted(method)}]`
  }`;

const short: ReadonlyMap<string, string> = new Map([
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** A name selector in single quotes (RFC 9535, section 2.3.1.1). */
const quoted = (name: string): string =>
  `'${name
    .replace(/['\\]/g, "\\$&")
    .replace(
      /[\x00-\x1f]/g,
      (control) =>
        short.get(control) ??
        `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
    )}'`;
