/** The open data as CSV: UTF-8 with BOM, RFC 4180, safe to open in a spreadsheet, streamed. */
import { Hono, type Context } from 'hono'
import { BOM, CSV_MEDIA, line } from '../lib/csv-write.ts'
import type { VerdictWord } from '../model/finding.ts'
import { CAUSES, KINDS, MEANS, STATUSES, STRENGTHS, VERDICTS } from './asked.ts'
import { choose, type Site } from './view.ts'
import { refuse } from '../web/refuse.ts'
import { sentence } from './findings/sentences.ts'
import { readShelf, readTallies, type Book } from './store.ts'
import { pageFindings } from './findings/store.ts'
import { findOrganisations, type At } from './organisations/store.ts'
import { listToetsen, readRegulations } from './toetsen/store.ts'
import { regulationOf, toetsShort } from './toetsen/json.ts'
import { attachment } from '../lib/file-name.ts'

const BATCH = 2000

async function* organisationLines(at: At, book: Book): AsyncGenerator<string> {
  const themes = book.catalogue.themes.map((theme) => theme.id)
  yield line([
    'slug',
    'naam',
    'soort',
    'grootte',
    'straat',
    'overheid',
    ...themes.flatMap((id) => [`score_${id}`, `gezien_${id}`]),
  ])
  const directory = await book.directory()
  for (let page = 1; ; page += 1) {
    const { rows } = await findOrganisations(at, directory, {
      q: '',
      kind: '',
      street: '',
      theme: undefined,
      sort: 'name',
      page,
      size: BATCH,
    })
    yield rows
      .map((row) =>
        line([
          row.slug,
          row.name,
          row.kind,
          row.size,
          row.street,
          row.public_body,
          ...themes.flatMap((id) => {
            const theme = row.themes.find((each) => each.theme === id)
            return [theme?.score, theme?.coverage]
          }),
        ]),
      )
      .join('')
    if (rows.length < BATCH) return
  }
}

async function* findingLines(at: At, book: Book): AsyncGenerator<string> {
  yield line([
    'organisatie',
    'soort_adres',
    'adres',
    'norm',
    'criterium',
    'thema',
    'oordeel',
    'reden',
    'wat_wij_zagen',
    'sterkte',
    'gemeten_op',
    'sinds_publicatie',
    'oorzaak',
    'gewicht',
  ])
  let after: { subject: string; criterion: string } | undefined
  for (;;) {
    const rows = await pageFindings(at, {
      verdict: undefined,
      norm: undefined,
      theme: undefined,
      organisation: undefined,
      after,
      size: BATCH,
    })
    yield rows
      .map((row) =>
        line([
          row.organisation,
          KINDS[row.kind],
          row.address,
          row.norm,
          row.criterion,
          row.theme,
          VERDICTS[row.verdict],
          row.reason,
          sentence('nl', book.criteria.get(row.criterion), row.reason, row.seen),
          STRENGTHS[row.strength],
          row.measured_at?.toISOString(),
          row.from_no,
          CAUSES[row.cause],
          book.criteria.get(row.criterion)?.weight,
        ]),
      )
      .join('')
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = { subject: last.subject, criterion: last.criterion }
  }
}

async function* normLines(at: At, book: Book): AsyncGenerator<string> {
  const verdicts = Object.keys(VERDICTS) as VerdictWord[]
  const tallies = await readTallies(at.db, at.municipality, at.no)
  yield line([
    'norm',
    'thema',
    'naam',
    'wat_wordt_gevraagd',
    'status',
    'sinds',
    'voor_wie',
    'toelichting',
    'bronnen',
    'criterium',
    'titel',
    'vastgesteld_door',
    'gewicht',
    ...verdicts.map((verdict) => VERDICTS[verdict].replaceAll('-', '_')),
  ])
  for (const norm of book.catalogue.norms) {
    yield norm.criteria
      .map((criterion) =>
        line([
          norm.id,
          norm.theme,
          norm.label,
          norm.statement,
          STATUSES[norm.status],
          norm.since,
          norm.forWhom?.nl,
          norm.statusNote,
          norm.sources.map(({ source, article }) => `${source.title}${article ? `, ${article}` : ''}`).join('; '),
          criterion.id,
          criterion.title.nl,
          MEANS[criterion.means.by],
          criterion.weight,
          ...verdicts.map((verdict) =>
            tallies.has(criterion.id) ? (tallies.get(criterion.id)?.[verdict] ?? 0) : null,
          ),
        ]),
      )
      .join('')
  }
}

/** Tests and regulations: as they are now, whichever publication of measurements is read. */
async function* toetsLines({ db, municipality }: Pick<At, 'db' | 'municipality'>): AsyncGenerator<string> {
  yield line([
    'nummer',
    'kenmerk',
    'versie',
    'soort',
    'titel',
    'uitkomst',
    'advies',
    'afwijkingen',
    'besluit_op',
    'gepubliceerd_op',
  ])
  for (let page = 1; ; page += 1) {
    const { rows } = await listToetsen(db, municipality, { q: '', page, size: BATCH })
    yield rows.map((row) => line(Object.values(toetsShort(row)))).join('')
    if (rows.length < BATCH) return
  }
}
async function* regulationLines({ db, municipality }: Pick<At, 'db' | 'municipality'>): AsyncGenerator<string> {
  yield line(['werk', 'titel', 'soort', 'adres', 'in_werking_op', 'getoetst_op', 'toets', 'opnieuw_voor'])
  yield (await readRegulations(db, municipality)).map((row) => line(Object.values(regulationOf(row)))).join('')
}

/** Text as it is asked for: the database waits when the reader does. */
function stream(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let first = true
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done) return controller.close()
      controller.enqueue(encoder.encode((first ? BOM : '') + value))
      first = false
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
}

/** A file of lines, as fast as its reader takes them. */
export const sendLines = (c: Context, lines: AsyncGenerator<string>, name: string) =>
  c.body(stream(lines), 200, {
    'Content-Type': CSV_MEDIA,
    'Cache-Control': 'public, max-age=60',
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Content-Disposition': attachment(name),
  })

/** Everything that was published, as files. */
export function csvFiles(site: Site): Hono {
  const app = new Hono()
  const files = { 'organisaties.csv': organisationLines, 'bevindingen.csv': findingLines, 'normen.csv': normLines }
  for (const [name, lines] of Object.entries(files)) {
    app.get(`/open-data/${name}`, async (c) => {
      const shelf = await readShelf(site)
      const publication = choose(shelf, c.req.query('publicatie')) ?? refuse('publication')
      const municipality = shelf.id ?? refuse('publication')
      const at = { db: site.db, municipality, no: publication.no }
      const book = await site.books(municipality, publication)
      return sendLines(c, lines(at, book), `${site.municipality}-${publication.no}-${name}`)
    })
  }
  for (const [name, lines] of Object.entries({ 'toetsen.csv': toetsLines, 'regelingen.csv': regulationLines })) {
    app.get(`/open-data/${name}`, async (c) => {
      const municipality = (await readShelf(site)).id ?? refuse('file')
      return sendLines(c, lines({ db: site.db, municipality }), `${site.municipality}-${name}`)
    })
  }
  return app
}
