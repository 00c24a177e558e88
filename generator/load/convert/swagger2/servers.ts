/**
 * `host`, `basePath` and `schemes` of Swagger 2.0 become servers.
 */
import type { Pointer } from "../../../openapi/document.js";
import type { Conversion } from "./conversion.js";
import { arrayOrEmpty, type JsonObject } from "../../../openapi/records.js";

/** @param at the pointer to the object that gets the servers */
export const serversOf = (
  { host, basePath, schemes }: JsonObject,
  { moved }: Conversion,
  at: Pointer = [],
): unknown[] => {
  const path = typeof basePath === "string" ? basePath : "";
  if (typeof host !== "string" || host === "") {
    moved([...at, "servers"], ["basePath"]);
    return [{ url: path === "" ? "/" : path }];
  }
  moved([...at, "servers"], ["host"]);
  const bare = host.replace(/^https?:\/\//i, "").replace(/(?<!\/)\/+$/, "");
  const base = path === "/" ? "" : path;
  const known = arrayOrEmpty(schemes)
    .filter((scheme) => scheme === "http" || scheme === "https")
    .sort()
    .reverse(); // https first: credentials are not sent over http
  return (known.length > 0 ? known : ["https"]).map((scheme) => ({
    url: `${scheme}://${bare}${base === "" || base.startsWith("/") ? "" : "/"}${base}`,
  }));
};
