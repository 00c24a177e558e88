/**
 * The objects of OpenAPI 3.0 to 3.2; Swagger 2.0 becomes these before they are read. See
 * `coverage.ts`.
 */
import type { Covered, Reported } from "./coverage.js";

const forReaders = "for readers of the document";
const links = "a hint for tools that follow links; the methods need none";
const byHand = "the caller brings the token";

const unsupported = (effect: string): Reported => ({
  code: "field-unsupported",
  effect,
});

const noParts = unsupported("parts without names are not encoded one by one");

export const objectCoverage = {
  openapi: {
    honoured:
      "openapi $self info servers paths webhooks components security tags",
    notApplicable: { externalDocs: forReaders },
    reported: {
      jsonSchemaDialect: {
        code: "schema-dialect",
        effect: "a dialect of its own is read as that of OpenAPI",
      },
    },
  },
  info: {
    honoured: "title version description license",
    notApplicable: {
      summary: "the description says more",
      termsOfService: forReaders,
      contact: forReaders,
    },
  },
  contact: {
    honoured: "",
    notApplicable: { name: forReaders, url: forReaders, email: forReaders },
  },
  license: {
    honoured: "name identifier",
    notApplicable: { url: "a package names its license by its identifier" },
  },
  externalDocs: {
    honoured: "",
    notApplicable: { url: forReaders, description: forReaders },
  },
  tag: {
    honoured: "name description",
    notApplicable: {
      summary: "a resource is named by the tag",
      externalDocs: forReaders,
      parent: "resources nest only where the config says so",
      kind: "for tools that show the document",
    },
  },
  server: {
    honoured: "url variables description",
    notApplicable: { name: "a server is told by its URL" },
  },
  serverVariable: { honoured: "default enum description" },
  securityRequirement: { honoured: "" },
  components: {
    honoured:
      "schemas responses parameters examples requestBodies headers securitySchemes pathItems mediaTypes",
    notApplicable: { links, callbacks: "reported where they are used" },
  },
  pathItem: {
    honoured:
      "$ref servers parameters get put post delete options head patch trace query additionalOperations",
    notApplicable: {
      summary: "operations have their own",
      description: "operations have their own",
    },
  },
  operation: {
    honoured:
      "operationId summary description tags parameters requestBody responses deprecated security servers",
    notApplicable: { externalDocs: forReaders },
    reported: {
      callbacks: unsupported("requests that the API makes get no types"),
    },
  },
  parameter: {
    honoured:
      "name in description required deprecated style explode allowReserved schema content example examples",
    notApplicable: { allowEmptyValue: "empty text can always be given" },
  },
  requestBody: { honoured: "description required content" },
  response: {
    honoured: "description headers content",
    notApplicable: { summary: "the description says more", links },
  },
  header: {
    honoured: "description required deprecated schema content example examples",
    notApplicable: {
      style: "headers know one style",
      explode: "headers are returned as text",
      allowReserved: "only for parameters in a URL",
      allowEmptyValue: "only for parameters in a query",
    },
  },
  mediaType: {
    honoured: "schema itemSchema example examples encoding",
    notApplicable: { description: forReaders },
    reported: { prefixEncoding: noParts, itemEncoding: noParts },
  },
  encoding: {
    honoured: "contentType headers style explode allowReserved",
    reported: {
      encoding: unsupported("a part inside a part is sent as it is"),
      prefixEncoding: noParts,
      itemEncoding: noParts,
    },
  },
  example: {
    honoured: "value dataValue",
    notApplicable: {
      summary: forReaders,
      description: forReaders,
      externalValue: "nothing is fetched",
      serializedValue: "samples are written from the value",
    },
  },
  link: {
    honoured: "",
    notApplicable: {
      operationRef: links,
      operationId: links,
      parameters: links,
      requestBody: links,
      description: links,
      server: links,
    },
  },
  securityScheme: {
    honoured: "type description name in scheme flows deprecated",
    notApplicable: {
      bearerFormat: "a hint; the token is sent as it is",
      openIdConnectUrl: byHand,
      oauth2MetadataUrl: byHand,
    },
  },
  flows: {
    honoured: "clientCredentials",
    notApplicable: {
      implicit: byHand,
      password: byHand,
      authorizationCode: byHand,
      deviceAuthorization: byHand,
    },
  },
  flow: {
    honoured: "tokenUrl scopes",
    notApplicable: {
      authorizationUrl: byHand,
      refreshUrl: byHand,
      deviceAuthorizationUrl: byHand,
    },
  },
} as const satisfies Readonly<Record<string, Covered>>;
