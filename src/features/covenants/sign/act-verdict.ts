/** What a party answers to a verdict by its link: that it is not right, or its improvement plan. */
import { UUID } from '../../../lib/uuid.ts'
import type { Answer } from './acting.ts'
import { checked, codeOf, statusOf, told, words, type Act, type Problems } from './answering.ts'
import { LONGEST_OBJECTION, LONGEST_PLAN } from './page-verdicts.tsx'
import { verdictSays } from './verdict-messages.ts'
import { answerBy } from './door-store.ts'

const answering =
  (what: 'objection' | 'plan'): Act =>
  async (acting) => {
    const { at, sent, link, view } = acting
    const v = verdictSays(view.lang)
    const verdict = sent.mark('oordeel')
    if (!UUID.test(verdict) || !link.verdicts.some(({ id }) => id === verdict))
      return { verdicts: { problems: { '': words(acting).came['not-now'] } }, status: 409 }
    const [field, code] = [`${what}-${verdict}`, `code-${what}-${verdict}`]
    const again = (problems: Problems, status: 409 | 422 | 429): Answer => ({
      verdicts: { problems, at: { verdict, what, words: sent.text(field) } },
      status,
    })
    const problems = checked(acting, {
      [field]:
        what === 'plan'
          ? { most: LONGEST_PLAN, empty: v.emptyPlan }
          : { most: LONGEST_OBJECTION, empty: v.emptyObjection },
      [code]: { most: 100, empty: words(acting).empty.code },
    })
    if (Object.keys(problems).length > 0) return again(problems, 422)
    const came = await answerBy(at, codeOf(acting, code), { verdict, what, words: sent.text(field) })
    if (came === 'done') return { go: '/oordelen', told: what }
    return again(came === 'too-late' ? { '': v.tooLate } : told(acting, came, code), statusOf(came))
  }

export const bezwaar: Act = answering('objection')
export const plan: Act = answering('plan')
