/** The server of the pets, in lists of all kinds: five pets, two a page. */
import type { Answer } from "../../runtime/support/server.js";

export const names = ["ada", "bo", "cleo", "dot", "eli"];
const size = 2;

const petsFrom = (start: number) =>
  names.slice(start, start + size).map((name) => ({ name }));

export const answerPets = ({ request, json, response }: Answer): void => {
  const url = new URL(request.target, "http://pets.example");
  const at = (name: string) => Number(url.searchParams.get(name) ?? 0);
  const next = (start: number) =>
    start + size < names.length ? String(start + size) : null;
  switch (url.pathname) {
    case "/pets": {
      const start = at("cursor");
      return json(200, { data: petsFrom(start), next_cursor: next(start) });
    }
    case "/by-offset":
      return json(200, petsFrom(at("offset")));
    case "/by-page": {
      const page = Number(url.searchParams.get("page") ?? 1);
      const items = petsFrom((page - 1) * size);
      return json(200, { items, total: names.length });
    }
    case "/by-link": {
      const following = next(at("from"));
      const link = following && `/by-link?from=${following}`;
      return json(200, { items: petsFrom(at("from")), next: link });
    }
    case "/by-header/cats": {
      const following = next(at("from"));
      const link = following && `<?from=${following}>; rel="next"`;
      const headers = link ? { link } : undefined;
      return json(200, petsFrom(at("from")), headers);
    }
    case "/pets/none":
      return json(404, { reason: "there is none" });
    case "/pets/busy":
      return json(503, {}, { "retry-after": "0" });
    case "/pets/slow":
      // Never answered.
      return;
    case "/pets/gone":
      response.writeHead(204).end();
      return;
    default:
      return json(200, { name: url.pathname.split("/").at(-1) });
  }
};
