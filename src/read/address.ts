// Which network addresses are the public internet's.
import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address belongs to a host of the public internet: no private, loopback, link-local, multicast, reserved or
 * translated range, neither in an IPv6 form of an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === 'unicast';
}
