/** The API that the checks call: each path behaves in a way of its own. */
import type { ServerResponse } from "node:http";
import { answer } from "../../packages/support/loopback.js";
import type { Received } from "../../packages/support/loopback.js";

type Answering = (request: Received, response: ServerResponse) => void;

export const answerGallery = (): Answering => {
  let busy = 0;
  let strayed = 0;
  const routes: Readonly<Record<string, Answering>> = {
    "GET /works": ({ url }, response) => {
      const after = new URL(url, "http://host").searchParams.get("after");
      answer(
        response,
        200,
        after === "c2"
          ? { data: [work("3")], pagination: { has_more: false } }
          : {
              data: [work("1"), work("2")],
              pagination: { has_more: true, next_cursor: "c2" },
            },
      );
    },
    "POST /works": ({ headers, body }, response) => {
      const { title } = JSON.parse(body) as { readonly title: string };
      if (headers.authorization !== "Bearer sesame")
        answer(response, 401, { message: "who are you?" });
      else if (title === "taken")
        answer(response, 409, { message: "there is one" });
      else answer(response, 201, { id: "4", title });
    },
    "GET /works/1": (_, response) => answer(response, 200, work("1")),
    "GET /works/none": (_, response) =>
      answer(
        response,
        404,
        { message: "no such work" },
        { "x-request-id": "r-1" },
      ),
    "GET /works/busy": (_, response) => {
      busy++;
      if (busy < 3) answer(response, 503, {}, { "retry-after": "0" });
      else answer(response, 200, { id: "busy", title: `after ${busy}` });
    },
    "GET /works/lost": (_, response) => response.socket?.destroy(),
    // Never answered.
    "GET /works/slow": () => undefined,
    "GET /works/near": (_, response) =>
      answer(response, 302, undefined, { location: "/gallery/works/1" }),
    "GET /works/far": ({ headers }, response) =>
      answer(response, 302, undefined, {
        location: `http://localhost:${headers.host?.split(":")[1] ?? ""}/gallery/works/stray`,
      }),
    "GET /works/stray": (_, response) => {
      strayed++;
      answer(response, 200, work("stray"), {
        "access-control-allow-origin": "*",
        "access-control-allow-headers": "*",
      });
    },
    "GET /works/strayed": (_, response) =>
      answer(response, 200, { id: "strayed", title: `${strayed} times` }),
    "GET /works/1/events": (_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write('data: {"room": "Sal');
      // The end of the first event comes in a piece of its own.
      setImmediate(() => {
        response.write('on"}\n\n: still here\n\ndata: {"room":\n');
        response.end('data:  "Vault"}\n\n');
      });
    },
    "GET /works/1/image": (_, response) => {
      response.writeHead(200, { "content-type": "image/png" });
      response.end(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]));
    },
    "POST /works/1/image": ({ headers, body }, response) =>
      answer(response, 200, { type: headers["content-type"], body }),
  };
  return (request, response) => {
    const [path = ""] = request.url.slice("/gallery".length).split("?");
    const route = routes[`${request.method} ${path}`];
    if (route) route(request, response);
    else answer(response, 418, { message: `${request.method} ${path}` });
  };
};

const work = (id: string) => ({ id, title: `Work ${id}` });
