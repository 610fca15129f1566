import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** Networks that a webhook must not reach: private, link-local (metadata), loopback, reserved. */
const closed = new BlockList();
for (
  const [network, bits] of [
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.88.99.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 3],
  ] as const
) closed.addSubnet(network, bits, "ipv4");
// Of IPv6 only global unicast is open, and of that no tunnel and no documentation network.
const open = new BlockList();
open.addSubnet("2000::", 3, "ipv6");
for (const [network, bits] of [["2001::", 23], ["2001:db8::", 32], ["2002::", 16]] as const) {
  closed.addSubnet(network, bits, "ipv6");
}

/** Whether an address is this very machine. */
export function isLoopbackAddress(address: string): boolean {
  return /^127\.\d+\.\d+\.\d+$/.test(address) || address === "::1";
}

/** Whether an IP address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, "ipv4");
  return family === 6 && open.check(address, "ipv6") && !closed.check(address, "ipv6");
}

/** Finds the addresses of a host name. */
export type Resolve = (host: string) => Promise<string[]>;

const resolveByDns: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/** An address that was refused, or a URL of the wrong kind. */
export class UnsafeAddress extends Error {
  override readonly name = "UnsafeAddress";
}

/**
 * The one address to connect to for a URL. Every address of the name must be public; the caller
 * connects to what is returned and does not look the name up again, so it cannot change in between.
 * @param allowLoopback for development: http and https to this very machine
 * @throws UnsafeAddress
 */
export async function safeAddressOf(
  url: URL,
  allowLoopback: boolean,
  resolve: Resolve = resolveByDns,
): Promise<string> {
  if (url.username !== "" || url.password !== "") throw new UnsafeAddress("the URL has a password");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [host] : await resolve(host);
  const [first] = addresses;
  if (first === undefined) throw new UnsafeAddress(`${host} has no address`);
  const local = addresses.every(isLoopbackAddress);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && local)) {
    throw new UnsafeAddress("only https is allowed");
  }
  if (local && allowLoopback) return first;
  if (!addresses.every(isPublicAddress)) throw new UnsafeAddress(`${host} is not a public address`);
  return first;
}
