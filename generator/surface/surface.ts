/**
 * The surface of a package: what callers can depend on, as data without order and without texts.
 *
 * It is made of the representation (`surface-of.ts`) and kept in `sdkwright.surface.json`; the rules of
 * `change/` compare two of them. Two documents that give callers the same have equal surfaces.
 */
import type { Shape, ShapeProperty } from "./shape.js";

export interface Surface {
  readonly package: SurfacePackage;
  readonly client: SurfaceClient;
  /** By the name of the function. */
  readonly operations: ReadonlyMap<string, SurfaceOperation>;
  /** By exported name. */
  readonly models: ReadonlyMap<string, SurfaceModel>;
  /** The payloads by name. */
  readonly webhooks: ReadonlyMap<string, Shape>;
  /**
   * What gives the payload of a webhook, by how it is called: `verifyWebhook`, `client.webhooks.unwrap`.
   * Absent where there are no webhooks, and of surfaces that do not say.
   */
  readonly webhookMethods?: ReadonlyMap<string, WebhookMethodUse>;
  /** Those of callbacks; absent where there are none. */
  readonly callbacks?: ReadonlyMap<string, Shape>;
  /** The functions of links, by name; absent where there are none. */
  readonly links?: ReadonlyMap<string, SurfaceLink>;
  /**
   * Old names that are still there, deprecated, as the lock file has them: `function getPet` ->
   * `readPet since 1.5.0`. Absent where there are none.
   */
  readonly aliases?: ReadonlyMap<string, string>;
  /** True of one that was read from declarations, which has unknown parts. */
  readonly isDeclared?: true;
}

/** A function from what one operation gives to arguments of another. */
export interface SurfaceLink {
  /** The functions of the operations. */
  readonly from: string;
  readonly to: string;
  /** The members of its first argument that it reads: `data`, `response`. */
  readonly reads: readonly string[];
  /** The members of `request` that have to be passed, sorted. */
  readonly request: readonly string[];
  /** The arguments that it gives: those before `params`, and members of `params`, sorted. */
  readonly positional: readonly string[];
  readonly params: readonly string[];
}

/** What is done with a message: its signature is verified, or nothing is. */
export type WebhookMethodUse = "verify" | "parse";

/** What a surface was made of and by: where both are the same, nothing can have changed. */
export interface SurfaceOrigin {
  /** A hash of the document and of the options that decide the package. */
  readonly document: string;
  /** The version of sdkwright: `0.4.0`. */
  readonly generator: string;
}

/**
 * What a surface that was read from declarations does not say. Something stands in its place, which
 * means nothing: the comparison puts in what the other side says.
 */
export type UnknownPart =
  /** Method and path. */
  | "route"
  /** Where parameters are put and how they are written. */
  | "wire"
  /** Which of `params` are fields of the body, and in which formats it is sent. */
  | "body"
  | "status"
  | "errors"
  | "headers"
  /** How a list goes on. */
  | "paging"
  /** The header of idempotency keys. */
  | "idempotency"
  | "security"
  | "server"
  /** The variables that are read. */
  | "environment"
  /** Which options of the client are credentials. */
  | "credentials"
  /** Which names the core and the error have. */
  | "names";

export interface SurfacePackage {
  readonly name: string;
  /** The subpaths that can be imported, sorted. */
  readonly exports: readonly string[];
  /** The range of Node.js, as `engines.node` has it. */
  readonly node?: string;
}

export interface SurfaceClient {
  readonly className: string;
  readonly coreName: string;
  readonly errorName: string;
  /** Absent where callers have to pass one. */
  readonly baseURL?: string;
  /** The default of each server variable with the values it allows (none: any). */
  readonly serverVariables: ReadonlyMap<
    string,
    { readonly default: string; readonly values: readonly string[] }
  >;
  /** What the option `server` takes, with the URL that it stands for, variables as by default; absent where there is no choice. */
  readonly servers?: ReadonlyMap<string, string>;
  /** By the name of the option. */
  readonly credentials: ReadonlyMap<string, SurfaceCredential>;
  /** Alternative sets of options, of which one has to be passed; a set may be empty. */
  readonly security: readonly (readonly string[])[];
  /** Parameters that are options, by option. */
  readonly parameters: ReadonlyMap<string, SurfaceParameter>;
  /** The option with the secret of webhooks, where a method takes it. */
  readonly webhookSecret?: {
    readonly option: string;
    readonly environment: string;
  };
  readonly unknown?: ReadonlySet<UnknownPart>;
}

