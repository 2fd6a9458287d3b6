/** Loading the table of postcodes, and saying in which province the municipality is. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { NoList } from '../../lib/csv-text.ts'
import { PROVINCES } from '../../vocabulary/help.ts'
import { go, page, type Asked, type Route } from '../../web/desk/route.ts'
import { file, oneOf, readForm, word } from '../../web/desk/schema.ts'
import { areasKnown, keepAreas, keepProvince } from './areas-store.ts'
import { readAreas, type Refused } from './areas.ts'
import { DOORS, listPath } from './here.ts'
import { AreasPage } from './page-areas.tsx'

const [door] = DOORS
const FILE = { bestand: file }
const PROVINCE = { provincie: word(oneOf(PROVINCES, 'Kies een provincie.')) }

const shown = async (
  { tx, municipality, view }: Asked<Tx>,
  more: { readonly problems?: Readonly<Record<string, string>>; readonly refused?: readonly Refused[] } = {},
) => <AreasPage view={view} door={door} known={await areasKnown(tx, municipality.id)} {...more} />

export const areaRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: `${door.base}/postcodes`,
    may: door.keep,
    answer: async (asked) => page(await shown(asked)),
  },
  {
    method: 'POST',
    path: `${door.base}/postcodes`,
    may: door.keep,
    limit: 1024 * 1024,
    answer: async (asked) => {
      const { tx, municipality, sent } = asked
      const given = readForm(FILE, sent).typed.bestand
      if (!given || given.size === 0)
        return page(await shown(asked, { problems: { bestand: 'Kies een CSV-bestand.' } }), 422)
      let read
      try {
        read = await readAreas(new Uint8Array(await given.arrayBuffer()))
      } catch (error) {
        if (!(error instanceof NoList)) throw error
        const problems = { bestand: `Dit bestand is niet ingelezen: ${error.message}.` }
        return page(await shown(asked, { problems }), 422)
      }
      const { areas, refused, ignored } = read
      if (refused.length > 0) {
        const problems = { bestand: 'Er zijn regels die niet kloppen. Verbeter ze en laad het bestand opnieuw.' }
        return page(await shown(asked, { problems, refused }), 422)
      }
      await keepAreas(tx, municipality.id, areas)
      await record(tx, municipality.id, {
        act: 'help.areas-loaded',
        object: `municipality/${municipality.id}`,
        detail: { postcodes: areas.length },
      })
      const unread =
        ignored.length === 0 ? '' : ` Deze kolommen kennen wij niet: ${ignored.slice(0, 10).join(', ').slice(0, 300)}.`
      return go(
        `${listPath(door)}/postcodes`,
        `De tabel is geladen. Op de site kan iedereen nu op postcode zoeken.${unread}`,
      )
    },
  },
  {
    method: 'POST',
    path: `${door.base}/provincie`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, sent } = asked
      const { held, problems } = readForm(PROVINCE, sent)
      if (!held) return page(await shown(asked, { problems }), 422)
      await keepProvince(tx, municipality.id, held.provincie)
      await record(tx, municipality.id, {
        act: 'help.areas-loaded',
        object: `municipality/${municipality.id}`,
        detail: { province: held.provincie },
      })
      return go(`${listPath(door)}/postcodes`, 'De provincie is opgeslagen.')
    },
  },
]
