/** The network address of who asks, for budgets of guesses; kept nowhere as it is. */
import { isIP } from 'node:net'
import type { Context } from 'hono'

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/

/** Whether an address of the network is this machine itself. */
export const isLoopback = (address: string): boolean => LOOPBACK.test(address)

/**
 * The address that tells people apart: of the connection, or what a web server in front of us says of it. Of
 * X-Forwarded-For only the last address counts, and only when it comes from this machine or from one of `proxies`: the
 * rest is whatever somebody typed. An IPv6 address counts by its network (/64): who has one address there has them all.
 * Undefined when everybody would have the same one, or it is not told: those share a budget (`networksOf`).
 */
export const addressOf = (c: Context, proxies: readonly string[] = []): string | undefined =>
  addressFrom(c.req.raw, c.env, proxies)

/** The same, of a request that no app looked at yet; `env`: what the server tells beside it. */
export function addressFrom(request: Request, env: unknown, proxies: readonly string[] = []): string | undefined {
  const peer = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
    ?.remoteAddress
  if (peer === undefined) return undefined
  const plain = plainOf(peer) ?? peer
  if (!isLoopback(peer) && !proxies.includes(plain)) return network(plain)
  const told = plainOf(request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '')
  return told === undefined ? undefined : network(told)
}

/** An address without its port or zone, IPv4 also where it is wrapped as IPv6; undefined when it is none. */
function plainOf(typed: string): string | undefined {
  const [, inside, v4] = /^(?:\[([^\]]*)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+)(?::\d+)?)$/.exec(typed) ?? []
  const address = (inside ?? v4 ?? typed).replace(/%.*$/, '')
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : undefined
  const whole = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [, high, low] = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(whole) ?? []
  if (high === undefined || low === undefined) return whole
  return [high, low].flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255]).join('.')
}

/** IPv4 as it is, IPv6 as its first four groups. */
function network(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length)
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...(tail ? tail.split(':') : [])]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
