/**
 * What a config says of the client and of what it sends.
 */

/** Whatever `style` and `explode` say, for every parameter of the query that is a list or an object. */
export interface QueryConfig {
  /** `comma`: `a=1,2`, `repeat`: `a=1&a=2`, `indices`: `a[0]=1&a[1]=2`, `brackets`: `a[]=1&a[]=2`. */
  readonly arrays?: "comma" | "repeat" | "indices" | "brackets";
  /** `brackets`: `a[b]=1`, `dots`: `a.b=1`, at any depth. */
  readonly objects?: "brackets" | "dots";
}

/** Whatever `encoding` says, for every field of `multipart/form-data` that is a list or an object. */
export interface MultipartConfig {
  /**
   * `comma`: one part of texts, `repeat`: a part `a` for each item, `indices`: `a[0]`, `brackets`: `a[]`.
   * Files are never joined.
   */
  readonly arrays?: "comma" | "repeat" | "indices" | "brackets";
  /** `brackets`: a part `a[b]` for each value, `dots`: `a.b`, at any depth. */
  readonly objects?: "brackets" | "dots";
}

/** A parameter that is an option of the client. */
export interface ClientParameterConfig {
  /** As it is sent. */
  readonly name: string;
  /**
   * One of a path is the default of its operations, others go with every request. One of the `client` goes
   * nowhere: programs read it as a property of the client.
   */
  readonly in: "path" | "header" | "query" | "cookie" | "client";
  /** Default: its name. */
  readonly option?: string;
  /** Default: `string`. */
  readonly type?: "string" | "number" | "boolean";
  /** The environment variable, whole; `false`: none. Default: the prefix and the option. */
  readonly env?: string | false;
  /** The value, of the option's type, where neither has one. */
  readonly default?: string | number | boolean;
  /** `true`: a client is not made without a value. Default: `false`. */
  readonly required?: boolean;
  /** The comment of the option. Default: what the document says of the parameter. */
  readonly description?: string;
}

/** Options of calls that say nothing else. */
export interface CallDefaultsConfig {
  /** Milliseconds that one attempt may take. */
  readonly timeout?: number;
  readonly maxRetries?: number;
  /** `all` also repeats requests that the server may have acted on: they may be done twice. */
  readonly retry?: "safe" | "all";
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
}

export interface DefaultsConfig extends CallDefaultsConfig {
  /**
   * Of single operations, by operationId or `GET /path`, in which `*` is any text. They come before the
   * options of the client, and after those of a call.
   */
  readonly operations?: Readonly<Record<string, CallDefaultsConfig>>;
}

export interface CredentialConfig extends CredentialNames {
  /** `true`: a client is not made without it, unless it is given headers. Default: `false`. */
  readonly required?: boolean;
  /** Of HTTP basic authentication: an option of its own for each, in the place of one for both. */
  readonly username?: CredentialNames;
  readonly password?: CredentialNames;
  /**
   * Of the client credentials flow of OAuth 2.0: an option for the id and the secret of the client that
   * tokens are requested with, each with its variable, beside the option of the token.
   */
  readonly clientId?: CredentialNames;
  readonly clientSecret?: CredentialNames;
}

export interface CredentialNames {
  /** The option of the client. */
  readonly option?: string;
  /** The environment variable, whole: `ACME_KEY`; `false`: none is read. */
  readonly env?: string | false;
}
