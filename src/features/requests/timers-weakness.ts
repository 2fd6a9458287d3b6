/**
 * What the rules for reported weaknesses ask in time: that somebody says it arrived, says what we make of it, goes
 * after a silent supplier, and mends it. It reminds a person; nothing is told or published by the clock.
 */
import type { Tx } from '../../db/as.ts'
import { closeTasksThat, openTask } from '../../db/tasks.ts'
import type { Round, Timer } from '../../db/timer.ts'
import { spoken } from '../../lib/spoken-number.ts'
import type { RequestKind } from '../../model/request.ts'
import { daysOn } from '../../lib/months.ts'
import { isOutdated, openWeaknesses, sayNext, wasReminded } from './timers-weakness-store.ts'
import { nextDue, type Due } from './weakness-rules.ts'

const TASKS: Readonly<Record<Due['what'], { kind: `weakness-${Due['what']}`; text: (number: string) => string }>> = {
  acknowledge: {
    kind: 'weakness-acknowledge',
    text: (number) => `Zeg dat melding ${number} is ontvangen: pak haar op`,
  },
  judge: { kind: 'weakness-judge', text: (number) => `Zeg of melding ${number} klopt, en wanneer het is hersteld` },
  supplier: { kind: 'weakness-supplier', text: (number) => `De leverancier zwijgt over melding ${number}: ga hogerop` },
  mend: { kind: 'weakness-mend', text: (number) => `De dag is er waarop melding ${number} is hersteld` },
  retest: { kind: 'weakness-retest', text: (number) => `Kijk na of het herstel werkt van melding ${number}` },
}

/** Days before its day on which somebody hears of it. Who has one working day hears at once. */
const AHEAD: Readonly<Record<Due['what'], number>> = { acknowledge: 7, judge: 7, supplier: 0, mend: 14, retest: 7 }

/** Once for each day that was promised; what was done meanwhile asks nothing any more. */
async function remindOf(tx: Tx, { municipality, today }: Round, kinds: readonly string[]): Promise<number> {
  let told = 0
  for (const { id, number, handler, role, receivedOn, again, ...weakness } of await openWeaknesses(
    tx,
    municipality.id,
    kinds,
  )) {
    const due = nextDue(
      { receivedOn, taken: handler !== null, again },
      weakness.state === null ? undefined : { ...weakness, state: weakness.state },
    )
    await sayNext(tx, municipality.id, id, due?.on)
    for (const [what, { kind }] of Object.entries(TASKS)) {
      const dueOn = due?.what === what ? due.on : undefined
      await closeTasksThat(tx, municipality.id, kind, isOutdated(id, dueOn), 'itself')
    }
    if (due === undefined || daysOn(due.on, -AHEAD[due.what]) > today) continue
    const { kind, text } = TASKS[due.what]
    if (await wasReminded(tx, municipality.id, { kind, request: id, dueOn: due.on })) continue
    await openTask(tx, municipality.id, {
      kind,
      object: `request/${id}`,
      whom: handler === null ? { role } : { person: handler },
      text: text(spoken(number)),
      path: `/balie/verzoeken/${id}`,
      dueOn: due.on,
    })
    told++
  }
  return told
}

/** What reminds of reported weaknesses each day. */
export const weaknessTimer = (kinds: readonly RequestKind[]): Timer => ({
  id: 'weaknesses',
  what: 'herinneringen aan gemelde zwakke plekken',
  run: (tx, round) =>
    remindOf(
      tx,
      round,
      kinds.filter(({ course }) => course === 'weakness').map(({ id }) => id),
    ),
})
