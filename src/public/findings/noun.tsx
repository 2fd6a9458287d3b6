/** What was found: at each website and mail domain, and about each criterion there. */
import type { Context } from 'hono'
import { line } from '../../lib/csv-write.ts'
import { refuse } from '../../web/refuse.ts'
import { CAUSES, KINDS, STRENGTHS, VERDICTS } from '../asked.ts'
import { inPublication, opened } from '../in-publication.tsx'
import { organisationOf } from '../organisations/asked.ts'
import { readSubject } from '../organisations/store.ts'
import type { InPublication, Published } from '../published.ts'
import { countPages, sliceSubjects } from '../store-sitemap.ts'
import { asItStands, type At } from '../standing.ts'
import { subjectPath } from '../texts.ts'
import { addFindings } from './api.ts'
import { FindingPage } from './page-finding.tsx'
import { SubjectPage } from './page-subject.tsx'
import { sentence } from './sentences.ts'
import { pageFindings, readFindings, readHistory } from './store.ts'
import { says } from './messages.ts'
import { YardsticksPage } from './page-yardsticks.tsx'
import { yardsticksIn } from './yardsticks.ts'

const ADDRESS = /^@?[a-z0-9][a-z0-9._-]{0,252}(?:\/[\x21-\x7e]{0,500})?$/
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/
/** So few that nobody at the desk waits for them. */
const BATCH = 250

/** The address asked for; `elsewhere` when it is a mail domain that was asked for without its @. */
async function subjectOf(at: At, c: Context) {
  const organisation = await organisationOf(at, c)
  const asked = c.req.param('address') ?? ''
  if (!ADDRESS.test(asked)) refuse('subject')
  const address = asked.replace(/^@/, '')
  const subject = await readSubject(at, organisation.slug, asked.startsWith('@') ? 'mail-domain' : 'website', address)
  if (subject) return { organisation, subject, elsewhere: undefined }
  const mail = (await readSubject(at, organisation.slug, 'mail-domain', address)) ?? refuse('subject')
  return { organisation, subject: mail, elsewhere: subjectPath(organisation.slug, 'mail-domain', address) }
}

async function* lines({ at, book }: InPublication): AsyncGenerator<string> {
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
  const all = { verdict: undefined, norm: undefined, theme: undefined, organisation: undefined, size: BATCH }
  let after: { subject: string; criterion: string } | undefined
  for (;;) {
    const rows = await pageFindings(at, { ...all, after })
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

export const findings: Published = {
  id: 'findings',
  pages: [
    {
      path: '/organisaties/:slug/:address',
      answer: async (asked) => {
        const { view, c } = asked
        const { at, book } = await opened(asked, 'subject')
        const { organisation, subject, elsewhere } = await subjectOf(at, c)
        if (elsewhere) return { moved: elsewhere }
        const found = await readFindings(at, [subject.id])
        return { body: <SubjectPage {...{ view, book, organisation, subject }} findings={found} /> }
      },
    },
    {
      path: '/organisaties/:slug/:address/meetlat',
      answer: inPublication(async ({ view, c, site }, at) => {
        const { organisation, subject } = await subjectOf(at, c)
        const yardsticks = (subject.evidence && (await yardsticksIn(site, subject.evidence))) || refuse('subject')
        return <YardsticksPage {...{ view, organisation, subject, yardsticks }} />
      }),
    },
    {
      path: '/organisaties/:slug/:address/:criterion',
      answer: inPublication(async ({ view, c, site: { origin } }, at, book) => {
        const criterion = c.req.param('criterion') ?? ''
        if (!ID.test(criterion)) refuse('finding')
        const { organisation, subject } = await subjectOf(at, c)
        const history = await readHistory(at, subject.id, criterion)
        const told = history.find((row) => row.to_no === null || row.to_no > at.no) ?? refuse('finding')
        const finding = asItStands(at.standing, told, subject.measured_at)
        return <FindingPage {...{ view, book, organisation, subject, finding, history, origin }} />
      }),
    },
  ],
  api: { tag: 'Bevindingen', add: addFindings },
  files: [
    {
      name: 'bevindingen',
      title: 'Bevindingen bij websites en e-maildomeinen',
      text: { nl: says('nl').file, en: says('en').file },
      theme: 'GOVE',
      page: '/open-data',
      lines: { of: 'publication', read: lines },
    },
  ],
  many: [
    {
      name: 'adressen',
      count: async ({ last }) => (last ? (await countPages(last.at)).subjects : 0),
      slice: async ({ last }, slice) =>
        last
          ? (await sliceSubjects(last.at, slice)).map((each) => ({
              path: subjectPath(each.organisation, each.kind, each.address),
              changed: last.published,
            }))
          : [],
    },
  ],
}
