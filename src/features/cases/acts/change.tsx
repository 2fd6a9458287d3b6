/** Changes the draft of a case. */
import type { Tx } from '../../../db/as.ts'
import { lastAct } from '../../../db/audit.ts'
import { basisOf, changesBetween, Clash, merged } from '../../../web/desk/edit.tsx'
import { forbidden, go, page, type Route } from '../../../web/desk/route.ts'
import { objectOf, pathOf } from '../address.ts'
import { any, type CaseDoors } from '../doors.ts'
import { changeDraft, choices, draftToChange } from '../store/begin.ts'
import { CaseFormPage, inputProblems, newOf, readCase } from './case-form.tsx'
import type { CaseRow } from '../store/rows.ts'

const LABELS = {
  titel: 'Titel',
  samenvatting: 'Samenvatting',
  besluit: 'Beoogde datum van het besluit',
  regeling: 'Regeling',
  product: 'Product',
}
/** A draft as its form holds it. */
const draftOf = (row: Pick<CaseRow, 'kind' | 'title' | 'summary' | 'intendedOn' | 'regulation' | 'product'>) => ({
  soort: row.kind,
  titel: row.title,
  samenvatting: row.summary,
  besluit: row.intendedOn ?? '',
  regeling: row.regulation ?? '',
  product: row.product ?? '',
})

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
              fixed={{ title: row.title, path: pathOf(row) }}
              {...await choices(tx, municipality.id)}
              input={draftOf(row)}
              basis={basisOf(draftOf(row))}
            />,
          ),
    ),
  },
  {
    method: 'POST',
    path: '/zaken/:case/wijzigen',
    may: 'case.write',
    answer: onCase(async ({ tx, municipality, view, who, sent, today }, { row }, doing) => {
      if (row.state !== 'draft' || row.author !== who.id) return forbidden('Alleen de indiener past een concept aan.')
      const [read, lists] = [readCase(sent, row.kind), await choices(tx, municipality.id)]
      const { input } = read
      const before = draftOf((await draftToChange(doing, row.id)) ?? row)
      const form = {
        view,
        input,
        action: `${pathOf(row)}/wijzigen`,
        fixed: { title: row.title, path: pathOf(row) },
        basis: basisOf(before),
        ...lists,
      }
      if (sent.mark('basis') !== form.basis) {
        const names = new Map([...lists.regulations, ...lists.products].map(({ id, name }) => [id, name]))
        const { values, taken } = merged(sent.mark('basis'), before, input)
        const changes = changesBetween(before, values, (_, value) => names.get(value) ?? value)
        const last = await lastAct(tx, municipality.id, objectOf(row))
        const clash = <Clash changes={changes} labels={LABELS} last={last} taken={taken} />
        return page(<CaseFormPage {...form} input={values} clash={clash} />, 409)
      }
      const problems = inputProblems(read, lists, today, before.besluit)
      if (any(problems)) return page(<CaseFormPage {...form} problems={problems} />, 422)
      await changeDraft(doing, row.id, newOf(input))
      return go(pathOf(row), 'De zaak is opgeslagen.')
    }),
  },
]
