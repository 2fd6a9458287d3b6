/** What became of one job of every kind: of the job itself, and of what it is about. */
import { sql, type RawBuilder } from 'kysely'
import { expect } from 'vitest'
import type { ByKind, House, Town } from './every-kind.ts'

/** The jobs of a town by kind. Throws when there is more than one of a kind. */
export async function jobsOf({ db }: House, { id }: Town) {
  const rows = await db
    .selectFrom('job')
    .select(['id', 'kind', 'state', 'attempt', 'silent', 'worker', 'trouble', 'ended_at'])
    .where('municipality', '=', id)
    .execute()
  const byKind = Object.fromEntries(rows.map((row) => [row.kind, row])) as ByKind<(typeof rows)[number]>
  if (Object.keys(byKind).length !== rows.length) throw new Error(`twice: ${rows.map(({ kind }) => kind).join(', ')}`)
  return byKind
}

/** Of each kind what counts, how often it came to the other side, and what is told of it when it failed. */
export async function cameOf({ db, national, received }: House, { id, name }: Town) {
  const one = async <T>(query: RawBuilder<T>): Promise<T> => (await query.execute(db)).rows[0]!
  const fetch = await one(sql<{ added: number | null; failure: string | null; titles: readonly string[] }>`
    select added, failure, array(select title from regulation r where r.municipality = f.municipality) as titles
    from register_fetch f where municipality = ${id}`)
  const letter = await one(sql<{ id: string; sent: boolean; failure: string | null }>`
    select id, sent_at is not null as sent, failure from message where municipality = ${id}`)
  const file = await one(sql<{ size: number | null; problem: string | null; parts: Buffer | null }>`
    select size, problem, (select string_agg(body, ''::bytea order by no) from export_part p
      where p.municipality = e.municipality and p.export = e.id) as parts from export e where municipality = ${id}`)
  const judge = await one(sql<{ current: number; visits: number; twice: number; told: number }>`
    select count(*) filter (where current)::int as current, count(distinct visit)::int as visits,
      (select (count(*) - count(distinct (subject, criterion)))::int from finding where municipality = ${id}) as twice,
      (select count(*)::int from audit where municipality = ${id} and act = 'findings.judged') as told
    from judgement where municipality = ${id}`)
  const act = await one(sql<{ outcome: string | null; said: string; status: string | null; lars: string | null }>`
    select outcome, said, status, lars from national_act a left join national_state s using (municipality, entry)
    where a.municipality = ${id}`)
  const { rows: tasks } = await sql<{ text: string }>`select text from task where municipality = ${id}
    and done_at is null order by text`.execute(db)
  const numbers = [...national.kept]
    .filter(([, [first]]) => first!.body['name'] === `Algoritme van ${name}`)
    .map(([lars]) => lars)
  const copies = received.filter((message) => message.includes(`Brief aan ${name}`))
  // A mail program knows a copy by this.
  const known = copies.filter((copy) => copy.includes(`Message-ID: <${letter.id}@sluiswijk.test>`))
  return {
    fetch,
    mail: { sent: letter.sent, failure: letter.failure, copies: known.length, strange: copies.length - known.length },
    export: {
      problem: file.problem,
      size: file.size,
      text: file.parts?.toString() ?? null,
      whole: (file.size ?? 0) === (file.parts?.length ?? 0),
    },
    judge,
    national: {
      outcome: act.outcome,
      said: act.said,
      status: act.status,
      // One number there, and it is the one that we know.
      numbers: numbers.length,
      ours: act.lars !== null && numbers.includes(act.lars),
      released: numbers.flatMap((lars) => national.asked.filter((line) => line.endsWith(`/${lars}/release`))).length,
    },
    tasks: tasks.map(({ text }) => text),
  }
}

/** What comes of a job of each kind that is done once. */
export const right = ({ name, websites }: Town) => ({
  fetch: { added: 1, failure: null, titles: [`Verordening van ${name}`] },
  mail: { sent: true, failure: null, copies: 1, strange: 0 },
  export: { problem: null, size: expect.any(Number), text: expect.stringContaining('een product'), whole: true },
  judge: { current: websites, visits: websites, twice: 0, told: 1 },
  national: { outcome: 'done', said: '', status: 'released', numbers: 1, ours: true, released: 1 },
  tasks: [],
})

/** What came of it while nobody has ended it: of judging all but the last. */
export const nothing = ({ websites }: Town) => ({
  fetch: { added: null, failure: null, titles: [] },
  mail: { sent: false, failure: null, strange: 0 },
  export: { problem: null, size: null, text: null },
  judge: { current: websites - 1, visits: websites - 1, twice: 0, told: 0 },
  national: { outcome: null, said: '', status: null, numbers: 1, released: 0 },
  tasks: [],
})
