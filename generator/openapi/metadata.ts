/**
 * The parts of an OpenAPI document that are about the API itself, and about its documentation.
 */

/** Any member of an object that its interface does not name. */
export interface Extensible {
  readonly [field: string]: unknown;
}

export interface Info extends Extensible {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  readonly termsOfService?: string;
  readonly contact?: Contact;
  readonly license?: License;
}

export interface Contact {
  readonly name?: string;
  readonly url?: string;
  readonly email?: string;
}

export interface ExternalDocs {
  readonly url?: string;
  readonly description?: string;
}

export interface License {
  readonly name?: string;
  readonly identifier?: string;
}

export interface Tag extends Extensible {
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly externalDocs?: ExternalDocs;
}
