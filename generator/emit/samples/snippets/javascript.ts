/**
 * A request as a call of `fetch`, for Node.
 */
import type { Name, Text } from "../../../sdk/sdk.js";
import {
  code,
  ident,
  join,
  key,
  textCode,
  type Code,
} from "../../encode/encode.js";
import { templateText, type SnippetPiece } from "../../encode/snippets.js";
import {
  atom,
  call,
  callAssignment,
  callStatement,
  type Tree,
} from "../layout.js";
import type { SampleBody, SamplePart } from "../body.js";
import type { SampleRequest } from "../request.js";
import { valueTree } from "../calls.js";

type Member = readonly [key: Code, value: Tree];

export function javascriptSnippet(request: SampleRequest): Code {
  const { method, url, headers, basic, body, answer } = request;
  const fields: Member[] = [
    ...(basic
      ? [[code`Authorization`, basicTree(basic)] satisfies Member]
      : []),
    ...headers.map(({ name, value }): Member => [
      key(name as Text),
      pieces(value),
    ]),
  ];
  const init: Member[] = [
    ...(method === "GET"
      ? []
      : [[code`method`, text(method)] satisfies Member]),
    [code`headers`, { kind: "object", members: fields }],
    ...(body ? [[code`body`, bodyTree(body)] satisfies Member] : []),
  ];
  const passed: Tree[] = [pieces(url), { kind: "object", members: init }];
  return join(
    [
      ...imports(body),
      ...(body ? preparation(body) : []),
      callAssignment(call(code`fetch`, passed), code`response`),
      answer === "json"
        ? code`console.log(response.status, await response.json());`
        : code`console.log(response.status, await response.text());`,
    ],
    "\n",
  );
}

const text = (value: string): Tree => atom(textCode(value), true);

const variable = (name: string): Code =>
  code`process.env.${ident(name as Name)}`;

/** A string, a variable, or a template of both. */
function pieces(all: readonly SnippetPiece[]): Tree {
  const [only, ...more] = all;
  if (only?.kind === "environment" && more.length === 0)
    return atom(variable(only.name), true);
  if (all.every((piece) => piece.kind === "text"))
    return text(all.map((piece) => piece.text).join(""));
  const parts = all.map((piece) =>
    piece.kind === "text"
      ? templateText(piece.text)
      : code`\${${variable(piece.name)}}`,
  );
  return atom(code`\`${join(parts, "")}\``);
}

const basicTree = ({
  username,
  password,
}: NonNullable<SampleRequest["basic"]>): Tree =>
  atom(
    code`\`Basic \${btoa(\`\${${variable(username)}}:\${${variable(password)}}\`)}\``,
  );

function bodyTree(body: SampleBody): Tree {
  switch (body.kind) {
    case "json":
      return call(code`JSON.stringify`, [valueTree(body.value)]);
    case "text":
      return text(body.text);
    case "file":
      return atom(code`await openAsBlob(${textCode(body.file)})`);
    case "multipart":
      return atom(code`form`);
  }
}

const isFile = (part: SamplePart): boolean => "file" in part;

const imports = (body: SampleBody | undefined): Code[] =>
  body?.kind === "file" ||
  (body?.kind === "multipart" && body.parts.some(isFile))
    ? [code`import { openAsBlob } from "node:fs";\n`]
    : [];

/** The statements that fill a form. */
function preparation(body: SampleBody): Code[] {
  if (body.kind !== "multipart") return [];
  return [
    code`const form = new FormData();`,
    ...body.parts.map((part) =>
      callStatement(
        call(code`form.append`, partArguments(part)),
        code``,
        code`;`,
      ),
    ),
  ];
}

function partArguments(part: SamplePart): Tree[] {
  const { name, type } = part;
  if ("file" in part)
    return [text(name), atom(code`await openAsBlob(${textCode(part.file)})`)];
  if (type === undefined) return [text(name), text(part.text)];
  const options: Tree = {
    kind: "object",
    members: [[code`type`, text(type)]],
  };
  const content: Tree = { kind: "list", items: [text(part.text)] };
  return [text(name), call(code`new Blob`, [content, options])];
}
