/** Agreements with processors beside the law (AVG art. 28): all of them, and one. */
import { registerFor } from '../../catalogue/registers.ts'
import type { Tx } from '../../db/as.ts'
import type { Power } from '../../registers/power.ts'
import { allows } from '../../vocabulary/roles.ts'
import { missing, page, type Route } from '../../web/desk/route.ts'
import { AgreementPage } from './page-agreement.tsx'
import { OverviewPage, PLACE, SHOWN } from './page-overview.tsx'
import { readAgreement, readAgreements, uncovered, type House } from './store.ts'
import { UUID } from '../../lib/uuid.ts'

export type AgreementDeps = {
  readonly registers: House['registers']
  readonly catalogue: { readonly norms: House['norms'] }
}

const LEAD = 'Overeenkomsten naast de punten van de wet (AVG art. 28)'
/** Leads from the registers of agreements and of processings to the overview. */
export const agreementPowers: readonly Power[] = [
  {
    purpose: 'processor-agreement',
    list: { to: PLACE, text: LEAD },
    entry: { to: (id) => `${PLACE}/${id}`, text: 'De punten van de wet (AVG art. 28 lid 3)' },
  },
  { purpose: 'processing', list: { to: `${PLACE}#zonder`, text: 'Verwerkingen zonder verwerkersovereenkomst' } },
]

/** Agreements that are held against the law at once. */
const MOST = 2_000

export function agreementRoutes({ registers, catalogue }: AgreementDeps): readonly Route<Tx>[] {
  const house = { registers, norms: catalogue.norms }
  const register = registerFor(registers, 'processor-agreement')
  if (!register) return []
  return [
    {
      method: 'GET',
      path: '/verwerkersovereenkomsten',
      may: 'register.read',
      answer: async ({ tx, municipality, view, today, who }) =>
        page(
          <OverviewPage
            view={view}
            register={register}
            processings={registerFor(registers, 'processing')}
            agreements={await readAgreements(tx, municipality.id, house, register, MOST)}
            open={await uncovered(tx, municipality.id, house, today, SHOWN)}
            today={today}
            mayEdit={allows(who.roles, 'register.edit')}
          />,
        ),
    },
    {
      method: 'GET',
      path: '/verwerkersovereenkomsten/:agreement',
      may: 'register.read',
      answer: async ({ tx, municipality, view, params, who }) => {
        const id = params['agreement']!
        const found = UUID.test(id) ? await readAgreement(tx, municipality.id, house, register, id) : undefined
        if (!found) return missing
        return page(
          <AgreementPage view={view} register={register} {...found} mayEdit={allows(who.roles, 'register.edit')} />,
        )
      },
    },
  ]
}
