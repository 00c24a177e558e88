/** Request bodies that are another param than `body`, which is a parameter there. */
import type { Encoder } from "./operation.js";

/** Encodes `params[key]`. */
export const bodyAt = (key: string, { encode }: Encoder): Encoder => ({
  encode: (params, ...rest) =>
    encode({ ...params, body: params[key] }, ...rest),
});
