/**
 * The one thing that is asked of the generator's model: under which key a function takes an
 * argument. How it is written on the wire is not.
 */

/** Every operation of the SDK, of the client and of its resources, by method and path. */
export function callables(sdk) {
  const found = new Map();
  const add = ({ operations, children }) => {
    for (const operation of operations)
      found.set(`${operation.method} ${operation.path}`, operation);
    children.forEach(add);
  };
  add({ operations: sdk.operations, children: sdk.resources });
  return found;
}

/** Values by place and name, as the function's arguments after the client. */
export function argumentsOf(callable, values, body) {
  const { positional, parameters, params, idempotencyHeader } = callable;
  const named = {};
  const options = {};
  const first = [];
  for (const { parameter, value } of values) {
    const { in: declared, name } = parameter;
    const place = declared === "querystring" ? "query" : declared;
    const found = parameters.find(
      (one) => one.in === place && one.name === name,
    );
    const position = positional.findIndex(
      ({ wireName }) => wireName === found?.key,
    );
    if (position >= 0) first[position] = value;
    else if (found) named[found.key] = value;
    else if (place === "header" && name === idempotencyHeader)
      options.idempotencyKey = value;
    else throw new Error(`no argument for the ${place} parameter ${name}`);
  }
  if (body) Object.assign(named, bodyArguments(callable, body, options));
  return [...first, ...(params ? [named] : []), options];
}

/**
 * @param format one of the media types that the function takes; absent where it takes none
 * @param options get what the body has besides its fields
 */
function bodyArguments({ body }, { format, value }, options) {
  if (!format) throw new Error("no argument for the body");
  const chosen =
    body.choice && format !== body
      ? { [body.choice.key]: format.mediaType }
      : {};
  if (!format.fields) return { ...chosen, [body.key]: value };
  const named = Object.entries(chosen);
  const others = [];
  for (const [name, item] of Object.entries(value)) {
    const field = format.fields.find((one) => one.name === name);
    if (field) named.push([field.key, item]);
    else others.push([name, item]);
  }
  if (others.length > 0) options.body = Object.fromEntries(others);
  return Object.fromEntries(named);
}
