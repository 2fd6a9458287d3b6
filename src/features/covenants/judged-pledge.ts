/** Holds what was filled in of an agreement against what is known: its terms, or what is not right and where. */
import type { Tx } from '../../db/as.ts'
import type { CovenantText, PledgeTerms } from '../../model/covenant.ts'
import type { Norm } from '../../model/norm.ts'
import { UUID } from '../../lib/uuid.ts'
import { none, type Problems } from '../../web/desk/form.tsx'
import type { Sent } from '../../web/desk/route.ts'
import { readPledge, type HeldPledge, type Input } from './pledge-form.ts'
import { populationOf, rulesOf, stepsOf, targetOf, termsOf } from './pledge-input.ts'
import { decisionOf, mayNotCount, speaksOf, wayProblems } from './pledge-rules.ts'
import { partiesInvited, type Colleague } from './pledge-store.ts'
import { measuredOn } from './progress/measure.ts'
import type { House } from './progress/rules.ts'
import { unitsInStreet } from './progress/units-store.ts'
import type { Covenant } from './store.ts'
import { newId } from './text.ts'

export type Judging = {
  readonly tx: Tx
  readonly municipality: string
  readonly covenant: Covenant
  readonly text: CovenantText
  readonly norms: readonly Norm[]
  /** All norms and registers that there are: findings of every source are asked for. */
  readonly house: House
  readonly staff: readonly Colleague[]
  readonly today: string
  /** The one that is changed; undefined: it is new. */
  readonly before: PledgeTerms | undefined
  /** What an earlier version that was fixed promised. */
  readonly agreed: PledgeTerms | undefined
}
type Judged = { readonly input: Input; readonly problems: Problems } & (
  | { readonly terms: PledgeTerms }
  | { readonly terms: undefined }
)

/** The titles of criteria, by id. */
export const titlesOf = (norms: readonly Norm[]): ReadonlyMap<string, string> =>
  new Map(norms.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, title.nl])))

/** The agreement as it will stand in the text, or what must be different, each at its field. */
export async function judgedPledge(sent: Sent, judging: Judging): Promise<Judged> {
  const { typed: input, held, problems: early } = readPledge(sent)
  if (!held) return { input, problems: early, terms: undefined }
  const { tx, municipality, covenant, text, norms, house, staff, today, before, agreed } = judging
  const problems: Record<string, string> = {
    ...choiceProblems(held, judging),
    ...Object.fromEntries(
      (['bewijs', 'beslisregel', 'woorden', 'titel'] as const).flatMap((field) => {
        const why = mayNotCount(held[field])
        return why === undefined ? [] : [[field, why]]
      }),
    ),
  }
  const known = await partiesOf(tx, municipality, covenant.id, held)
  if (held.wie === 'street' && held.hoe === 'findings') {
    const there = await unitsInStreet(tx, municipality, house, held.eenheid, held.straat)
    if (there.length === 0)
      problems['straat'] =
        held.eenheid === 'premises'
          ? 'In deze straat kennen wij geen pand. Zet de panden eerst bij de straat.'
          : 'In deze straat kennen wij niets om te tellen.'
  } else if (held.wie !== 'street' && known.size === 0)
    problems['wie'] = 'Er is nog geen partij uitgenodigd. Zonder partijen is er niets te tellen.'
  if (held.begin > today) problems['begin'] = 'Kies vandaag of een eerdere dag: alleen wat al is gezien, telt.'
  if (Object.keys(problems).length > 0) return { input, problems, terms: undefined }
  const population = populationOf(held, known)
  const rules = rulesOf(held)
  const counted = {
    method: held.hoe,
    unit: held.eenheid,
    rules,
    criterion: held.hoe === 'counts' ? held.criterium : null,
    population,
    least: held.kracht,
  }
  const found =
    held.hoe === 'counts'
      ? { count: Number(held.beginaantal), among: Number(held.beginvan), unknown: 0, strength: 'declared' as const }
      : await measuredOn(tx, municipality, house, counted, [...known.keys()], held.begin)
  const { count, among, unknown } = found
  const baseline = { count, among, unknown, on: held.begin, strength: found.strength ?? held.kracht }
  const target = targetOf(held)
  const way: Record<string, string> = {
    ...wayProblems({
      direction: held.richting,
      baseline,
      steps: stepsOf(held),
      target,
      due: held.op,
      ends: covenant.endsOn,
      today,
    }),
  }
  const changed = agreed !== undefined && (agreed.target !== target || agreed.due !== held.op)
  if (changed && held.reden === '') way['reden'] = 'Het doel is anders dan is vastgesteld. Schrijf waarom.'
  if (changed && held.akkoord === '') way['akkoord'] = 'Schrijf wie met het nieuwe doel akkoord ging.'
  if (Object.keys(way).length > 0) return { input, problems: way, terms: undefined }
  const person = (id: string) => {
    const { name, function: work } = staff.find((each) => each.id === id)!
    return { person: id, name, function: work }
  }
  const structure = { ...counted, unitWords: held.woorden, direction: held.richting, target, due: held.op }
  // Who left the sentence that was proposed, gets the one that fits what is filled in now.
  const own = held.beslisregel !== '' && held.beslisregel !== sent.mark('voorgesteld')
  const terms = termsOf(held, {
    id: before?.id ?? newId(text, held.titel),
    norms: norms.map(({ id }) => id),
    baseline,
    decision: own ? held.beslisregel : decisionOf(structure, titlesOf(norms)),
    verifier: person(held.beoordelaar),
    owner: person(held.eigenaar),
    names: known,
    amended: amendedOf(agreed, changed, { on: today, why: held.reden, agreed: held.akkoord }),
  })
  return { input, problems: none, terms }
}

