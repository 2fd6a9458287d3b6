/** Badges at the desk: the list, giving one, withdrawing it, and what stands on sites; of a partner its own. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { contactOf } from '../../db/contact.ts'
import { queueMessage } from '../../db/messages.ts'
import { isEmail } from '../../lib/mail-address.ts'
import { UUID } from '../../lib/uuid.ts'
import type { Catalogue } from '../../model/norm.ts'
import { allows } from '../../vocabulary/roles.ts'
import { forbidden, go, missing, page, tooLate, type Asked, type Route } from '../../web/desk/route.ts'
import { filled, readForm, text, thatIs } from '../../web/desk/schema.ts'
import { begun, lastDay, readGiven, type Names } from './give.ts'
import { seenGround, seenGrounds, signedGround, signedGrounds, whyNoBadge, type Ground } from './grounds-store.ts'
import { aboutSighting } from './letters.ts'
import { BadgePage, LONGEST_REASON } from './page-badge.tsx'
import { GivePage, GroundsPage } from './page-give.tsx'
import { BadgesPage } from './page-list.tsx'
import { OwnPage } from './page-own.tsx'
import { isOpen, LONGEST_LETTER, SightingPage } from './page-sighting.tsx'
import { openSightings, settleSighting, sightingById, sightingsOf, type Sighting } from './sightings-store.ts'
import { badgeById, badgesOf, endBadge, giveBadge, listBadges, type OneBadge } from './store.ts'

export type BadgeDeps = { readonly catalogue: Catalogue }
type A = Asked<Tx>

const namesOf = ({ norms }: Catalogue): Names => ({ norms: new Map(norms.map((norm) => [norm.id, norm])) })

/** What the form is about, as it stands today; undefined: there is no ground (any more). */
async function groundOf({ tx, municipality, today }: A, which: string, id: string): Promise<Ground | undefined> {
  if (!UUID.test(id)) return undefined
  if (which === 'deelnemer') return signedGround(tx, municipality.id, id)
  if (which === 'organisatie') return seenGround(tx, municipality.id, 'organisation', id, today)
  return which === 'pand' ? seenGround(tx, municipality.id, 'premises', id, today) : undefined
}
const NO_GROUND = 'Hier kan vandaag geen badge voor worden gegeven. Kies opnieuw uit de lijst.'
/** Why not yet, in the words of who would give it. */
const WAITS = {
  unnamed:
    'De houder zei niet zelf dat de naam genoemd mag worden. Dat zegt de houder met de eigen link of het eigen ' +
    'account.',
  'not-heard': 'De partij kan nog reageren op wat er over haar openbaar wordt, of wacht op antwoord.',
  'own-hand': 'U legde zelf vast wat er is gezien. Een collega geeft de badge.',
  'not-released': 'De uitkomst is nog niet openbaar, of de eigenaar kan nog reageren. Pas daarna is er een badge.',
} as const

const oneBadge = async (asked: A, badge: OneBadge, more: Partial<Parameters<typeof BadgePage>[0]> = {}) => (
  <BadgePage
    {...{ view: asked.view, badge, today: asked.today, ...more }}
    sightings={await sightingsOf(asked.tx, asked.municipality.id, badge.number)}
    mayEnd={allows(asked.who.roles, 'badge.give')}
  />
)
const oneSighting = async (asked: A, sighting: Sighting, more: Partial<Parameters<typeof SightingPage>[0]> = {}) => {
  const { tx, municipality, origin, who, view } = asked
  const from = { city: municipality.name, contact: await contactOf(tx, municipality.id), origin }
  const letter = aboutSighting(sighting, from, who)
  return <SightingPage {...{ view, sighting, letter, ...more }} maySettle={allows(who.roles, 'badge.give')} />
}

