/** Hosts that a content security policy lets in: whom a site allows is a hint of whom it works with, and no more. */
import type { CspPolicy } from './csp.ts'

const MANY = 100
const HOST = /^(?:(?:https?|wss?):\/\/)?(?:\*\.)?((?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]*)\.?(?::(?:\d+|\*))?(?:\/\S*)?$/i

/** Every host of the policies, each once, without stars, ports and paths. */
export function hostsIn(policies: readonly CspPolicy[]): string[] {
  const hosts = policies.flatMap((policy) =>
    [...policy.values()].flatMap((values) => values.flatMap((value) => HOST.exec(value)?.[1]?.toLowerCase() ?? [])),
  )
  return [...new Set(hosts)].slice(0, MANY)
}