export interface SurfaceParameter {
  /** The environment variable. */
  readonly environment: string;
  /** Absent of a text. */
  readonly type?: "number" | "boolean";
}

export interface SurfaceCredential {
  readonly environment: string;
  /** The type of its value: `bearer`, `basic`, `apiKey`, `http Digest`. */
  readonly kind: string;
  /** How it is sent: `header X-Key`, `query key`. */
  readonly sent: string;
  /**
   * Present where the option also accepts client credentials, with which tokens are requested: whether the
   * document has the URL of the token endpoint, or callers pass it.
   */
  readonly tokenURL?: "known" | "passed";
  /** True of a token of the user of the program, who may see it in a browser. */
  readonly isPersonal?: true;
}

export interface SurfaceOperation {
  readonly id: string;
  /** `client.pets.get` */
  readonly call: string;
  /** Further names of the method, sorted; absent where there are none. */
  readonly calls?: readonly string[];
  readonly method: string;
  /** `/pets/{petId}` */
  readonly path: string;
  readonly isDeprecated: boolean;
  /** `beta` */
  readonly stability?: string;
  /** The day on which it is to go: `2027-01-31`. */
  readonly sunset?: string;
  /** The arguments before `params`. */
  readonly positional: readonly (SurfaceField & { readonly name: string })[];
  /** Absent where there is nothing to pass. */
  readonly params?: {
    readonly isOptional: boolean;
    /** True if options may stand in its place. */
    readonly mayBeOptions: boolean;
    /** Fields by key, without those of the body. */
    readonly fields: ReadonlyMap<string, SurfaceField>;
  };
  readonly body?: SurfaceBody;
  readonly result: SurfaceResult;
  /** Names of response headers, sorted. */
  readonly headers: readonly string[];
  /** By status: `404`, `4XX`, `default`. */
  readonly errors: ReadonlyMap<string, Shape>;
  /** How a list goes on and where its items stand; absent where it is no list. */
  readonly paging?: SurfacePaging;
  readonly idempotencyHeader?: string;
  /** Alternative sets of options of the client, where they differ from the client's own. */
  readonly security?: readonly (readonly string[])[];
  /** The server of its own. */
  readonly server?: string;
  readonly unknown?: ReadonlySet<UnknownPart>;
}

export interface SurfacePaging {
  /** `cursor`, `id`, `offset`, `page`, `url`, or `single`. */
  readonly by: string;
  /** The keys in `params` of what asks for the next page. */
  readonly param: readonly string[];
  /** Where the items stand in the body. */
  readonly items: readonly string[];
}

export interface SurfaceField extends ShapeProperty {
  /** How it is written: `query form explode`, with its name on the wire. */
  readonly wire: string;
}

export interface SurfaceBody {
  readonly isRequired: boolean;
  /** Where it is passed: among the fields of `params`, or whole under this key. */
  readonly passedAs:
    | {
        readonly kind: "fields";
        /** The keys of those fields that have another one than their name. */
        readonly keys: ReadonlyMap<string, string>;
      }
    | { readonly kind: "key"; readonly key: string };
  /** The type of the whole body as it is sent, by media type; the first is the default. */
  readonly types: ReadonlyMap<string, Shape>;
  /** How fields are encoded, where not by default. */
  readonly wire?: string;
}

export interface SurfaceResult {
  /** `none`, `json`, `events`, as of the representation. */
  readonly kind: string;
  readonly status: number;
  readonly type: Shape;
  /** What can be asked for with `accept`, besides the default. */
  readonly alternatives: ReadonlyMap<
    string,
    { readonly kind: string; readonly type: Shape }
  >;
  /** The type of the items of a stream that a field of `params` asks for. */
  readonly streaming?: { readonly key: string; readonly item: Shape };
}

export interface SurfaceModel {
  readonly type: Shape;
  /** The key of its component schema. */
  readonly schema?: string;
  /** The model that this is another form of, as it is sent: `Pet` of `PetInput`. */
  readonly formOf?: string;
  /** The names of the constant of an enum, with their values. */
  readonly members?: ReadonlyMap<string, string | number>;
}
