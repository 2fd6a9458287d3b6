/** What a party does itself by its link: not take part, pause until a day, come back, leave, be named or not. */
import { isDate } from '../../../lib/iso-date.ts'
import { todayIn } from '../../../web/language.ts'
import type { Answer } from './acting.ts'
import { checked, cityOf, codeOf, statusOf, told, words, type Act, type Problems } from './answering.ts'
import { stepBy } from './door-store.ts'
import { saidLetter } from './letters.ts'
import { LONGEST_REASON, ownSteps } from './page-other.tsx'

/** The step, with a letter as proof in the mailbox of the contact. */
export const stap: Act = async (acting) => {
  const { at, sent, link, doors } = acting
  const { empty } = words(acting)
  const { today = todayIn } = doors
  const step = ownSteps(link).find((each) => each === sent.text('stap'))
  const typed = {
    stap: sent.text('stap'),
    reden: sent.text('reden'),
    tot: sent.text('tot'),
    zeker: sent.all('zeker').includes('ja') ? 'ja' : '',
  }
  const until = step === 'paused' ? typed.tot : null
  const asks = step === 'paused' || step === 'left'
  const problems = checked(acting, {
    reden: { most: LONGEST_REASON, ...(asks ? { empty: empty.reason } : {}) },
    'code-stap': { most: 100, empty: empty.code },
  })
  const again = (wrong: Problems, status: 409 | 422 | 429): Answer => ({
    other: { problems: wrong, typed, at: 'stap' },
    status,
  })
  if (step === undefined) return again({ stap: empty.step, ...problems }, 422)
  if (until !== null && !(isDate(until) && until > today())) problems['tot'] = empty.until
  if (step === 'left' && typed.zeker !== 'ja') problems['zeker'] = empty.sure
  if (Object.keys(problems).length > 0) return again(problems, 422)
  const mail = saidLetter(
    { title: link.title, organisation: link.organisation, name: link.contact.name, ...cityOf(acting) },
    { step, reason: typed.reden, until, on: today() },
  )
  const came = await stepBy(at, codeOf(acting, 'code-stap'), { step, reason: typed.reden, until, mail })
  // Who left has no page any more but what it signed.
  return came === 'done'
    ? { go: step === 'left' ? '' : '/anders', told: 'step' }
    : again(told(acting, came, 'code-stap'), statusOf(came))
}
