/**
 * Whether scripts of others run on a page where a form asks what can hurt somebody (`reading/delicate.ts`): such a
 * script can read what is typed, and whoever gives it hears that somebody was there (AVG art. 9, 10, 25 and 32; HvJ EU
 * C-21/23: that somebody orders a medicine tells of health).
 *   followers  an advertiser or a social network, beside what the law forbids to use unless        unmet
 *   near       the same beside questions about children or money                                   partly
 *   others     another party, whose file it can change                                             partly
 *   alone      only the site itself, a file with a fingerprint, or a service for this very form    met
 * Trips on: an advertiser's script beside "Welke medicijnen gebruikt u?". Near misses: a map or film in a frame of
 * another site, which cannot look out of it; a script that waits for consent, or of which no answer was seen; the
 * number of children at a table; a list of subjects with "Gezondheid" in it; allergies for the cook; a message to
 * "klachten"; "vul hier geen BSN in".
 */
import { clip } from '../../lib/headers.ts'
import type { Form } from '../../model/evidence.ts'
import type { OwnerCategory, Lists } from '../../model/lists.ts'
import type { Subject } from '../../model/subject.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { delicateIn, type Delicate } from '../reading/delicate.ts'
import { hasFingerprint } from '../reading/fingerprint.ts'
import { unsureOfLoose } from '../reading/loose.ts'
import { details, few, tellHost } from '../reading/telling.ts'
import { hitsOf } from '../reading/tracking.ts'
import {
  isForeignFrame,
  isOutside,
  outsideRequests,
  ownerOf,
  serves,
  unsureOf,
  type Outside,
  type Page,
} from '../reading/visit.ts'

/** They make the form, or keep it. */
const FORMS: ReadonlySet<OwnerCategory> = new Set(['forms'])
type Asking = { readonly page: Page; readonly asked: readonly Delicate[] }

export const delicateQuestions = defineCheck({
  id: 'delicate-questions',
  needs: { session: ['before-consent'] },
  reasons: {
    none: whole('not-applicable', 'content'),
    alone: whole('met', 'content', 'requests'),
    unclear: 'unknown',
    others: shown('partly'),
    near: shown('partly'),
    followers: shown('unmet'),
  },
  judge({ session }, { subject, lists }) {
    const asking: Asking[] = session
      .map((page) => ({ page, asked: [...page.value.forms, looseForm(page)].flatMap(delicateIn) }))
      .filter(({ asked }) => asked.length > 0)
    if (asking.length === 0) return { reason: 'none', unsure: unsureOfLoose(session) }
    const found = asking.map((one) => ({ ...one, ...readersOn(one.page, subject, lists) }))
    const heavy = found.filter(({ followers }) => followers.length > 0)
    const told = [heavy.filter(({ asked }) => asked.some(({ strict }) => strict)), heavy, found.filter(any)]
    const at = told.findIndex((each) => each.length > 0)
    // A form in a frame of another origin is out of reach of what runs beside it, and we do not keep where it stands.
    if (at !== -1 && told[at]!.every(({ page }) => hasOtherFrame(page, subject))) return { reason: 'unclear' }
    const which = told[at] ?? found
    const seen = {
      count: which.length,
      page: clip(which[0]!.page.page, 150),
      fields: few(which.flatMap(({ asked }) => asked.map(nameOf))),
      hosts: few(which.flatMap((one) => (at === 2 ? one.others : one.followers)).map((host) => tellHost(host, lists))),
      details: details(
        found.map(({ page, asked, followers, others }) => {
          const hosts = [...new Set([...followers, ...others])].map((host) => tellHost(host, lists))
          return `${page.page.slice(0, 100)}: ${few(asked.map(nameOf))} ← ${hosts.join(', ') || '–'}`
        }),
      ),
    }
    if (at !== -1) return { reason: (['followers', 'near', 'others'] as const)[at]!, seen }
    const matters = ({ request, page }: Outside) => request.type === 'script' && !isForeignFrame(request, page, subject)
    const unsure = unsureOf(
      asking.map(({ page }) => page),
      subject,
      matters,
    )
    return { reason: 'alone', seen, unsure: [...unsure, ...found.flatMap((one) => one.unsure)] }
  },
})

/** What stands outside any form may be a finder: there only a question to who fills it in counts. */
const looseForm = ({ value }: Page): Form => ({
  action: value.finalUrl,
  method: 'get',
  selector: '',
  fields: value.loose ?? [],
})
const any = ({ others }: { readonly others: readonly string[] }): boolean => others.length > 0
const nameOf = ({ field: { label, about, name, type } }: Delicate): string =>
  clip((/^(?:radio|checkbox)$/.test(type) && about) || label || about || name, 40)

/** Hosts whose scripts came to run beside the form: those of advertisers and social networks apart. */
function readersOn(page: Page, subject: Subject, lists: Lists) {
  const sealed = new Set(
    page.value.scripts
      .filter(({ integrity }) => hasFingerprint(integrity))
      .map(({ src }) => URL.parse(src, page.value.finalUrl)?.href),
  )
  const asked = outsideRequests([page], subject).filter(({ request: { type } }) => type === 'script')
  const scripts = asked.filter(({ request }) => came(request))
  const here = scripts.filter(
    ({ request }) => /^https?:/.test(request.frame) && !isForeignFrame(request, page, subject),
  )
  const followers = here.filter((one) => hitsOf(one, lists).some(({ weight }) => weight === 'found'))
  const others = here.filter((one) => {
    const owner = ownerOf(one.request.url, lists)
    const serving = serves(owner) || (owner !== undefined && FORMS.has(owner.category))
    return !serving && (hitsOf(one, lists).length > 0 || !sealed.has(URL.parse(one.request.url)?.href))
  })
  // A frame without an address of its own may be ours or not: whether it can look out of it, is not kept.
  const nowhere = scripts.filter(({ request }) => !/^https?:/.test(request.frame))
  // It was asked for and no answer of it was seen: whether it ran, nobody knows.
  const unanswered = asked.filter(
    ({ request }) => request.status === null && request.failed === null && !isForeignFrame(request, page, subject),
  )
  return {
    followers: followers.map(({ host }) => host),
    others: others.map(({ host }) => host),
    unsure: [...nowhere, ...unanswered].map(
      () => ({ page: page.page, part: 'requests', lack: 'unclear-request' }) as const,
    ),
  }
}

/** Whether an answer was seen that a browser runs; what it held back (ORB, a fingerprint) has none of these. */
const came = ({ status, failed }: Outside['request']): boolean =>
  status !== null && failed === null && ((status >= 200 && status < 300) || status === 304)

/**
 * Whether a frame of the site itself stands in the page that is of another origin. `about:blank` is of the origin of
 * who made it, or nobody can write in it (HTML §7.3.3): no form stands there out of reach.
 */
function hasOtherFrame({ value }: Page, subject: Subject): boolean {
  const own = URL.parse(value.finalUrl)?.origin
  return value.frames.some(({ url }) => {
    const frame = URL.parse(url)
    return (
      frame !== null &&
      frame.href !== 'about:blank' &&
      frame.origin !== own &&
      !isOutside(frame.hostname, { value }, subject)
    )
  })
}
