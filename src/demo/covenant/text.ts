/** The text of a covenant of the demo: its articles, and its agreements with a baseline out of what was seen. */
import type { DemoPledge } from '../../../test/city/desk/signed.ts'
import type { Tx } from '../../db/as.ts'
import { inputOfExample } from '../../features/covenants/pledge-input.ts'
import { decisionOf } from '../../features/covenants/pledge-rules.ts'
import { measuredOn } from '../../features/covenants/progress/measure.ts'
import { firstText, groupOf } from '../../features/covenants/rules.ts'
import { withPledge } from '../../features/covenants/text.ts'
import { dateMonthsAfter } from '../../lib/iso-date.ts'
import type { Article, CovenantText, PledgeExample, PledgeTerms } from '../../model/covenant.ts'
import type { Story } from './story.ts'

/** The day of the story on which was looked where everybody began. */
export const BASELINE = -40

/** The template that it begins with. */
export const templateOf = ({ means, told }: Story) => means.templates.find(({ id }) => id === told.sjabloon)!
const exampleOf = (story: Story, { voorbeeld }: Pick<DemoPledge, 'voorbeeld'>): PledgeExample => {
  const found = templateOf(story).pledges.find(({ id }) => id === voorbeeld)
  if (!found) throw new Error(`${voorbeeld} staat niet in ${story.told.sjabloon}`)
  return found
}

/** The whole text, as whoever is here reads what was seen. */
export async function textOf(tx: Tx, story: Story): Promise<CovenantText> {
  const { told, means, begins } = story
  const about = { cluster: told.groep ?? null, street: told.straat ?? null }
  const begun = { city: means.municipality.name, title: told.titel, ...about, begins, years: told.jaren }
  const written = firstText(templateOf(story), begun)
  let text: CovenantText = { ...written, articles: written.articles.map((each) => inWords(each, story)) }
  for (const pledge of told.afspraken) text = withPledge(text, await pledgeOf(tx, story, pledge))
  return text
}

function inWords(article: Article, { told }: Story): Article {
  const { voor_wie: words, groep, straat } = told
  const group = groupOf({ cluster: groep ?? null, street: straat ?? null })
  return words === undefined
    ? article
    : { ...article, paragraphs: article.paragraphs.map((each) => each.replaceAll(group, words)) }
}

async function pledgeOf(tx: Tx, story: Story, given: DemoPledge): Promise<PledgeTerms> {
  const { means, municipality, begins, parties } = story
  const { letter: _, why: __, careful: ___, clusters: ____, months, steps, ...example } = exampleOf(story, given)
  const titles = new Map(means.house.norms.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, title.nl])))
  const counted = { ...example, population: { of: 'parties' } as const }
  const on = story.on(BASELINE)
  const whose = parties
    .filter(({ als, uitgenodigd }) => als === 'party' && uitgenodigd === undefined)
    .map(({ organisatie }) => story.organisation(organisatie))
  const found =
    given.begin === undefined
      ? await measuredOn(tx, municipality, means.house, counted, whose, on)
      : { count: given.begin[0], among: given.begin[1], unknown: 0, strength: 'declared' as const }
  const { count, among, unknown, strength } = found
  const due = dateMonthsAfter(begins, given.maanden ?? months)
  const target = given.doel === undefined ? example.target : given.doel / 100
  const way = given.stappen?.map(([month, value]) => ({ month, value: value / 100 })) ?? steps
  const who = (email: string) => {
    const { id, name, function: work } = story.person(email)
    return { person: id, name, function: work }
  }
  return {
    ...counted,
    target,
    decision: decisionOf({ ...counted, target, due }, titles),
    baseline: { count, among, unknown, on, strength: strength ?? example.least },
    steps: way.map(({ month, value }) => ({ on: dateMonthsAfter(begins, month), value })),
    due,
    tolerance: null,
    verifier: who(given.beoordelaar),
    onMiss: inputOfExample(undefined, on).missen,
    owner: who(given.eigenaar),
  }
}

/** The same with one agreement changed: the first target stays beside it, with why. */
export function changedText(text: CovenantText, story: Story): CovenantText {
  const { wijziging: change } = story.told
  const before = text.pledges.find(({ id }) => id === change!.afspraak)
  if (!before) throw new Error(`${change!.afspraak} is geen afspraak van ${story.told.titel}`)
  const [target, due] = [change!.doel / 100, dateMonthsAfter(story.begins, change!.maanden)]
  const titles = new Map(
    story.means.house.norms.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, title.nl])),
  )
  return withPledge(text, {
    ...before,
    target,
    due,
    decision: decisionOf({ ...before, target, due }, titles),
    steps: before.steps.filter(({ on, value }) => on < due && value < target),
    first: { target: before.target, due: before.due },
    amendments: [{ on: story.on(change!.dag), why: change!.waarom, agreed: change!.akkoord }],
  })
}
