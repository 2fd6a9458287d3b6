/** Holds what was filled in of an agreement against what is known: its terms, or what is not right and where. */
import type { Tx } from '../../db/as.ts'
import type { CovenantText, PledgeTerms } from '../../model/covenant.ts'
import type { Norm } from '../../model/norm.ts'
import { isAsFirmAs } from '../../scoring/counting.ts'
import { STRENGTHS } from '../../vocabulary/finding.ts'
import type { Strength } from '../../model/finding.ts'
import { UUID } from '../../lib/uuid.ts'
import { none, type Problems } from '../../web/desk/form.tsx'
import type { Sent } from '../../web/desk/route.ts'
import { readPledge, type HeldPledge, type Input } from './pledge-form.ts'
import { amended, amendedHere, frozenProblems, termsChanged } from './pledge-amended.ts'
import { populationOf, rulesOf, shareOf, stepsOf, targetOf, termsOf } from './pledge-input.ts'
import { decisionOf, mayNotCount, speaksOf, wayProblems, whyNotVerifier } from './pledge-rules.ts'
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
  /** Names of everything that was ever promised here: what is new gets another. */
  readonly taken: readonly string[]
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
  const retaken = agreed === undefined || held.opnieuw
  if (retaken && held.wie === 'street' && held.hoe === 'findings') {
    const there = await unitsInStreet(tx, municipality, house, held.eenheid, held.straat)
    if (there.length === 0)
      problems['straat'] =
        held.eenheid === 'premises'
          ? 'In deze straat kennen wij geen pand. Zet de panden eerst bij de straat.'
          : 'In deze straat kennen wij niets om te tellen.'
  } else if (retaken && held.wie !== 'street' && known.size === 0)
    problems['wie'] = 'Er is nog geen partij uitgenodigd. Zonder partijen is er niets te tellen.'
  if (held.begin > today) problems['begin'] = 'Kies vandaag of een eerdere dag: alleen wat al is gezien, telt.'
  if (Object.keys(problems).length > 0) return { input, problems, terms: undefined }
  const counted = countedOf(held, known)
  const frozen = retaken ? undefined : (before ?? agreed).baseline
  const baseline = frozen ?? (await baselineOf(held, counted, known, judging))
  const target = targetOf(held)
  const way: Record<string, string> = {
    ...(held.hoe === 'counts' && !frozen && !isAsFirmAs(baseline.strength, held.kracht)
      ? {
          beginbron:
            `De afspraak vraagt “${STRENGTHS[held.kracht]}”, en dit begin is “${STRENGTHS[baseline.strength]}”. ` +
            'Noem het stuk waaruit het blijkt, of vraag lichter bewijs.',
        }
      : {}),
    ...(frozen && agreed ? frozenProblems(held, counted, agreed, frozen) : {}),
    ...wayProblems({
      direction: held.richting,
      baseline,
      steps: stepsOf(held),
      target,
      due: held.op,
      ends: text.until ?? covenant.endsOn,
      tolerance: held.speling === '' ? null : shareOf(held.speling),
      today,
      ...(agreed && { agreedDue: agreed.due }),
    }),
  }
  const person = (id: string) => {
    const { name, function: work } = staff.find((each) => each.id === id)!
    return { person: id, name, function: work }
  }
  const structure = { ...counted, unitWords: held.woorden, direction: held.richting, target, due: held.op }
  const titles = titlesOf(norms)
  // Who left the sentence that was proposed, gets the one that fits what is filled in now.
  const own = held.beslisregel !== '' && held.beslisregel !== sent.mark('voorgesteld')
  const terms = termsOf(held, {
    id: before?.id ?? newId(text, held.titel, judging.taken),
    norms: norms.map(({ id }) => id),
    baseline,
    decision: own ? held.beslisregel : decisionOf(structure, titles),
    verifier: person(held.beoordelaar),
    owner: person(held.eigenaar),
    names: known,
    amended: {},
  })
  const changes = agreed === undefined ? [] : termsChanged(agreed, terms, titles)
  if (changes.length > 0) {
    const which = new Intl.ListFormat('nl').format(changes.map(({ name }) => `“${name}”`))
    if (held.reden === '') way['reden'] = `Dit is anders dan is vastgesteld: ${which}. Schrijf waarom.`
    if (held.akkoord === '') way['akkoord'] = 'Schrijf wie hiermee akkoord ging.'
  }
  if (Object.keys(way).length > 0) return { input, problems: way, terms: undefined }
  const since = before && amendedHere(before, agreed)
  const on = since?.why === held.reden && since.agreed === held.akkoord ? since.on : today
  const story = amended(agreed, changes, { on, why: held.reden, agreed: held.akkoord })
  return { input, problems: none, terms: { ...terms, ...story } }
}

/** What is counted, by what was filled in. */
const countedOf = (held: HeldPledge, known: ReadonlyMap<string, string>) => ({
  method: held.hoe,
  unit: held.eenheid,
  rules: rulesOf(held),
  criterion: held.hoe === 'counts' ? held.criterium : null,
  population: populationOf(held, known),
  least: held.kracht,
})

/** How firm a typed baseline is: it is shown by a document that it names, or somebody only says so. */
const statedIn = ({ beginbron }: HeldPledge): Strength => (beginbron === '' ? 'declared' : 'documented')

/** The baseline, out of findings on its day; of totals as it was filled in. */
async function baselineOf(
  held: HeldPledge,
  counted: ReturnType<typeof countedOf>,
  known: ReadonlyMap<string, string>,
  { tx, municipality, house }: Judging,
): Promise<PledgeTerms['baseline']> {
  const found =
    held.hoe === 'counts'
      ? { count: Number(held.beginaantal), among: Number(held.beginvan), unknown: 0, strength: statedIn(held) }
      : await measuredOn(tx, municipality, house, counted, [...known.keys()], held.begin)
  const { count, among, unknown } = found
  const source = held.hoe === 'counts' && held.beginbron !== '' ? { source: held.beginbron } : {}
  return { count, among, unknown, on: held.begin, strength: found.strength ?? held.kracht, ...source }
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
  const why = whyNotVerifier(judge, held.eigenaar)
  if (why !== undefined) problems['beoordelaar'] = why
  if (!staff.some(({ id }) => id === held.eigenaar)) problems['eigenaar'] = 'Kies iemand van de gemeente.'
  return problems
}
