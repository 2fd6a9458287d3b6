/** Changes the draft of a case. */
import type { Tx } from '../../../db/as.ts'
import { forbidden, go, page, type Route } from '../../../web/desk/route.ts'
import { pathOf } from '../address.ts'
import { any, type CaseDoors } from '../doors.ts'
import { changeDraft, choices } from '../store/begin.ts'
import { CaseFormPage, inputOf, inputProblems, newOf } from './case-form.tsx'

export const changeRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/zaken/:case/wijzigen',
    may: 'case.write',
    answer: onCase(async ({ tx, municipality, view, who }, { row }) =>
      row.state !== 'draft' || row.author !== who.id
        ? forbidden('Alleen de indiener past een concept aan.')
        : page(
            <CaseFormPage
              view={view}
              action={`${pathOf(row)}/wijzigen`}
              fixed={{ kind: row.kind, title: row.title, path: pathOf(row) }}
              {...await choices(tx, municipality.id)}
              input={{
                soort: row.kind,
                titel: row.title,
                samenvatting: row.summary,
                besluit: row.intendedOn ?? '',
                regeling: row.regulation ?? '',
                product: row.product ?? '',
              }}
            />,
          ),
    ),
  },
  {
    method: 'POST',
    path: '/zaken/:case/wijzigen',
    may: 'case.write',
    answer: onCase(async ({ tx, municipality, view, who, sent }, { row }, doing) => {
      if (row.state !== 'draft' || row.author !== who.id) return forbidden('Alleen de indiener past een concept aan.')
      const [input, lists] = [{ ...inputOf(sent), soort: row.kind }, await choices(tx, municipality.id)]
      const problems = inputProblems(input, lists)
      if (any(problems))
        return page(
          <CaseFormPage
            view={view}
            action={`${pathOf(row)}/wijzigen`}
            fixed={{ kind: row.kind, title: row.title, path: pathOf(row) }}
            {...lists}
            input={input}
            problems={problems}
          />,
          422,
        )
      await changeDraft(doing, row.id, newOf(input))
      return go(pathOf(row), 'De zaak is opgeslagen.')
    }),
  },
]
