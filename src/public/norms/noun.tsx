/** Norms: what is asked, on what ground, and who meets it. */
import { line } from '../../lib/csv-write.ts'
import type { VerdictWord } from '../../model/finding.ts'
import type { Lesson } from '../../model/lesson.ts'
import type { Requirement } from '../../model/requirement.ts'
import { refuse } from '../../web/refuse.ts'
import { MEANS, STATUSES, VERDICTS } from '../asked.ts'
import { inPublication } from '../in-publication.tsx'
import type { InPublication, Published } from '../published.ts'
import { readTallies } from '../store.ts'
import { addNorms } from './api.ts'
import { HOW_TO, howToPath } from './how-to.ts'
import { CampaignsOn } from '../campaigns/part-norm.tsx'
import { campaignsOn } from '../campaigns/store.ts'
import { OthersDidIt } from '../practices/part-norm.tsx'
import { listPractices } from '../practices/store.ts'
import { HowToPage, HowTosPage } from './page-how-to.tsx'
import { NormPage, NormsPage } from './pages.tsx'
import { says } from './messages.ts'

async function* lines({ at, book }: InPublication): AsyncGenerator<string> {
  const verdicts = Object.keys(VERDICTS) as VerdictWord[]
  const tallies = await readTallies(at)
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

/** Beside a norm stand the lessons and the requirements that serve it. */
type Beside = { readonly lessons: readonly Lesson[]; readonly requirements: readonly Requirement[] }

/** With how each is met. */
export const normsWith = ({ lessons, requirements }: Beside): Published => ({
  id: 'norms',
  pages: [
    {
      path: '/normen',
      answer: inPublication(async ({ view }, at, book) => (
        <NormsPage view={view} book={book} tallies={await readTallies(at)} />
      )),
    },
    {
      path: '/normen/:id',
      answer: inPublication(async ({ view, c, site }, at, book) => {
        const norm = book.norms.get(c.req.param('id') ?? '') ?? refuse('norm')
        const tallies = await readTallies(at)
        const serving = lessons.filter(({ norms }) => norms.includes(norm.id))
        const aimed = await campaignsOn(at.db, at.municipality, norm.id)
        const campaigns = <CampaignsOn view={view} rows={aimed} today={site.today()} />
        return <NormPage {...{ view, book, norm, tallies, campaigns }} lessons={serving} />
      }),
    },
    { path: HOW_TO, answer: inPublication(async ({ view }, _, book) => <HowTosPage view={view} book={book} />) },
    {
      path: howToPath(':id'),
      answer: inPublication(async ({ view, c, site }, { db, municipality }, book) => {
        const norm = book.norms.get(c.req.param('id') ?? '') ?? refuse('norm')
        const told = await listPractices(db, municipality, { norm: norm.id, page: 1 })
        const others = { norm: norm.id, rows: told.rows.slice(0, 3), total: told.total, door: site.reports === true }
        const beside = {
          lessons: lessons.filter(({ norms }) => norms.includes(norm.id)),
          requirements: requirements.filter((each) => each.norm === norm.id),
        }
        return (
          <HowToPage {...{ view, book, norm }} {...beside} practices={<OthersDidIt view={view} {...others} />} />
        )
      }),
    },
  ],
  api: { tag: 'Normen', add: addNorms },
  files: [
    {
      name: 'normen',
      title: 'Normen van de digitale stad',
      text: { nl: says('nl').file, en: says('en').file },
      theme: 'GOVE',
      page: '/open-data',
      lines: { of: 'publication', read: lines },
    },
  ],
  fixed: ['/normen', HOW_TO],
  few: async ({ last }) =>
    last
      ? [...last.book.norms.keys()].flatMap((norm) =>
          [`/normen/${norm}`, howToPath(norm)].map((path) => ({ path, changed: last.published })),
        )
      : [],
})
