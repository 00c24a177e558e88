/**
 * Identifiers: which name each thing gets, settled once and before anything is printed.
 *
 * A scope hands out names for a whole group at a time, so that the result depends on the names
 * themselves and not on their order in the document: of several claims to one identifier, the claim
 * that is spelled exactly so gets it, and the others are numbered in the order of their spelling.
 * Names that the lock file has from an earlier run come first.
 */
import { isIdentifier } from "../../sdk/identifiers.js";
import { byCodeUnit } from "../../diagnostics/code-units.js";
import type { Name } from "../../sdk/sdk.js";
import { spelled, type Spellings } from "./spellings.js";

/** Words that mean something to the language, somewhere (ECMA-262 section 12.7.2, TypeScript). */
const keywords = `
  arguments as any async await bigint boolean break case catch class const continue debugger declare
  default delete do else enum eval export extends false finally for function if implements import in
  infer instanceof interface keyof let module namespace never new null number object of package
  private protected public readonly require return satisfies static string super switch symbol this
  throw true try type typeof undefined unique unknown var void while with yield`;

/** Words that cannot be a binding in a module, and `undefined`, which nothing should shadow. */
const bindings = `
  arguments await break case catch class const continue debugger default delete do else enum eval
  export extends false finally for function if implements import in instanceof interface let new null
  package private protected public return static super switch this throw true try typeof undefined
  var void while with yield`;

/** Globals that generated code, or a reader of it, expects to be those of the platform. */
const globals = `
  AbortController AbortSignal AggregateError Array ArrayBuffer AsyncGenerator AsyncIterable
  AsyncIterator Awaited BigInt Blob Boolean DataView Date Error EvalError Event Exclude Extract File
  FormData Function Generator Headers Infinity Intl Iterable Iterator JSON Map Math NaN NonNullable
  Number Object Omit Parameters Partial Pick Promise Proxy RangeError Readonly ReadonlyArray
  ReadonlyMap ReadonlySet ReadableStream Record ReferenceError Reflect RegExp Request Required
  Response ReturnType Set String Symbol SyntaxError TypeError URIError URL URLSearchParams Uint8Array
  WeakMap WeakRef WeakSet console fetch globalThis process self window global exports
  constructor prototype hasOwnProperty toString valueOf __proto__`;

const words = (list: string): string[] => list.trim().split(/\s+/);

/** What a parameter or a variable cannot be called. */
export const reservedBindings: ReadonlySet<string> = new Set(words(bindings));

/** What a module cannot export, or should not: the language means something else by it. */
export const reservedExports: ReadonlySet<string> = new Set([
  // `await import()` calls an exported function of this name, and waits for it.
  "then",
  ...words(keywords),
  ...words(globals),
]);

/**
 * Members that every object has or that the language calls implicitly: a client with a method `then`
 * would be awaited (a thenable), one with `toJSON` would be called by `JSON.stringify`.
 */
export const reservedMembers: ReadonlySet<string> = new Set([
  "constructor",
  "then",
  "toJSON",
  "toString",
  "valueOf",
  "__proto__",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "prototype",
]);

/** The request for a name. */
export interface Claim {
  /** Its key in the lock file: `schema Pet`, `operation GET /pets`. */
  readonly id: string;
  /** The identifier that it gets where that is free. */
  readonly wanted: string;
  /** How the document spells it; decides among equals. */
  readonly spelling: string;
  /** Used when the wanted name is reserved or taken by an earlier group: `Response` -> `ResponseModel`. */
  readonly otherwise?: string;
  /** The config or an extension asks for it: it comes before the names of earlier runs. */
  readonly isChosen?: boolean;
  /** What the author wrote and may write differently, where that is not `spelling`. */
  readonly source?: string;
  /** The name of a type alone, which no call of JavaScript has. */
  readonly isType?: boolean;
}

/** Names by the id of their claim. */
export interface NameLedger {
  /** Those of the last run, as the lock file has them. */
  readonly earlier: ReadonlyMap<string, string>;
  /** Those of this run, for the next lock file. */
  readonly given: Map<string, string>;
  /** What the document asks for, by the id of the claim, where an earlier name stays in its place. */
  readonly wanted?: Map<string, string>;
  /** How the owner spells words of names. */
  readonly spellings?: Spellings;
}

/** Under this id the lock file notes a name that was numbered, with the spelling that it was made from. */
export const collisionId = (id: string): string => `collision ${id}`;

/** The identifiers of one namespace: of a module, of a class, of an object. */
export class Scope {
  readonly #taken = new Set<string>();
  readonly #reserved: ReadonlySet<string>;
  readonly #earlier: ReadonlyMap<string, string>;
  readonly #given: Map<string, string>;
  readonly #wanted: Map<string, string>;
  readonly #spellings: Spellings;
  /** Names of earlier runs that are reserved for the claims that had them: name -> claim id. */
  readonly #kept = new Map<string, string>();

  /** @param reserved names that nothing may have */
  constructor(
    reserved: Iterable<string>,
    {
      earlier = new Map(),
      given = new Map(),
      wanted = new Map(),
      spellings = new Map(),
    }: Partial<NameLedger> = {},
  ) {
    this.#reserved = new Set(reserved);
    this.#earlier = earlier;
    this.#given = given;
    this.#wanted = wanted;
    this.#spellings = spellings;
  }

