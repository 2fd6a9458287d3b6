/** The addresses of the trail: the page, filtered and proven, and the same lines as a file. */
import { proveChain } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { BOM, CSV_MEDIA, line as csvLine } from '../../lib/csv-write.ts'
import { actInWords } from '../../vocabulary/act.ts'
import { fileRoute } from '../../web/desk/file-route.ts'
import { notYet, page, type Asked, type Making, type Reply, type Route } from '../../web/desk/route.ts'
import { askedOf } from './asked.ts'
import { detailInWords } from './details.ts'
import { subjectInWords, TrailPage, whoInWords } from './page.tsx'
import { findCase, peopleOf, readTrail, type Filter } from './store.ts'
import { subjectsOf } from './subjects-store.ts'

const SIZE = 50

/** The filter that the address asks for, and what is wrong with it. */
async function filterOf({ tx, municipality, query }: Making<Tx>) {
  const { asked, problems } = askedOf(query)
  const found = asked.zaak === '' ? undefined : await findCase(tx, municipality.id, asked.zaak)
  const filter: Filter = {
    person: asked.wie || undefined,
    act: asked.wat || undefined,
    objects: found?.objects,
    from: asked.van || undefined,
    until: asked.tot || undefined,
  }
  const unknown =
    asked.zaak !== '' && !found ? { zaak: 'Er is geen zaak met dit nummer of deze titel. Vul bijvoorbeeld 14 in.' } : {}
  return { asked, filter, problems: { ...problems, ...unknown } }
}

async function trailPage(request: Asked<Tx>): Promise<Reply> {
  const { tx, municipality, query, view } = request
  const { asked, filter, problems } = await filterOf(request)
  const before = /^\d{1,15}$/.test(query.get('voor') ?? '') ? Number(query.get('voor')) : undefined
  const wrong = Object.keys(problems).length > 0
  const lines = wrong ? [] : await readTrail(tx, municipality.id, filter, { before, limit: SIZE + 1 })
  const shown = lines.slice(0, SIZE)
  return page(
    <TrailPage
      view={view}
      asked={asked}
      problems={problems}
      people={await peopleOf(tx, municipality.id)}
      lines={shown}
      more={lines.length > SIZE}
      subjects={await subjectsOf(
        tx,
        municipality.id,
        shown.map(({ object }) => object),
      )}
      proof={query.get('bewijs') === 'ja' ? await proveChain(tx, municipality.id) : undefined}
    />,
    wrong ? 422 : undefined,
  )
}

async function trailFile(request: Making<Tx>, most: number): Promise<Reply | undefined> {
  const { tx, municipality, today } = request
  const { filter, problems } = await filterOf(request)
  const [problem] = Object.values(problems)
  if (problem !== undefined) return notYet(`${problem} Ga terug naar het logboek en pas de filters aan.`)
  const lines = await readTrail(tx, municipality.id, filter, { limit: most + 1 })
  if (lines.length > most) return undefined
  const subjects = await subjectsOf(
    tx,
    municipality.id,
    lines.map(({ object }) => object),
  )
  return {
    kind: 'file',
    name: `logboek-${municipality.slug}-${today}.csv`,
    media: CSV_MEDIA,
    body:
      BOM +
      csvLine(['nummer', 'wanneer', 'wie', 'handeling', 'waarover', 'bijzonderheden', 'controlegetal']) +
      lines
        .map((line) =>
          csvLine([
            line.no,
            line.at,
            whoInWords(line),
            actInWords(line.act),
            subjectInWords(line.object, subjects),
            detailInWords(line.detail),
            line.hash,
          ]),
        )
        .join(''),
  }
}

export const trailRoutes: readonly Route<Tx>[] = [
  { method: 'GET', path: '/logboek', may: 'audit.read', answer: trailPage },
  fileRoute({
    path: '/logboek/bestand',
    may: 'audit.read',
    title: () => 'Logboek (CSV)',
    rows: { now: 10_000, most: 200_000 },
    tooMany: 'Dit zijn meer dan 200.000 regels. Kies in het logboek een kortere periode en download die.',
    make: trailFile,
  }),
]
