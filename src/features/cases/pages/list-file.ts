/** The list of cases as a file: the same filters, the same order. */
import type { Tx } from '../../../db/as.ts'
import { BOM, CSV_MEDIA, line } from '../../../lib/csv-write.ts'
import { STATE_NAMES } from '../../../vocabulary/case.ts'
import { fileRoute } from '../../../web/desk/file-route.ts'
import type { Route } from '../../../web/desk/route.ts'
import { todayIn } from '../../../web/language.ts'
import { caseNumber } from '../address.ts'
import { KIND_NAMES } from '../rules/words.ts'
import { listCases, type Listed } from '../store/list.ts'
import { askedOf, filterOf } from './list-asked.ts'

const HEAD = [
  'nummer',
  'titel',
  'soort',
  'status',
  'status_sinds',
  'spoed',
  'indiener',
  'behandelaar',
  'uiterlijk',
  'uiterlijk_wet',
  'besluit_gepland',
  'begonnen',
]
const cells = (row: Listed) => [
  caseNumber(row),
  row.title,
  KIND_NAMES[row.kind],
  STATE_NAMES[row.state],
  todayIn(row.stateSince),
  row.urgent,
  row.author,
  row.handler,
  row.dueOn,
  row.legalDueOn,
  row.intendedOn,
  todayIn(row.createdAt),
]

export const listFileRoutes: readonly Route<Tx>[] = [
  fileRoute({
    path: '/zaken/bestand',
    may: 'case.read',
    title: () => 'Lijst van zaken (CSV)',
    rows: { now: 5_000, most: 100_000 },
    tooMany: 'Dit zijn meer dan 100.000 zaken. Kies in de lijst een status of soort en download die.',
    make: async ({ tx, municipality, who, query, today }, most) => {
      const rows = await listCases(tx, municipality.id, filterOf(askedOf(query), who.id, today), { limit: most + 1 })
      if (rows.length > most) return undefined
      return {
        kind: 'file',
        name: `zaken-${municipality.slug}-${today}.csv`,
        media: CSV_MEDIA,
        body: BOM + line(HEAD) + rows.map((row) => line(cells(row))).join(''),
      }
    },
  }),
]
