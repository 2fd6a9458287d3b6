/** A public covenant for the city of test/published.ts: agreements on course, behind, met and of a group too small. */
import type { Db } from '../src/db/connect.ts'
import type { EventKind, PledgeStands, PublicPledge, PublicVerdict } from '../src/model/public-covenant.ts'
import type { Course } from '../src/vocabulary/covenant.ts'
import { unasked } from './database.ts'
import { CITY } from './published.ts'

const COVENANT = '0198b000-0000-7000-8000-000000000001'
const CAFE = '0198b000-0000-7000-8000-0000000000c1'
const CLUB = '0198b000-0000-7000-8000-0000000000c2'

const pledgeOf = (id: string, title: string, more: Partial<PublicPledge> = {}): PublicPledge => ({
  id,
  title,
  norms: ['VEI-11'],
  method: 'findings',
  unitWords: 'websites',
  direction: 'up',
  decision: 'Een website telt als de verbinding versleuteld is.',
  baseline: { count: 6, among: 24, unknown: 2, on: '2026-03-01', strength: 'measured' },
  steps: [{ on: '2026-09-01', value: 0.5 }],
  target: 0.9,
  due: '2027-03-01',
  tolerance: null,
  proof: 'De meting van de gemeente.',
  least: 'measured',
  verifier: 'Security Officer',
  owner: 'beleidsmedewerker digitale zaken',
  onMiss: 'Een verbeterplan binnen acht weken.',
  level: 'named',
  first: null,
  amendments: [],
  ...more,
})

type Row = {
  readonly terms: PublicPledge
  readonly stands: PledgeStands
  readonly course: Course | null
  readonly verdict?: PublicVerdict
}
const now = (count: number, among: number) => ({
  now: { count, among, unknown: 1, on: '2026-11-01', seen: '2026-10-30', strength: 'measured' },
  hidden: false,
  expected: 0.6,
})
const PLEDGES: readonly Row[] = [
  { terms: pledgeOf('versleuteld', 'Alle websites zijn versleuteld'), stands: now(16, 24), course: 'on-course' },
  {
    terms: pledgeOf('verwerkers', 'Elke verwerker heeft een overeenkomst', {
      baseline: { count: 2, among: 7, unknown: 0, on: '2026-03-01', strength: 'documented' },
      first: { target: 1, due: '2026-12-01' },
      amendments: [{ on: '2026-08-01', why: 'Een leverancier ging failliet.', agreed: 'alle partijen' }],
    }),
    stands: now(3, 7),
    course: 'at-risk',
  },
  {
    terms: pledgeOf('cursus', 'Medewerkers volgden een cursus', {
      method: 'counts',
      due: '2026-10-01',
      unitWords: 'medewerkers',
    }),
    stands: now(410, 450),
    course: null,
    verdict: {
      outcome: 'met-late',
      on: '2026-10-20',
      by: 'privacyadviseur',
      why: 'De laatste groep kwam later.',
      proof: 'Presentielijsten.',
      confirmedOn: '2026-11-02',
      late: 12,
    },
  },
  {
    terms: pledgeOf('herstel', 'Elke partij zette een back-up terug', { baseline: null }),
    stands: { now: null, hidden: true, expected: null },
    course: null,
  },
]

const event = (id: string, on: string, kind: EventKind, more: object = {}) => ({
  municipality: CITY,
  no: 1,
  id,
  on,
  kind,
  pledge: null,
  party: null,
  detail: '{}',
  at: `${on}T10:00:00Z`,
  ...more,
})

/** Puts it there, and a second one that two people took away; past the wall that asks who may be named. */
export const seedCovenants = (db: Db): Promise<void> =>
  unasked(db, async (tx) => {
    await seedText(tx)
    await seedParties(tx)
  })