type Amendment = NonNullable<PledgeTerms['amendments']>[number]
/** The first target that was agreed stays, with every change since. */
function amendedOf(agreed: PledgeTerms | undefined, changed: boolean, now: Amendment) {
  if (!agreed) return {}
  const first = agreed.first ?? (changed ? { target: agreed.target, due: agreed.due } : undefined)
  const amendments = [...(agreed.amendments ?? []), ...(changed ? [now] : [])]
  return { ...(first && { first }), ...(amendments.length > 0 && { amendments }) }
}

async function partiesOf(tx: Tx, municipality: string, covenant: string, held: HeldPledge) {
  if (held.wie === 'street') return new Map<string, string>()
  const parties = await partiesInvited(tx, municipality, covenant)
  if (held.wie === 'parties') return parties
  return new Map([...parties].filter(([id]) => UUID.test(id) && held.organisaties.includes(id)))
}

/** What was chosen that is not there to choose, or does not go together. */
function choiceProblems(held: HeldPledge, { norms, staff }: Judging): Record<string, string> {
  const problems: Record<string, string> = {}
  const criteria = new Map(norms.flatMap((norm) => norm.criteria.map((each) => [each.id, each])))
  for (const field of ['regel1', 'regel2'] as const) {
    if (held.hoe === 'counts') continue
    const unknown = held[field].find((id) => {
      const criterion = criteria.get(id)
      return criterion === undefined || !speaksOf(criterion, held.eenheid)
    })
    if (unknown !== undefined)
      problems[field] =
        `“${criteria.get(unknown)?.title.nl ?? unknown}” is van wat u telt niet vast te stellen. ` +
        'Kies een ander punt, of tel iets anders.'
  }
  if (held.hoe === 'counts' && !criteria.has(held.criterium))
    problems['criterium'] = 'Dit punt hoort niet bij de normen van deze afspraak.'
  const judge = staff.find(({ id }) => id === held.beoordelaar)
  if (!judge) problems['beoordelaar'] = 'Wie beoordeelt, werkt bij de gemeente en nooit bij een partij.'
  else if (!judge.judges) problems['beoordelaar'] = 'Deze collega mag niet zeggen of een afspraak is gehaald.'
  else if (held.beoordelaar === held.eigenaar)
    problems['beoordelaar'] = 'Wie op de afspraak let, beoordeelt haar niet zelf. Kies twee mensen.'
  if (!staff.some(({ id }) => id === held.eigenaar)) problems['eigenaar'] = 'Kies iemand van de gemeente.'
  return problems
}
