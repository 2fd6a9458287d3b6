/** Good practices at the desk: what was sent, looking at one and putting the own name to it, and taking it away. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import type { Norm } from '../../model/norm.ts'
import { LONGEST, PRACTICE_ORIGINS } from '../../vocabulary/practice.ts'
import { allows } from '../../vocabulary/roles.ts'
import type { Problems } from '../../web/desk/form.tsx'
import { go, missing, overtaken, page, type Asked, type Route } from '../../web/desk/route.ts'
import { emptyOr, filled, oneOf, readForm, text, ticked, word } from '../../web/desk/schema.ts'
import { PracticesPage } from './page-list.tsx'
import { PracticePage, type TypedPractice } from './page-practice.tsx'
import { isWebAddress } from './rules.ts'
import {
  countWaiting,
  isListed,
  listPractices,
  practiceById,
  refusePractice,
  showPractice,
  withdrawPractice,
} from './store.ts'

export type PracticeDeps = { readonly catalogue: { readonly norms: readonly Norm[] } }
const PLACE = '/praktijken'
const ONE = `${PLACE}/:practice`
const hereOf = (id: string): string => `/balie${PLACE}/${id}`
const ORIGINS = ['address', 'asked', 'public'] as const satisfies readonly (keyof typeof PRACTICE_ORIGINS)[]
const FIRST = 'Dit is intussen veranderd. Hieronder staat hoe het nu is.'

async function shown(
  { tx, municipality, params, view, who }: Asked<Tx>,
  { catalogue }: PracticeDeps,
  came: { readonly problems?: Problems; readonly typed?: TypedPractice; readonly reason?: string } = {},
) {
  const practice = await practiceById(tx, municipality.id, params['practice']!)
  const mayReview = allows(who.roles, 'practice.review')
  const listed = practice !== undefined && (await isListed(tx, municipality.id, practice.organisation))
  return practice && <PracticePage {...{ view, practice, mayReview, listed, ...came }} norms={catalogue.norms} />
}

const REASON = text(LONGEST.reason, filled('Schrijf waarom. Wie het instuurde, leest dit.'))

export const practiceRoutes = (deps: PracticeDeps): readonly Route<Tx>[] => {
  const known = new Set(['', ...deps.catalogue.norms.map(({ id }) => id)])
  const aNorm = z.string().refine((id) => known.has(id), 'Kies een norm uit de lijst.')
  return [
    {
      method: 'GET',
      path: PLACE,
      may: 'practice.read',
      answer: async ({ tx, municipality, view, query }) => {
        const waiting = query.get('toon') !== 'nagekeken'
        const at = Math.floor(Math.min(Math.max(Number(query.get('pagina')) || 1, 1), 10_000))
        const practices = await listPractices(tx, municipality.id, waiting, at)
        const count = await countWaiting(tx, municipality.id)
        return page(<PracticesPage {...{ view, practices, waiting, count }} page={at} />)
      },
    },
    {
      method: 'GET',
      path: ONE,
      may: 'practice.read',
      answer: async (asked) => {
        const body = await shown(asked, deps)
        return body ? page(body) : missing
      },
    },
    {
      method: 'POST',
      path: `${ONE}/plaatsen`,
      may: 'practice.review',
      answer: async (asked) => {
        const { tx, municipality, params, who, sent, today } = asked
        const practice = await practiceById(tx, municipality.id, params['practice']!)
        if (!practice) return missing
        const { held, typed, problems } = readForm(
          {
            titel: text(LONGEST.title, filled('Schrijf in één zin wat er lukte.')),
            organisatie: text(LONGEST.organisation, filled('Vul de naam van de organisatie in.')),
            probleem: text(LONGEST.problem, filled('Schrijf wat het probleem was.')),
            gedaan: text(LONGEST.did, filled('Schrijf wat de organisatie deed.')),
            opgeleverd: text(LONGEST.gained, z.string()),
            link: text(LONGEST.link, emptyOr(isWebAddress, 'Vul een webadres in dat begint met https://.')),
            norm: word(aNorm.min(1, 'Kies bij welke norm dit hoort.')),
            'norm-2': word(aNorm),
            'norm-3': word(aNorm),
            bron: word(oneOf(ORIGINS, 'Kies hoe u weet dat het van de organisatie komt.')),
            nagekeken: ticked,
          },
          sent,
          [
            {
              field: 'nagekeken',
              holds: ({ nagekeken }) => nagekeken.includes('ja'),
              says: 'Zet een vinkje als u het heeft nagekeken.',
            },
          ],
        )
        if (!held) return page((await shown(asked, deps, { problems, typed }))!, 422)
        const words = {
          title: held.titel,
          organisation: held.organisatie,
          problem: held.probleem,
          did: held.gedaan,
          gained: held.opgeleverd,
          link: held.link,
          norms: [...new Set([held.norm, held['norm-2'], held['norm-3']])].filter(Boolean),
        }
        const at = { id: practice.id, by: who.id, today }
        if (!(await showPractice(tx, municipality.id, at, words))) return overtaken(FIRST)
        const detail = { norms: words.norms, licence: practice.licence, origin: held.bron }
        await record(tx, municipality.id, { act: 'practice.shown', object: `practice/${practice.id}`, detail })
        return go(hereOf(practice.id), 'De praktijk staat nu op de site, met uw naam erbij.')
      },
    },
    {
      method: 'POST',
      path: `${ONE}/afwijzen`,
      may: 'practice.review',
      answer: async (asked) => {
        const { tx, municipality, params, who, sent, today } = asked
        const practice = await practiceById(tx, municipality.id, params['practice']!)
        if (!practice) return missing
        const { held, typed, problems } = readForm({ reden: REASON }, sent)
        if (!held) return page((await shown(asked, deps, { problems, reason: typed.reden }))!, 422)
        const at = { id: practice.id, by: who.id, today, reason: held.reden }
        if (!(await refusePractice(tx, municipality.id, at))) return overtaken(FIRST)
        await record(tx, municipality.id, { act: 'practice.refused', object: `practice/${practice.id}` })
        return go(hereOf(practice.id), 'De praktijk komt niet op de site. Wie haar instuurde, leest uw reden.')
      },
    },
    {
      method: 'POST',
      path: `${ONE}/intrekken`,
      may: 'practice.review',
      answer: async (asked) => {
        const { tx, municipality, params, sent, today } = asked
        const practice = await practiceById(tx, municipality.id, params['practice']!)
        if (!practice) return missing
        const { held, typed, problems } = readForm({ reden: REASON }, sent)
        if (!held) return page((await shown(asked, deps, { problems, reason: typed.reden }))!, 422)
        const at = { id: practice.id, today, reason: held.reden }
        if (!(await withdrawPractice(tx, municipality.id, at))) return overtaken(FIRST)
        await record(tx, municipality.id, { act: 'practice.withdrawn', object: `practice/${practice.id}` })
        return go(hereOf(practice.id), 'De praktijk staat niet meer op de site.')
      },
    },
  ]
}
