/** Gives a register as a file, in the form in which it is read back. */
import type { Tx } from '../db/as.ts'
import { BOM, CSV_MEDIA, line } from '../lib/csv-write.ts'
import { heavy } from '../lib/heavy.ts'
import { ODS_MEDIA } from '../lib/ods-write.ts'
import type { Register } from '../model/register.ts'
import { notYet, type Asked, type Route } from '../web/desk/route.ts'
import type { On } from './here.ts'
import { namesInParts } from './import-links-store.ts'
import { allEntries } from './import-store.ts'
import { csvCell, tableOf } from './table.ts'

/** Entries that a file holds: as many as can be read in at once, and for CSV as much as fits in memory. */
const MOST = { ods: 20_000, csv: 50_000 }
/** A sheet of the largest kind takes some seconds in its thread. */
const MILLISECONDS = 30_000

async function tableFor(on: On, { tx, municipality }: Asked<Tx>, register: Register, most: number) {
  const entries = await allEntries(tx, municipality.id, register, most)
  if (entries.length > most) return undefined
  return tableOf(register, entries, await namesInParts(tx, municipality.id, on.house, register, entries))
}

const fileName = (register: Register, { municipality, today }: Asked<Tx>, extension: string): string =>
  `${register.id}-${municipality.slug}-${today}.${extension}`

export const exportRoutes = (on: On): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/registers/:register/exporteren.csv',
    may: 'register.read',
    answer: on.in(async (asked, register) => {
      const table = await tableFor(on, asked, register, MOST.csv)
      if (!table) return notYet('Dit register heeft meer dan 50.000 regels. Dat past niet in één bestand.')
      const lines = table.rows.map((cells) => line(cells.map(csvCell)))
      return {
        kind: 'file',
        name: fileName(register, asked, 'csv'),
        media: CSV_MEDIA,
        body: BOM + line(table.head) + lines.join(''),
      }
    }),
  },
  {
    method: 'GET',
    path: '/registers/:register/exporteren.ods',
    may: 'register.read',
    answer: on.in(async (asked, register) => {
      const table = await tableFor(on, asked, register, MOST.ods)
      if (!table) return notYet('Dit register heeft meer dan 20.000 regels. Download het als CSV.')
      const body = await heavy('sheet', { title: register.title, ...table }, MILLISECONDS)
      return { kind: 'file', name: fileName(register, asked, 'ods'), media: ODS_MEDIA, body }
    }),
  },
]
