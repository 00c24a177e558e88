/**
 * The options that name things, as their owner writes them: by name, by pattern, or as a function.
 */

/** In a key `*` is any text, in its value `*` is that text, cased as a name; the first `*` is the first. */
export type NamesByPattern = Readonly<Record<string, string>>;

/** Names the operation, or keeps its derived name by `undefined`. Only config files that are code can have it. */
export type NameFunction<Facts> = (facts: Facts) => string | undefined;

/** Of several names of a method, the first names the function too. */
export type MethodNames = string | readonly string[];

/** The option `methods`. */
export type MethodOption =
  | Readonly<Record<string, MethodNames>>
  | ((facts: NamedOperation) => MethodNames | undefined);

export type NameOption<Facts> = NamesByPattern | NameFunction<Facts>;

/** What a function for `methods` is given. */
export interface NamedOperation {
  readonly operationId: string | undefined;
  /** `GET` */
  readonly method: string;
  /** `/keys/{hash}` */
  readonly path: string;
  /** The first tag. */
  readonly tag: string | undefined;
  /** The derived name: `list`. */
  readonly name: string;
  /** The resource, dots for nesting: `chat.completions`; undefined for a method of the client. */
  readonly resource: string | undefined;
}

/** What a function for `models` is given. */
export interface NamedModel {
  /** The name in `components.schemas`. */
  readonly schema: string;
  /** The derived name. */
  readonly name: string;
}

/** What a function for `resources` is given. */
export interface NamedResource {
  readonly tag: string;
  /** The derived name. */
  readonly name: string;
}

const identifierSource = String.raw`[\p{ID_Start}$_][\p{ID_Continue}$]*`;

/** The name of a type. */
export const identifierForm = new RegExp(`^${identifierSource}$`, "u");

/** A method or a resource, with the resources around it. */
export const dottedForm = new RegExp(
  String.raw`^${identifierSource}(?:\.${identifierSource})*$`,
  "u",
);

/** How many texts a key matches: `**` is one. */
export const starsOf = (key: string): number => key.match(/\*+/g)?.length ?? 0;

/** True of a name of this form in which `*` stands for what its key matches. */
export const canName = (key: string, value: string, form: RegExp): boolean =>
  form.test(value.replaceAll("*", "x")) &&
  (value.match(/\*/g)?.length ?? 0) <= starsOf(key);
