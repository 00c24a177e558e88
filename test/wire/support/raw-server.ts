/** A server that reads sockets: what it notes is what arrived, byte for byte. */
import { createServer, type AddressInfo, type Socket } from "node:net";

export interface Received {
  readonly method: string;
  /** Path and query as on the wire. */
  readonly target: string;
  /** By names in lower case; a repeated one is joined by commas. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

export interface RawServer {
  readonly origin: string;
  readonly received: Received[];
  /** What it answers: head and body as on the wire. */
  answer: string;
  close(): void;
}

const empty = "HTTP/1.1 204 No Content\r\n\r\n";

export async function listen(): Promise<RawServer> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let bytes = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const request = parse(bytes);
      if (!request) return;
      received.push(request);
      // The body ends with the connection, so that an answer needs no length.
      socket.end(
        Buffer.from(raw.answer.replace("\r\n", "\r\nconnection: close\r\n")),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const raw: RawServer = {
    origin: `http://127.0.0.1:${port}`,
    received,
    answer: empty,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  return raw;
}

/** A whole request; undefined while more is to come. */
function parse(bytes: Buffer): Received | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [first = "", ...lines] = bytes.toString("latin1", 0, end).split("\r\n");
  const [method = "", target = ""] = first.split(" ");
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  const rest = bytes.subarray(end + 4);
  const body = headers.get("transfer-encoding")?.includes("chunked")
    ? unchunked(rest)
    : rest.length >= Number(headers.get("content-length") ?? 0)
      ? rest
      : undefined;
  return body && { method, target, headers, body };
}

/** The body of a chunked message (RFC 9112, section 7.1). */
function unchunked(bytes: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const end = bytes.indexOf("\r\n", at);
    if (end < 0) return undefined;
    const size = parseInt(bytes.toString("latin1", at, end), 16);
    if (bytes.length < end + 2 + size + 2) return undefined;
    if (size === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}
