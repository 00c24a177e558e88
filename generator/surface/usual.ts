/**
 * What most operations have, and what the file of a surface does not say for that reason. Files of all
 * versions are read with it, so it stays as it is.
 */
export const usual = {
  method: "GET",
  /** Where a field of `params` is put. */
  location: "query",
  result: "json",
  status: 200,
};

/**
 * How a field is written, as short as the file has it: `path` of what has the same name on the wire, and
 * nothing for such a query parameter.
 */
export const shortWire = (wire: string, name: string): string | undefined => {
  const [location = "", ...rest] = wire.split(" ");
  if (rest.join(" ") === name)
    return location === usual.location ? undefined : location;
  // A name that is empty leaves a word that would be taken for a short one.
  return rest.length === 0 && wire !== "" ? `${wire} ` : wire;
};

/** What `shortWire` has shortened. */
export const fullWire = (wire: string, name: string): string =>
  wire === "" || wire.includes(" ")
    ? wire.replace(/^(\S+) $/, "$1")
    : `${wire} ${name}`;
