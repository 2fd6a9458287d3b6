/** What is due at a pledge becomes a task: a verdict, what a party handed in or said, findings that soon end. */
import type { Tx } from '../../../db/as.ts'
import { countedFindings } from '../../../db/counted-findings.ts'
import { openTask, type NewTask } from '../../../db/tasks.ts'
import type { Round } from '../../../db/timer.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import { day } from '../../../lib/day.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import { progressPlace } from './frame.tsx'
import { NOBODY, streetOf, termsFor } from './rules.ts'
import { verdictsOf, verifiersNamed, wholesNow } from './store.ts'
import { followed, participations, type Followed, type Participation } from './terms-store.ts'
import { missOf, ofMunicipality, standing, wordOf, type Miss, type Verdict } from './verdict-rules.ts'

/** Days before the first finding of a pledge stops counting at which its owner hears of it. */
const SOON = 30

/** Opens what is due of every covenant in force. Gives how many tasks are new. */
export async function tellPledges(tx: Tx, { municipality: { id: municipality }, today }: Round): Promise<number> {
  const due: NewTask[] = []
  for (const covenant of await followed(tx, municipality)) {
    if (covenant.state !== 'in-force' && covenant.state !== 'ended') continue
    const said = standing(await verdictsOf(tx, municipality, covenant.id))
    const now = await wholesNow(tx, municipality, covenant.id)
    const parties = await participations(tx, municipality, covenant.id)
    const named = await verifiersNamed(tx, municipality, covenant.id)
    for (const pledge of covenant.pledges) {
      const verifier = named.get(pledge.id) ?? pledge.verifier.person
      const object = `pledge/${covenant.id}/${pledge.id}`
      const path = progressPlace(covenant, pledge)
      const judged = said.some((each) => each.pledge === pledge.id && each.whole)
      if (!judged && pledge.due < today)
        due.push({
          kind: 'pledge-verdict',
          object,
          whom: { person: verifier },
          text: `Geef uw oordeel over “${pledge.title}”: de einddatum was ${day('nl', pledge.due)}`,
          path: `${path}/oordeel`,
          dueOn: pledge.due,
        })
      due.push(...moreTimeOver({ covenant, pledge, verifier, parties, said, today }))
      const until = now.get(pledge.id)?.until ?? null
      const runs = covenant.state === 'in-force' && (covenant.endsOn === null || today <= covenant.endsOn)
      if (runs && !judged && until !== null && until <= daysAfter(today, SOON))
        due.push({
          kind: 'pledge-ends',
          object: `${object}/${until}`,
          whom: { person: pledge.owner.person },
          text: `Van “${pledge.title}” tellen bevindingen tot en met ${day('nl', until)}: laat opnieuw kijken`,
          path,
          dueOn: until,
        })
    }
    due.push(...(await countsToCheck(tx, municipality, covenant, named)))
    for (const verdict of said) {
      const pledge = covenant.pledges.find(({ id }) => id === verdict.pledge)
      const miss = missOf(verdict, today)
      if (!pledge || !miss) continue
      due.push(...wordsToAnswer(covenant, pledge, verdict, miss))
      if (miss.plan === 'late' && miss.objection !== 'upheld')
        due.push({
          kind: 'pledge-plan-late',
          object: `pledge_verdict/${verdict.id}`,
          whom: { person: pledge.owner.person },
          text: `Het verbeterplan voor “${pledge.title}” kwam niet op tijd`,
          path: ofMunicipality(verdict)
            ? `${progressPlace(covenant, pledge)}/oordeel/${verdict.id}/verbeterplan`
            : `${progressPlace(covenant, pledge)}#oordelen`,
          dueOn: verdict.planDue,
        })
    }
  }
  const told = await toldBefore(tx, municipality, due)
  const fresh = due.filter(({ kind, object }) => !told.has(`${kind} ${object}`))
  for (const task of fresh) await openTask(tx, municipality, task)
  return fresh.length
}

