/** The algorithms beside practice and the national register: what differs, and what goes there by two people. */
import { registerFor } from '../../catalogue/registers.ts'
import type { Tx } from '../../db/as.ts'
import type { Register } from '../../model/register.ts'
import { entryById } from '../../registers/store.ts'
import type { Power } from '../../registers/power.ts'
import { allows } from '../../vocabulary/roles.ts'
import { go, missing, notYet, overtaken, page, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { filled, readForm, text } from '../../web/desk/schema.ts'
import { actsOf, placeOfAlgorithm, prepare, statesOf, take, type Act, type Doing } from './act-store.ts'
import { AlgorithmPage, waitingIn, type AlgorithmProps } from './page-algorithm.tsx'
import { OverviewPage, PLACE } from './page-overview.tsx'
import { whyNotPrepare, whyNotRelease, whyNotWithdraw } from './rules.ts'
import { bodyOf, problemsWith } from './standard.ts'
import { readAlgorithms } from './store.ts'
import { UUID } from '../../lib/uuid.ts'

export type AlgorithmDeps = {
  readonly registers: readonly Register[]
  /** Whether the national register can be reached for the municipality with this short name. */
  readonly national: (slug: string) => boolean
}

/** Leads from the register of algorithms to what differs. */
export const algorithmPower: Power = {
  purpose: 'algorithm',
  list: { to: PLACE, text: 'Algoritmes naast de praktijk en het landelijke Algoritmeregister' },
  entry: { to: placeOfAlgorithm, text: 'Naast de praktijk en het landelijke Algoritmeregister' },
}

/** Algorithms on one page: a large city has some two hundred. */
const MOST = 1_000

const WITHDRAWN = {
  reden: text(1_000, filled('Er is nog niets ingetrokken. Schrijf op waarom, voor uw collega.')),
}

export function algorithmRoutes({ registers, national }: AlgorithmDeps): readonly Route<Tx>[] {
  const register = registerFor(registers, 'algorithm')
  if (!register) return []
  type Then = (asked: Asked<Tx>, doing: Doing, acts: readonly Act[]) => Promise<Reply>
  const on =
    (then: Then, why: 'to-read' | 'to-change' = 'to-change') =>
    async (asked: Asked<Tx>): Promise<Reply> => {
      const { tx, municipality, who, params } = asked
      const id = params['algorithm']!
      const entry = UUID.test(id) ? await entryById(tx, municipality.id, register, id, why) : undefined
      if (!entry) return missing
      return then(
        asked,
        { tx, municipality: municipality.id, who, register, entry },
        await actsOf(tx, municipality.id, id),
      )
    }
  const shown = async (
    { tx, municipality, view, today }: Asked<Tx>,
    { entry }: Doing,
    acts: readonly Act[],
    more: Pick<AlgorithmProps, 'problems' | 'reason' | 'lacking'> = {},
  ): Promise<Reply> => {
    const [seen] = await readAlgorithms(tx, municipality.id, registers, register, { id: entry.id, today, most: 1 })
    const connected = national(municipality.slug)
    const body = (
      <AlgorithmPage view={view} register={register} seen={seen!} acts={acts} connected={connected} {...more} />
    )
    return page(body, more.problems || more.lacking ? 422 : undefined)
  }
  const there = async ({ tx, municipality, params }: Asked<Tx>) =>
    (await statesOf(tx, municipality.id, [params['algorithm']!])).get(params['algorithm']!)?.status
  /** Puts it ready, unless something stands in the way. */
  const ready = async (asked: Asked<Tx>, doing: Doing, acts: readonly Act[], kind: 'submit' | 'withdraw', why = '') => {
    const not = whyNotPrepare(asked.who, waitingIn(acts), national(asked.municipality.slug))
    if (not !== undefined) return notYet(not)
    if (asked.sent.mark('basis') !== String(doing.entry.version)) return overtaken()
    if (!(await prepare(doing, kind, why))) return overtaken()
    return go(placeOfAlgorithm(doing.entry.id), 'Klaargezet. Een collega kijkt het na en verstuurt het.')
  }
  return [
    {
      method: 'GET',
      path: '/algoritmes',
      may: 'register.read',
      answer: async ({ tx, municipality, view, today, who }) =>
        page(
          <OverviewPage
            view={view}
            register={register}
            all={await readAlgorithms(tx, municipality.id, registers, register, { today, most: MOST })}
            mayLook={allows(who.roles, 'register.edit') && national(municipality.slug)}
          />,
        ),
    },
    {
      method: 'POST',
      path: '/algoritmes/nakijken',
      may: 'register.edit',
      answer: async ({ tx, municipality, who, today }) => {
        const not = whyNotPrepare(who, undefined, national(municipality.slug))
        if (not !== undefined) return notYet(not)
        const all = await readAlgorithms(tx, municipality.id, registers, register, { today, most: MOST })
        for (const { entry } of all) await prepare({ tx, municipality: municipality.id, who, register, entry }, 'look')
        return go(PLACE, 'Gevraagd. Wat er landelijk staat, verschijnt hier vanzelf.')
      },
    },
    {
      method: 'GET',
      path: '/algoritmes/:algorithm',
      may: 'register.read',
      answer: on(shown, 'to-read'),
    },
    {
      method: 'POST',
      path: '/algoritmes/:algorithm/nakijken',
      may: 'register.edit',
      answer: on(async ({ municipality, who }, doing) => {
        const not = whyNotPrepare(who, undefined, national(municipality.slug))
        if (not !== undefined) return notYet(not)
        await prepare(doing, 'look')
        return go(placeOfAlgorithm(doing.entry.id), 'Gevraagd. Wat er landelijk staat, verschijnt hier vanzelf.')
      }),
    },
    {
      method: 'POST',
      path: '/algoritmes/:algorithm/klaarzetten',
      may: 'register.edit',
      answer: on(async (asked, doing, acts) => {
        const { entry } = doing
        const wrong = problemsWith(bodyOf(register, entry.id, entry.values))
        if (Object.keys(wrong).length > 0) return shown(asked, doing, acts, { lacking: wrong })
        return ready(asked, doing, acts, 'submit')
      }),
    },
    {
      method: 'POST',
      path: '/algoritmes/:algorithm/intrekken',
      may: 'register.edit',
      answer: on(async (asked, doing, acts) => {
        const not = whyNotWithdraw(asked.who, waitingIn(acts), national(asked.municipality.slug), await there(asked))
        if (not !== undefined) return notYet(not)
        const { held, problems } = readForm(WITHDRAWN, asked.sent)
        if (!held) return shown(asked, doing, acts, { problems })
        return ready(asked, doing, acts, 'withdraw', held.reden)
      }),
    },
    {
      method: 'POST',
      path: '/algoritmes/:algorithm/vrijgeven',
      may: 'register.publish',
      answer: on(async ({ who, sent }, doing, acts) => {
        const waiting = waitingIn(acts)
        const not = whyNotRelease(who, waiting)
        if (not !== undefined) return notYet(not)
        // What was read is what goes out.
        if (sent.mark('act') !== waiting!.id) return overtaken()
        await take(doing, waiting!, 'released')
        return go(placeOfAlgorithm(doing.entry.id), 'Nagekeken. Het gaat zo naar het Algoritmeregister.')
      }),
    },
    {
      method: 'POST',
      path: '/algoritmes/:algorithm/terugtrekken',
      may: 'register.read',
      answer: on(async ({ who, sent }, doing, acts) => {
        const waiting = waitingIn(acts)
        if (!allows(who.roles, 'register.edit') && !allows(who.roles, 'register.publish')) return missing
        if (!waiting) return notYet('Er staat niets klaar.')
        if (sent.mark('act') !== waiting.id) return overtaken()
        await take(doing, waiting, 'dropped')
        return go(placeOfAlgorithm(doing.entry.id), 'Teruggetrokken. Er is niets verstuurd.')
      }),
    },
  ]
}
