/**
 * The calls of callers as a file for TypeScript's checker: each call of the published package, with its
 * argument types, on our client. A line of the file belongs to one question about one call, so that
 * the place of an error says which question it answers.
 *
 * What stands in the file comes from the types of a package: names are quoted, and nothing is run.
 */
import type {
  CommonOption,
  PublishedCall,
  PublishedMethod,
} from "./published-calls.js";
import type { PublishedType } from "./published-types.js";

/**
 * What may be wrong: the arguments or the result of a call, or the types that callers name to build the
 * arguments in advance.
 */
export type CallProblem =
  "arguments" | "options" | "result" | "iteration" | "types";

/** What a line of the file asks. */
export interface CallQuestion {
  readonly method: PublishedMethod;
  readonly call: PublishedCall;
  readonly problem: CallProblem;
}

export interface CallProgram {
  readonly text: string;
  /** By line, counted from the program's first one. Errors in other lines repeat those of a question. */
  readonly questions: ReadonlyMap<number, CallQuestion>;
}

const prelude = `declare const ours: Ours;
declare const options: {
  maxRetries: number;
  timeout: number;
  headers: { [name: string]: string };
  signal: AbortSignal;
};
/** In place of an argument that is left out, null is not tried. */
type Given<T> = Exclude<T, null>;
/** What callers see: nobody uses the result of a call that has none, and a stream is read by a loop. */
type Seen<T> = [T] extends [void]
  ? unknown
  : T extends AsyncIterable<infer Item>
    ? AsyncIterable<Item>
    : T;
/** Of a page the items count; what leads on may be absent in ours, as in the API's answers. */
type PageOf<T> = {
  [Key in keyof T as T[Key] extends readonly unknown[] ? Key : never]: T[Key];
} & {
  [Key in keyof T as T[Key] extends readonly unknown[] ? never : Key]?:
    | T[Key]
    | null;
};
type ItemOf<T> = T extends AsyncIterable<infer Item> ? Item : never;
/** What a member is where it is a list, in whatever form the arguments have one. */
type ListIn<T, Key extends PropertyKey> = T extends unknown
  ? Key extends keyof T
    ? Extract<T[Key], readonly unknown[]>
    : never
  : never;`;

/** @param methods those that our client has */
export const writeCalls = (
  methods: readonly PublishedMethod[],
): CallProgram => {
  const lines = prelude.split("\n");
  const questions = new Map<number, CallQuestion>();
  for (const [index, method] of methods.entries()) {
    lines.push(signatureType(`M${index}`, method));
    for (const [number, call] of method.calls.entries()) {
      const written = writeCall({
        method,
        call,
        types: `M${index}[${number}]`,
      });
      for (const { text, problem } of written) {
        lines.push(text);
        if (problem) questions.set(lines.length - 1, { method, call, problem });
      }
    }
  }
  return { text: lines.join("\n"), questions };
};

const memberAccess = (path: readonly string[]): string =>
  path.map((name) => `[${JSON.stringify(name)}]`).join("");

/** A tuple of the signatures of a method, each as its arguments and its result. */
const signatureType = (
  name: string,
  { path, calls }: PublishedMethod,
): string => {
  const numbers = calls.map((_, index) => index);
  const pattern = numbers
    .map((one) => `(...args: infer A${one}): infer R${one};`)
    .join(" ");
  const found = numbers.map((one) => `[A${one}, R${one}]`).join(", ");
  return `type ${name} = Published${memberAccess(path)} extends { ${pattern} } ? [${found}] : never;`;
};

interface Line {
  readonly text: string;
  readonly problem?: CallProblem;
}

interface WrittenCall {
  readonly method: PublishedMethod;
  readonly call: PublishedCall;
  /** The type with the arguments and the result. */
  readonly types: string;
}

const writeCall = ({ method, call, types }: WrittenCall): readonly Line[] => {
  const { parameters, options, result } = call;
  const called = `ours${memberAccess(method.path)}`;
  const all = parameters.map((_, index) => `p${index}`);
  const needed = parameters.findLastIndex((one) => !one.isOptional) + 1;
  const declared = all.map(
    (name, index) => `${name}: Given<${types}[0][${index}]>`,
  );
  const made = (args: readonly string[]): string =>
    `${called}(${args.join(", ")});`;
  return [
    { text: `async function call(${declared.join(", ")}) {` },
    { text: made(all.slice(0, needed)), problem: "arguments" },
    ...(needed < all.length
      ? [{ text: made(all), problem: "arguments" as const }]
      : []),
    ...(options
      ? [
          {
            text: made([...all, writeOptions(options)]),
            problem: "options" as const,
          },
        ]
      : []),
    ...(parameters.some(({ isNullable }) => isNullable)
      ? [
          {
            text: made(
              parameters.map((one, index) =>
                one.isNullable ? "null" : `p${index}`,
              ),
            ),
            problem: "arguments" as const,
          },
        ]
      : []),
    ...writeResult({ result, types }, `${called}(`, `${all.join(", ")})`),
    ...parameters.flatMap((parameter, index) =>
      parameter.types.flatMap((type) =>
        writeType(type, { call, types, called, index }),
      ),
    ),
    { text: "}" },
  ];
};

/** Builds an argument as our type of that name, and uses the result of the call with it. */
const writeType = (
  { path, lists }: PublishedType,
  {
    call: { parameters, result },
    types,
    called,
    index,
  }: {
    readonly call: PublishedCall;
    readonly types: string;
    readonly called: string;
    readonly index: number;
  },
): readonly Line[] => {
  const type = `Ours.${path.join(".")}`;
  const problem = "types" as const;
  const all = parameters.map((_, at) => (at === index ? "built" : `p${at}`));
  return [
    { text: "{" },
    { text: `const built: ${type} = p${index}!;`, problem },
    ...writeResult({ result, types }, `${called}(`, `${all.join(", ")})`).map(
      ({ text }) => ({ text, problem }),
    ),
    { text: "}" },
    ...lists.map((list) => ({
      text: `(undefined as unknown as ListIn<${type}, ${JSON.stringify(list)}>).push;`,
      problem,
    })),
  ];
};

const writeOptions = (names: readonly CommonOption[]): string =>
  `{ ${names.map((name) => `${name}: options.${name}`).join(", ")} }`;

/** What is wrong with the arguments is reported of a line without a question. */
const writeResult = (
  { result, types }: Pick<PublishedCall, "result"> & { readonly types: string },
  start: string,
  end: string,
): readonly Line[] => {
  const awaited = `Awaited<${types}[1]>`;
  const assigned = (type: string): readonly Line[] => [
    { text: `const result: ${type} =`, problem: "result" },
    { text: `await ${start}` },
    { text: `${end};` },
  ];
  const iterated = (iterable: string, type: string): readonly Line[] => [
    { text: "for await (const one of" },
    { text: iterable, problem: "iteration" },
    { text: `${end}) {` },
    { text: `const item: ItemOf<${type}> =`, problem: "iteration" },
    { text: "one; }" },
  ];
  switch (result.kind) {
    case "value":
      return assigned(`Seen<${awaited}>`);
    case "stream":
      return iterated(`await ${start}`, awaited);
    case "pages": {
      const members = result.members.map((one) => JSON.stringify(one));
      return [
        ...(members.length > 0
          ? assigned(`PageOf<Pick<${awaited}, ${members.join(" | ")}>>`)
          : []),
        ...iterated(start, `${types}[1]`),
      ];
    }
  }
};
