/** Help in need and exercises as they stand halfway, for tests that need them. */
import { v7 as uuid } from 'uuid'
import type { Db } from '../src/db/connect.ts'
import type { Scenario } from '../src/model/exercise.ts'
import { newSpokenNumber } from '../src/lib/spoken-number.ts'
import { unasked } from './database.ts'
import type { TestPerson } from './desk.ts'

type Ids = { readonly offer: string; readonly incident: string }

/** Adds both, of the organisation of `partner`; their words name `officer`, who took the incident. */
export const putBuddies = (db: Db, officer: TestPerson, partner: TestPerson, { offer, incident }: Ids): Promise<void> =>
  unasked(db, async (tx) => {
    const { municipality } = officer
    const by = { contact: 'Een geheim mens', phone: '071 000 00 00', by: partner.id }
    await tx
      .insertInto('buddy_offer')
      .values({
        ...by,
        municipality,
        id: offer,
        organisation: partner.organisation!,
        skills: ['network'],
        what: `Een geheim aanbod van ${officer.name}`,
        hours: 'always',
        code: newSpokenNumber(),
        person: partner.id,
        agreed_until: '2099-01-01',
      })
      .execute()
    await tx
      .insertInto('incident')
      .values({
        ...by,
        municipality,
        id: incident,
        number: newSpokenNumber(),
        organisation: partner.organisation,
        what: `Een geheim incident van ${officer.name}`,
        place: 'Een geheime plek',
        since: '2026-11-01T12:00:00Z',
        needs: ['recover'],
      })
      .execute()
    await tx
      .insertInto('incident_caller')
      .values({ municipality, incident, person: officer.id, by: officer.id })
      .execute()
    await tx
      .insertInto('incident_log')
      .values({ municipality, incident, id: uuid(), kind: 'note', text: 'Een geheime regel', by: officer.id })
      .execute()
  })

const said = (words: string) => ({ nl: words, en: words })
/** A small one. */
export const SCENARIO: Scenario = {
  id: 'proef',
  version: 1,
  title: said('Een proef'),
  lead: said('Er gaat iets stuk.'),
  forWhom: said('Voor iedereen.'),
  minutes: 30,
  aims: [said('U weet wie belt.')],
  norms: ['VEI-09'],
  afterMeasures: ['VEI-09.oefening'],
  shows: ['VEI-09.waarneming', 'VEI-09.oefening'],
  needs: [said('Een klok.')],
  roles: [
    { id: 'een', name: said('De een'), task: said('U belt.') },
    { id: 'ander', name: said('De ander'), task: said('U schrijft.') },
  ],
  messages: [0, 10, 20].map((after, index) => ({
    after,
    to: index === 2 ? [] : ['een'],
    way: 'phone' as const,
    phase: (['notice', 'act', 'recover'] as const)[index]!,
    text: said(`Bericht ${index + 1}`),
    expected: said('Iemand belt.'),
    hint: null,
    onlyIf: null,
  })),
  questions: [said('Wie belde?')],
}

/** Adds one of the organisation of `partner`, with a measure of `officer`; their words name `officer`. */
export const putExercise = (
  db: Db,
  officer: TestPerson,
  partner: TestPerson,
  { exercise, improvement }: { readonly exercise: string; readonly improvement: string },
): Promise<void> =>
  unasked(db, async (tx) => {
    const { municipality } = officer
    await tx
      .insertInto('exercise')
      .values({
        municipality,
        id: exercise,
        scenario: SCENARIO.id,
        version: 1,
        content: JSON.stringify(SCENARIO) as never,
        organisation: partner.organisation!,
        planned_on: '2099-01-01',
        starts: '10.00',
        place: `Een geheime plek van ${officer.name}`,
        leader: officer.id,
        by: officer.id,
      })
      .execute()
    await tx
      .insertInto('exercise_measure')
      .values({
        municipality,
        id: improvement,
        exercise,
        lesson: 'Een geheime les',
        text: `Een geheime maatregel van ${officer.name}`,
        owner: officer.id,
        due_on: '2099-01-01',
        by: officer.id,
      })
      .execute()
  })
