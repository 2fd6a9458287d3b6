/** Makes a covenant public and takes it away again, each by two people, which the database asks too (migration 048). */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { closeTasks, openTask } from '../../../db/tasks.ts'
import { PERMISSIONS, type Role } from '../../../vocabulary/roles.ts'
import type { TaskKind } from '../../../vocabulary/task.ts'
import type { Covenant } from '../store.ts'
import { documentOf, nameFiles } from './document-store.ts'

/** What an act needs: where, who, and the covenant read `to-change`. */
export type Doing = {
  readonly tx: Tx
  readonly municipality: string
  readonly who: { readonly id: string; readonly function: string }
  readonly covenant: Pick<Covenant, 'id' | 'no' | 'title' | 'state' | 'beginsOn' | 'endsOn'>
}
type Step = 'released' | 'taken-back' | 'published' | 'withdrawal-asked' | 'withdrawal-dropped' | 'withdrawn'

/** Where it is made public. */
export const releasePath = (covenant: string): string => `/balie/convenanten/${covenant}/openbaar`

/** Everything that was done about its publication, the newest first. */
export const actsOf = (tx: Tx, municipality: string, covenant: string) =>
  tx
    .selectFrom('covenant_release as r')
    .innerJoin('person as p', (join) => join.onRef('p.municipality', '=', 'r.municipality').onRef('p.id', '=', 'r.by'))
    .select(['r.no', 'r.step', 'r.version', 'r.opinions', 'r.text', 'r.by', 'p.name as byName', 'p.function', 'r.at'])
    .where('r.municipality', '=', municipality)
    .where('r.covenant', '=', covenant)
    .orderBy('r.no', 'desc')
    .limit(100)
    .execute()
export type Act = Awaited<ReturnType<typeof actsOf>>[number]

/** How far a covenant is on its way to everybody. `final`: the version that was fixed. */
export async function factsOf(tx: Tx, municipality: string, covenant: string) {
  const acts = await actsOf(tx, municipality, covenant)
  const shown = await tx
    .selectFrom('published.covenant')
    .select(['edition', 'version', 'from_at as since'])
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .where('to_at', 'is', null)
    .executeTakeFirst()
  const final = await tx
    .selectFrom('covenant_version')
    .select('no')
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .where('state', '=', 'final')
    .executeTakeFirst()
  return { acts, last: acts[0], shown, final: final?.no }
}
export type Facts = Awaited<ReturnType<typeof factsOf>>

type Said = { readonly step: Step; readonly version: number; readonly opinions?: boolean; readonly text?: string }
async function say({ tx, municipality, who, covenant }: Doing, last: Act | undefined, said: Said) {
  const { step, version, opinions = false, text = '' } = said
  await tx
    .insertInto('covenant_release')
    .values({ municipality, covenant: covenant.id, no: (last?.no ?? 0) + 1, step, version, opinions, text, by: who.id })
    .execute()
  await closeTasks(tx, municipality, `covenant/${covenant.id}`, [
    'publish-covenant',
    'withdraw-covenant',
    'look-again-covenant',
  ])
  await record(tx, municipality, {
    act: `covenant.${step}`,
    object: `covenant/${covenant.id}`,
    detail: { no: covenant.no, version, ...(text === '' ? {} : { reason: text }) },
  })
}

/** Releases the fixed version, with or without the opinions; who may publish gets a task. */
export async function release(doing: Doing, { last, final }: Facts, opinions: boolean): Promise<void> {
  await say(doing, last, { step: 'released', version: final!, opinions })
  await askAnother(doing, 'publish-covenant', 'Kijk na en maak openbaar')
}

/** Takes the release back; with a reason by who should publish it. */
export async function takeBack(doing: Doing, { last }: Facts, text: string): Promise<void> {
  await say(doing, last, { step: 'taken-back', version: last!.version, text })
  if (last!.by !== doing.who.id) await askAgain(doing, last!.by, 'Openbaar maken ging niet door')
}

/** Lets everybody read what was released. What stood there stays readable as an earlier edition. */
export async function publish(doing: Doing, { last }: Facts): Promise<void> {
  const { tx, municipality, covenant, who } = doing
  const { version, opinions, function: first } = last!
  const document = await documentOf(tx, municipality, covenant, version, opinions)
  await say(doing, last, { step: 'published', version, opinions })
  await tx
    .deleteFrom('published.covenant_withdrawn')
    .where('municipality', '=', municipality)
    .where('no', '=', covenant.no)
    .execute()
  await nameFiles(tx, municipality, covenant.id, version)
  const { edition } = await tx
    .selectFrom('published.covenant')
    .select(sql<number>`coalesce(max(edition), 0)::int + 1`.as('edition'))
    .where('municipality', '=', municipality)
    .where('no', '=', covenant.no)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('published.covenant')
    .set({ to_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('no', '=', covenant.no)
    .where('to_at', 'is', null)
    .execute()
  await tx
    .insertInto('published.covenant')
    .values({
      municipality,
      no: covenant.no,
      edition,
      covenant: covenant.id,
      version,
      title: document.title,
      state: covenant.state as 'open',
      begins_on: covenant.beginsOn,
      ends_on: covenant.endsOn,
      document: JSON.stringify(document),
      by_function: first,
      second_function: who.function,
    })
    .execute()
}

/** Asks to take away all that is public of it; a colleague does it. */
export async function askWithdrawal(doing: Doing, { last, shown }: Facts, text: string): Promise<void> {
  await say(doing, last, { step: 'withdrawal-asked', version: shown!.version, text })
  await askAnother(doing, 'withdraw-covenant', 'Beslis over intrekken')
}

/** It stays public after all. */
export async function dropWithdrawal(doing: Doing, { last }: Facts): Promise<void> {
  await say(doing, last, { step: 'withdrawal-dropped', version: last!.version })
  if (last!.by !== doing.who.id) await askAgain(doing, last!.by, 'Intrekken ging niet door')
}

/** Takes away all that is public of it, earlier editions too. Its address then says when and why. */
export async function withdraw(doing: Doing, { last }: Facts): Promise<void> {
  const { tx, municipality, covenant } = doing
  await say(doing, last, { step: 'withdrawn', version: last!.version })
  await tx
    .deleteFrom('published.covenant')
    .where('municipality', '=', municipality)
    .where('no', '=', covenant.no)
    .execute()
  await tx
    .insertInto('published.covenant_withdrawn')
    .values({ municipality, no: covenant.no, reason: last!.text })
    .execute()
}

const askAgain = ({ tx, municipality, covenant }: Doing, person: string, text: string) =>
  openTask(tx, municipality, {
    kind: 'look-again-covenant',
    object: `covenant/${covenant.id}`,
    whom: { person },
    text: `${text}: convenant ${covenant.no}, ${covenant.title}`,
    path: releasePath(covenant.id),
    dueOn: null,
  })

/** Asks the first role that may and that somebody else has. */
async function askAnother({ tx, municipality, who, covenant }: Doing, kind: TaskKind, text: string) {
  const { rows } = await sql<{ role: Role }>`select distinct unnest(roles) as role from person
    where municipality = ${municipality} and state = 'active' and id <> ${who.id}`.execute(tx)
  const roles: readonly Role[] = PERMISSIONS['covenant.publish']
  const role = roles.find((each) => rows.some((row) => row.role === each)) ?? roles[0]!
  await openTask(tx, municipality, {
    kind,
    object: `covenant/${covenant.id}`,
    whom: { role },
    text: `${text}: convenant ${covenant.no}, ${covenant.title}`,
    path: releasePath(covenant.id),
    dueOn: null,
  })
}
