/** A covenant in which something is promised, for tests: who takes part since when, and what was agreed. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../src/db/connect.ts'
import type { PledgeTerms } from '../src/model/covenant.ts'
import { unasked } from './database.ts'
import type { TestPerson } from './desk.ts'

/** Of twenty organisations one kept it at the start; in a year four out of five do. */
export const terms = (verifier: TestPerson, owner: TestPerson, rest: Partial<PledgeTerms> = {}): PledgeTerms => ({
  id: 'https',
  title: 'Veilige verbinding',
  norms: ['VEI-11'],
  method: 'findings',
  unit: 'organisation',
  unitWords: 'organisaties',
  rules: [{ criteria: ['VEI-11.https'], atLeast: 1 }],
  criterion: null,
  population: { of: 'parties' },
  direction: 'up',
  decision: 'De website opent altijd via een veilige verbinding.',
  baseline: { count: 1, among: 20, unknown: 0, on: '2026-01-01', strength: 'measured' },
  steps: [],
  target: 0.8,
  due: '2027-01-01',
  tolerance: null,
  proof: 'Een meting van buitenaf.',
  least: 'measured',
  verifier: { person: verifier.id, name: verifier.name, function: 'beveiliger' },
  onMiss: 'Een plan in acht weken.',
  level: 'named',
  owner: { person: owner.id, name: owner.name, function: 'accounthouder' },
  ...rest,
})

/** `organisation` null: the municipality itself. */
export type Joined = { readonly organisation: string | null; readonly on: string; readonly named?: boolean }

/** Puts it in the database as if it had been signed. Gives its id. */
export async function putCovenant(
  db: Db,
  owner: TestPerson,
  pledges: readonly PledgeTerms[],
  parties: readonly Joined[],
): Promise<string> {
  const { municipality, id: by } = owner
  const id = uuid()
  await unasked(db, async (tx) => {
    await sql`insert into covenant (municipality, id, no, title, template, template_version, owner, state, begins_on,
      ends_on) select ${municipality}, ${id}, 1 + coalesce(max(no), 0), 'Veilig op internet', 'basis', '1',
      ${by}::uuid, 'in-force', '2026-01-01'::date, '2027-12-31'::date from covenant
      where municipality = ${municipality}`.execute(tx)
    await tx
      .insertInto('covenant_version')
      .values({
        municipality,
        covenant: id,
        no: 1,
        state: 'final',
        text: JSON.stringify({ articles: [], pledges, exercises: [] }),
        by,
        shown_by: by,
        shown_at: new Date('2026-01-01'),
        fixed_by: by,
        fixed_at: new Date('2026-01-01'),
      })
      .execute()
  })
  for (const party of parties) await putParty(db, owner, id, party)
  return id
}

/** Somebody takes part since that day. Gives the participant. */
export async function putParty(db: Db, { municipality, id: by }: TestPerson, covenant: string, party: Joined) {
  const id = uuid()
  await unasked(db, (tx) =>
    tx
      .insertInto('covenant_participant')
      .values({
        municipality,
        id,
        covenant,
        organisation: party.organisation,
        kind: party.organisation === null ? 'municipality' : 'party',
        state: 'joined',
        joined_on: party.on,
        named: party.named ?? null,
        contact_name: 'Kim',
        contact_email: 'kim@partij.test',
        by,
      })
      .execute(),
  )
  await putStep(db, id, 'joined', party.on)
  return id
}

/** A step as it is taken, without the wall that asks who takes it. */
export async function putStep(db: Db, participant: string, step: string, on: string, until: string | null = null) {
  await unasked(db, async (tx) => {
    await sql`insert into covenant_step (municipality, participant, no, step, reason, "on", until)
      select p.municipality, p.id, 1 + (select count(*) from covenant_step s where s.municipality = p.municipality
        and s.participant = p.id), ${step}, 'reden', ${on}::date, ${until}::date
      from covenant_participant p where p.id = ${participant}`.execute(tx)
    const state = ({ paused: 'paused', suspended: 'suspended', left: 'left' } as Record<string, string>)[step]
    await sql`update covenant_participant set state = ${state ?? 'joined'},
      left_on = case when ${step} = 'left' then ${on}::date end,
      extended_until = coalesce(${until}::date, extended_until) where id = ${participant}`.execute(tx)
  })
}
