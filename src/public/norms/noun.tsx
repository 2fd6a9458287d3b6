/** Norms: what is asked, on what ground, and who meets it. */
import { line } from '../../lib/csv-write.ts'
import type { VerdictWord } from '../../model/finding.ts'
import type { Lesson } from '../../model/lesson.ts'
import { refuse } from '../../web/refuse.ts'
import { MEANS, STATUSES, VERDICTS } from '../asked.ts'
import { inPublication } from '../in-publication.tsx'
import type { InPublication, Published } from '../published.ts'
import { readTallies } from '../store.ts'
import { addNorms } from './api.ts'
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

/** `lessons`: those that serve a norm are named there. */
export const normsWith = (lessons: readonly Lesson[]): Published => ({
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
      answer: inPublication(async ({ view, c }, at, book) => {
        const norm = book.norms.get(c.req.param('id') ?? '') ?? refuse('norm')
        const tallies = await readTallies(at)
        const serving = lessons.filter(({ norms }) => norms.includes(norm.id))
        return <NormPage view={view} book={book} norm={norm} tallies={tallies} lessons={serving} />
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
  fixed: ['/normen'],
  few: async ({ last }) =>
    last ? [...last.book.norms.keys()].map((norm) => ({ path: `/normen/${norm}`, changed: last.published })) : [],
})
