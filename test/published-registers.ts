/** Registers as everybody reads them: entries with every kind of field, earlier versions, what ended or is gone. */
import { keepBackground } from '../src/db/map-background.ts'
import type { Db } from '../src/db/connect.ts'
import { readRegisters, registerFor } from '../src/catalogue/registers.ts'
import type { Place, Register, Values } from '../src/model/register.ts'
import { CITY } from './published.ts'
import { KEPT, readThings } from './things.ts'

const shipped = readRegisters('registers')
const flows = registerFor(shipped, 'data-flow')!
const [things] = readThings()
/** Those of Leidraad and the one that only tests have. */
export const REGISTERS: readonly Register[] = [...shipped, things!]

const AT = `/registers/${things!.id}`
const DECISIONS = `/registers/${flows.id}/besluiten`
/** Every kind of page that follows from the file of a register. */
export const REGISTER_PAGES: readonly string[] = [
  '/registers',
  AT,
  `${AT}?q=klok&f-soort=z&f-token=nee`,
  `${AT}?q=bestaatniet`,
  `${AT}?weergave=kaart`,
  `${AT}?weergave=kaart&plek=52.16630,4.48140,1000`,
  `${AT}/1-klok`,
  `${AT}/1-klok/versie/1`,
  `${AT}/2-lang`,
  `${AT}/9-weg`,
  `${AT}/agenda`,
  `/fout-melden?over=${AT}/1-klok`,
  `/fout-melden?over=${AT}/1-klok&aan=eigenaar`,
  `/registers/${registerFor(shipped, 'sensor')!.id}`,
  `/registers/${flows.id}`,
  `/registers/${flows.id}/1-stroom`,
  DECISIONS,
  `${DECISIONS}/naheffing-parkeren`,
]

const id = (no: number, of = 7): string => `0198a000-0000-7000-8000-${String(of * 1_000 + no).padStart(12, '0')}`
const place = (label: string, lat: number, lon: number): Place => ({ label, lat, lon })
const PARK: Place = {
  ...place('Park', 52.1612, 4.474),
  area: [
    [4.473, 52.1608],
    [4.475, 52.1608],
    [4.474, 52.162],
  ],
}
/** Nothing in it can be broken at a space. */
const LONG = 'Arbeidsongeschiktheidsverzekeringsloket'

const row = (register: Register, no: number, slug: string, values: Values, more: object = {}) => ({
  municipality: CITY,
  register: register.id,
  id: id(no, register === things ? 7 : 8),
  no,
  version: 1,
  slug,
  title: String(values['naam']),
  values: JSON.stringify(values),
  search: String(values['naam']),
  from_at: '2026-04-01T10:00:00Z',
  ...more,
})
const flow = (no: number, naam: string, van: string, naar: string) =>
  row(flows, no, `${no}-stroom`, {
    naam,
    besluit: 'Naheffing parkeren',
    artikel: 'Gemeentewet art. 225',
    eigenaar: 'Mobiliteit',
    van,
    naar,
    gegevens: 'Kenteken, naam en adres',
    doel: 'De aanslag sturen',
    grondslag: 'wet',
    persoonsgegevens: no === 1,
  })

/** Fills what the pages above show; the city is there. */
export async function seedRegisters(db: Db): Promise<void> {
  const clock = { ...KEPT, deel: [id(2), id(99)], norm: ['VEI-11', 'OUD-1'] }
  const old = { to_at: '2026-04-01T10:00:00Z', from_at: '2026-03-01T10:00:00Z' }
  await db
    .insertInto('published.entry')
    .values([
      row(things!, 1, '1-klok', { ...KEPT, naam: 'Kleine klok' }, old),
      row(things!, 1, '1-klok', clock, { version: 2 }),
      row(things!, 2, '2-lang', {
        naam: LONG,
        verhaal: LONG.repeat(4),
        soort: 'a',
        vanaf: '2099-05-01',
        web: `https://gemeente.nl/${'zonderstreepje'.repeat(14)}`,
        post: `${'naam'.repeat(12)}@${'gemeente'.repeat(6)}.nl`,
        stromen: [{ wat: LONG, url: `https://data.gemeente.nl/${'map'.repeat(40)}` }],
        waar: place(LONG, 52.1664, 4.4815),
      }),
      row(things!, 3, '3-paal', { naam: 'Paal', waar: place('Singel 3', 52.171, 4.49) }, { ended: true }),
      row(things!, 4, '4-bank', { naam: 'Bank', soort: 'z', aantal: 2, waar: PARK }),
      row(things!, 5, '5-bord', { naam: 'Bord zonder plek', soort: 'a' }),
      flow(1, 'Kenteken opvragen', 'RDW', 'Heffing en invordering van de gemeente'),
      flow(2, 'Scans van de auto', LONG, 'Mobiliteit'),
    ])
    .execute()
  await db
    .insertInto('published.entry_withdrawn')
    .values({
      municipality: CITY,
      register: things!.id,
      id: id(9),
      no: 9,
      slug: '9-weg',
      reason: 'Er stond een naam in.',
    })
    .execute()
  const square = [
    [4.46, 52.15],
    [4.5, 52.15],
    [4.5, 52.18],
    [4.46, 52.18],
    [4.46, 52.15],
  ] as const
  await keepBackground(db, CITY, {
    source: 'Verzonnen',
    licence: 'CC0',
    shapes: [{ kind: 'district', name: 'Binnenstad', lines: [square], area: true }],
  })
}