/** Who had more time, which is over now: that party is judged by itself, once. */
function moreTimeOver(given: {
  readonly covenant: Followed
  readonly pledge: PledgeTerms
  /** Who says now whether it was kept. */
  readonly verifier: string
  readonly parties: readonly Participation[]
  readonly said: readonly Verdict[]
  readonly today: string
}): NewTask[] {
  const { covenant, pledge, verifier, parties, said, today } = given
  if (streetOf(pledge) !== undefined) return []
  return parties.flatMap(({ party, name, extendedUntil, way }) => {
    const { due } = termsFor(pledge, extendedUntil)
    const judged = said.some((each) => each.pledge === pledge.id && !each.whole && each.organisation === party)
    if (due === pledge.due || due >= today || judged || way.at(-1)?.is === 'left') return []
    return [
      {
        kind: 'pledge-verdict',
        object: `pledge/${covenant.id}/${pledge.id}/${party}`,
        whom: { person: verifier },
        text:
          `Geef uw oordeel over “${pledge.title}” van ${name ?? 'de gemeente'}: ` +
          `meer tijd was er tot en met ${day('nl', due)}`,
        path: `${progressPlace(covenant, pledge)}/oordeel?over=${party}`,
        dueOn: due,
      },
    ]
  })
}

/** Totals that the verifier has not looked at. */
async function countsToCheck(
  tx: Tx,
  municipality: string,
  covenant: Followed,
  named: ReadonlyMap<string, string>,
): Promise<NewTask[]> {
  const counted = covenant.pledges.filter(({ method }) => method === 'counts')
  const all = await countedFindings(
    tx,
    municipality,
    covenant.id,
    counted.map(({ id }) => id),
  )
  const replaced = new Set(all.map(({ replaces }) => replaces))
  const due: NewTask[] = []
  for (const total of all) {
    const pledge = counted.find(({ id }) => id === total.pledge)
    if (!pledge || total.checked !== null || replaced.has(total.id)) continue
    due.push({
      kind: 'pledge-count',
      object: `counted_finding/${total.id}`,
      whom: { person: named.get(pledge.id) ?? pledge.verifier.person },
      text: `Kijk ingeleverde aantallen na voor “${pledge.title}”`,
      path: `${progressPlace(covenant, pledge)}/partij/${total.organisation ?? NOBODY}`,
      dueOn: null,
    })
  }
  return due
}

/** What a party said to a verdict and nobody answered. */
function wordsToAnswer(covenant: Followed, pledge: PledgeTerms, verdict: Verdict, miss: Miss): NewTask[] {
  const common = { object: wordOf(verdict), path: `${progressPlace(covenant, pledge)}#oordelen`, dueOn: null }
  return [
    ...(miss.objection === 'open'
      ? [
          {
            ...common,
            kind: 'pledge-objection' as const,
            whom: { role: 'decision-maker' as const },
            text: `Beantwoord het bezwaar bij “${pledge.title}”`,
          },
        ]
      : []),
    ...(miss.plan === 'handed-in'
      ? [
          {
            ...common,
            kind: 'pledge-plan-in' as const,
            whom: { person: pledge.owner.person },
            text: `Lees het verbeterplan voor “${pledge.title}”`,
          },
        ]
      : []),
  ]
}

/** Which of these were asked before, by kind and object. */
export async function toldBefore(tx: Tx, municipality: string, due: readonly NewTask[]): Promise<ReadonlySet<string>> {
  if (due.length === 0) return new Set()
  const rows = await tx
    .selectFrom('task')
    .select(['kind', 'object'])
    .where('municipality', '=', municipality)
    .where('kind', 'in', [...new Set(due.map(({ kind }) => kind))])
    .where('object', 'in', [...new Set(due.map(({ object }) => object))])
    .execute()
  return new Set(rows.map(({ kind, object }) => `${kind} ${object}`))
}
