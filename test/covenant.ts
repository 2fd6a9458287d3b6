/** A covenant of which a version was shown and may be fixed, with who has a part in it. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { asPerson, type Tx } from '../src/db/as.ts'
import type { EvidenceStore } from '../src/db/evidence.ts'
import { beginCovenant } from '../src/features/covenants/store.ts'
import { candidateOf, fixVersion } from '../src/features/covenants/sign/fix-store.ts'
import { makeSigningLink } from '../src/features/covenants/sign/links-store.ts'
import type { CovenantText } from '../src/model/covenant.ts'
import { daysAfter } from '../src/lib/iso-date.ts'
import { todayIn } from '../src/web/language.ts'
import { unasked } from './database.ts'
import { addOrganisation, addPerson, as, type TestDesk, type TestPerson } from './desk.ts'

export const TEXT: CovenantText = {
  articles: [
    { id: 'waarom', title: 'Waarom dit convenant', paragraphs: ['Inwoners moeten veilig digitaal mee kunnen doen.'] },
    { id: 'voor-wie', title: 'Voor wie dit geldt', paragraphs: ['Voor wie tekent.', 'Tot het einde van de looptijd.'] },
  ],
  pledges: [
    {
      id: 'versleuteld',
      title: 'Alle websites versleuteld',
      norms: ['VEI-11'],
      method: 'findings',
      unit: 'website',
      unitWords: 'websites',
      rules: [{ criteria: ['VEI-11.https'], atLeast: 1 }],
      criterion: null,
      population: { of: 'parties' },
      direction: 'up',
      decision: 'Een website telt als elke pagina versleuteld is.',
      baseline: { count: 6, among: 20, unknown: 2, on: '2026-09-01', strength: 'measured' },
      steps: [{ on: '2027-06-01', value: 0.6 }],
      target: 0.9,
      due: '2028-01-01',
      tolerance: null,
      proof: 'De meting van de gemeente.',
      least: 'measured',
      verifier: { person: uuid(), name: 'Vera Nakijker', function: 'adviseur' },
      onMiss: 'Een verbeterplan binnen acht weken.',
      level: 'together',
      owner: { person: uuid(), name: 'Anna Beleid', function: 'beleidsmedewerker' },
    },
  ],
  exercises: [{ id: 'afspraken', title: 'Vooraf afspreken', paragraphs: ['Een oefening begint met een afspraak.'] }],
}

export type Party = {
  readonly id: string
  readonly organisation: string
  readonly person: TestPerson
  readonly email: string
}
export type Covenant = {
  readonly id: string
  readonly officer: TestPerson
  readonly decider: TestPerson
  readonly parties: readonly Party[]
}

/** Shows the draft of a version, with opinions, and its term over. */
export async function showVersion(
  { db }: Pick<TestDesk, 'db'>,
  { id, officer, advisers }: { id: string; officer: TestPerson; advisers: readonly TestPerson[] },
  version: number,
  stances: readonly ['agree' | 'disagree', 'agree' | 'disagree'] = ['agree', 'agree'],
): Promise<void> {
  const { municipality } = officer
  await as(db, officer, (tx) =>
    sql`update covenant_version set state = 'shown', shown_at = now(), shown_by = ${officer.id},
      comments_until = today_here() - 2 where municipality = ${municipality} and covenant = ${id}
      and no = ${version}`.execute(tx),
  )
  for (const [index, role] of (['fg', 'security-officer'] as const).entries())
    await as(db, advisers[index]!, (tx) =>
      tx
        .insertInto('covenant_opinion')
        .values({
          municipality,
          id: uuid(),
          covenant: id,
          version,
          role,
          stance: stances[index]!,
          text: 'Gelezen.',
          by: advisers[index]!.id,
        })
        .execute(),
    )
}