  /** Announces later claims: until they are made, nothing else gets their earlier names. */
  expect(ids: Iterable<string>): void {
    for (const id of ids) {
      const name = this.#earlier.get(id);
      if (name !== undefined) this.#kept.set(name, id);
    }
  }

  /** Names a group of claims at once, whatever their order. @returns the names by claim id */
  settle(given: readonly Claim[]): Map<string, Name> {
    const claims = given.map((claim) => this.#spelled(claim));
    const names = new Map<string, Name>();
    const group = new Set<string>();
    const give = ({ id }: Claim, name: string): void => {
      group.add(name);
      names.set(id, this.#give(id, name));
    };
    const open: Claim[] = [];
    const chosen = claims.filter((claim) => claim.isChosen).sort(compare);
    for (const claim of chosen)
      if (this.#isFree(claim.wanted, claim.id)) give(claim, claim.wanted);
    const kept: Claim[] = [];
    const mended: Claim[] = [];
    for (const claim of claims) {
      if (names.has(claim.id)) continue;
      const before = this.#earlier.get(claim.id);
      if (
        before === undefined ||
        !isIdentifier(before) ||
        !this.#isFree(before, claim.id)
      )
        open.push(claim);
      else if (this.#isMended(claim)) mended.push(claim);
      else {
        give(claim, before);
        if (before !== claim.wanted) kept.push(claim);
      }
    }
    for (const claim of mended.sort(byRank)) {
      if (this.#isFree(claim.wanted)) give(claim, claim.wanted);
      else give(claim, this.#earlier.get(claim.id) ?? claim.wanted);
    }
    open.sort(byRank);
    for (const claim of open) {
      const name = this.#firstFree(claim, group);
      if (name !== claim.wanted && !this.#reserved.has(claim.wanted))
        this.#given.set(collisionId(claim.id), claim.source ?? claim.spelling);
      give(claim, name);
    }
    for (const claim of [...kept, ...mended]) this.#note(claim);
    return names;
  }

  /** A word that the config spells is asked for, as a name of the config is, which stays as it is. */
  #spelled(claim: Claim): Claim {
    if (claim.isChosen) return claim;
    const wanted = spelled(claim.wanted, this.#spellings);
    return wanted === claim.wanted
      ? claim
      : { ...claim, wanted, isChosen: true };
  }

  /** True of a numbered name whose plain form nothing has any more: only of types, which no call can mistake. */
  #isMended({ id, wanted, spelling, isType = false }: Claim): boolean {
    return (
      isType &&
      this.#earlier.get(collisionId(id)) === spelling &&
      this.#isFree(wanted, id)
    );
  }

  /** Notes of a name that stays why it was numbered, and what the document asks for. */
  #note({ id, wanted }: Claim): void {
    const name = this.#given.get(id);
    if (name === wanted) return;
    const collision = this.#earlier.get(collisionId(id));
    if (collision !== undefined) this.#given.set(collisionId(id), collision);
    if (this.#isFree(wanted, id)) this.#wanted.set(id, wanted);
  }

  /** Names a single claim. */
  claim(claim: Claim): Name {
    return nameOf(this.settle([claim]), claim.id);
  }

  /** Takes a name that is kept under another one's: `AcmeOptions` goes with `Acme`. */
  take(name: string): Name {
    this.#taken.add(name);
    return asName(name);
  }

  /** True if all of these are free. */
  areFree(names: readonly string[]): boolean {
    return names.every((name) => this.#isFree(name));
  }

  #isFree(name: string, id?: string): boolean {
    const owner = this.#kept.get(name);
    return (
      // A member of this name would set the prototype.
      name !== "__proto__" &&
      !this.#taken.has(name) &&
      !this.#reserved.has(name) &&
      (owner === undefined || owner === id)
    );
  }

  #give(id: string, name: string): Name {
    this.#taken.add(name);
    this.#given.set(id, name);
    return asName(name);
  }

  /** @param group names given to claims of the same group: further claims of one are numbered */
  #firstFree({ wanted, otherwise }: Claim, group: ReadonlySet<string>): string {
    if (this.#isFree(wanted)) return wanted;
    const base = this.#reserved.has(wanted)
      ? (otherwise ?? `${wanted}_`)
      : group.has(wanted)
        ? wanted
        : (otherwise ?? wanted);
    if (this.#isFree(base)) return base;
    // `Pet2_` reads badly: a number after a digit is set off.
    const seam = /\d$/.test(base) ? "_" : "";
    for (let number = 2; ; number++) {
      const name = `${base}${seam}${number}`;
      if (this.#isFree(name)) return name;
    }
  }
}

/**
 * @param names as `Scope.settle` returns them
 * @throws where no claim has this id: an internal error
 */
export function nameOf(names: ReadonlyMap<string, Name>, id: string): Name {
  const name = names.get(id);
  if (name === undefined) throw new Error(`no name for ${id}`);
  return name;
}

/** A claim that keeps the spelling of the document comes before one that had to change it. */
const rank = ({ wanted, spelling }: Claim): number =>
  wanted === spelling ? 0 : 1;

const byRank = (a: Claim, b: Claim): number =>
  rank(a) - rank(b) || compare(a, b);

const compare = (a: Claim, b: Claim): number =>
  byCodeUnit(a.spelling, b.spelling) || byCodeUnit(a.id, b.id);

/** The one place where a string becomes a `Name`. */
export const asName = (name: string): Name => {
  if (!isIdentifier(name))
    throw new Error(`not an identifier: ${JSON.stringify(name)}`);
  return name as Name;
};
