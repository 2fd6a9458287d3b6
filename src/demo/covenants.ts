/** The demo city writes a covenant: a first version was commented on and answered, and a second lies before all. */
import type { DemoCovenants } from '../../test/city/desk/covenants.ts'
import { asPerson, type Tx } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import { addComment, answerComment, participantFor } from '../features/covenants/comment-store.ts'
import { giveOpinion } from '../features/covenants/opinion-store.ts'
import { inviteParticipant } from '../features/covenants/participant-store.ts'
import { inputOfExample } from '../features/covenants/pledge-input.ts'
import { decisionOf } from '../features/covenants/pledge-rules.ts'
import { firstText, lastDay } from '../features/covenants/rules.ts'
import { beginCovenant } from '../features/covenants/store.ts'
import { articleIn, withArticle, withPledge } from '../features/covenants/text.ts'
import { nextVersion, showVersion, writeVersion } from '../features/covenants/version-store.ts'
import { dateMonthsAfter, daysAfter } from '../lib/iso-date.ts'
import type { CovenantTemplate, PledgeTerms } from '../model/covenant.ts'
import type { Norm } from '../model/norm.ts'
import { todayIn } from '../web/language.ts'
import { covenantSoFar } from './covenants-store.ts'
import { idsBy } from './store.ts'

type Filling = {
  readonly db: Db
  readonly municipality: { readonly id: string; readonly name: string }
  readonly covenants: DemoCovenants
  readonly people: readonly { readonly email: string; readonly naam: string; readonly functie: string }[]
  readonly templates: readonly CovenantTemplate[]
  readonly norms: readonly Norm[]
}

/** Tells each covenant once, after the desk was filled; of one that was cut off halfway, what is not there yet. */
export async function fillCovenants(filling: Filling): Promise<void> {
  const { db, municipality, covenants } = filling
  const organisations = await idsBy(db, municipality.id, 'organisation', 'name')
  const ids = await idsBy(db, municipality.id, 'person', 'email')
  const partners = new Map(covenants.flatMap((each) => each.uitgenodigd.map((one) => [one.email, one.organisatie])))
  const as = <T>(email: string, work: (tx: Tx, person: string, organisation: string | null) => Promise<T>) => {
    const [person, organisation] = [ids.get(email)!, organisations.get(partners.get(email) ?? '') ?? null]
    const who = { municipality: municipality.id, person, organisation }
    return asPerson(db, who, 'write', (tx) => work(tx, person, organisation))
  }
  for (const told of covenants) await tell(filling, told, [organisations, ids], as)
}

type As = <T>(email: string, work: (tx: Tx, person: string, organisation: string | null) => Promise<T>) => Promise<T>
type Told = DemoCovenants[number]

type Ids = ReadonlyMap<string, string>
async function tell(filling: Filling, told: Told, [organisations, ids]: readonly [Ids, Ids], as: As): Promise<void> {
  const { db, municipality, templates } = filling
  const { id: m, name: city } = municipality
  const today = todayIn()
  const template = templates.find(({ id }) => id === told.sjabloon)!
  const begins = `${Number(today.slice(0, 4)) + 1}-01-01`
  const begun = { city, title: told.titel, cluster: told.groep, street: null }
  const written = firstText(template, { ...begun, begins, years: told.jaren })
  const text = promisesOf(filling, told, template, ids).reduce(withPledge, written)
  const before = await covenantSoFar(db, m, told.titel)
  const begin = async (tx: Tx, by: string) => {
    const id = await beginCovenant(tx, m, {
      ...begun,
      template,
      owner: by,
      beginsOn: begins,
      endsOn: lastDay(begins, told.jaren),
      text,
    })
    for (const each of told.uitgenodigd) {
      const contact = { name: each.naam, function: each.functie, email: each.email }
      const organisation = organisations.get(each.organisatie)!
      await inviteParticipant(tx, m, id, { organisation, kind: each.als, contact, by })
    }
    await showVersion(tx, m, id, 1, { by, why: told.waarom, until: today })
    return id
  }
  const covenant = before?.id ?? (await as(told.door, begin))
  const say = async (version: number, one: Told['nieuwe_reacties'][number]) =>
    before?.comments.get(one.tekst) ??
    as(one.door, async (tx, by, organisation) => {
      const part = organisation === null ? undefined : await participantFor(tx, m, covenant, organisation)
      const said = { covenant, version, article: one.artikel, by, participant: part?.id ?? null, text: one.tekst }
      return addComment(tx, m, said)
    })
  const comments: (Told['reacties'][number] & { readonly id: string })[] = []
  for (const each of told.reacties) comments.push({ ...each, id: await say(1, each) })
  for (const each of told.advies.filter(({ rol }) => !before?.opinions.has(rol)))
    await as(each.door, (tx, by) => giveOpinion(tx, m, opinionOf(covenant, each, by)))
  const change = async (tx: Tx, by: string) => {
    const next = await nextVersion(tx, m, covenant, by)
    for (const { id, stand: state, antwoord: answer } of comments)
      await answerComment(tx, m, id, { state, answer, by, doneIn: state === 'adopted' ? next : null })
    const { article, after, part } = articleIn(text, told.wijziging.artikel)!
    const longer = { ...article, paragraphs: [...article.paragraphs, told.wijziging.lid] }
    await writeVersion(tx, m, covenant, next, withArticle(text, part, longer, after))
    await showVersion(tx, m, covenant, next, { by, why: told.wijziging.waarom, until: daysAfter(today, 21) })
    return next
  }
  const second = before !== undefined && before.versions > 1 ? 2 : await as(told.door, change)
  for (const each of told.nieuwe_reacties) await say(second, each)
}

const opinionOf = (covenant: string, each: Told['advies'][number], by: string) => ({
  covenant,
  version: 1,
  role: each.rol,
  stance: each.oordeel,
  text: each.tekst,
  conditions: each.voorwaarden,
  by,
  replaces: null,
})

/** Its agreements: an example of the template with the totals of today. */
function promisesOf(
  { people, norms }: Filling,
  told: Told,
  template: CovenantTemplate,
  ids: ReadonlyMap<string, string>,
): readonly PledgeTerms[] {
  const today = todayIn()
  const titles = new Map(norms.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, title.nl])))
  const person = (email: string) => {
    const { naam, functie } = people.find((each) => each.email === email)!
    return { person: ids.get(email)!, name: naam, function: functie }
  }
  return told.afspraken.map(({ voorbeeld, aantal, van, beoordelaar, eigenaar }) => {
    const {
      letter: _,
      why: __,
      careful: ___,
      months,
      steps,
      clusters: ____,
      ...example
    } = template.pledges.find(({ id }) => id === voorbeeld)!
    const due = dateMonthsAfter(today, months)
    return {
      ...example,
      population: { of: 'parties' },
      decision: decisionOf({ ...example, due }, titles),
      baseline: { count: aantal, among: van, unknown: 0, on: today, strength: 'declared' },
      steps: steps.map(({ month, value }) => ({ on: dateMonthsAfter(today, month), value })),
      due,
      tolerance: null,
      verifier: person(beoordelaar),
      onMiss: inputOfExample(undefined, today).missen,
      owner: person(eigenaar),
    }
  })
}
