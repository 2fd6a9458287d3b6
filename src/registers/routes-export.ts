/** Gives a register as a file, in the form in which it is read back. */
import type { Tx } from '../db/as.ts'
import { BOM, CSV_MEDIA, line } from '../lib/csv-write.ts'
import { heavy } from '../lib/heavy.ts'
import { ODS_MEDIA } from '../lib/ods-write.ts'
import type { Register } from '../model/register.ts'
import { fileRoute } from '../web/desk/file-route.ts'
import { missing, type Making, type Reply, type Route } from '../web/desk/route.ts'
import type { On } from './here.ts'
import { namesInParts } from './import-links-store.ts'
import { allEntries } from './import-store.ts'
import { csvCell, tableOf } from './table.ts'

/** What is made while one waits, and what a file holds. A sheet costs more, and a spreadsheet opens no larger one. */
const ROWS = { ods: { now: 5_000, most: 50_000 }, csv: { now: 10_000, most: 200_000 } }
/** A sheet of the largest kind takes a while in its thread. */
const MILLISECONDS = 120_000
const TOO_MANY = {
  ods: 'Dit register heeft meer dan 50.000 regels. Download het als CSV.',
  csv: 'Dit register heeft meer dan 200.000 regels. Dat past niet in één bestand.',
}

async function tableFor(on: On, { tx, municipality }: Making<Tx>, register: Register, most: number) {
  const entries = await allEntries(tx, municipality.id, register, most)
  if (entries.length > most) return undefined
  return tableOf(register, entries, await namesInParts(tx, municipality.id, on.house, register, entries))
}
type Table = NonNullable<Awaited<ReturnType<typeof tableFor>>>

const MADE = {
  csv: (_: Register, { head, rows }: Table) => BOM + line(head) + rows.map((row) => line(row.map(csvCell))).join(''),
  ods: ({ title }: Register, table: Table) => heavy('sheet', { title, ...table }, MILLISECONDS),
}

function exportAs(on: On, kind: 'csv' | 'ods', media: string): Route<Tx> {
  const registerOf = ({ params }: Making<Tx>) => on.house.registers.find(({ id }) => id === params['register'])
  return fileRoute<Tx>({
    path: `/registers/:register/exporteren.${kind}`,
    may: 'register.read',
    title: (making) => `${registerOf(making)?.title ?? 'Register'} (${kind.toUpperCase()})`,
    rows: ROWS[kind],
    tooMany: TOO_MANY[kind],
    make: async (making, most): Promise<Reply | undefined> => {
      const register = registerOf(making)
      if (!register) return missing
      const table = await tableFor(on, making, register, most)
      const name = `${register.id}-${making.municipality.slug}-${making.today}.${kind}`
      return table && { kind: 'file', name, media, body: await MADE[kind](register, table) }
    },
  })
}

export const exportRoutes = (on: On): readonly Route<Tx>[] => [
  exportAs(on, 'csv', CSV_MEDIA),
  exportAs(on, 'ods', ODS_MEDIA),
]
