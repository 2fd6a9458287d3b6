/** The badges that a visit saw on a site: links to a page of ours, pictures with its name, and words about it. Pure. */
import { registrableDomain } from '../../lib/domain.ts'
import { spoken, squeezedNumber } from '../../lib/spoken-number.ts'
import type { Evidence, Link, Session } from '../../model/evidence.ts'

/** One badge on one page. `shown`: as a picture, so that it is carried; else it is a link in words. */
export type ShownBadge = { readonly number: string; readonly page: string; readonly shown: boolean }

/** Longer than any number of ours: what is written there is kept so that a person can look at it. */
const LONGEST = 24
const PAGE = /^\/(?:en\/)?badges\/([^/]{1,60})$/
/** The name that our own files have, wherever they stand and whatever was put before or after it. */
const FILE = /badge-([2-9CFGHJMPRVWX]{5}-[2-9CFGHJMPRVWX]{5})-(?:groot|klein)-(?:licht|donker)/i
const MOST = 20

function read(text: string): string | undefined {
  try {
    return squeezedNumber(decodeURIComponent(text)).slice(0, LONGEST)
  } catch {
    return undefined // no address of ours has such an escape
  }
}
/** The number in an address of a badge at one of these hosts; undefined for any other address. */
function numberAt(href: string, hosts: ReadonlySet<string>): string | undefined {
  if (!URL.canParse(href)) return undefined
  const { host, hostname, pathname, protocol } = new URL(href)
  if (!/^https?:$/.test(protocol) || !(hosts.has(host) || hosts.has(hostname))) return undefined
  const [, found] = PAGE.exec(pathname.replace(/\/$/, '')) ?? []
  return found === undefined ? undefined : read(found)
}
const numberOfFile = (url: string): string | undefined => {
  const [, found] = FILE.exec(url) ?? []
  return found === undefined ? undefined : squeezedNumber(found)
}

/** Hosts of ours, and of whose site this is: a municipality that writes about its own badges carries none. */
function isOurOwn(address: string, hosts: ReadonlySet<string>): boolean {
  const [host = ''] = address.split('/')
  return [...hosts].some((ours) => {
    const name = ours.replace(/:\d+$/, '')
    return name === host || (name.includes('.') && registrableDomain(name) === registrableDomain(host))
  })
}

function onPage(
  page: string,
  { links, requests, drawn: inPage, text }: Session,
  hosts: ReadonlySet<string>,
): ShownBadge[] {
  const found = new Map<string, boolean>()
  const add = (number: string | undefined, shown: boolean) => {
    if (number !== undefined && number !== '') found.set(number, shown || found.get(number) === true)
  }
  const pictured = (link: Link): boolean => link.pictured === true
  for (const link of links) add(numberAt(link.href, hosts), pictured(link))
  for (const { url, status, drawn } of requests) {
    if (status !== null && status >= 400) continue
    add(numberOfFile(url), true)
    // Whatever the holder called the file, it says itself which badge it is.
    for (const address of drawn ?? []) add(numberAt(address, hosts), true)
  }
  // Neither has a drawing that stands in the page itself a name.
  for (const address of inPage?.badges ?? []) add(numberAt(address, hosts), true)
  // Where it was not looked at as a drawing, one that stands in the page says its address in words.
  const [said] = /\/badges\/([2-9CFGHJMPRVWX]{5}-[2-9CFGHJMPRVWX]{5})\b/.exec(text) ?? []
  const number = said === undefined ? undefined : squeezedNumber(said.slice('/badges/'.length))
  if (number !== undefined && [...hosts].some((host) => text.includes(host))) add(number, false)
  return [...found].map(([each, shown]) => ({ number: each, page, shown }))
}

export type ShownOnSite = {
  /** Each number once, with the first page that it stands on. */
  readonly badges: readonly ShownBadge[]
  /** Pages that were seen whole enough to say what is not on them. */
  readonly pages: readonly string[]
}

/** What of badges stands on the pages of a visit. `hosts`: at which the site of this municipality answers. */
export function badgesShown({ subject, pages }: Evidence, hosts: readonly string[]): ShownOnSite {
  const ours = new Set(hosts.map((host) => host.toLowerCase()))
  if (subject.kind !== 'website' || ours.size === 0 || isOurOwn(subject.address, ours)) return { badges: [], pages: [] }
  const badges = new Map<string, ShownBadge>()
  const whole: string[] = []
  for (const record of pages) {
    if (record.probe !== 'session' || !record.result.seen) continue
    const session = record.result.value
    for (const each of onPage(record.page, session, ours)) {
      const before = badges.get(each.number)
      if (!before || (each.shown && !before.shown)) badges.set(each.number, each)
    }
    // A drawing that was not read may be the badge.
    const drawings = session.drawn?.whole !== false && session.requests.every(({ drawn }) => drawn !== null)
    if (drawings && !session.lacks.content && !session.lacks.requests) whole.push(record.page)
  }
  return { badges: [...badges.values()].slice(0, MOST), pages: whole }
}

/** A number as it is told, also one that is none of ours. */
export const numberInWords = (number: string): string => (number.length === 10 ? spoken(number) : number)
