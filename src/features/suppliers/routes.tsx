/** Suppliers, ends and weak spots at the desk: of the city, of one organisation, and of a partner its own. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { dateMonthsAfter, daysAfter, isDate } from '../../lib/iso-date.ts'
import { UUID } from '../../lib/uuid.ts'
import { allows } from '../../vocabulary/roles.ts'
import { go, missing, notRight, overtaken, page, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { readForm, thatIs, word } from '../../web/desk/schema.ts'
import { BehindPage } from './page-behind.tsx'
import { AHEAD, CityPage } from './page-city.tsx'
import { typedDomains } from './part-domain.tsx'
import { behindOrganisation, endingIn, suppliersIn } from './store.ts'
import { typeDomainDay } from './typed-store.ts'

/** No registry takes money for more years than these. */
const YEARS = 10
const OWN = '/onze-leveranciers'

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
    path: OWN,
    may: 'supplier.own',
    answer: async (asked) => {
      const { view, today } = asked
      const known = await ownBehind(asked)
      return known ? page(<BehindPage {...{ view, known, today }} own weak />) : missing
    },
  },
  { method: 'POST', path: OWN, may: 'supplier.own', answer: keepTyped },
]

const ownBehind = async ({ tx, municipality, who }: Asked<Tx>) =>
  who.organisation === null ? undefined : behindOrganisation(tx, municipality.id, who.organisation)

/** Keeps the day that somebody types on which a domain ends, where no register tells it. */
async function keepTyped(asked: Asked<Tx>): Promise<Reply> {
  const { tx, municipality, view, today, sent, who } = asked
  const known = await ownBehind(asked)
  if (!known) return missing
  const last = dateMonthsAfter(today, 12 * YEARS)
  const names = new Set(typedDomains(known).map(({ name }) => name))
  const fields = {
    domein: word(thatIs((name) => names.has(name), 'Kies een domeinnaam uit de lijst.')),
    tot: word(thatIs(isDate, 'Vul een datum in, zoals 31-12-2027.')),
  }
  const { typed, held, problems } = readForm(fields, sent, [
    { field: 'tot', holds: ({ tot }) => tot >= today, says: 'Deze dag is al voorbij.' },
    { field: 'tot', holds: ({ tot }) => tot <= last, says: `Een domeinnaam loopt hooguit ${YEARS} jaar. Kijk het na.` },
  ])
  if (!held) return notRight(<BehindPage {...{ view, known, today }} own weak said={{ typed, problems }} />)
  const at = known.addresses.find(({ behind }) => behind.domain?.name === held.domein)!
  const kept = { organisation: known.of.id, subject: at.subject, name: held.domein, until: held.tot, by: who.id }
  if (!(await typeDomainDay(tx, municipality.id, kept)))
    return overtaken('Intussen is gemeten wanneer deze domeinnaam afloopt. Die dag staat nu op de pagina.')
  const detail = { domain: held.domein, until: held.tot }
  await record(tx, municipality.id, { act: 'expiry.typed', object: `organisation/${known.of.id}`, detail })
  return go(`/balie${OWN}`, `De dag van ${held.domein} is opgeslagen.`)
}
