/** What happens to requests by itself, as data: it reminds, counts and forgets, and decides nothing. */
import type { Tx } from '../../db/as.ts'
import { contactOf } from '../../db/contact.ts'
import type { Round, Timer } from '../../db/timer.ts'
import type { RequestKind } from '../../model/request.ts'
import { mailRequester } from './acts-store.ts'
import { dueWhenResumed } from './clock.ts'
import { figuresOf } from './figures.ts'
import { news, still } from './letters.ts'
import { secretOf } from './rules.ts'
import { closeOld, holdsEnding, pastDue, tellPast, toDecide } from './timers-after-store.ts'
import { weaknessTimer } from './timers-weakness.ts'
import { countedBetween, hasFigures, keepFigures, kindsSeen } from './figures-store.ts'
import {
  endingSoon,
  endingStops,
  overdueStops,
  passOn,
  remind,
  runAgain,
  tellOfStop,
  wipeRequests,
} from './timers-store.ts'

/** Days before a last one on which who asked hears that it takes its time, and who handles it that a stop ends. */
const BEFORE = 3

async function tellBefore(tx: Tx, { municipality, today, origin }: Round, key: Buffer): Promise<number> {
  let told = 0
  const contact = await contactOf(tx, municipality.id)
  for (const { id, requester, dueOn: due, lang, codeNo } of await endingSoon(tx, municipality.id, today, BEFORE)) {
    const link = `${origin}${lang === 'en' ? '/en' : ''}/verzoeken/${secretOf(key, requester, codeNo)}`
    const letter = still({ lang, city: municipality.name, contact, link }, due)
    // Once for each last day: who extends it tells so, and the new day is told of again.
    if (await mailRequester(tx, municipality.id, requester, { mark: `${id}/still/${due}`, ...letter })) told++
  }
  return told
}

/** On the day after the last one who asked hears that there is news, and policy officers that it is late. */
async function tellAfter(tx: Tx, round: Round, key: Buffer): Promise<number> {
  const { municipality, origin } = round
  const contact = await contactOf(tx, municipality.id)
  await closeOld(tx, municipality.id)
  const late = await pastDue(tx, round)
  for (const one of late) {
    const { id, requester, dueOn: due, lang, codeNo } = one
    const link = `${origin}${lang === 'en' ? '/en' : ''}/verzoeken/${secretOf(key, requester, codeNo)}`
    const letter = news({ lang, city: municipality.name, contact, link }, false)
    await mailRequester(tx, municipality.id, requester, { mark: `${id}/late/${due}`, ...letter })
    await tellPast(tx, municipality.id, one)
  }
  return late.length
}

async function endStops(tx: Tx, { municipality, today }: Round, kinds: readonly RequestKind[]): Promise<number> {
  const over = await overdueStops(tx, municipality.id, today)
  for (const one of over) {
    const kind = kinds.find(({ id }) => id === one.kind)
    const { due, stopped } = dueWhenResumed(kind, { ...one, due: one.dueOn }, today)
    await runAgain(tx, municipality.id, one.id, { due, stopped, until: one.stoppedUntil! })
    await tellOfStop(tx, municipality.id, one, 'de termijn loopt weer', due)
  }
  const ending = await endingStops(tx, municipality.id, today, BEFORE)
  for (const one of ending)
    await tellOfStop(tx, municipality.id, one, 'de termijn gaat bijna weer lopen', one.stoppedUntil!)
  return over.length
}

/** The half year that ended last on this day: `2026-1`, with its first day and the day after its last. */
export function halfYearBefore(today: string): {
  readonly period: string
  readonly from: string
  readonly until: string
} {
  const year = Number(today.slice(0, 4))
  return today.slice(5, 7) <= '06'
    ? { period: `${year - 1}-2`, from: `${year - 1}-07-01`, until: `${year}-01-01` }
    : { period: `${year}-1`, from: `${year}-01-01`, until: `${year}-07-01` }
}

/** Counts the half year that is over, once; a municipality in which nobody asked anything has none. */
async function count(tx: Tx, { municipality, today }: Round, kinds: readonly RequestKind[]): Promise<number> {
  const { period, from, until } = halfYearBefore(today)
  if (await hasFigures(tx, municipality.id, period)) return 0
  const { received, answered, beside } = await countedBetween(tx, municipality.id, from, until)
  if (Object.keys(received).length === 0 && answered.length === 0) return 0
  await keepFigures(
    tx,
    municipality.id,
    period,
    figuresOf(await kindsSeen(tx, municipality.id, kinds), received, answered, beside),
  )
  return 1
}

/** `key`: of the installation, which makes the links in mail. In this order: what is forgotten was counted before. */
export const requestTimers = (kinds: readonly RequestKind[], key: Buffer): readonly Timer[] => [
  {
    id: 'request-stops',
    what: 'termijnen van verzoeken die weer lopen',
    run: (tx, round) => endStops(tx, round, kinds),
  },
  { id: 'requests', what: 'herinneringen aan verzoeken', run: remind },
  { id: 'requests-named', what: 'verzoeken die wie erover gaat niet oppakte', run: passOn },
  weaknessTimer(kinds),
  {
    id: 'request-letters',
    what: 'berichten dat een verzoek nog even duurt',
    run: (tx, round) => tellBefore(tx, round, key),
  },
  {
    id: 'request-late-letters',
    what: 'verzoeken die niet op tijd zijn beantwoord',
    run: (tx, round) => tellAfter(tx, round, key),
  },
  {
    id: 'request-figures',
    what: 'half jaren waarvan de verzoeken zijn geteld',
    run: (tx, round) => count(tx, round, kinds),
  },
  { id: 'request-holds', what: 'verzoeken waarvan het wissen bijna niet meer wacht', run: holdsEnding },
  {
    id: 'request-penalties',
    what: 'dwangsommen waarover nog niet is besloten',
    run: (tx, round) => toDecide(tx, round, kinds),
  },
  { id: 'request-wipes', what: 'verzoeken gewist', run: (tx, { municipality }) => wipeRequests(tx, municipality.id) },
]
