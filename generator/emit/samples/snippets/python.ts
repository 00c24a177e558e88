/**
 * A request for Python's `requests`.
 */
import { code, join, type Code } from "../../encode/encode.js";
import { pythonText, type SnippetPiece } from "../../encode/snippets.js";
import type { SampleBody, SamplePart } from "../body.js";
import { readsEnvironment, type SampleRequest } from "../request.js";

export function pythonSnippet(request: SampleRequest): Code {
  const { method, url, headers, basic, body, answer } = request;
  const members = [
    pythonText(method),
    text(url),
    ...(basic
      ? [code`auth=(${variable(basic.username)}, ${variable(basic.password)})`]
      : []),
    code`headers=${block(
      "{",
      headers.map(
        ({ name, value }) => code`${pythonText(name)}: ${text(value)}`,
      ),
      "}",
      "    ",
    )}`,
    ...(body ? [bodyArgument(body)] : []),
  ];
  const shown = answer === "json" ? code`response.json()` : code`response.text`;
  return code`${readsEnvironment(request) ? code`import os\n\n` : code``}import requests

response = requests.request${block("(", members, ")", "")}
response.raise_for_status()
print(${shown})`;
}

const variable = (name: string): Code => code`os.environ[${pythonText(name)}]`;

const text = (pieces: readonly SnippetPiece[]): Code =>
  join(
    pieces.map((piece) =>
      piece.kind === "text" ? pythonText(piece.text) : variable(piece.name),
    ),
    " + ",
  );

/** Items between brackets, each on its own line. */
const block = (
  open: string,
  items: readonly Code[],
  close: string,
  margin: string,
): Code =>
  (items.length === 0
    ? open + close
    : `${open}\n${items.map((item) => `${margin}    ${item},\n`).join("")}${margin}${close}`) as Code;

function bodyArgument(body: SampleBody): Code {
  switch (body.kind) {
    case "json":
      return code`json=${valueCode(body.value, "    ")}`;
    case "text":
      return code`data=${pythonText(body.text)}.encode()`;
    case "file":
      return code`data=open(${pythonText(body.file)}, "rb")`;
    case "multipart":
      return code`files=${block("[", body.parts.map(partCode), "]", "    ")}`;
  }
}

function partCode(part: SamplePart): Code {
  const name = pythonText(part.name);
  const type =
    part.type === undefined ? code`` : code`, ${pythonText(part.type)}`;
  return "file" in part
    ? code`(${name}, (${pythonText(part.file)}, open(${pythonText(part.file)}, "rb")${type}))`
    : code`(${name}, (None, ${pythonText(part.text)}${type}))`;
}

/** JSON as a literal. */
function valueCode(value: unknown, margin: string): Code {
  if (typeof value === "string") return pythonText(value);
  if (value === null || value === undefined) return code`None`;
  if (typeof value === "boolean") return value ? code`True` : code`False`;
  if (typeof value === "number") return JSON.stringify(value) as Code;
  const inner = `${margin}    `;
  return Array.isArray(value)
    ? block(
        "[",
        value.map((item) => valueCode(item, inner)),
        "]",
        margin,
      )
    : block(
        "{",
        Object.entries(value).map(
          ([name, item]) =>
            code`${pythonText(name)}: ${valueCode(item, inner)}`,
        ),
        "}",
        margin,
      );
}
