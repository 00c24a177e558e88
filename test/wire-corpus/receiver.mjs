/** A server on loopback that keeps the last request as it came, and answers each with nothing. */
import { createServer } from "node:http";

export async function receive() {
  let last;
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const headers = new Map();
      const { rawHeaders: raw } = request;
      for (let index = 0; index < raw.length; index += 2)
        headers.set(raw[index].toLowerCase(), raw[index + 1]);
      const [path, ...query] = request.url.split("?");
      last = {
        method: request.method,
        path,
        query: query.join("?"),
        headers,
        body: Buffer.concat(chunks),
      };
      response.writeHead(204).end();
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** The request since the last time. */
    take() {
      const taken = last;
      last = undefined;
      return taken;
    },
    close: () => server.close(),
  };
}

/** The parts of a multipart body (RFC 2046 section 5.1). */
export function parseMultipart(body, contentType) {
  const [, quoted, plain] = /boundary=(?:"([^"]*)"|([^;\s]*))/i.exec(
    contentType,
  );
  const text = body.toString("latin1");
  const pieces = `\r\n${text}`.split(`\r\n--${quoted ?? plain}`);
  if (pieces.shift() !== "" || pieces.pop()?.trim() !== "--")
    throw new Error("a multipart body without a clean start or end");
  return pieces.map((piece) => {
    const end = piece.indexOf("\r\n\r\n");
    const head = Buffer.from(piece.slice(0, end), "latin1").toString();
    const field = (name) => new RegExp(`^${name}:(.*)$`, "im").exec(head)?.[1];
    const disposition = field("content-disposition") ?? "";
    const unquote = (name) =>
      new RegExp(`; ${name}="([^"]*)"`)
        .exec(disposition)?.[1]
        .replace(/%22|%0D|%0A/g, decodeURIComponent);
    return {
      name: unquote("name"),
      type: field("content-type")?.trim() ?? "text/plain",
      filename: unquote("filename"),
      content: Buffer.from(piece.slice(end + 4), "latin1"),
    };
  });
}
