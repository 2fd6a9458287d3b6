/** Who can reach this site: where it listens, by which names, and whether the demo city may open there. */
import { isLoopback } from '../web/address.ts'
import { Usage } from './command.ts'
import { SETTINGS, SHARED } from './settings.ts'

export type Reach = {
  /** The address it listens on. */
  readonly host: string
  /** How people reach it, when that was told: scheme, name and port, without a slash at the end. */
  readonly origin: string | undefined
}

/** Throws Usage for a setting that is there and empty: whoever wrote it meant something. */
export function refuseEmpty(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(SETTINGS))
    if (!SHARED.includes(name) && env[name]?.trim() === '')
      throw new Usage(`${name} is leeg. Vul een waarde in, of haal de instelling weg.`)
}

/** Reads LEIDRAAD_HOST and LEIDRAAD_URL. Throws Usage when the address is not one, or has a path. */
export function reachOf(env: NodeJS.ProcessEnv): Reach {
  const host = env['LEIDRAAD_HOST'] ?? '127.0.0.1'
  const told = env['LEIDRAAD_URL']
  if (told === undefined) return { host, origin: undefined }
  const url = URL.canParse(told) ? new URL(told) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search + url.hash + url.username !== '')
    throw new Usage(`LEIDRAAD_URL "${told}" is geen adres van een site. Verwacht: https://leidraad.uwgemeente.nl`)
  return { host, origin: url.origin }
}

/** Whether a name or address is this machine and nothing else. */
const isHere = (name: string): boolean => name === 'localhost' || isLoopback(name.replace(/^\[|\]$/g, ''))

export type Start = {
  readonly env: NodeJS.ProcessEnv
  readonly reach: Reach
  /** The municipality that was named, and whether an empty start was asked for. */
  readonly named: string | undefined
  readonly empty: boolean
  /** Names of the municipalities in the database, and of the demo city and its neighbour. */
  readonly there: readonly string[]
  readonly demo: readonly string[]
}

/**
 * Whether this start is of the demo city, in which anybody chooses who to be: only on this machine, in a database of
 * its own. Throws Usage with what to do when it is meant and may not be.
 */
export function isDemo({ env, reach, named, empty, there, demo }: Start): boolean {
  if (named !== undefined || empty || (there.length > 0 && !there.some((name) => demo.includes(name)))) return false
  const why = !isHere(reach.host)
    ? `LEIDRAAD_HOST is ${reach.host}`
    : reach.origin !== undefined
      ? 'LEIDRAAD_URL is ingesteld'
      : env['DATABASE_URL'] !== undefined
        ? 'DATABASE_URL is ingesteld'
        : there.some((name) => !demo.includes(name))
          ? 'er staat ook een andere gemeente in de database'
          : undefined
  if (why === undefined) return true
  throw new Usage(
    `in de demostad kiest iedereen zelf wie hij is. Zij start daarom alleen op deze computer, en hier niet: ${why}. ` +
      'Begin uw eigen gemeente met --gemeente NAAM, of haal de instelling weg om de demostad te bekijken.',
  )
}

/** A warning when sign-ins would travel in the clear; undefined when they do not. */
export function warningOf({ host, origin }: Reach): string | undefined {
  const safe = origin === undefined ? isHere(host) : origin.startsWith('https:') || isHere(new URL(origin).hostname)
  return safe
    ? undefined
    : 'Let op: deze site is op het netwerk te bereiken zonder https. Wachtwoorden en cookies zijn dan onderweg te ' +
        'lezen. Zet er een webserver met https voor en stel LEIDRAAD_URL=https://… in.'
}

/** A warning when the public reads about organisations here and finds no address to write to. */
export function unanswered({ host, origin }: Reach, env: NodeJS.ProcessEnv): string | undefined {
  return env['LEIDRAAD_CONTACT_EMAIL'] || (origin === undefined ? isHere(host) : isHere(new URL(origin).hostname))
    ? undefined
    : 'Let op: er is geen adres waar mensen een fout kunnen melden. Stel LEIDRAAD_CONTACT_EMAIL in.'
}

/**
 * Whether a request is for us, by its Host header (RFC 9110 7.2). A page of a stranger can let its own name point to
 * this machine (DNS rebinding); it cannot change the header. On a network without a name of our own any name is fine.
 */
export function namesOf(
  { host, origin }: Reach,
  port: number,
  { strict = false } = {},
): (name: string | undefined) => boolean {
  if (!strict && origin === undefined && !isHere(host)) return () => true
  const here = ['127.0.0.1', 'localhost', '[::1]', bracketed(host)].map((name) => `${name}:${port}`)
  const ours = new Set([...here, ...(origin === undefined ? [] : [new URL(origin).host])])
  // A browser leaves the usual port out.
  if (port === 80) for (const name of here) ours.add(name.replace(/:80$/, ''))
  return (name) => name !== undefined && ours.has(name.toLowerCase())
}

/** An address as it stands in a URL: IPv6 in brackets. */
export const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host)
