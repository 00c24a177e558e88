/**
 * Which addresses a document may make us connect to: public ones. A host that the user names himself
 * may be anywhere.
 */
import { lookup as find } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Loopback, private, link-local, multicast and reserved addresses are none. */
export const isPublic = (address: string): boolean => {
  const bare = address.replace(/^\[|\]$/g, "");
  // `process` reads an IPv4 address that is written as IPv6, such as `::ffff:10.0.0.1`, as IPv4.
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === "unicast";
};

export const isAddress = (host: string): boolean =>
  ipaddr.isValid(host.replace(/^\[|\]$/g, ""));

export class PrivateAddress extends Error {
  override readonly name = "PrivateAddress";
}

/**
 * Looks a name up, and lets only public addresses through. The connection is made to what was
 * checked here: a second answer of the name server changes nothing.
 */
export const publicLookup: LookupFunction = (host, options, callback) => {
  find(host, { ...options, all: true }, (error, found) => {
    if (error) {
      callback(error, []);
      return;
    }
    const [first] = found;
    if (
      first === undefined ||
      !found.every(({ address }) => isPublic(address))
    ) {
      callback(new PrivateAddress(), []);
    } else if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};
