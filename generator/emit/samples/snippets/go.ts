/**
 * A request as a program in Go, with nothing but the standard library.
 */
import { code, join, type Code } from "../../encode/encode.js";
import { goJson, goText, type SnippetPiece } from "../../encode/snippets.js";
import type { SampleBody, SamplePart } from "../body.js";
import { readsEnvironment, type SampleRequest } from "../request.js";

export function goSnippet(request: SampleRequest): Code {
  const { method, url, headers, basic, body } = request;
  const content = contentOf(body);
  const packages = [
    ...new Set([
      "fmt",
      "io",
      "net/http",
      ...(readsEnvironment(request) ? ["os"] : []),
      ...content.packages,
    ]),
  ].sort();
  const statements = [
    ...content.statements,
    code`request, err := http.NewRequest(${goText(method)}, ${text(url)}, ${content.reader})`,
    check,
    ...headers.map(
      ({ name, value }) =>
        code`request.Header.Set(${goText(name)}, ${text(value)})`,
    ),
    ...content.headers,
    ...(basic
      ? [
          code`request.SetBasicAuth(${variable(basic.username)}, ${variable(basic.password)})`,
        ]
      : []),
    code`response, err := http.DefaultClient.Do(request)`,
    check,
    code`defer response.Body.Close()`,
    code`data, err := io.ReadAll(response.Body)`,
    check,
    code`fmt.Println(response.Status, string(data))`,
  ];
  return `package main

import (
${packages.map((name) => `\t"${name}"\n`).join("")})

func main() {
${statements.map((statement) => `\t${statement}\n`).join("")}}` as Code;
}

const check = code`if err != nil {\n\t\tpanic(err)\n\t}`;

const variable = (name: string): Code => code`os.Getenv(${goText(name)})`;

const text = (pieces: readonly SnippetPiece[]): Code =>
  join(
    pieces.map((piece) =>
      piece.kind === "text" ? goText(piece.text) : variable(piece.name),
    ),
    "+",
  );

interface Content {
  readonly packages: readonly string[];
  readonly statements: readonly Code[];
  readonly headers: readonly Code[];
  readonly reader: Code;
}

function contentOf(body: SampleBody | undefined): Content {
  const none = { packages: [], statements: [], headers: [] };
  switch (body?.kind) {
    case undefined:
      return { ...none, reader: code`nil` };
    case "json":
    case "text": {
      const literal =
        body.kind === "json" ? goJson(body.value) : goText(body.text);
      return {
        ...none,
        packages: ["strings"],
        statements: [code`body := strings.NewReader(${literal})`],
        reader: code`body`,
      };
    }
    case "file":
      return {
        ...none,
        packages: ["os"],
        statements: [code`body, err := os.Open(${goText(body.file)})`, check],
        reader: code`body`,
      };
    case "multipart":
      return {
        packages: [
          "bytes",
          "mime/multipart",
          ...(body.parts.some((part) => "file" in part) ? ["os"] : []),
          ...(body.parts.some(isTyped) ? ["net/textproto"] : []),
        ],
        statements: [
          code`var body bytes.Buffer`,
          code`form := multipart.NewWriter(&body)`,
          ...body.parts.map(partCode),
          code`form.Close()`,
        ],
        headers: [
          code`request.Header.Set("Content-Type", form.FormDataContentType())`,
        ],
        reader: code`&body`,
      };
  }
}

const isTyped = (part: SamplePart): boolean =>
  !("file" in part) && part.type !== undefined;

/** Each part is a block, so that the next one can declare the same variables. */
function partCode(part: SamplePart): Code {
  const name = goText(part.name);
  if ("file" in part)
    return code`{
		file, err := os.Open(${goText(part.file)})
		if err != nil {
			panic(err)
		}
		part, _ := form.CreateFormFile(${name}, ${goText(part.file)})
		io.Copy(part, file)
	}`;
  if (part.type === undefined)
    return code`form.WriteField(${name}, ${goText(part.text)})`;
  const disposition = `form-data; name="${part.name.replace(/["\\]/g, "\\$&")}"`;
  return code`{
		part, _ := form.CreatePart(textproto.MIMEHeader{
			"Content-Disposition": {${goText(disposition)}},
			"Content-Type":        {${goText(part.type)}},
		})
		io.WriteString(part, ${goText(part.text)})
	}`;
}
