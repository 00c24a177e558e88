/**
 * A request as a command of curl. `--data-raw` and `--form-string` take every text as it is, where
 * `--data` and `--form` would read the file that a text names.
 */
import { code, join, type Code } from "../../encode/encode.js";
import {
  jsonText,
  shellPieces,
  shellText,
  shellVariable,
  shellWord,
} from "../../encode/snippets.js";
import type { SampleBody, SamplePart } from "../body.js";
import type { SampleRequest } from "../request.js";

export function curlSnippet(request: SampleRequest): Code {
  const { method, url, headers, basic, body } = request;
  const isGlob = url.some(
    (piece) => piece.kind === "text" && /[[\]{}]/.test(piece.text),
  );
  const options = [
    ...(isGlob ? [code`--globoff`] : []),
    ...methodOption(method),
    ...(basic
      ? [
          code`--user ${shellVariable(basic.username)}:${shellVariable(basic.password)}`,
        ]
      : []),
    ...headers.map(
      ({ name, value }) =>
        code`--header ${shellPieces([{ kind: "text", text: `${name}: ` }, ...value])}`,
    ),
    ...(body ? bodyOptions(body) : []),
  ];
  return join([code`curl ${shellPieces(url)}`, ...options], " \\\n  ");
}

const methodOption = (method: string): Code[] =>
  method === "GET"
    ? []
    : method === "HEAD"
      ? [code`--head`]
      : [code`--request ${shellWord(method)}`];

function bodyOptions(body: SampleBody): Code[] {
  switch (body.kind) {
    case "json":
      return [code`--data-raw ${shellWord(jsonText(body.value))}`];
    case "text":
      return [code`--data-raw ${shellText(body.text)}`];
    case "file":
      return [code`--data-binary ${shellWord(`@${body.file}`)}`];
    case "multipart":
      return body.parts.map(partOption);
  }
}

/** Names and texts with options of their own are quoted once more, for curl itself. */
function partOption(part: SamplePart): Code {
  const { name, type } = part;
  const options = type === undefined ? "" : `;type=${type}`;
  if ("file" in part)
    return code`--form ${shellWord(`${name}=@${part.file}${options}`)}`;
  if (options === "")
    return code`--form-string ${shellWord(`${name}=${part.text}`)}`;
  const quoted = part.text.replace(/["\\]/g, "\\$&");
  return code`--form ${shellWord(`${name}="${quoted}"${options}`)}`;
}
