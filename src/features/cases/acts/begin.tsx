/** Begins a case with its pre-check. */
import type { Tx } from '../../../db/as.ts'
import type { CaseKind } from '../../../vocabulary/case.ts'
import { go, page, type Route } from '../../../web/desk/route.ts'
import { any, type CaseDoors, has } from '../doors.ts'
import { KIND_NAMES } from '../rules/words.ts'
import { choices, createCase } from '../store/begin.ts'
import { CaseFormPage, KindPage, inputProblems, newOf, readCase } from './case-form.tsx'

export const beginRoutes = ({ questionnaireFor }: CaseDoors): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/zaken/nieuw',
    may: 'case.create',
    answer: async ({ tx, municipality, query, view }) => {
      const [product, regeling] = [query.get('product') ?? '', query.get('regeling') ?? '']
      const soort = product ? 'product' : regeling ? 'regulation' : (query.get('soort') ?? '')
      if (!has(KIND_NAMES, soort))
        return query.has('verder')
          ? page(<KindPage view={view} problems={{ soort: 'Kies waarover de IT-toets gaat.' }} />, 422)
          : page(<KindPage view={view} />)
      return page(
        <CaseFormPage
          view={view}
          action="/balie/zaken/nieuw"
          {...await choices(tx, municipality.id)}
          input={{ soort, titel: '', samenvatting: '', besluit: '', regeling, product }}
        />,
      )
    },
  },
  {
    method: 'POST',
    path: '/zaken/nieuw',
    may: 'case.create',
    answer: async ({ tx, municipality, who, sent, view, today }) => {
      const [read, lists] = [readCase(sent), await choices(tx, municipality.id)]
      const { input } = read
      const problems = who.roles.includes('fg')
        ? { '': 'De FG dient geen zaken in (AVG art. 38 lid 6).' }
        : inputProblems(read, lists, today)
      const preCheck = has(KIND_NAMES, input.soort) ? questionnaireFor('pre-check', input.soort as CaseKind) : undefined
      if (any(problems) || !preCheck)
        return page(
          <CaseFormPage view={view} action="/balie/zaken/nieuw" {...lists} input={input} problems={problems} />,
          422,
        )
      return go(
        `/balie/zaken/${await createCase(tx, municipality.id, who.id, newOf(input), preCheck)}`,
        'De zaak is begonnen. Vul de voortoets in en dien het voorstel in.',
      )
    },
  },
]