const REASON = { reden: text(LONGEST_REASON, filled('Schrijf waarom. Iedereen kan dat lezen.')) }
const WHY = { reden: text(LONGEST_REASON) }
const LETTER = {
  aan: text(320, thatIs(isEmail, 'Vul een e-mailadres in, zoals info@voorbeeld.nl.')),
  onderwerp: text(200, filled('Vul een onderwerp in.')),
  brief: text(LONGEST_LETTER, filled('Schrijf een brief.')),
}
const SETTLED = { wat: text(1_000, filled('Schrijf wat ermee is gedaan.')) }

export const badgeRoutes = ({ catalogue }: BadgeDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/badges',
    may: 'badge.read',
    answer: async ({ tx, municipality: { id }, view, query, today, who }) => {
      const q = (query.get('q') ?? '').trim().slice(0, 100).replaceAll('\0', '')
      const past = query.get('toon') === 'voorbij'
      const at = Math.floor(Math.min(Math.max(Number(query.get('pagina')) || 1, 1), 10_000))
      const badges = await listBadges(tx, id, { q, past, today, page: at })
      const sightings = await openSightings(tx, id, 100)
      const mayGive = allows(who.roles, 'badge.give')
      return page(<BadgesPage {...{ view, badges, sightings, q, past, today, mayGive }} page={at} />)
    },
  },
  {
    method: 'GET',
    path: '/badges/nieuw',
    may: 'badge.give',
    answer: async (asked) => {
      const { tx, municipality, view, query, today } = asked
      const which = ['deelnemer', 'organisatie', 'pand'].find((each) => query.has(each))
      if (which === undefined) {
        const signed = await signedGrounds(tx, municipality.id, today)
        const seen = await seenGrounds(tx, municipality.id, today)
        return page(<GroundsPage {...{ view, signed, seen }} />)
      }
      const ground = await groundOf(asked, which, query.get(which) ?? '')
      if (!ground) return tooLate(NO_GROUND)
      const waits = await whyNoBadge(tx, ground)
      if (waits !== null) return forbidden(WAITS[waits])
      const names = namesOf(catalogue)
      const typed = begun(ground, today, names)
      const last = lastDay(ground, typed.normen, today)
      return page(<GivePage {...{ view, ground, typed, last, names }} />)
    },
  },
  {
    method: 'POST',
    path: '/badges',
    may: 'badge.give',
    answer: async (asked) => {
      const { tx, municipality, view, sent, who, today } = asked
      const ground = await groundOf(asked, sent.mark('grond'), sent.mark('van'))
      if (!ground) return tooLate(NO_GROUND)
      const waits = await whyNoBadge(tx, ground)
      if (waits !== null) return forbidden(WAITS[waits])
      const names = namesOf(catalogue)
      const { typed, problems, badge } = readGiven(sent, ground, { today, givenBy: who.function, names })
      const last = lastDay(ground, typed.normen, today)
      if (!badge) return page(<GivePage {...{ view, ground, typed, last, names, problems }} />, 422)
      const id = await giveBadge(tx, municipality.id, who.id, badge)
      await record(tx, municipality.id, {
        act: 'badge.given',
        object: `badge/${id}`,
        detail: { kind: badge.kind, until: badge.validUntil },
      })
      return go(`/balie/badges/${id}`, 'De badge is gegeven en staat op de openbare site.')
    },
  },
  {
    method: 'GET',
    path: '/badges/:badge',
    may: 'badge.read',
    answer: async (asked) => {
      const badge = await badgeById(asked.tx, asked.municipality.id, asked.params['badge']!)
      return badge ? page(await oneBadge(asked, badge)) : missing
    },
  },
  {
    method: 'POST',
    path: '/badges/:badge/intrekken',
    may: 'badge.give',
    answer: async (asked) => {
      const { tx, municipality, params, sent } = asked
      const badge = await badgeById(tx, municipality.id, params['badge']!)
      if (!badge) return missing
      const { typed, held, problems } = readForm(REASON, sent)
      if (!held) return page(await oneBadge(asked, badge, { problems, reason: typed.reden }), 422)
      if (!(await endBadge(tx, municipality.id, badge.id, 'withdrawn', held.reden)))
        return tooLate('Deze badge was al ingetrokken of teruggegeven.')
      await record(tx, municipality.id, { act: 'badge.withdrawn', object: `badge/${badge.id}`, detail: {} })
      return go(`/balie/badges/${badge.id}`, 'De badge is ingetrokken. De openbare pagina zegt dat nu.')
    },
  },
  {
    method: 'GET',
    path: '/badges/gezien/:sighting',
    may: 'badge.read',
    answer: async (asked) => {
      const sighting = await sightingById(asked.tx, asked.municipality.id, asked.params['sighting']!)
      return sighting ? page(await oneSighting(asked, sighting)) : missing
    },
  },
  {
    method: 'POST',
    path: '/badges/gezien/:sighting/brief',
    may: 'badge.give',
    answer: async (asked) => {
      const { tx, municipality, params, sent, who } = asked
      const sighting = await sightingById(tx, municipality.id, params['sighting']!)
      if (!sighting) return missing
      const { typed, held, problems } = readForm(LETTER, sent)
      if (!held) return page(await oneSighting(asked, sighting, { problems, typed }), 422)
      if (!isOpen(sighting)) return tooLate('Dit is al afgehandeld.')
      const here = `/balie/badges/gezien/${sighting.id}`
      const queued = await queueMessage(tx, municipality.id, {
        recipient: held.aan,
        subject: held.onderwerp,
        body: held.brief,
        kind: 'badge',
        key: `badge-sighting/${sighting.id}/${sighting.state}`,
        by: who.id,
      })
      if (!queued) return go(here, 'Hierover is al een brief verstuurd.')
      await record(tx, municipality.id, { act: 'badge.letter', object: `badge-sighting/${sighting.id}`, detail: {} })
      return go(here, 'De brief gaat per e-mail uit. Handel dit af als de badge weg is.')
    },
  },
  {
    method: 'POST',
    path: '/badges/gezien/:sighting/klaar',
    may: 'badge.give',
    answer: async (asked) => {
      const { tx, municipality, params, sent, who } = asked
      const sighting = await sightingById(tx, municipality.id, params['sighting']!)
      if (!sighting) return missing
      const { typed, held, problems } = readForm(SETTLED, sent)
      if (!held) return page(await oneSighting(asked, sighting, { problems, typed }), 422)
      if (!(await settleSighting(tx, municipality.id, sighting.id, who.id, held.wat)))
        return tooLate('Dit is al afgehandeld.')
      await record(tx, municipality.id, {
        act: 'badge.sighting-settled',
        object: `badge-sighting/${sighting.id}`,
        detail: {},
      })
      return go(`/balie/badges/gezien/${sighting.id}`, 'Dit is afgehandeld.')
    },
  },
  {
    method: 'GET',
    path: '/onze-badge',
    may: 'badge.own',
    answer: async ({ tx, municipality, view, who, today }) =>
      page(
        <OwnPage
          {...{ view, today }}
          badges={who.organisation === null ? [] : await badgesOf(tx, municipality.id, who.organisation)}
        />,
      ),
  },
  {
    method: 'POST',
    path: '/onze-badge/:badge/teruggeven',
    may: 'badge.own',
    answer: async ({ tx, municipality, params, sent, who }) => {
      const own = who.organisation === null ? [] : await badgesOf(tx, municipality.id, who.organisation)
      const badge = own.find(({ id }) => id === params['badge'])
      if (!badge) return missing
      const { typed } = readForm(WHY, sent)
      if (!(await endBadge(tx, municipality.id, badge.id, 'handed-back', typed.reden)))
        return tooLate('Deze badge was al ingetrokken of teruggegeven.')
      await record(tx, municipality.id, { act: 'badge.handed-back', object: `badge/${badge.id}`, detail: {} })
      return go('/balie/onze-badge', 'De badge is teruggegeven. Haal hem ook van uw site, en haal het bord weg.')
    },
  },
]
