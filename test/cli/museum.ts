/** A document that is small and whole. */
export const museum = `openapi: 3.1.0
info:
  title: Museum
  version: 1.0.0
  description: What hangs where.
servers:
  - url: https://museum.example/v1
security:
  - token: []
paths:
  /works:
    get:
      operationId: listWorks
      tags: [Works]
      summary: List the works.
      parameters:
        - name: room
          in: query
          description: Only those of this room.
          schema:
            type: string
      responses:
        "200":
          description: The works.
          content:
            application/json:
              schema:
                type: array
                items:
                  $ref: "#/components/schemas/Work"
  /works/{id}:
    get:
      operationId: getWork
      tags: [Works]
      summary: Get one work.
      parameters:
        - name: id
          in: path
          required: true
          description: The work's number.
          schema:
            type: string
      responses:
        "200":
          description: The work.
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Work"
        "404":
          description: There is no such work.
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Problem"
components:
  securitySchemes:
    token:
      type: http
      scheme: bearer
  schemas:
    Work:
      type: object
      required: [id, title]
      properties:
        id:
          type: string
          description: The work's number.
        title:
          type: string
          description: What it is called.
    Problem:
      type: object
      required: [message]
      properties:
        message:
          type: string
          description: What went wrong.
`;

/** The same with a license, of which a run has nothing to say. */
export const licensed = museum.replace(
  "  title: Museum\n",
  "  title: Museum\n  license: { name: MIT }\n",
);
