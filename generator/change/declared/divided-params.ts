/**
 * The fields of `params` apart from those of the body: declarations have them side by side, the other
 * side tells which is which.
 */
import { sortedMap } from "../../diagnostics/code-units.js";
import { followModels } from "../../surface/follow-models.js";
import type { RecordShape, Shape } from "../../surface/shape.js";
import { printShape } from "../../surface/print-shape.js";
import type {
  Surface,
  SurfaceBody,
  SurfaceField,
  SurfaceOperation,
} from "../../surface/surface.js";

export interface DeclaredModels {
  readonly own: Surface["models"];
  readonly others: Surface["models"];
  /** What this side calls a model of the other one. */
  readonly ownName: (name: string) => string;
}

/** `Pet` of `PetInput` and `PetUpload`, as this generator calls what is sent. */
export const wholeOf = (name: string): string | undefined =>
  /^(.+)(?:Input|Upload)$/.exec(name)?.[1];

type Fields = ReadonlyMap<string, SurfaceField>;

export const divided = (
  operation: SurfaceOperation,
  other: SurfaceOperation,
  models: DeclaredModels,
): SurfaceOperation => {
  const { params: declared, body, ...rest } = operation;
  if (!declared || !other.body || !operation.unknown?.has("body"))
    return operation;
  const params = {
    ...declared,
    fields: new Map([...declared.fields, ...fieldsOf(body)]),
  };
  const like = { ...other, body: other.body };
  const taken = bodyIn(params, like, models);
  if (!taken) return operation;
  const { keys, type, passedAs } = taken;
  const isRequired = !body && taken.isRequired;
  const choice = other.params?.fields.has("contentType")
    ? undefined
    : params.fields.get("contentType");
  return {
    ...rest,
    params: {
      ...params,
      fields: new Map(
        [...params.fields].filter(
          ([key, field]) => !keys.has(key) && field !== choice,
        ),
      ),
    },
    body: {
      isRequired,
      passedAs,
      types: new Map(
        mediaTypes(choice, other.body).map((mediaType, index) => [
          mediaType,
          // What is passed in other formats is not told apart.
          index === 0 ? type : ({ kind: "unresolved" } as const),
        ]),
      ),
      ...(other.body.wire !== undefined && { wire: other.body.wire }),
    },
  };
};

/** Those of a body that is declared apart. */
const fieldsOf = (body: SurfaceBody | undefined): Fields => {
  const [type] = body?.types.values() ?? [];
  return new Map(
    type?.kind === "object"
      ? [...type.properties].map(([key, property]) => [
          key,
          { ...property, wire: "" },
        ])
      : [],
  );
};

interface FoundBody extends Pick<SurfaceBody, "passedAs" | "isRequired"> {
  readonly type: Shape;
  /** Its keys in `params`. */
  readonly keys: ReadonlySet<string>;
}

type WithBody = SurfaceOperation & { readonly body: SurfaceBody };

/** Undefined where there is none. */
const bodyIn = (
  { fields, isOptional }: NonNullable<SurfaceOperation["params"]>,
  other: WithBody,
  models: DeclaredModels,
): FoundBody | undefined => {
  const { body, params } = other;
  const [like] = body.types.values();
  const record = like && followModels(like, models.others);
  const isOthers = (key: string): boolean => params?.fields.has(key) === true;
  const wholeKey = body.passedAs.kind === "key" ? body.passedAs.key : "body";
  const whole = fields.get(wholeKey);
  const isField =
    body.passedAs.kind === "fields" &&
    record?.kind === "object" &&
    record.properties.has(wholeKey);
  if (whole && !isOthers(wholeKey) && !isField)
    return {
      type: whole.type,
      isRequired: !whole.isOptional,
      passedAs: { kind: "key", key: wholeKey },
      keys: new Set([wholeKey]),
    };
  const given =
    body.passedAs.kind === "fields"
      ? body.passedAs.keys
      : new Map<string, string>();
  const keyOf = (name: string): string => {
    const key = given.get(name);
    return key !== undefined && fields.has(key) ? key : name;
  };
  const model =
    like?.kind === "model"
      ? modelFor(like.name, { fields, keyOf }, models)
      : undefined;
  const names = model
    ? [...model.record.properties.keys()].map((name) => [name, keyOf(name)])
    : [...fields.keys()]
        .filter((key) => !isOthers(key) && key !== "contentType")
        .map((key) => [nameOf(key, given), key]);
  const found = names.flatMap(([name = "", key = ""]) => {
    const field = fields.get(key);
    return field ? [{ name, key, field }] : [];
  });
  if (found.length === 0) return undefined;
  const isAsked = found.some(({ field }) => !field.isOptional);
  return {
    type: model
      ? { kind: "model", name: model.name }
      : {
          kind: "object",
          properties: sortedMap(
            found.map(({ name, field }) => [name, field] as const),
          ),
          // Other keys are none of `params`.
          ...(record?.kind === "object" &&
            record.index && { index: record.index }),
        },
    isRequired: isAsked ? !isOptional : body.isRequired,
    passedAs: {
      kind: "fields",
      keys: sortedMap(
        found.flatMap(({ name, key }) =>
          name === key ? [] : [[name, key] as const],
        ),
      ),
    },
    keys: new Set(found.map(({ key }) => key)),
  };
};

const nameOf = (key: string, keys: ReadonlyMap<string, string>): string =>
  [...keys].find(([, one]) => one === key)?.[0] ?? key;

interface Taken {
  readonly fields: Fields;
  readonly keyOf: (name: string) => string;
}

interface FoundModel {
  readonly name: string;
  readonly record: RecordShape;
}

/** The model of the same name, or another form of it, if that is what the fields are those of. */
const modelFor = (
  name: string,
  taken: Taken,
  models: DeclaredModels,
): FoundModel | undefined => {
  const { own, others, ownName } = models;
  const whole = others.get(name)?.formOf;
  const names = [
    own.has(name) ? name : ownName(name),
    ...(whole === undefined ? [] : [whole]),
    ...[...own.keys()].filter((one) => wholeOf(one) === name),
  ];
  for (const one of names) {
    const record = followModels({ kind: "model", name: one }, own);
    const like = followModels({ kind: "model", name: whole ?? name }, others);
    if (record.kind === "object" && isWholeIn(taken, record, like))
      return { name: one, record };
  }
  return undefined;
};

/** True if the fields have all of it that is sent. */
const isWholeIn = (
  { fields, keyOf }: Taken,
  { properties }: RecordShape,
  like: Shape,
): boolean =>
  [...properties].every(([name, { type }]) => {
    const field = fields.get(keyOf(name));
    return field
      ? printShape(field.type) === printShape(type)
      : like.kind === "object" &&
          like.properties.get(name)?.access === "readOnly";
  });

/** The values of `contentType`, or that of the other side; the usual one first. */
const mediaTypes = (
  choice: SurfaceField | undefined,
  { types }: SurfaceBody,
): readonly string[] => {
  const [usual = ""] = types.keys();
  const type = choice?.type;
  const values = (
    type?.kind === "union" ? type.members : type ? [type] : []
  ).flatMap((one) => (one.kind === "literal" ? [String(one.value)] : []));
  return values.length === 0
    ? [usual]
    : values.includes(usual)
      ? [usual, ...values.filter((one) => one !== usual)]
      : values;
};