async function seedText(db: Db): Promise<void> {
  const own = { municipality: CITY, no: 1 }
  const document = {
    title: 'Een veilige binnenstad',
    articles: [
      { id: 'doel', title: 'Artikel 1. Wat wij willen', paragraphs: ['Wie winkelt, wordt niet gevolgd.'] },
      { id: 'duur', title: 'Artikel 2. Hoe lang', paragraphs: ['Twee jaar.', 'Daarna evalueren wij.'] },
    ],
    pledges: PLEDGES.map(({ terms }) => ({ ...terms, baseline: null })),
    exercises: [{ id: 'oefening', title: 'Oefenen', paragraphs: ['Eén keer per jaar.'] }],
    opinions: [
      {
        role: 'fg',
        stance: 'agree-if',
        text: 'Bewaar niets langer dan nodig.',
        conditions: ['Een termijn.'],
        on: '2026-02-01',
      },
    ],
    comments: [
      { version: 1, article: 'doel', title: 'Artikel 1. Wat wij willen', adopted: 2, declined: 1, answered: 0 },
    ],
  }
  const edition = {
    ...own,
    covenant: COVENANT,
    title: document.title,
    state: 'in-force' as const,
    begins_on: '2026-03-01',
    ends_on: '2028-03-01',
    document: JSON.stringify(document),
    counts: JSON.stringify({ joined: 14, paused: 1, suspended: 0, left: 1, observers: 2, named: 2 }),
    by_function: 'beleidsmedewerker',
    second_function: 'publicist',
  }
  await db
    .insertInto('published.covenant')
    .values([
      { ...edition, edition: 1, version: 1, from_at: '2026-03-02T10:00:00Z', to_at: '2026-08-02T10:00:00Z' },
      { ...edition, edition: 2, version: 2, from_at: '2026-08-02T10:00:00Z' },
    ])
    .execute()
  await db
    .insertInto('published.covenant_withdrawn')
    .values({ municipality: CITY, no: 9, reason: 'Er stond een naam in.' })
    .execute()
  await db
    .insertInto('published.pledge')
    .values(
      PLEDGES.map(({ terms, stands, course, verdict }, position) => ({
        ...own,
        pledge: terms.id,
        position,
        title: terms.title,
        terms: JSON.stringify(terms),
        stands: JSON.stringify(stands),
        course,
        verdict: verdict ? JSON.stringify(verdict) : null,
        due: terms.due,
      })),
    )
    .execute()
  await db
    .insertInto('published.pledge_value')
    .values(
      [6, 9, 13, 16].map((count, index) => ({
        ...own,
        pledge: 'versleuteld',
        on: `2026-0${index * 2 + 3}-01`,
        count,
        among: 24,
        unknown: 1,
        strength: 'measured',
        seen: `2026-0${index * 2 + 2}-27`,
      })),
    )
    .execute()
}

async function seedParties(db: Db): Promise<void> {
  const own = { municipality: CITY, no: 1 }
  const party = { ...own, kind: 'party' as const, joined_on: '2026-03-01' }
  await db
    .insertInto('published.covenant_party')
    .values([
      { ...party, party: CAFE, name: 'Café De Kroon', state: 'joined' },
      { ...party, party: CLUB, name: 'Sportclub Oost', state: 'left', left_on: '2026-09-01' },
    ])
    .execute()
  const step = { criterion: 'VEI-11.https', norm: 'VEI-11', text: 'Vraag uw leverancier om een certificaat.' }
  await db
    .insertInto('published.pledge_party')
    .values({
      ...own,
      pledge: 'versleuteld',
      party: CAFE,
      count: 0,
      among: 1,
      unknown: 0,
      steps: JSON.stringify([step]),
    })
    .execute()
  await db
    .insertInto('published.covenant_event')
    .values([
      event('published/1', '2026-03-02', 'published', { detail: '{"edition":1}' }),
      event('in-force', '2026-03-01', 'in-force'),
      event('step/c/2', '2026-03-01', 'joined', { party: CAFE }),
      event('step/d/5', '2026-09-01', 'left', { party: CLUB }),
      event('measured/versleuteld/2026-09-01', '2026-09-01', 'measured', {
        pledge: 'versleuteld',
        detail: '{"count":16,"among":24}',
      }),
      event('verdict/v', '2026-10-20', 'verdict', {
        pledge: 'cursus',
        detail: '{"outcome":"met-late","by":"privacyadviseur","why":""}',
      }),
    ])
    .execute()
  await db
    .insertInto('published.covenant_remark')
    .values({
      ...own,
      id: '0198b000-0000-7000-8000-0000000000d1',
      pledge: 'versleuteld',
      kind: 'question',
      text: 'Geldt dit ook voor mijn vereniging?',
      name: '',
      lang: 'nl',
      asked_on: '2026-10-01',
      answer: 'Ja, elke organisatie kan zich aansluiten.',
      by_function: 'accountmanager',
      answered_on: '2026-10-05',
    })
    .execute()
}
