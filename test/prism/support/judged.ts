/** The three SDKs, as `wire.test.ts` asks about them. */
import * as AhaSend from "../../../generated/ahasend/src/index.js";
import * as Feldera from "../../../generated/feldera/src/index.js";
import * as OpenRouter from "../../../generated/openrouter/src/index.js";
import { ahasend, feldera, openrouter } from "../../packages/support/apis.js";
import type { API } from "../../packages/support/apis.js";

export interface Judged {
  readonly api: API;
  readonly client: (options: Options) => object;
  readonly classes: ReadonlyMap<number, ErrorClass>;
  readonly isErrorOf: (operation: never, error: unknown) => boolean;
  /** How many the document has. */
  readonly operations: number;
  /** How many pairs of an operation and an error status it has. */
  readonly errors: number;
}

export interface Options {
  readonly apiKey: string;
  readonly baseURL: string;
  readonly maxRetries: number;
  readonly fetch: typeof fetch;
}

type ErrorClass = abstract new (...args: never[]) => Error;

const classesOf = (
  sdk: typeof AhaSend | typeof Feldera | typeof OpenRouter,
): ReadonlyMap<number, ErrorClass> =>
  new Map<number, ErrorClass>([
    [400, sdk.BadRequestError],
    [401, sdk.AuthenticationError],
    [403, sdk.PermissionDeniedError],
    [404, sdk.NotFoundError],
    [409, sdk.ConflictError],
    [422, sdk.UnprocessableEntityError],
    [429, sdk.RateLimitError],
    [500, sdk.InternalServerError],
  ]);

export const judged: readonly Judged[] = [
  {
    api: ahasend,
    client: (options) => new AhaSend.AhaSend(options),
    classes: classesOf(AhaSend),
    isErrorOf: AhaSend.isErrorOf,
    operations: 10,
    errors: 54,
  },
  {
    api: feldera,
    client: (options) => new Feldera.Feldera(options),
    classes: classesOf(Feldera),
    isErrorOf: Feldera.isErrorOf,
    operations: 4,
    errors: 4,
  },
  {
    api: openrouter,
    client: (options) => new OpenRouter.OpenRouter(options),
    classes: classesOf(OpenRouter),
    isErrorOf: OpenRouter.isErrorOf,
    operations: 6,
    errors: 24,
  },
];
