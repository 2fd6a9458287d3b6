/** What was seen at the parties of a covenant of the demo, what they handed in, and what its verifiers said. */
import type { DemoParty, DemoPledge, DemoSigned } from '../../../test/city/desk/signed.ts'
import { record } from '../../db/audit.ts'
import { checkCount, keepCount } from '../../db/counted-findings.ts'
import { note, type ToNote } from '../../db/noted-findings.ts'
import { recompute } from '../../features/covenants/progress/kept-store.ts'
import { monthsOf } from '../../features/covenants/progress/reckon.ts'
import { dueOf, figuresOfParty, wholesNow } from '../../features/covenants/progress/store.ts'
import { followsFrom, verdictProblems } from '../../features/covenants/progress/verdict-rules.ts'
import { giveVerdict, sayTo } from '../../features/covenants/progress/verdict-store.ts'
import type { PledgeTerms } from '../../model/covenant.ts'
import { lastDayOf } from '../../scoring/counting.ts'
import { placesOf } from '../past-store.ts'
import { templateOf } from './text.ts'
import type { Story } from './story.ts'

type Seen = readonly [day: number, met: number]

/** Writes down how many criteria of an agreement a party met on a day. */
export async function see(story: Story, party: DemoParty, pledge: DemoPledge, [day, met]: Seen): Promise<void> {
  const { municipality, means } = story
  const { rules, unit, least } = templateOf(story).pledges.find(({ id }) => id === pledge.voorbeeld)!
  const organisation = story.organisation(party.organisatie)
  const about =
    unit === 'website' || unit === 'premises'
      ? (await placesOf(means.db, municipality, unit, organisation)).map((id) => ({ kind: unit, id }))
      : [{ kind: 'organisation' as const, id: organisation }]
  const on = story.on(day)
  const [first, ...others] = rules.map(({ criteria }) => criteria)
  // What would do instead is missing: else nobody knows whether it is there.
  const instead = party.certificaat ? [] : others.flat()
  const verdicts = [
    ...first!.map((criterion, index) => ({ criterion, verdict: index < met ? 'met' : 'unmet' }) as const),
    ...instead.map((criterion) => ({ criterion, verdict: 'unmet' }) as const),
  ]
  const findings = about.flatMap((subject) =>
    verdicts.map(({ criterion, verdict }): ToNote => ({
      source: least === 'witnessed' ? 'inspection' : 'import',
      about: subject,
      norm: criterion.slice(0, criterion.indexOf('.')),
      criterion,
      verdict,
      strength: least,
      said: pledge.gezegd ?? '',
      seenBy: pledge.gezien_door ?? 'beleidsmedewerker',
      at: on,
      until: lastDayOf(`${on}T00:00:00Z`, monthsOf(means.house, criterion)),
    })),
  )
  const by = story.person(story.told.noteert)
  await story.as(by, (tx) => note(tx, municipality, by.id, findings))
}

type Total = DemoParty['totalen'][string][number]
/** A party hands in a total of the half year before; gives its id. */
export async function handIn(story: Story, party: DemoParty, pledge: string, total: Total): Promise<string> {
  const { municipality, covenant } = story
  const by = story.partnerOf(party.organisatie)
  const { criterion } = templateOf(story).pledges.find(({ id }) => id === pledge)!
  return story.as(by, async (tx) => {
    const id = await keepCount(tx, municipality, by.id, {
      covenant,
      pledge,
      organisation: by.organisation,
      criterion: criterion!,
      from: story.on(total.dag - 182),
      to: story.on(total.dag - 1),
      count: total.aantal,
      among: total.van,
      proof: total.bewijs,
      upload: null,
      replaces: null,
    })
    await record(tx, municipality, { act: 'pledge.counted', object: story.object, detail: { pledge } })
    return id!
  })
}

/** The verifier looks at a total and agrees. */
export async function check(story: Story, pledge: string, id: string): Promise<void> {
  const { municipality } = story
  const by = story.person(story.told.afspraken.find(({ voorbeeld }) => voorbeeld === pledge)!.beoordelaar)
  const said = { id, checked: 'confirmed', reason: '' } as const
  const done = await story.as(by, (tx) => checkCount(tx, municipality, by.id, said))
  if (!done) throw new Error(`${pledge}: het aantal is niet nagekeken`)
}

/** The figures follow from all that was seen, as they do by themselves. */
export const reckon = (story: Story): Promise<number> =>
  story.byItself(0, (tx) => recompute(tx, story.municipality, story.means.house, story.today))

type Judged = DemoSigned['oordelen'][number]
/** The verifier says by name whether it was kept; gives its id. */
export async function judge(story: Story, terms: PledgeTerms, said: Judged): Promise<string> {
  const { municipality, covenant } = story
  const by = story.person(story.told.afspraken.find(({ voorbeeld }) => voorbeeld === said.afspraak)!.beoordelaar)
  const today = story.on(said.dag)
  const party = said.partij === undefined ? null : story.organisation(said.partij)
  return story.as(by, async (tx) => {
    const due = (await dueOf(tx, municipality, covenant, terms.id, party))!
    const outcome = {
      outcome: said.uitkomst,
      metOn: said.gehaald === undefined ? '' : story.on(said.gehaald),
      seenOn: today,
    }
    const wrong = Object.values(verdictProblems(outcome, { due, today, begins: terms.baseline.on }))
    if (wrong.length > 0) throw new Error(`${said.partij ?? 'allen'}: ${wrong.join(' ')}`)
    const now =
      party === null
        ? (await wholesNow(tx, municipality, covenant)).get(terms.id)
        : (await figuresOfParty(tx, municipality, covenant, party)).find(
            ({ pledge, from, to }) => pledge === terms.id && from <= today && (to === null || to >= today),
          )
    const { count = 0, among = 0, unknown = 0 } = now ?? {}
    const id = await giveVerdict(tx, municipality, by.id, {
      covenant,
      pledge: terms.id,
      whole: party === null,
      organisation: party,
      outcome: said.uitkomst,
      ...followsFrom(outcome, { due, today, party: party !== null }),
      proof: said.bewijs,
      seenOn: today,
      due,
      calculated: { count, among, unknown, on: today, target: terms.target },
      reason: '',
      replaces: null,
    })
    await record(tx, municipality, {
      act: 'pledge.judged',
      object: story.object,
      detail: { pledge: terms.id, outcome: said.uitkomst },
    })
    return id!
  })
}

type Word = { readonly door: string; readonly tekst: string }
/** What is said to a verdict. */
export async function say(
  story: Story,
  verdict: string,
  kind: Parameters<typeof sayTo>[3]['kind'],
  { door, tekst }: Word,
): Promise<void> {
  const by = story.person(door)
  await story.as(by, (tx) =>
    sayTo(tx, story.municipality, by.id, { verdict, kind, organisation: by.organisation, text: tekst }),
  )
}
