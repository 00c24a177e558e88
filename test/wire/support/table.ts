/** What a table of the suite consists of: rules, each with the bytes that its specification wants. */

/** A part of a document, as it would stand there. */
export type Fragment = Readonly<Record<string, unknown>>;

export interface Table {
  readonly title: string;
  /** What all rows share: `components`, `security`, `servers`. */
  readonly document?: Fragment;
  readonly rows: readonly Row[];
}

/** One rule. Each row is one operation of the table's document. */
export interface Row {
  /** What has to hold, in a few words. */
  readonly rule: string;
  /** Where that is written: `OpenAPI 3.1.1, 4.8.12.3`. */
  readonly spec: string;
  /** `get` where there is no body, `post` where there is one. */
  readonly method?: string;
  /** The path without the part that tells rows apart: `/{color}`, or nothing. */
  readonly path?: string;
  readonly operation?: Fragment;
  /** What stands beside the operation: `servers`, shared `parameters`. */
  readonly pathItem?: Fragment;
  /** What follows the client in the call, as TypeScript: `{ color: "blue" }`. */
  readonly args?: string;
  /** Members of the client's options, as TypeScript: `apiKey: "k"`. */
  readonly client?: string;
  /** What is done with the call's promise, as TypeScript: `(call) => call.result()`. */
  readonly use?: string;
  /** What arrives; a string is the request's target. */
  readonly sends?: string | Sent;
  /** The response: its head and body, as on the wire. `204 No Content` when absent. */
  readonly answer?: string;
  /** What the call resolves to. */
  readonly gives?: unknown;
  /** What the call fails with; nothing is sent where `sends` is absent. */
  readonly fails?: { readonly name: string; readonly message?: string };
  /** The call must not compile; it is not run. */
  readonly refused?: true;
}

export interface Sent {
  /** Path and query as on the wire. */
  readonly target?: string;
  /** The whole URL, where the server is part of the rule. */
  readonly url?: string;
  /** By names in lower case; null where there must be none. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** In multipart bodies, the boundary reads `BOUNDARY`, and that of a body in a part `INNER`. */
  readonly body?: string;
}

/** An operation with one parameter of its own. */
export const parameter = (fields: Fragment): Fragment => ({
  parameters: [fields.in === "path" ? { required: true, ...fields } : fields],
});

/** An operation with a request body of these media types. */
export const body = (content: Fragment, required = true): Fragment => ({
  requestBody: { required, content },
});

/** An operation that answers with these media types. */
export const answers = (
  content: Fragment,
  status: string | number = 200,
): Fragment => ({
  responses: { [status]: { description: "OK", content } },
});

/** The response to a row. */
export const response = (
  type: string | undefined,
  text: string,
  status = "200 OK",
): string =>
  `HTTP/1.1 ${status}\r\n${type === undefined ? "" : `content-type: ${type}\r\n`}\r\n${text}`;
