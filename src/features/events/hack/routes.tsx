/** A hack event at the desk: its agreements, the systems with what their suppliers said, and what was found. */
import type { ReactElement } from 'react'
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { sha256 } from '../../../lib/canonical.ts'
import type { ActName } from '../../../vocabulary/act.ts'
import { FOLLOW_UP_DAYS, MOST_TARGETS } from '../../../vocabulary/hack.ts'
import { basisOf } from '../../../web/desk/edit.tsx'
import { go, missing, notYet, page, type Asked, type Reply, type Route } from '../../../web/desk/route.ts'
import type { Problems } from '../../../web/desk/form.tsx'
import { readForm } from '../../../web/desk/schema.ts'
import { eventOf } from '../shown.tsx'
import type { Event } from '../store.ts'
import {
  AGREED_FIELDS,
  CONSENT_FIELDS,
  consentAcross,
  FINDING_FIELDS,
  letterSays,
  newTarget,
  TARGET_FIELDS,
  targetAcross,
  targetIn,
  targetTyped,
  UNTIE_FIELDS,
} from './fields.ts'
import { ConsentForm, TargetForm } from './forms-target.tsx'
import { AgreedForm, FindingForm, FoundForm } from './forms.tsx'
import { hackPath } from './here.ts'
import { HackPage } from './page-hack.tsx'
import { LetterPage } from './page-letter.tsx'
import {
  addTarget,
  agree,
  agreedOf,
  changeTarget,
  consent,
  findingById,
  findingsOf,
  letterHeld,
  targetById,
  targetsOf,
  tieFinding,
  untieFinding,
  type Found,
  type Target,
  type Tied,
} from './store.ts'

type A = Asked<Tx>
const BASE = '/evenementen/:event/hack'
const FULL = `Er passen ${MOST_TARGETS} systemen bij een evenement.`
const NOBODY_STOPS = 'Vul eerst bij de afspraken in wie een systeem mag laten uitzetten, en welk nummer men belt.'
const OTHER_LETTER =
  'Een collega wijzigde intussen wat in de brief staat. Er is niets vastgelegd. Tekende de leverancier een andere ' +
  'brief dan die van nu? Laat dan de nieuwe tekenen.'

type At<T> = { readonly asked: A; readonly event: Event; readonly of: T }
/** A page or an act of a hack event; what is none is not there. `find`: what the rest of the address names. */
const route = <T,>(
  method: 'GET' | 'POST',
  under: string,
  find: (asked: A, event: Event) => Promise<T | undefined>,
  answer: (at: At<T>) => Promise<Reply | ReactElement>,
): Route<Tx> => ({
  method,
  path: `${BASE}${under}`,
  may: 'hack.keep',
  answer: async (asked) => {
    const event = await eventOf(asked)
    if (event?.kind !== 'hack') return missing
    const of = await find(asked, event)
    if (of === undefined) return missing
    const reply = await answer({ asked, event, of })
    return 'kind' in reply ? reply : page(reply)
  },
})
const whole = async () => true
const target = ({ tx, municipality, params }: A, { id }: Event): Promise<Target | undefined> =>
  targetById(tx, municipality.id, id, params['target']!)
const finding = ({ tx, municipality, params }: A, { id }: Event): Promise<Found | undefined> =>
  findingById(tx, municipality.id, id, params['hackFinding']!)
const done = async ({ tx, municipality }: A, event: Event, act: ActName, said: string): Promise<Reply> => {
  await record(tx, municipality.id, { act, object: `event/${event.id}`, detail: {} })
  return go(hackPath(event), said)
}

const agreements: readonly Route<Tx>[] = [
  route(
    'GET',
    '',
    whole,
    async ({
      asked: {
        tx,
        municipality: { id },
        view,
        today,
      },
      event,
    }) => (
      <HackPage
        {...{ view, event, today }}
        agreed={await agreedOf(tx, id, event.id)}
        targets={await targetsOf(tx, id, event.id)}
        found={await findingsOf(tx, id, event.id)}
      />
    ),
  ),
  route('GET', '/afspraken', whole, async ({ asked: { tx, municipality, view }, event }) => (
    <AgreedForm
      {...{ view, event }}
      agreed={await agreedOf(tx, municipality.id, event.id)}
      targets={await targetsOf(tx, municipality.id, event.id)}
    />
  )),
  route('POST', '/afspraken', whole, async ({ asked, event }) => {
    const { tx, municipality, view, sent } = asked
    const { typed, held, problems } = readForm(AGREED_FIELDS, sent)
    const agreed = await agreedOf(tx, municipality.id, event.id)
    const targets = await targetsOf(tx, municipality.id, event.id)
    if (!held) return page(<AgreedForm {...{ view, event, agreed, targets, typed, problems }} />, 422)
    const said = { stopName: held.stopnaam, stopPhone: held.stoptelefoon, forbidden: held.verboden }
    await agree(tx, municipality.id, event.id, said)
    const anew = agreed.stopPhone !== said.stopPhone || agreed.forbidden !== said.forbidden
    const saved = 'De afspraken zijn opgeslagen.'
    const signed = targets.some(({ state }) => state === 'given')
    return done(asked, event, 'hack.agreed', anew && signed ? `${saved} Vraag nu opnieuw toestemming.` : saved)
  }),
]

