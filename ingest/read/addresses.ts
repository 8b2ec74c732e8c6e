import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Whether an IP address belongs to the public internet: not this machine, a private network, a cloud's metadata, multicast … */
export function isPublic(address: string): boolean {
  // ::ffff:10.0.0.1 is 10.0.0.1
  return isIP(address) !== 0 && ipaddr.process(address.replace(/%.*$/, '')).range() === 'unicast'
}
