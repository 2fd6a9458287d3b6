/**
 * A version of a covenant as a document: its content as JSON, and the paper that the page, the PDF and the ODT are made
 * of. What is signed is made of the content alone, so that all three say the same.
 */
import type { Article, CovenantText, Dropped, Measured, PledgeTerms, Population } from '../../model/covenant.ts'
import type { Block, DocumentField, DocumentSection, Paper } from '../../model/document.ts'
import { PLEDGE_LEVELS, PLEDGE_METHODS } from '../../vocabulary/covenant.ts'
import { STRENGTHS } from '../../vocabulary/finding.ts'
import { LEAST } from '../../vocabulary/group.ts'
import { day } from '../../web/language.ts'
import { amendmentWords, droppedFact, share, toleranceWords } from './pledge-words.ts'
import { headings, untilWords } from './rules.ts'

/** What of a version is signed. Nobody is named by an id that only means something here. */
export type CovenantContent = {
  /** Of this form of the file. */
  readonly form: 'leidraad/convenant/1'
  readonly municipality: string
  readonly number: number
  readonly title: string
  readonly version: number
  /** YYYY-MM-DD, or null while it is not fixed. */
  readonly fixedOn: string | null
  readonly articles: readonly Article[]
  readonly pledges: readonly Omit<PledgeTerms, 'verifier' | 'owner'>[]
  readonly people: Readonly<Record<string, { readonly verifier: Named; readonly owner: Named }>>
  readonly exercises: readonly Article[]
  readonly dropped?: readonly Dropped[]
  /** The last day, where it was renewed. */
  readonly until?: string
}
type Named = { readonly name: string; readonly function: string }

type About = Pick<CovenantContent, 'municipality' | 'number' | 'title' | 'version' | 'fixedOn'>

/** The content of a version, from what is kept of it. */
export function contentOf(about: About, text: CovenantText): CovenantContent {
  const bare = ({ name, function: what }: Named): Named => ({ name, function: what })
  return {
    form: 'leidraad/convenant/1',
    ...about,
    articles: text.articles,
    pledges: text.pledges.map(
      (one) =>
        Object.fromEntries(
          Object.entries(one).filter(([name]) => name !== 'verifier' && name !== 'owner'),
        ) as CovenantContent['pledges'][number],
    ),
    people: Object.fromEntries(
      text.pledges.map(({ id, verifier, owner }) => [id, { verifier: bare(verifier), owner: bare(owner) }]),
    ),
    exercises: text.exercises,
    ...(text.dropped && { dropped: text.dropped }),
    ...(text.until && { until: text.until }),
  }
}

/** Under ten a share says too little: then the counts alone. */
function measured({ count, among, unknown }: Measured): string {
  const known = among < LEAST ? `${count} van ${among}` : `${count} van ${among} (${share(count / among)})`
  return unknown === 0 ? known : `${known}; van ${unknown} is niets bekend`
}

function whose(population: Population): string {
  if (population.of === 'parties') return 'alle partijen samen'
  return population.of === 'street'
    ? `panden in ${population.street}`
    : `${population.organisations.length} organisaties`
}

const named = ({ name, function: what }: Named): string => (what === '' ? name : `${name}, ${what}`)

/** One result agreement as a table: what is agreed, line by line. */
function pledgeBlock(terms: CovenantContent['pledges'][number], people: { verifier: Named; owner: Named }): Block {
  const rows: [string, string][] = [
    ['Normen', terms.norms.join(', ')],
    ['Wat telt', `${terms.unitWords}, ${whose(terms.population)}`],
    ['Hoe', PLEDGE_METHODS[terms.method]],
    ['Regel', terms.decision],
    ['Nulmeting', `${measured(terms.baseline)}, op ${day('nl', terms.baseline.on)}`],
    ...terms.steps.map(({ on, value }): [string, string] => ['Onderweg', `${share(value)} op ${day('nl', on)}`]),
    ['Doel', `${terms.direction === 'up' ? 'minstens' : 'hoogstens'} ${share(terms.target)}`],
    ['Uiterlijk', day('nl', terms.due)],
    ...(terms.first === undefined
      ? []
      : [['Eerste doel', `${share(terms.first.target)} op ${day('nl', terms.first.due)}`] as [string, string]]),
    ...(terms.amendments ?? []).map((each): [string, string] => [
      'Gewijzigd',
      `${day('nl', each.on)}: ${amendmentWords(each)}`,
    ]),
    ['Op koers', toleranceWords(terms)],
    ['Bewijs', `${terms.proof} Minstens: ${STRENGTHS[terms.least]}.`],
    ['Toetser', named(people.verifier)],
    ['Als het niet lukt', terms.onMiss],
    ['Openbaar', PLEDGE_LEVELS[terms.level]],
    ['Aanspreekpunt bij de gemeente', named(people.owner)],
  ]
  return {
    kind: 'table',
    caption: terms.title,
    head: ['Onderdeel', 'Wat is afgesproken'],
    rows: rows.filter(([, text]) => text !== ''),
  }
}

const field = (id: string, title: string, blocks: readonly Block[]): DocumentField => ({
  id,
  title,
  blocks,
  omitted: null,
})
const texts = (prefix: string, articles: readonly Article[], named?: ReadonlyMap<string, string>) =>
  articles.map(({ id, title, paragraphs }) =>
    field(
      `${prefix}-${id}`,
      named?.get(id) ?? title,
      paragraphs.map((text) => ({ kind: 'text', text })),
    ),
  )

/** The paper of this content; it holds nothing that is not in the content. */
export function covenantPaper(content: CovenantContent): Paper {
  const { municipality, number, title, version, fixedOn, articles, pledges, people, exercises } = content
  const { dropped = [], until } = content
  const sections: DocumentSection[] = [
    { id: 'artikelen', title: 'Artikelen', fields: texts('artikel', articles, headings(articles)) },
    {
      id: 'bijlage-1',
      title: 'Bijlage 1: resultaatafspraken',
      fields: [
        ...pledges.map((terms) => field(`afspraak-${terms.id}`, terms.title, [pledgeBlock(terms, people[terms.id]!)])),
        ...dropped
          .map(droppedFact)
          .map(({ name, value }, index) => field(`vervallen-${index + 1}`, name, [{ kind: 'text', text: value }])),
      ],
    },
    { id: 'bijlage-2', title: 'Bijlage 2: regels voor oefeningen', fields: texts('oefening', exercises) },
  ]
  const fixed = fixedOn === null ? 'Deze versie is nog niet vastgesteld.' : `Vastgesteld op ${day('nl', fixedOn)}`
  return {
    name: `Convenant ${number}, versie ${version}: ${title}`,
    above: `${municipality}, convenant ${number}, versie ${version}`,
    title,
    below: until === undefined ? fixed : `${untilWords(until)} ${fixed}`,
    sections: sections.filter(({ fields }) => fields.length > 0),
  }
}
