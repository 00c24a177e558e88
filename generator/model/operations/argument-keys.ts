/**
 * The keys of `params`. Who has a key keeps it, as the lock notes it; what comes later and has the
 * same name takes a longer one: `note_query`, `note_body`. Without a lock the order is path, query,
 * header, cookie, body.
 */
import type { Text } from "../../sdk/sdk.js";
import type { NameLedger } from "../names/names.js";
import type { BodyForm, PlannedBody, PlannedFormat } from "./bodies.js";
import type { PlannedField } from "./body-fields.js";
import type { PlannedParameter } from "./parameters.js";
import { requestFormats } from "./planned.js";

export interface KeyContext {
  /** `GET /pets` */
  readonly operation: string;
  readonly ledger: NameLedger;
  /** The options of a call, which may stand in the place of params that are all optional. */
  readonly callOptions: ReadonlySet<string>;
}

type Location = PlannedParameter["in"] | "body";

/** Something that is passed in `params`. */
interface Claim {
  /** What the lock notes its key under. */
  readonly id: string;
  readonly name: string;
  readonly location: Location;
}

const parameterId = (
  operation: string,
  { in: place, name }: PlannedParameter,
) => `argument ${operation} ${place} ${name}`;
/** Of a field; without a name, of a body that is no object of fields. */
const bodyId = (operation: string, name?: string): string =>
  `argument ${operation} body${name === undefined ? "" : ` ${name}`}`;
const choiceId = (operation: string): string =>
  `argument ${operation} contentType`;
const optionsId = (operation: string): string => `options ${operation}`;
const formId = (operation: string): string => `body ${operation}`;

/** How calls of earlier packages pass a body; undefined where they pass none. */
export const earlierForm = (
  operation: string,
  { earlier }: NameLedger,
): BodyForm | undefined =>
  earlier.get(formId(operation)) as BodyForm | undefined;

/** True if an earlier package had no params: options stood where these come now. */
export const areOptionsFirst = (
  operation: string,
  { earlier }: NameLedger,
): boolean => earlier.get(optionsId(operation)) === "first";

/** Notes it for packages to come. */
export function noteOptionsFirst(
  operation: string,
  { given }: NameLedger,
): void {
  given.set(optionsId(operation), "first");
}

/** What a call takes, with its keys. */
export interface KeyedInputs {
  readonly parameters: readonly PlannedParameter[];
  readonly body?: PlannedBody;
}

export function withKeys(
  parameters: readonly PlannedParameter[],
  body: PlannedBody | undefined,
  context: KeyContext,
): KeyedInputs {
  const { operation } = context;
  const formats = requestFormats(body);
  const fields = new Set(
    formats.flatMap((format) => format.fields?.map(({ name }) => name) ?? []),
  );
  const claims: Claim[] = [
    ...parameters.map((parameter) => ({
      id: parameterId(operation, parameter),
      name: parameter.name,
      location: parameter.in,
    })),
    ...[...fields].map((name) => ({
      id: bodyId(operation, name),
      name,
      location: "body" as const,
    })),
    ...(formats.length > 1
      ? [
          {
            id: choiceId(operation),
            name: "contentType",
            location: "body" as const,
          },
        ]
      : []),
    ...(formats.some((format) => !format.fields)
      ? [{ id: bodyId(operation), name: "body", location: "body" as const }]
      : []),
  ];
  const mayBeOptions =
    areOptionsFirst(operation, context.ledger) && isOptional(parameters, body);
  const keys = settle(claims, mayBeOptions, context);
  const keyOf = (id: string): Text => keys.get(id) as Text;
  return {
    parameters: parameters.map((parameter) => ({
      ...parameter,
      key: keyOf(parameterId(operation, parameter)),
    })),
    ...(body && { body: bodyWithKeys(body, keyOf, context) }),
  };
}

/** True if params may be left out; those of a path aside, which may be options of the client. */
const isOptional = (
  parameters: readonly PlannedParameter[],
  body: PlannedBody | undefined,
): boolean =>
  parameters.every(
    ({ in: place, required }) => place === "path" || !required,
  ) &&
  (!body || !body.body.required || hasNothingRequired(body));

const hasNothingRequired = ({ fields }: PlannedFormat): boolean =>
  fields?.every(({ optional }) => optional) === true;

/** The keys by the ids of the claims: first those of earlier packages, then names that are free. */
function settle(
  claims: readonly Claim[],
  mayBeOptions: boolean,
  { ledger: { earlier, given }, callOptions }: KeyContext,
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const used = new Set<string>();
  const give = ({ id, name, location }: Claim, key: string): void => {
    keys.set(id, key);
    used.add(key);
    if (isNoted(name, key, location, callOptions)) given.set(id, key);
  };
  for (const claim of claims) {
    const key = earlier.get(claim.id);
    if (key !== undefined && !used.has(key)) give(claim, key);
  }
  // An operation without a body had no use for the option `body`.
  const isReserved = (name: string): boolean =>
    mayBeOptions && name !== "body" && callOptions.has(name);
  const later: Claim[] = [];
  for (const claim of claims)
    if (!keys.has(claim.id)) {
      if (used.has(claim.name) || isReserved(claim.name)) later.push(claim);
      else give(claim, claim.name);
    }
  // After all the others, so that no longer name takes what is the name of another.
  for (const claim of later) {
    let key = claim.name;
    while (used.has(key) || isReserved(key)) key += `_${claim.location}`;
    give(claim, key);
  }
  return keys;
}

/**
 * What comes later displaces nothing in the path, which is part of the operation's key, and a name in
 * the query only if it is that of an option: the lock has the others.
 */
const isNoted = (
  name: string,
  key: string,
  location: Location,
  callOptions: ReadonlySet<string>,
): boolean =>
  key !== name ||
  callOptions.has(key) ||
  !(location === "path" || location === "query");

function bodyWithKeys(
  planned: PlannedBody,
  keyOf: (id: string) => Text,
  { operation, ledger }: KeyContext,
): PlannedBody {
  const { body, others } = planned;
  const withFieldKeys = <Format extends PlannedFormat>(
    format: Format,
  ): Format => {
    const withKey = (field: PlannedField): PlannedField => ({
      ...field,
      key: keyOf(bodyId(operation, field.name)),
    });
    const fields = format.fields?.map(withKey);
    const variants = format.variants?.map((variant) => variant.map(withKey));
    return {
      ...format,
      ...(variants && { variants }),
      ...(fields && {
        fields,
        format: {
          ...format.format,
          fields: fields.map(({ name, key }) => ({ name, key })),
        },
      }),
    };
  };
  const first = withFieldKeys(planned);
  const further = others.map(withFieldKeys);
  const isWhole = [first, ...further].some(({ fields }) => !fields);
  const isAlwaysSent =
    body.required || earlierForm(operation, ledger) === "always";
  ledger.given.set(
    formId(operation),
    [first, ...further].every(({ fields }) => !fields)
      ? "whole"
      : isAlwaysSent && hasNothingRequired(planned)
        ? "always"
        : "fields",
  );
  return {
    ...first,
    others: further,
    body: {
      ...body,
      ...first.format,
      isAlwaysSent,
      key: isWhole ? keyOf(bodyId(operation)) : body.key,
      ...(further.length > 0 && {
        choice: {
          key: keyOf(choiceId(operation)),
          formats: further.map(({ format }) => format),
        },
      }),
    },
  };
}
