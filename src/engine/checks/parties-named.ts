/**
 * Whether the privacy and cookie statements name each service, or its company, that the pages ask something of, as far
 * as it is known whose a host is. The law asks recipients or kinds of recipients (AVG art. 13(1)(e)): what is not named
 * breaks nothing, and is `partly` of a norm that asks to have all flows in view.
 * Trips on: a statistics service that neither statement names. Near misses: a company named by its service, its parent,
 * a brand of the same house or its domain; what the page's own policy stopped; a service for the public, such as
 * DigiD; a host nobody knows; a cookie statement that was not read (unknown).
 */
import { registrableDomain } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import { asTyped } from '../../lib/words.ts'
import type { Statement, Statements } from '../../model/evidence.ts'
import { defineCheck, whole } from '../reading/claims.ts'
import { hardlyRead } from '../reading/privacy-parts.ts'
import { namesOf } from '../reading/party-names.ts'
import { leadsOn, NO_TEXT, privacyText } from '../reading/privacy-text.ts'
import { details, few } from '../reading/telling.ts'
import { outsideRequests, ownerOf, serves } from '../reading/visit.ts'

/** Letters of a text that are looked at. */
const READ = 40_000

export const partiesNamed = defineCheck({
  id: 'parties-named',
  needs: { statements: true, session: ['before-consent'] },
  reasons: {
    ...NO_TEXT,
    'no-parties': whole('not-applicable', 'requests'),
    all: whole('met', 'requests'),
    missing: whole('partly', 'statements'),
    elsewhere: 'unknown',
  },
  judge({ statements, session }, { subject, lists }) {
    const parties = new Map<string, readonly RegExp[]>()
    for (const { request, host } of outsideRequests(session, subject)) {
      const owner = ownerOf(request.url, lists)
      if (owner === undefined || serves(owner)) continue
      const { service } = owner
      // Of one service many hosts may be asked; what each adds is the name of its domain.
      if ((parties.get(service)?.length ?? 0) < 200)
        parties.set(service, [...(parties.get(service) ?? []), ...namesOf(owner, registrableDomain(host))])
    }
    if (parties.size === 0) return { reason: 'no-parties' }
    const read = privacyText(statements)
    if (read.reason !== undefined) return read
    const text = `${read.text}\n${cookieText(statements)}`
    const missing = [...parties].flatMap(([service, names]) => (names.some((each) => each.test(text)) ? [] : [service]))
    const seen = {
      url: clip(read.statement.url),
      total: parties.size,
      count: missing.length,
      parties: few(missing.length > 0 ? missing : [...parties.keys()]),
      details: details(missing.length > 0 ? missing : [...parties.keys()]),
    }
    if (missing.length === 0) return { reason: 'all', seen }
    if (hardlyRead(read.text, read.statement)) return { reason: 'unread', seen }
    return { reason: cookiesUnread(statements, read.statement) ? 'elsewhere' : 'missing', seen }
  },
})

/** Whether there is a cookie statement, or one is named, that was not read: the rest may stand there. */
function cookiesUnread({ cookies }: Statements, statement: Statement): boolean {
  if (cookies?.seen === false && cookies.why !== 'gone') return true
  if (cookies?.seen === true && ![404, 410].includes(cookies.value.status))
    return cookies.value.status >= 400 || cookies.value.text.trim().length < 100
  return leadsOn(statement, /cookie/i)
}

const cookieText = ({ cookies }: Statements): string =>
  cookies?.seen === true && cookies.value.status < 400 ? asTyped(cookies.value.text.slice(0, READ)) : ''
