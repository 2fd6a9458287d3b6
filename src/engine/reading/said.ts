/** Everything that a site says on what was read of it: pages that were visited, and statements behind their links. */
import { clip } from '../../lib/headers.ts'
import type { HostRecord, Link, PageRecord, Session, Sighting, Statements } from '../../model/evidence.ts'

export type SaidPage = {
  readonly url: string
  readonly text: string
  readonly links: readonly Link[]
  readonly lang: string | null
}

/** Characters of a page that are looked at. */
const READ = 40_000

/** The pages that answered and the statements that could be read, each once; visited pages first. */
export function saidBy(session: readonly Sighting<Session>[], statements: Statements): SaidPage[] {
  const visited = session.flatMap(({ value: { finalUrl, status, text, links, lang } }) =>
    status < 400 ? [{ url: finalUrl, text: text.slice(0, READ), links, lang }] : [],
  )
  const { privacy, accessibility, contact, cookies, terms } = statements
  const read = [privacy, accessibility, contact, cookies, terms].flatMap((one) =>
    one?.seen === true && one.value.status < 400 ? [{ ...one.value, text: one.value.text.slice(0, READ) }] : [],
  )
  const pages = new Map<string, SaidPage>()
  for (const page of [...visited, ...read]) if (!pages.has(page.url)) pages.set(page.url, page)
  return [...pages.values()]
}

/** The same of records, as a visitor at a computer meets the site. */
export function saidIn(pages: readonly PageRecord[], host: readonly HostRecord[]): SaidPage[] {
  const sessions = pages.flatMap((one) =>
    one.probe === 'session' && one.profile === 'desktop' && one.result.seen
      ? [{ page: one.page, role: one.role, phase: one.phase, profile: one.profile, value: one.result.value }]
      : [],
  )
  const statements = host.flatMap((one) => (one.probe === 'statements' && one.result.seen ? [one.result.value] : []))
  return saidBy(sessions, statements[0] ?? { privacy: null, accessibility: null, contact: null })
}

/** Whether enough of the landing page was seen to say that something is not there. */
export const isLandingSeen = (session: readonly Sighting<Session>[]): boolean =>
  session.some(({ role, value }) => role === 'landing' && value.status < 400 && value.textLength >= 200)

/** The sentence in which something was found, of at most 200 characters, as it stands there. */
export function quote(text: string, { index, 0: found }: { readonly index: number; readonly 0: string }): string {
  const before = text.slice(Math.max(0, index - 120), index)
  const start = Math.max(...['. ', '! ', '? ', '\n'].map((end) => before.lastIndexOf(end) + end.length), 0)
  const from = before.slice(['. ', '! ', '? ', '\n'].some((end) => before.includes(end)) ? start : 0)
  const after = text.slice(index + found.length, index + found.length + 120)
  const end = /[.!?](?=\s|$)|\n/.exec(after)
  return clip(`${from}${found}${end ? after.slice(0, end.index + 1) : after}`.replaceAll(/\s+/g, ' ').trim(), 200)
}
