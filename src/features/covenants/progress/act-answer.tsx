/** What a party said to a verdict is answered: its objection, and its improvement plan. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { closeTasks, openTask } from '../../../db/tasks.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import { Area, Choice, Hidden, none } from '../../../web/desk/form.tsx'
import type { Problems } from '../../../web/desk/form.tsx'
import { forbidden, go, page, tooLate, type Asked, type Route } from '../../../web/desk/route.ts'
import { filled, oneOf, readForm, text, word } from '../../../web/desk/schema.ts'
import { allows } from '../../../vocabulary/roles.ts'
import { progressPlace } from './frame.tsx'
import { NOBODY } from './rules.ts'
import { namedVerifier, verifies } from './store.ts'
import { tellAnswered } from './tell-parties.ts'
import type { Followed } from './terms-store.ts'
import { missOf, ofMunicipality, TO_OBJECT, wordOf, type Verdict } from './verdict-rules.ts'
import { askPlan, sayTo, wroteOf } from './verdict-store.ts'
import { formAt, onVerdict, SayPage } from './act-frame.tsx'

const ANSWER = {
  antwoord: word(oneOf(['upheld', 'rejected'], 'Kies of het bezwaar klopt.')),
  tekst: text(4_000, filled('Schrijf waarom.')),
}
const answers = [
  { value: 'upheld', label: 'Gegrond: de toetser kijkt opnieuw' },
  { value: 'rejected', label: 'Ongegrond: het oordeel blijft' },
]
const objectionPage = (
  { view }: Asked<Tx>,
  covenant: Followed,
  pledge: PledgeTerms,
  verdict: Verdict,
  typed: { antwoord: string; tekst: string },
  problems?: Problems,
) => (
  <SayPage
    {...{ view, covenant, pledge }}
    title="Beantwoord het bezwaar"
    lead={verdict.words.findLast(({ kind }) => kind === 'objection')?.text ?? ''}
    action={`oordeel/${verdict.id}/bezwaar`}
    button="Verstuur het antwoord"
    {...(problems && { problems })}
  >
    <Choice
      name="antwoord"
      label="Klopt het bezwaar?"
      options={answers}
      value={[typed.antwoord]}
      {...(problems && { problems })}
    />
    <Area name="tekst" label="Waarom?" value={typed.tekst} rows={4} maxLength={4_000} {...(problems && { problems })} />
  </SayPage>
)
const ANSWERED = 'Er wacht geen bezwaar op antwoord.'
const objection = formAt(
  'oordeel/:verdict/bezwaar',
  'covenant.steer',
  onVerdict(async (asked, covenant, pledge, verdict) =>
    missOf(verdict, asked.today)?.objection === 'open'
      ? page(objectionPage(asked, covenant, pledge, verdict, { antwoord: '', tekst: '' }))
      : tooLate(ANSWERED),
  ),
  onVerdict(async (asked, covenant, pledge, verdict) => {
    const { tx, municipality, who, sent, today } = asked
    if (missOf(verdict, today)?.objection !== 'open') return tooLate(ANSWERED)
    if ((await wroteOf(tx, municipality.id, verdict.id, who.id)).verdict)
      return forbidden('U gaf dit oordeel zelf. Een collega antwoordt op het bezwaar.')
    const { typed, held, problems } = readForm(ANSWER, sent)
    if (!held) return page(objectionPage(asked, covenant, pledge, verdict, typed, problems), 422)
    await sayTo(tx, municipality.id, who.id, {
      verdict: verdict.id,
      kind: held.antwoord,
      organisation: null,
      text: held.tekst,
    })
    await closeTasks(tx, municipality.id, wordOf(verdict), ['pledge-objection'])
    if (held.antwoord === 'upheld') await askAgain(asked, covenant, pledge, verdict)
    const answer = { what: held.antwoord, text: held.tekst }
    await tellAnswered(asked, { covenant, pledge }, verdict, answer)
    await record(tx, municipality.id, {
      act: 'pledge.objection-answered',
      object: `covenant/${covenant.id}`,
      detail: { pledge: pledge.id, answer: held.antwoord },
    })
    return go(progressPlace(covenant, pledge), 'Uw antwoord staat bij het oordeel.')
  }),
)

/** The objection is right: who looks over the pledge gives the next verdict, and no plan is asked meanwhile. */
async function askAgain(
  { tx, municipality, today }: Asked<Tx>,
  covenant: Followed,
  pledge: PledgeTerms,
  verdict: Verdict,
): Promise<void> {
  const named = await namedVerifier(tx, municipality.id, covenant.id, pledge.id)
  const over = verdict.organisation ?? NOBODY
  await closeTasks(tx, municipality.id, `pledge_verdict/${verdict.id}`, ['pledge-plan', 'pledge-plan-late'])
  await openTask(tx, municipality.id, {
    kind: 'pledge-again',
    object: `pledge_verdict/${verdict.id}`,
    whom: { person: named?.person ?? pledge.verifier.person },
    text: `Kijk opnieuw: het bezwaar bij “${pledge.title}” is gegrond`,
    path: `${progressPlace(covenant, pledge)}/oordeel?over=${over}`,
    dueOn: daysAfter(today, TO_OBJECT),
  })
}

