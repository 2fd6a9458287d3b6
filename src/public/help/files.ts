/** All places and courses in a file: as lines of open data, and in the words of other directories (HSDS). */
import { Hono } from 'hono'
import { line } from '../../lib/csv-write.ts'
import { todayIn } from '../../web/language.ts'
import { refuse } from '../../web/refuse.ts'
import type { Now } from '../published.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { helpData } from './api.ts'
import { serviceOf } from './hsds.ts'
import { offersAfter, provinceOf, type Row } from './store.ts'

const BATCH = 500

/** Every row there is, some at a time. */
async function* everyOffer({ db, municipality }: Now, today: string): AsyncGenerator<readonly Row[]> {
  for (let after = { kind: '', no: 0 }; ;) {
    const rows = await offersAfter(db, municipality, after, today, BATCH)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (rows.length < BATCH || !last) return
    after = { kind: last.kind, no: last.no }
  }
}

/** The lines of the file, the names of its columns first. */
export async function* lines(now: Now): AsyncGenerator<string> {
  const today = todayIn()
  yield line([
    'soort',
    'nummer',
    'id',
    'naam',
    'aanbieder',
    'bijgehouden_door',
    'adres',
    'wijk',
    'lengte',
    'breedte',
    'onderwerpen',
    'talen',
    'drempelvrij',
    'kosten',
    'telefoon',
    'website',
    'uitleg',
    'deze_week',
    'nagekeken_op',
    'nagekeken',
    'tijden',
    'dicht',
    'plaatsen',
    'vrij',
  ])
  for await (const rows of everyOffer(now, today))
    yield rows
      .map((row) => {
        const data = helpData(row, today)
        const { openingstijden, dicht, extra, lessen, plaatsen, vrij, punt, onderwerpen, talen, ...plain } = data
        const cells = Object.values(plain)
        const times = [
          ...openingstijden.map(({ dag, van, tot }) => `${dag} ${van}-${tot}`),
          ...extra.map(({ op, van, tot }) => `${op} ${van}-${tot}`),
          ...lessen.filter(({ gaatDoor }) => gaatDoor).map(({ op, van, tot }) => `${op} ${van}-${tot}`),
        ]
        const off = dicht.map(({ van, totEnMet }) => `${van}/${totEnMet}`)
        return line([
          ...cells.slice(0, 8),
          punt?.lon ?? null,
          punt?.lat ?? null,
          onderwerpen.join(', '),
          talen.join(' '),
          ...cells.slice(8),
          times.join(', '),
          off.join(', '),
          plaatsen,
          vrij,
        ])
      })
      .join('')
}

/** All of it in the words of other directories. */
export function hsdsFile(site: Site): Hono {
  const app = new Hono()
  app.get('/leren/hulp/hsds.json', async (c) => {
    const id = (await readShelf(site)).id ?? refuse('file')
    const today = site.today()
    const province = await provinceOf(site.db, id)
    const services = []
    for await (const rows of everyOffer({ db: site.db, municipality: id }, today))
      services.push(...rows.map((row) => serviceOf(row, { today, province, url: (path) => site.origin + path })))
    return c.json(services, 200, { 'Cache-Control': 'public, max-age=300' })
  })
  return app
}