/** A covenant with these parties, and a first version that was shown. */
export async function readyCovenant(
  desk: Pick<TestDesk, 'db' | 'municipality'>,
  names: readonly string[],
  stances?: readonly ['agree' | 'disagree', 'agree' | 'disagree'],
) {
  const { db, municipality } = desk
  const officer = await addPerson(db, municipality.id, ['policy-officer'], 'Anna Beleid')
  const decider = await addPerson(db, municipality.id, ['decision-maker'], 'Dirk Wethouder')
  const advisers = [
    await addPerson(db, municipality.id, ['fg'], 'Fenna'),
    await addPerson(db, municipality.id, ['security-officer'], 'Sem'),
  ]
  const id = await as(db, officer, (tx) =>
    beginCovenant(tx, municipality.id, {
      title: `Veilig online ${uuid().slice(-6)}`,
      template: { id: 'digitale-stad', version: '1' },
      cluster: null,
      street: null,
      owner: officer.id,
      beginsOn: '2026-12-01',
      endsOn: '2030-11-30',
      text: TEXT,
    }),
  )
  const parties: Party[] = []
  for (const name of names) {
    const organisation = await addOrganisation(db, municipality.id, `${name} ${uuid().slice(-6)}`)
    const person = await addPerson(db, municipality.id, ['partner'], `Bep van ${name}`, organisation)
    const party = { id: uuid(), organisation, person, email: `bep-${uuid().slice(-6)}@partij.test` }
    await as(db, officer, async (tx) => {
      await tx
        .insertInto('covenant_participant')
        .values({
          municipality: municipality.id,
          id: party.id,
          covenant: id,
          organisation,
          kind: 'party',
          contact_name: `Bep van ${name}`,
          contact_function: 'directeur',
          contact_email: party.email,
          by: officer.id,
        })
        .execute()
      await tx
        .insertInto('covenant_step')
        .values({ municipality: municipality.id, participant: party.id, no: 1, step: 'invited', by: officer.id })
        .execute()
    })
    parties.push(party)
  }
  await showVersion(desk, { id, officer, advisers }, 1, stances)
  return { id, officer, decider, advisers, parties }
}

/** Fixes what is shown, as the decision-maker; what a print is stands in `print`. */
export async function fixed(
  { db, municipality }: Pick<TestDesk, 'db' | 'municipality'>,
  { id, decider }: Covenant,
  files: Pick<EvidenceStore, 'put'>,
  { signBy = '2099-01-01', why = '', print = async (html: string) => new TextEncoder().encode(html) } = {},
): Promise<void> {
  await as(db, decider, async (tx) => {
    const candidate = (await candidateOf(tx, municipality.id, id))!
    await fixVersion({ tx, municipality, who: decider, today: todayIn() }, candidate, { signBy, why }, { print, files })
  })
}

/** A link for a party, handed over: its secret. */
export const linkFor = (db: TestDesk['db'], { id: covenant, officer }: Covenant, { id }: Pick<Party, 'id'>) =>
  asPerson(
    db,
    { municipality: officer.municipality, person: officer.id, organisation: null },
    'write',
    async (tx: Tx) => {
      const who = { id: officer.id, name: officer.name, function: '' }
      const municipality = { id: officer.municipality, name: 'Sluiswijk' }
      return (await makeSigningLink({ tx, municipality, who }, { id, covenant }, true)).secret
    },
  )

/** The municipality signs the fixed version, at the desk. */
export const municipalitySigns = (db: TestDesk['db'], { id, decider }: Covenant) =>
  as(db, decider, async (tx) => {
    const { json, version } = await tx
      .selectFrom('covenant_fixed')
      .select(['json', 'version'])
      .where('covenant', '=', id)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    const one = { version, json, name: 'Dirk', function: 'wethouder', ground: 'mayor', read: true, named: true }
    await sql`select wall.sign_covenant_here((select id from covenant_participant where covenant = ${id}
      and kind = 'municipality'), ${JSON.stringify(one)}::jsonb)`.execute(tx)
  })

type Given = {
  /** Of one party; left out: of all together. */
  readonly of?: Pick<Party, 'organisation'>
  readonly outcome?: 'met' | 'not-met'
  readonly objectUntil?: string | null
  readonly replaces?: string
}
/** A verdict on the agreement of `TEXT`, as if its verifier had said it; everybody joined. Gives its id. */
export async function putVerdict(db: TestDesk['db'], covenant: Covenant, given: Given = {}): Promise<string> {
  const { of, outcome = 'not-met', objectUntil = daysAfter(todayIn(), 14), replaces = null } = given
  const id = uuid()
  const missed = outcome === 'not-met'
  await unasked(db, async (tx) => {
    await sql`update covenant set state = 'in-force' where id = ${covenant.id}`.execute(tx)
    await sql`update covenant_participant set state = 'joined', joined_on = '2026-01-01'
      where covenant = ${covenant.id}`.execute(tx)
    await sql`insert into pledge_verdict (municipality, id, covenant, pledge, whole, organisation, outcome, proof,
      seen_on, calculated, due, object_until, plan_due, reason, replaces, by) values (${covenant.officer.municipality},
      ${id}, ${covenant.id}, 'versleuteld', ${of === undefined}, ${of?.organisation ?? null}::uuid, ${outcome},
      'De meting van <b>gisteren</b>.', ${todayIn()},
      ${JSON.stringify({ count: 1, among: 3, unknown: 0, target: 0.9 })},
      '2026-10-01', ${missed ? objectUntil : null}::date, ${missed ? daysAfter(todayIn(), 56) : null}::date,
      ${replaces === null ? '' : 'Hersteld.'}, ${replaces}::uuid, ${covenant.decider.id})`.execute(tx)
  })
  return id
}