const systems: readonly Route<Tx>[] = [
  route('GET', '/systeem', whole, async ({ asked: { view }, event }) => (
    <TargetForm {...{ view, event }} typed={newTarget(event)} />
  )),
  route('POST', '/systeem', whole, async ({ asked, event }) => {
    const { tx, municipality, view, sent } = asked
    const { typed, held, problems } = readForm(TARGET_FIELDS, sent, targetAcross(event))
    if (!held) return page(<TargetForm {...{ view, event, typed, problems }} />, 422)
    if ((await targetsOf(tx, municipality.id, event.id)).length >= MOST_TARGETS)
      return page(<TargetForm {...{ view, event, typed }} problems={{ '': FULL }} />, 422)
    const id = await addTarget(tx, municipality.id, event.id, targetIn(held))
    await record(tx, municipality.id, { act: 'hack.target-added', object: `event/${event.id}`, detail: {} })
    return go(hackPath(event, `systeem/${id}`), 'Toegevoegd. Vraag nu de leverancier om te tekenen.')
  }),
  route('GET', '/systeem/:target/wijzigen', target, async ({ asked: { view }, event, of }) => (
    <TargetForm {...{ view, event }} id={of.id} typed={targetTyped(of)} />
  )),
  route('POST', '/systeem/:target/wijzigen', target, async ({ asked, event, of }) => {
    const { tx, municipality, view, sent } = asked
    const { typed, held, problems } = readForm(TARGET_FIELDS, sent, targetAcross(event))
    if (!held) return page(<TargetForm {...{ view, event, typed, problems }} id={of.id} />, 422)
    await changeTarget(tx, municipality.id, of.id, targetIn(held))
    return done(asked, event, 'hack.target-changed', 'Opgeslagen. Is er iets anders, vraag dan opnieuw toestemming.')
  }),
  route('GET', '/systeem/:target/brief', target, async ({ asked: { tx, municipality, view }, event, of }) => {
    const agreed = await agreedOf(tx, municipality.id, event.id)
    // The letter says whom one calls to stop it: without them nobody can sign.
    if (agreed.stopName === '' || agreed.stopPhone === '') return notYet(NOBODY_STOPS)
    return <LetterPage {...{ view, event, agreed }} target={of} city={municipality.name} />
  }),
  route('GET', '/systeem/:target', target, async ({ asked: { tx, municipality, view }, event, of }) => (
    <ConsentForm {...{ view, event }} target={of} agreed={await agreedOf(tx, municipality.id, event.id)} />
  )),
  route('POST', '/systeem/:target', target, async ({ asked, event, of: { id } }) => {
    const { tx, municipality, view, sent, today } = asked
    const { typed, held, problems } = readForm(CONSENT_FIELDS, sent, consentAcross(today))
    const { of, agreed } = await letterHeld(tx, municipality.id, event.id, id)
    const again = (wrong: Problems, status: 409 | 422) =>
      page(<ConsentForm {...{ view, event, typed, agreed }} problems={wrong} target={of} />, status)
    if (!held) return again(problems, 422)
    if (held.antwoord === of.state || (held.antwoord === 'withdrawn') !== (of.state === 'given'))
      return again({ '': 'Deze toestemming staat intussen anders. Kijk hoe het ermee staat.' }, 409)
    if (held.antwoord === 'given' && sent.mark('basis') !== basisOf(letterSays(of, agreed)))
      return again({ '': OTHER_LETTER }, 409)
    const bytes = held.bestand === undefined ? new Uint8Array() : new Uint8Array(await held.bestand.arrayBuffer())
    await consent(tx, municipality.id, of.id, {
      state: held.antwoord,
      name: held.naam,
      role: held.functie,
      on: held.op,
      hash: bytes.length === 0 ? '' : sha256(bytes),
    })
    return done(asked, event, 'hack.consent', 'Vastgelegd.')
  }),
]

const NOT_TIED: Readonly<Record<Exclude<Tied, 'tied'>, string>> = {
  none: 'Er is geen melding van een zwakke plek met dit nummer. Kijk het na.',
  before: 'Deze melding kwam binnen voordat het evenement begon. Zij hoort er niet bij.',
  after: `Deze melding kwam meer dan ${FOLLOW_UP_DAYS.at(-1)} dagen na het evenement. Zij hoort er niet bij.`,
  twice: 'Deze melding is al genoteerd.',
}

const findings: readonly Route<Tx>[] = [
  route('GET', '/bevinding', whole, async ({ asked: { view }, event }) => <FindingForm {...{ view, event }} />),
  route('POST', '/bevinding', whole, async ({ asked, event }) => {
    const { tx, view, sent } = asked
    const { typed, held, problems } = readForm(FINDING_FIELDS, sent)
    if (!held) return page(<FindingForm {...{ view, event, typed, problems }} />, 422)
    const tied = await tieFinding(tx, event.id, held.nummer)
    if (tied !== 'tied')
      return page(<FindingForm {...{ view, event, typed }} problems={{ nummer: NOT_TIED[tied] }} />, 422)
    return done(asked, event, 'hack.found', 'De melding is genoteerd.')
  }),
  route('GET', '/bevinding/:hackFinding', finding, async ({ asked: { view }, event, of }) => (
    <FoundForm {...{ view, event }} found={of} />
  )),
  route('POST', '/bevinding/:hackFinding', finding, async ({ asked, event, of }) => {
    const { tx, municipality, view, sent } = asked
    const { typed, held, problems } = readForm(UNTIE_FIELDS, sent)
    if (!held) return page(<FoundForm {...{ view, event, typed, problems }} found={of} />, 422)
    await untieFinding(tx, municipality.id, of.id)
    const detail = { number: of.number, why: held.waarom }
    await record(tx, municipality.id, { act: 'hack.untied', object: `event/${event.id}`, detail })
    return go(hackPath(event), 'De melding hoort niet meer bij dit evenement.')
  }),
]

export const hackRoutes: readonly Route<Tx>[] = [...agreements, ...systems, ...findings]
