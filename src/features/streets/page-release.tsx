/** Making a round public: one proposes what everybody would read, another publishes exactly that, either withdraws. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import type { ToldRound } from '../../model/street.ts'
import { allows } from '../../vocabulary/roles.ts'
import { forbidden, go, missing, notYet, page, type Asked, type Route } from '../../web/desk/route.ts'
import { filled, oneOf, readForm, text, word } from '../../web/desk/schema.ts'
import { roundPath, wholeRound, type StreetDeps, type Whole } from './here.ts'
import { addRelease, publicSince, releasesOf } from './outcomes-store.ts'
import { changedSince, hindrances, LONGEST_WORDS } from './rules.ts'
import { toldOf } from './told.ts'
import { peopleNamed } from './rounds-store.ts'
import { roundPage } from './page-round.tsx'

const STEPS = ['proposed', 'taken-back', 'published'] as const
const FIELDS = { stap: word(oneOf(STEPS, 'Kies wat u doet.')) }
const WHY = { reden: text(LONGEST_WORDS, filled('Schrijf waarom.')) }
const ACTS = { proposed: 'round.proposed', 'taken-back': 'round.taken-back', published: 'round.published' } as const
const TOLD = {
  proposed: 'Voorgesteld. Een collega die niet keek en niet koos, maakt het openbaar.',
  'taken-back': 'Het voorstel is terug.',
  published: 'De ronde is openbaar.',
} as const

/** What everybody would read of it now. */
async function toldNow({ tx, municipality, who }: Asked<Tx>, deps: StreetDeps, whole: Whole): Promise<ToldRound> {
  const deciders = whole.walks.flatMap(({ outcome }) => (outcome ? [outcome.by] : []))
  const people = await peopleNamed(tx, municipality.id, deciders)
  return toldOf(deps.catalogue, whole, (id) => people.get(id)?.function ?? '', who.function)
}

async function at(asked: Asked<Tx>, deps: StreetDeps) {
  const { tx, municipality, params } = asked
  const whole = await wholeRound(tx, municipality.id, deps, { street: params['street']!, round: params['round']! })
  return whole && { whole, releases: await releasesOf(tx, municipality.id, whole.round.id) }
}

export const releaseRoutes = (deps: StreetDeps): readonly Route<Tx>[] => [
  {
    method: 'POST',
    path: '/straten/:street/rondes/:round/openbaar',
    may: 'street.release',
    answer: async (asked) => {
      const { tx, municipality, who, sent, today } = asked
      const here = await at(asked, deps)
      if (!here) return missing
      const { whole, releases } = here
      const { held, problems } = readForm(FIELDS, sent)
      if (!held) return page(await roundPage(asked, whole, { '': problems['stap'] ?? 'Kies wat u doet.' }), 422)
      const [last] = releases
      const step = held.stap
      const mayDecide = allows(who.roles, 'street.decide')
      const mayPublish = allows(who.roles, 'street.publish')
      if ((step === 'proposed' && !mayDecide) || (step === 'published' && !mayPublish)) return forbidden()
      if ((step === 'proposed') === (last?.step === 'proposed'))
        return notYet(step === 'proposed' ? 'Er ligt al een voorstel.' : 'Er ligt nog geen voorstel.')
      const [hindered] = step === 'taken-back' ? [] : hindrances(whole.walks, today)
      if (hindered !== undefined) return notYet(hindered)
      if (step === 'published' && changedSince(last!.told, whole.walks).length > 0)
        return notYet('Na dit voorstel is een uitkomst hersteld of erbij gekomen. Neem het terug en stel opnieuw voor.')
      if (step === 'published') {
        const involved =
          last!.by === who.id ||
          [whole.round.one, whole.round.other].includes(who.id) ||
          whole.walks.some(({ outcome }) => outcome?.by === who.id)
        if (involved) return forbidden('Een collega maakt dit openbaar: u keek, koos een uitkomst of stelde het voor.')
      }
      const told =
        step === 'proposed'
          ? await toldNow(asked, deps, whole)
          : step === 'published'
            ? (last!.told as ToldRound)
            : undefined
      await addRelease(tx, municipality.id, who.id, {
        round: whole.round.id,
        no: (last?.no ?? 0) + 1,
        step,
        ...(told && { told }),
      })
      await record(tx, municipality.id, { act: ACTS[step], object: `street_round/${whole.round.id}` })
      return go(`${roundPath(whole.street.id, whole.round.id)}#openbaar`, TOLD[step])
    },
  },
  {
    method: 'POST',
    path: '/straten/:street/rondes/:round/openbaar/intrekken',
    may: 'street.release',
    answer: async (asked) => {
      const { tx, municipality, who, sent } = asked
      const here = await at(asked, deps)
      if (!here) return missing
      const { whole, releases } = here
      if (!(await publicSince(tx, municipality.id, whole.round.id))) return notYet('Deze ronde is niet openbaar.')
      const { held, problems } = readForm(WHY, sent)
      if (!held) return page(await roundPage(asked, whole, problems), 422)
      await addRelease(tx, municipality.id, who.id, {
        round: whole.round.id,
        no: (releases[0]?.no ?? 0) + 1,
        step: 'withdrawn',
        reason: held.reden,
      })
      await record(tx, municipality.id, { act: 'round.withdrawn', object: `street_round/${whole.round.id}` })
      return go(`${roundPath(whole.street.id, whole.round.id)}#openbaar`, 'De openbare pagina van deze ronde is weg.')
    },
  },
]
