/** The server of the checks: it plays the APIs, serves the project to browsers, and takes the report. */
import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { apis } from "../../packages/support/apis.js";
import { match, readOperations } from "../../packages/support/document.js";
import { answer, listen } from "../../packages/support/loopback.js";
import type { Received } from "../../packages/support/loopback.js";
import { answerGallery } from "./gallery.js";
import type { Report } from "./launch.js";
import type { Project } from "./project.js";

export interface Service {
  readonly url: string;
  readonly report: Promise<Report>;
  close(): void;
}

export const startService = async (project: Project): Promise<Service> => {
  let take: (report: Report) => void;
  const report = new Promise<Report>((resolve) => {
    take = resolve;
  });
  const gallery = answerGallery();
  const { url, close } = await listen((request, response) => {
    const [, first = ""] = request.url.split("/");
    const api = examples.find(({ name }) => name === first);
    if (first === "report") {
      take(JSON.parse(request.body) as Report);
      answer(response, 204);
    } else if (first === "project") sendFile(project, request.url, response);
    else if (first === "gallery") gallery(request, response);
    else if (api) answerExample(api, request, response);
    else answer(response, 404, { message: "nothing here" });
  });
  return { url, report, close };
};

const examples = apis.map(({ name, document }) => ({
  name,
  operations: readOperations(document),
}));

/** With the first example of the document; what is called `none` is not there. */
const answerExample = (
  { name, operations }: (typeof examples)[number],
  { method, url }: Received,
  response: ServerResponse,
): void => {
  const found = match(operations, method, url, `/${name}`);
  if (found && !url.endsWith("/none"))
    answer(response, found.success.status, found.success.body);
  else answer(response, 404, { message: "no such key" });
};

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
};

const sendFile = (
  { folder }: Project,
  url: string,
  response: ServerResponse,
): void => {
  const path = normalize(url.slice("/project/".length));
  const type = contentTypes[extname(path)];
  if (type === undefined || path.startsWith("..")) return answer(response, 404);
  response.writeHead(200, { "content-type": type });
  response.end(readFileSync(join(folder, path)));
};
