/** Measurements at the desk: what is looked at again before it is published. */
import type { Tx } from '../../db/as.ts'
import type { Catalogue } from '../../model/norm.ts'
import { page, type Route } from '../../web/desk/route.ts'
import { CityPage } from './page-city.tsx'
import { unsureIn } from './waiting-store.ts'

export type ScanDeps = {
  readonly catalogue: Pick<Catalogue, 'norms'>
  /** Hours between two looks. */
  readonly apart: number
}

export function scanRoutes({ catalogue, apart }: ScanDeps): readonly Route<Tx>[] {
  const titles = new Map(catalogue.norms.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, title.nl])))
  return [
    {
      method: 'GET',
      path: '/metingen',
      may: 'measurement.read',
      answer: async ({ tx, municipality: { id }, view }) =>
        page(<CityPage view={view} titles={titles} rows={await unsureIn(tx, id, apart)} />),
    },
  ]
}
