/** Refuses an argument; what calls an operation knows how to make an error of it. */
export const throwTypeError = (message: string): never => {
  throw new TypeError(message);
};