const planPage = (
  { view }: Asked<Tx>,
  covenant: Followed,
  pledge: PledgeTerms,
  verdict: Verdict,
  typed = '',
  wrong: Problems = none,
) => (
  <SayPage
    {...{ view, covenant, pledge }}
    title="Stuur het verbeterplan terug"
    lead={verdict.words.findLast(({ kind }) => kind === 'plan')?.text ?? ''}
    action={`oordeel/${verdict.id}/plan`}
    button="Stuur terug"
    problems={wrong}
  >
    <Hidden name="wat" value="terug" />
    <Area name="terug" label="Wat ontbreekt er?" value={typed} rows={4} maxLength={4_000} problems={wrong} />
  </SayPage>
)
const PLAN = {
  wat: word(oneOf(['aanvaard', 'terug'], 'Kies of u het plan aanvaardt of terugstuurt.')),
  terug: text(4_000),
}
const NO_PLAN = 'Er wacht geen verbeterplan op u.'
const plan = formAt(
  'oordeel/:verdict/plan',
  'covenant.read',
  onVerdict(async (asked, covenant, pledge, verdict) =>
    missOf(verdict, asked.today)?.plan === 'handed-in'
      ? page(planPage(asked, covenant, pledge, verdict))
      : tooLate(NO_PLAN),
  ),
  onVerdict(async (asked, covenant, pledge, verdict) => {
    const { tx, municipality, who, sent, today } = asked
    const yours = allows(who.roles, 'covenant.write') || (await verifies(tx, municipality.id, covenant.id, pledge.id))
    if (!yours) return forbidden('Een verbeterplan aanvaardt de toetser, of wie het convenant beheert.')
    if (missOf(verdict, today)?.plan !== 'handed-in') return tooLate(NO_PLAN)
    if ((await wroteOf(tx, municipality.id, verdict.id, who.id)).plan)
      return forbidden('U schreef dit plan zelf op. Een collega beoordeelt het.')
    const { typed, held, problems } = readForm(PLAN, sent)
    if (!held) return page(planPage(asked, covenant, pledge, verdict, typed.terug, { '': problems['wat'] ?? '' }), 422)
    const back = held.wat === 'terug'
    const why = held.terug
    if (back && why === '')
      return page(planPage(asked, covenant, pledge, verdict, '', { terug: 'Schrijf wat er ontbreekt.' }), 422)
    await sayTo(tx, municipality.id, who.id, {
      verdict: verdict.id,
      kind: back ? 'plan-returned' : 'plan-accepted',
      organisation: null,
      text: back ? why : 'Het plan is aanvaard.',
    })
    await closeTasks(tx, municipality.id, `pledge_verdict/${verdict.id}`, ['pledge-plan', 'pledge-plan-late'])
    await closeTasks(tx, municipality.id, wordOf(verdict), ['pledge-plan-in'])
    await record(tx, municipality.id, {
      act: back ? 'pledge.plan-returned' : 'pledge.plan-accepted',
      object: `covenant/${covenant.id}`,
      detail: { pledge: pledge.id },
    })
    if (back && ofMunicipality(verdict)) await askPlan(tx, municipality.id, covenant, pledge, verdict)
    if (!ofMunicipality(verdict)) {
      const what = back ? 'plan-returned' : 'plan-accepted'
      await tellAnswered(asked, { covenant, pledge }, verdict, { what, text: why })
    }
    const where = ofMunicipality(verdict) ? 'wie de afspraak beheert' : 'de partij'
    return go(progressPlace(covenant, pledge), back ? `Het plan is terug bij ${where}.` : 'Het plan is aanvaard.')
  }),
)

export const answerToPartyRoutes: readonly Route<Tx>[] = [...objection, ...plan]
