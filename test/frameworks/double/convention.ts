/** What differs from framework to framework in the same small app. */

export interface Item {
  readonly id: string;
  readonly name: string;
  /** Django takes and gives decimals as text. */
  readonly price: number | string;
  readonly note: string | null;
  readonly createdAt: string;
}

export interface Answer {
  readonly status: number;
  /** JSON, or text where `type` says so; nothing is sent where it is absent. */
  readonly body?: unknown;
  /** `application/json` where it is absent. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Page {
  readonly items: readonly Item[];
  readonly query: URLSearchParams;
  /** Of the list, with the origin and without a query. */
  readonly url: string;
}

export interface Convention {
  /** Where the framework serves its document. */
  readonly document: string;
  /** Templates with `{id}`; of the methods, those that are not the usual ones. */
  readonly paths: {
    readonly login: string;
    readonly items: string;
    readonly item: string;
    readonly photo: string;
  };
  readonly methods?: { readonly upload: "PUT" };
  /** A path without its last slash is answered with a redirect. */
  readonly redirectsSlashes?: true;
  readonly login: {
    /** Name of the field beside `password`. */
    readonly user: string;
    /** The only media type that it takes. */
    readonly type: "application/json" | "application/x-www-form-urlencoded";
    readonly answer: (token: string) => Answer;
  };
  /** Of `Authorization`. */
  readonly scheme: "Bearer" | "Token";
  /** What the list is without a limit, and in which form. */
  readonly page: (page: Page) => unknown;
  readonly item: (item: Item) => unknown;
  readonly created: number;
  readonly removed: Answer;
  /** How the bytes of a photo travel: as a part of a form, or in base64 as this member of JSON. */
  readonly upload: {
    readonly field: string;
    readonly isBase64?: true;
    readonly answer: (bytes: number, item: Item) => Answer;
  };
  readonly errors: {
    readonly unauthorized: Answer;
    readonly missing: (id: string) => Answer;
    readonly conflict: (words: string) => Answer;
    /** The framework's own validation of an empty `name`. */
    readonly invalid: Answer;
    /** What the app itself refuses with 422. */
    readonly refused: (words: string) => Answer;
  };
  /** Other operations, by method and path. */
  readonly others?: Readonly<Record<string, Answer>>;
}

/** `size` items from `start`. */
export const slice = (
  items: readonly Item[],
  start: number,
  size: number,
): readonly Item[] => items.slice(start, start + size);

/** The number in a query, or another where it is absent. */
export const numberIn = (
  query: URLSearchParams,
  name: string,
  absent: number,
): number => Number(query.get(name) ?? absent);

/** Items that are sent as they are. */
export const same = (item: Item): Item => item;
