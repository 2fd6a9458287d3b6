/** Measurements at the desk: what is looked at again before it is published, and a new one that somebody asks for. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { UUID } from '../../lib/uuid.ts'
import type { Catalogue } from '../../model/norm.ts'
import { allows } from '../../vocabulary/roles.ts'
import { go, missing, notYet, page, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { askLook, measuredOf } from './measured-store.ts'
import { CityPage } from './page-city.tsx'
import { OrganisationPage, tooOften } from './page-organisation.tsx'
import { unsureIn } from './waiting-store.ts'

export type ScanDeps = {
  readonly catalogue: Pick<Catalogue, 'norms'>
  /** Hours between two looks. */
  readonly apart: number
}
const OF_ONE = '/organisaties/:organisation/metingen'
const OWN = '/onze-metingen'

export function scanRoutes({ catalogue, apart }: ScanDeps): readonly Route<Tx>[] {
  const titles = new Map(catalogue.norms.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, title.nl])))
  const shown = async ({ tx, municipality, view, who }: Asked<Tx>, organisation: string | null, own: boolean) => {
    const known =
      organisation !== null && UUID.test(organisation) ? await measuredOf(tx, municipality.id, organisation) : undefined
    if (!known) return missing
    const crumbs = [
      { name: 'Organisaties', to: '/balie/organisaties' },
      { name: known.of.name, to: `/balie/organisaties/${known.of.id}` },
    ]
    return page(
      <OrganisationPage
        {...{ view, known, titles, own }}
        unsure={(await unsureIn(tx, municipality.id, apart, known.of.id)).rows}
        place={own ? `/balie${OWN}` : `/balie/organisaties/${known.of.id}/metingen`}
        asks={own || allows(who.roles, 'measurement.ask')}
        {...(own ? {} : { crumbs })}
      />,
    )
  }
  return [
    {
      method: 'GET',
      path: '/metingen',
      may: 'measurement.read',
      answer: async ({ tx, municipality: { id }, view }) =>
        page(<CityPage view={view} titles={titles} {...await unsureIn(tx, id, apart)} />),
    },
    {
      method: 'GET',
      path: OF_ONE,
      may: 'measurement.read',
      answer: (asked) => shown(asked, asked.params['organisation']!, false),
    },
    {
      method: 'POST',
      path: OF_ONE,
      may: 'measurement.ask',
      answer: (asked) => ask(asked, asked.params['organisation']!, (id) => `/balie/organisaties/${id}/metingen`),
    },
    {
      method: 'GET',
      path: OWN,
      may: 'measurement.own',
      answer: (asked) => shown(asked, asked.who.organisation, true),
    },
    {
      method: 'POST',
      path: OWN,
      may: 'measurement.own',
      answer: (asked) => ask(asked, asked.who.organisation, () => `/balie${OWN}`),
    },
  ]
}

async function ask(
  { tx, municipality, who }: Asked<Tx>,
  organisation: string | null,
  placeOf: (id: string) => string,
): Promise<Reply> {
  const known =
    organisation !== null && UUID.test(organisation) ? await measuredOf(tx, municipality.id, organisation) : undefined
  if (!known) return missing
  const became = await askLook(tx, known.of.id)
  if (became === 'busy') return notYet('Er loopt al een meting. Wacht tot die klaar is.')
  if (became === 'enough') {
    const now = await measuredOf(tx, municipality.id, known.of.id)
    return notYet(tooOften(now?.again ?? null, who.organisation !== null))
  }
  if (became === 'none') return notYet('Deze organisatie heeft geen website of e-maildomein dat wij meten.')
  const object = `organisation/${known.of.id}`
  await record(tx, municipality.id, { act: 'measurement.asked', object, detail: { visits: became } })
  return go(placeOf(known.of.id), 'De meting is gevraagd. Hieronder ziet u hoe ver zij is.')
}
