/**
 * Whether a sign-in on a visited page is one in which a password stays safe: sent over https, not in an address, and
 * with a field that a password manager may fill in (NIST SP 800-63B-4 §3.1.1.2: allow them). A way in with
 * DigiD, eHerkenning or a passkey is told where no password is asked.
 *   none      no sign-in was seen                               → not applicable
 *   plain     a password goes over http                         → unmet
 *   in-url    a password stands in the address (method GET)     → unmet
 *   kept-out  the field asks the browser to fill in nothing     → partly
 *   safe, strong                                                → met
 * Trips on: `<input type=password autocomplete=off>`. Near misses: a form that a script handles (`unclear`), http that
 * the policy of the page makes https, choosing a new password, news or a course about DigiD, a search form over GET.
 */
import { hostOf } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import type { Form, Session } from '../../model/evidence.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { ABOUT, VACANCY } from '../reading/destinations.ts'
import { looseFields } from '../reading/loose.ts'
import { linkWords } from '../reading/privacy-link.ts'
import { byScript, targetOf, upgrades } from '../reading/sent.ts'
import type { Page } from '../reading/visit.ts'

const ORDER = ['plain', 'in-url', 'kept-out', 'unclear', 'safe'] as const

export const signIn = defineCheck({
  id: 'sign-in',
  needs: { session: ['before-consent'] },
  reasons: {
    plain: shown('unmet'),
    'in-url': shown('unmet'),
    'kept-out': shown('partly'),
    unclear: 'unknown',
    safe: whole('met', 'content'),
    strong: whole('met', 'content'),
    none: whole('not-applicable', 'content'),
  },
  judge({ session }) {
    const forms = session.flatMap((page) =>
      page.value.forms
        .filter(({ fields }) => fields.some(({ type }) => type === 'password'))
        .map((form) => ({ form, page, state: stateOf(form, page.value) })),
    )
    const reason = ORDER.find((each) => forms.some(({ state }) => state === each))
    if (reason !== undefined) {
      const told = forms.filter(({ state }) => state === reason)
      const details = told.map(({ form, page }) =>
        clip(`${page.page.slice(0, 100)} ${form.selector.slice(0, 80)} → ${form.method} ${form.action.slice(0, 100)}`),
      )
      return {
        reason,
        seen: { count: told.length, page: clip(told[0]!.page.page, 150), details: details.slice(0, 20) },
      }
    }
    // A password outside any form: how a script sends it, nobody can see beforehand.
    const loose = session.filter(({ value }) => looseFields(value).some(({ type }) => type === 'password'))
    if (loose.length > 0) return { reason: 'unclear', seen: { count: loose.length, page: clip(loose[0]!.page, 150) } }
    const ways = session.flatMap(strongWays)
    return ways.length > 0
      ? { reason: 'strong', seen: { details: [...new Set(ways)].toSorted().slice(0, 20) } }
      : { reason: 'none' }
  },
})

function stateOf(form: Form, page: Session): (typeof ORDER)[number] {
  if (form.method === 'dialog' || byScript(form, page)) return 'unclear'
  if (targetOf(form.action)!.startsWith('http:') && !upgrades(page)) return 'plain'
  if (form.method === 'get') return 'in-url'
  const secrets = form.fields.filter(({ type }) => type === 'password')
  const choosing = secrets.length > 1 || secrets.some(({ autocomplete }) => autocomplete === 'new-password')
  const kept = secrets.some(({ autocomplete = '' }) => /^\s*off\s*$/i.test(autocomplete))
  return kept && !choosing ? 'kept-out' : 'safe'
}

/** Hosts and words of ways in that ask more than a password. */
const HOSTS = ['digid.nl', 'eherkenning.nl']
const WORDS =
  /\b(?:inloggen|aanmelden|log ?in|sign in|naar mijn \w+)\b[^.!?]{0,40}\b(?:digid|eherkenning|eidas|passkey)\b/i
/** What is about it, or is the way for who does not have it. */
const NO_WAY =
  /\b(?:zonder|geen|niet|cursus|hulp|workshop|uitleg|les|training|spreekuur|problemen|storing|without|help|course)\b/i

const strongWays = ({ value: { links }, page }: Page): string[] =>
  links.slice(0, 500).flatMap(({ href, text }) => {
    const [host, words] = [hostOf(href), linkWords(text)]
    if (host === undefined || ABOUT.test(URL.parse(href)?.pathname ?? '') || VACANCY.test(words)) return []
    const there = HOSTS.some((each) => host === `mijn.${each}` || host === `inloggen.${each}`)
    return there || (WORDS.test(words) && !NO_WAY.test(words))
      ? [clip(`"${words.slice(0, 80)}" → ${href.slice(0, 120)} · ${page}`)]
      : []
  })
