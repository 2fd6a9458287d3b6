/** Suppliers, ends and weak spots at the desk: of the city, of one organisation, and of a partner its own. */
import type { Tx } from '../../db/as.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { UUID } from '../../lib/uuid.ts'
import { allows } from '../../vocabulary/roles.ts'
import { missing, page, type Route } from '../../web/desk/route.ts'
import { BehindPage } from './page-behind.tsx'
import { AHEAD, CityPage } from './page-city.tsx'
import { behindOrganisation, endingIn, suppliersIn } from './store.ts'

export const supplierRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/leveranciers',
    may: 'supplier.read',
    answer: async ({ tx, municipality: { id }, view, today }) => {
      const ending = await endingIn(tx, id, daysAfter(today, AHEAD))
      return page(<CityPage {...{ view, today, ending }} suppliers={await suppliersIn(tx, id)} />)
    },
  },
  {
    method: 'GET',
    path: '/organisaties/:organisation/leveranciers',
    may: 'supplier.read',
    answer: async ({ tx, municipality, view, params, today, who }) => {
      const id = params['organisation']!
      const known = UUID.test(id) ? await behindOrganisation(tx, municipality.id, id) : undefined
      if (!known) return missing
      const crumbs = [
        { name: 'Organisaties', to: '/balie/organisaties' },
        { name: known.of.name, to: `/balie/organisaties/${id}` },
      ]
      return page(
        <BehindPage {...{ view, known, today, crumbs }} own={false} weak={allows(who.roles, 'weak-spot.read')} />,
      )
    },
  },
  {
    method: 'GET',
    path: '/onze-leveranciers',
    may: 'supplier.own',
    answer: async ({ tx, municipality, view, today, who }) => {
      const known =
        who.organisation === null ? undefined : await behindOrganisation(tx, municipality.id, who.organisation)
      return known ? page(<BehindPage {...{ view, known, today }} own weak />) : missing
    },
  },
]
