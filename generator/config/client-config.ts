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

export interface CredentialConfig extends CredentialNames {
  /** `true`: a client is not made without it, unless it is given headers. Default: `false`. */
  readonly required?: boolean;
  /** Of HTTP basic authentication: an option of its own for each, in the place of one for both. */
  readonly username?: CredentialNames;
  readonly password?: CredentialNames;
}

export interface CredentialNames {
  /** The option of the client. */
  readonly option?: string;
  /** The environment variable, whole: `ACME_KEY`. */
  readonly env?: string;
}
