/** The app behind every double: a login, items in pages, a photo of each. */
import type { Answer, Convention, Item } from "./convention.js";

export interface Request {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** What logs in. */
export const password = "correct horse";

export type App = (request: Request) => Promise<Answer>;

interface Surroundings {
  readonly origin: string;
  readonly document: string;
}

export const appOf = (
  convention: Convention,
  { origin, document }: Surroundings,
): App => {
  const { paths, errors } = convention;
  const token = "token-of-alice";
  const items = new Map<string, Item>();
  const photos = new Map<string, Uint8Array>();
  const add = (fields: Partial<Item>): Item => {
    const { name = "", price = 0, note = null } = fields;
    const id = `00000000-0000-4000-8000-${String(items.size + 1).padStart(12, "0")}`;
    const createdAt = `2026-01-0${items.size + 1}T00:00:00Z`;
    const item = { id, name, price, note, createdAt };
    items.set(id, item);
    return item;
  };
  for (const name of ["ball", "cup", "lamp", "pen", "sofa"])
    add({ name, price: 2 });

  const login = async ({ headers, body }: Request): Promise<Answer> => {
    const { type, user, answer } = convention.login;
    if (headers.get("content-type")?.split(";")[0] !== type)
      return { status: 415 };
    const fields = await fieldsOf(body, headers);
    return fields.get(user) === "alice" && fields.get("password") === password
      ? answer(token)
      : errors.unauthorized;
  };

  /** What is wrong with the fields of an item; undefined where nothing is. */
  const wrong = ({ name, price }: Partial<Item>): Answer | undefined => {
    if (name === "") return errors.invalid;
    if (Number(price) < 0) return errors.refused("price must not be negative");
    const isTaken = [...items.values()].some((item) => item.name === name);
    return isTaken ? errors.conflict(`${name} exists already`) : undefined;
  };

  const onItems = ({ method, target, body }: Request): Answer => {
    if (method === "GET") {
      const { searchParams: query, pathname } = new URL(target, origin);
      const all = [...items.values()];
      const page = { items: all, query, url: origin + pathname };
      return { status: 200, body: convention.page(page) };
    }
    const fields = JSON.parse(body.toString()) as Partial<Item>;
    return (
      wrong(fields) ?? {
        status: convention.created,
        body: convention.item(add(fields)),
      }
    );
  };

  const onItem = ({ method, body }: Request, item: Item): Answer => {
    if (method === "DELETE") {
      items.delete(item.id);
      return convention.removed;
    }
    if (method === "GET") return { status: 200, body: convention.item(item) };
    const fields = JSON.parse(body.toString()) as Partial<Item>;
    const problem = wrong(fields);
    if (problem) return problem;
    const changed = { ...item, ...fields };
    items.set(item.id, changed);
    return { status: 200, body: convention.item(changed) };
  };

  const onPhoto = async (request: Request, item: Item): Promise<Answer> => {
    const { field, isBase64, answer } = convention.upload;
    if (request.method === "GET") {
      const bytes = photos.get(item.id);
      if (!bytes) return errors.missing(item.id);
      return isBase64
        ? {
            status: 200,
            body: { [field]: Buffer.from(bytes).toString("base64") },
          }
        : { status: 200, type: "image/png", body: bytes };
    }
    const sent = (await fieldsOf(request.body, request.headers)).get(field);
    const bytes =
      sent instanceof Blob
        ? new Uint8Array(await sent.arrayBuffer())
        : isBase64 && Buffer.from(String(sent), "base64");
    if (!bytes) return errors.invalid;
    photos.set(item.id, bytes);
    return answer(bytes.length, item);
  };

  return async (request: Request): Promise<Answer> => {
    const { method, target, headers } = request;
    const [path = "", query] = target.split("?");
    if (target === convention.document)
      return {
        status: 200,
        type: "application/json; charset=utf-8",
        body: Buffer.from(document),
      };
    const other = convention.others?.[`${method} ${path}`];
    if (other) return other;
    if (convention.redirectsSlashes && `${path}/` === paths.items) {
      const location = `${origin}${path}/${query ? `?${query}` : ""}`;
      return { status: 307, headers: { location } };
    }
    if (path === paths.login && method === "POST") return login(request);
    const isWrite = method !== "GET";
    if (
      isWrite &&
      headers.get("authorization") !== `${convention.scheme} ${token}`
    )
      return errors.unauthorized;
    if (path === paths.items) return onItems(request);
    const isPhoto = idIn(paths.photo, path);
    const id = isPhoto ?? idIn(paths.item, path);
    const item = id === undefined ? undefined : items.get(id);
    if (!item) return errors.missing(id ?? path);
    if (isPhoto === undefined) return onItem(request, item);
    return method === "GET" || method === (convention.methods?.upload ?? "POST")
      ? onPhoto(request, item)
      : { status: 405 };
  };
};

/** What stands for `{id}`. */
const idIn = (template: string, path: string): string | undefined => {
  const [before = "", after = ""] = template.split("{id}");
  const id = path.slice(before.length, path.length - after.length);
  return path.startsWith(before) && path.endsWith(after) && /^[^/]+$/.test(id)
    ? id
    : undefined;
};

/** The members of a body: a form of either kind, or JSON. */
const fieldsOf = async (
  body: Buffer,
  headers: Headers,
): Promise<ReadonlyMap<string, unknown>> => {
  const type = headers.get("content-type") ?? "";
  if (type.startsWith("application/json"))
    return new Map(Object.entries(JSON.parse(body.toString()) as object));
  const response = new Response(new Uint8Array(body), {
    headers: { "content-type": type },
  });
  const fields = new Map<string, unknown>();
  (await response.formData()).forEach((value, name) => fields.set(name, value));
  return fields;
};
