/** Somebody at the municipality writes a plan down: of all together, of the municipality, or what a party said. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { closeTasks } from '../../../db/tasks.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import { Area, type Problems } from '../../../web/desk/form.tsx'
import { go, page, tooLate, type Asked, type Route } from '../../../web/desk/route.ts'
import { filled, readForm, text } from '../../../web/desk/schema.ts'
import { day } from '../../../web/language.ts'
import { formAt, onVerdict, SayPage } from './act-frame.tsx'
import { progressPlace } from './frame.tsx'
import { participations, type Followed } from './terms-store.ts'
import { asksPlan, ofMunicipality, type Verdict } from './verdict-rules.ts'
import { sayTo } from './verdict-store.ts'

const PLAN = { plan: text(8_000, filled('Schrijf het verbeterplan.')) }
const NONE = 'Er wordt nu geen verbeterplan gevraagd.'

async function planPage(
  { tx, municipality, view }: Asked<Tx>,
  covenant: Followed,
  pledge: PledgeTerms,
  verdict: Verdict,
  typed = '',
  problems: Problems = {},
) {
  const parties = await participations(tx, municipality.id, covenant.id)
  const party = parties.find((each) => each.party === verdict.organisation)?.name
  const whose = verdict.whole ? 'allen samen' : verdict.organisation === null ? 'de gemeente' : (party ?? 'de partij')
  const before = verdict.words.findLast(({ kind }) => kind === 'plan')
  const back = verdict.words.findLast(({ kind }) => kind === 'plan-returned')
  return (
    <SayPage
      {...{ view, covenant, pledge, problems }}
      title={`Verbeterplan van ${whose}`}
      lead={
        back === undefined
          ? `Het oordeel was: niet gehaald. Het plan moet er zijn uiterlijk ${day('nl', verdict.planDue!)}.`
          : `Het plan kwam terug: ${back.text}`
      }
      action={`oordeel/${verdict.id}/verbeterplan`}
      button="Lever het verbeterplan in"
    >
      <Area
        name="plan"
        label="Het verbeterplan"
        hint={
          ofMunicipality(verdict)
            ? 'Wat gaat er gebeuren, wie doet het, en wanneer is het klaar? Een collega leest het en aanvaardt het.'
            : 'Schrijf op wat de partij zei of stuurde: wat, wie en wanneer. Een collega leest het en aanvaardt het.'
        }
        value={typed === '' ? (before?.text ?? '') : typed}
        rows={8}
        maxLength={8_000}
        problems={problems}
      />
    </SayPage>
  )
}

/** The page and what it does: a colleague of the writer says whether it is enough. */
export const planRoutes: readonly Route<Tx>[] = formAt(
  'oordeel/:verdict/verbeterplan',
  'covenant.write',
  onVerdict(async (asked, covenant, pledge, verdict) =>
    asksPlan(verdict, asked.today) ? page(await planPage(asked, covenant, pledge, verdict)) : tooLate(NONE),
  ),
  onVerdict(async (asked, covenant, pledge, verdict) => {
    const { tx, municipality, who, sent, today } = asked
    if (!asksPlan(verdict, today)) return tooLate(NONE)
    const { typed, held, problems } = readForm(PLAN, sent)
    if (!held) return page(await planPage(asked, covenant, pledge, verdict, typed.plan, problems), 422)
    await sayTo(tx, municipality.id, who.id, { verdict: verdict.id, kind: 'plan', organisation: null, text: held.plan })
    await closeTasks(tx, municipality.id, `pledge_verdict/${verdict.id}`, ['pledge-plan', 'pledge-plan-late'])
    await record(tx, municipality.id, {
      act: 'pledge.plan-given',
      object: `covenant/${covenant.id}`,
      detail: { pledge: pledge.id },
    })
    return go(progressPlace(covenant, pledge), 'Het verbeterplan is ingeleverd. Een collega leest het.')
  }),
)
