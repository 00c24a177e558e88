/**
 * Three states of one document, each with texts, operations and a resource that the others do not have.
 */
const operation = (path, tag, text) => `
  /${path}:
    get:
      operationId: list${tag}
      tags: [${tag}]
      summary: ${text}
      responses:
        "200":
          description: All of them.
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Work" } }`;

const document = ({ text, tags, server, contact = "" }) => `openapi: 3.1.0
info:
  title: Museum
  license: { name: MIT }
  version: 1.0.0
  description: ${text} hangs where.${contact}
externalDocs: { url: "https://${server}.example/" }
servers:
  - url: https://${server}.example/v1
paths:${tags.map((tag) => operation(tag.toLowerCase(), tag, text)).join("")}
components:
  schemas:
    Work:
      type: object
      required: [id]
      properties:
        id: { type: string, description: ${text} it is called. }
`;

export const documents = [
  { text: "What", tags: ["Works", "Rooms"], server: "museum" },
  {
    text: "How",
    tags: ["Works", "Visitors"],
    server: "new",
    contact: "\n  contact: { email: help@new.example }",
  },
  { text: "Who", tags: ["Works", "Guides"], server: "other" },
].map(document);
