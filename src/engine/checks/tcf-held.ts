/**
 * Whether the string in which a program tells others what was chosen (IAB Europe, TCF v2) says what was chosen: no
 * consent before a choice, none after a no (AVG art. 4 lid 11 and art. 7; Telecommunicatiewet art. 11.7a). Consent is
 * said where the string names a purpose and a partner for it. Only strings of the site itself count: of its interface,
 * its cookies, its storage. What a frame or cookie of another says, what partners claim as a legitimate interest, and
 * what is said after a yes, is told as fact.
 *   before          it says consent before anything was chosen                           unmet
 *   refused         it says consent after a no                                           unmet
 *   held-but-asked  it says none, and an advertiser or social network was asked after it  partly
 *   held            it says none before and none after                                   met
 *   unreadable      a string that we cannot read                                         unknown
 * Trips on: a string of consent that stands there at the first look. Near misses: purposes without a partner; a string
 * of consent after a yes; one of a film in a frame; a legitimate interest alone; a page without such a string.
 */
import type { ConsentString } from '../../model/evidence.ts'
import { defineCheck, shown } from '../reading/claims.ts'
import { byChoice } from '../reading/consent-only-yes.ts'
import { notAnswered } from '../reading/consent-seen.ts'
import { readConsentString, type SaidInString } from '../reading/consent-string.ts'
import { asPage } from '../reading/following.ts'
import { details, few, tellHost } from '../reading/telling.ts'
import { trackersOn } from '../reading/tracking.ts'
import { isOutside } from '../reading/visit.ts'

/** Purposes of advertising and content by profile, for which the framework allows no legitimate interest (TCF v2.2). */
const BY_PROFILE = [3, 4, 5, 6]

export const tcfHeld = defineCheck({
  id: 'tcf-held',
  needs: { session: ['before-consent'], consent: ['after-reject', 'after-accept'] },
  reasons: {
    'no-question': shown('not-applicable'),
    'not-looked': 'unknown',
    'no-string': shown('not-applicable'),
    unreadable: 'unknown',
    'not-shown': 'unknown',
    perhaps: 'unknown',
    'no-way': 'unknown',
    stayed: 'unknown',
    silent: 'unknown',
    held: shown('met'),
    'held-but-asked': shown('partly'),
    before: shown('unmet'),
    refused: shown('unmet'),
  },
  judge({ session, consent }, { subject, lists }) {
    const { refused, agreed } = byChoice(consent)
    const walks = refused.map(({ value }) => value)
    if (walks.every(({ strings, outcome }) => !strings && outcome !== 'no-question')) return { reason: 'not-looked' }
    const isOwn = ({ host }: ConsentString) => host === null || session.some((page) => !isOutside(host, page, subject))
    const all = {
      before: walks.flatMap(({ strings }) => strings?.before ?? []).map(read),
      after: walks.flatMap(({ strings }) => strings?.after ?? []).map(read),
      agreed: agreed.flatMap(({ value }) => value.strings?.after ?? []).map(read),
    }
    const [before, after] = [all.before.filter(isOwn), all.after.filter(isOwn)]
    const answered = notAnswered(refused, session, lists)
    if (before.length + after.length === 0) return { reason: answered === 'no-question' ? answered : 'no-string' }
    const next = refused.flatMap(({ value, ...where }) => asPage(where, value.next))
    const hits = trackersOn(next, subject, lists).filter(({ weight }) => weight !== 'pattern')
    const found = hits.filter(({ weight }) => weight === 'found')
    const said = [...before, ...after].flatMap(({ said: one }) => one ?? [])
    const yes = [...before, ...after].filter(isYes).flatMap(({ said: one }) => one ?? [])
    const seen = {
      purposes: few(yes.flatMap((one) => one.purposes.map(String))),
      partners: Math.max(0, ...yes.map((one) => one.partners)),
      claimed: few(said.flatMap((one) => one.claimed.filter((no) => BY_PROFILE.includes(no)).map(String))),
      tool: few(walks.flatMap(({ tool }) => tool ?? [])),
      hosts: few((found.length > 0 ? found : hits).map(({ host }) => tellHost(host, lists))),
      details: details([
        ...all.before.map((one) => `0: ${tell(one)}`),
        ...all.after.map((one) => `1: ${tell(one)}`),
        ...hits.map(({ host }) => `2: ${tellHost(host, lists)}`),
        ...all.agreed.map((one) => `3: ${tell(one)}`),
      ]),
    }
    if (before.some(isYes)) return { reason: 'before', seen }
    if (after.some(isYes)) return { reason: 'refused', seen }
    if ([...before, ...after].some((one) => one.said === undefined)) return { reason: 'unreadable', seen }
    if (typeof answered === 'string' && answered !== 'no-question') return { reason: answered, seen }
    // What says nothing after the no was perhaps not told of it.
    if (after.length === 0) return { reason: 'silent', seen }
    return { reason: found.length > 0 ? 'held-but-asked' : 'held', seen }
  },
})

type Read = ConsentString & { readonly said: SaidInString | undefined }
const read = (string: ConsentString): Read => ({
  ...string,
  said: string.text === null ? undefined : readConsentString(string.text),
})
const isYes = ({ said }: Read): boolean => said !== undefined && said.purposes.length > 0 && said.partners > 0

/** A string as one line. */
function tell({ from, host, said }: Read): string {
  const where = host === null ? from : `${from} (${host})`
  if (!said) return `${where}: ?`
  const { program, purposes, partners, claimed } = said
  const [agreed, own] = [purposes, claimed].map((each) => each.join(' ') || '–')
  return `${where}: CMP ${program}; consent ${agreed} × ${partners}; legitimate interest ${own}`
}
