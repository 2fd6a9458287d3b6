/**
 * Makes an entry public and takes it away again, each by two people. What was released is what becomes public: the
 * database holds both to it (migration 018).
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { closeTasks, openTask } from '../../db/tasks.ts'
import { slug } from '../../lib/slug.ts'
import type { Entry, Register, Values } from '../../model/register.ts'
import type { ReleaseStep } from '../../vocabulary/register.ts'
import { PERMISSIONS, type Role } from '../../vocabulary/roles.ts'
import type { TaskKind } from '../../vocabulary/task.ts'
import { isShut } from '../access.ts'
import { columnsOf } from '../columns.ts'
import { asPublic, publicValues } from '../values.ts'
import type { ReleaseAct, ReleaseFacts } from './rules.ts'

/** What an act needs: where, who, and the entry read `to-change`. */
export type Doing = {
  readonly tx: Tx
  readonly municipality: string
  readonly who: { readonly id: string }
  readonly register: Register
  readonly entry: Entry
}

/** Where what is public of an entry is seen and done. */
export const releasePath = (register: string, entry: string): string =>
  `/balie/registers/${register}/${entry}/openbaar-maken`

/** How an entry is called: `Sensor 12, Camera Stationsplein`. */
export const nameOf = ({ one }: Register, { no, title }: Pick<Entry, 'no' | 'title'>): string =>
  `${one.charAt(0).toUpperCase()}${one.slice(1)} ${no}, ${title}`

/** How far an entry is on its way to everybody. */
export async function factsOf(tx: Tx, municipality: string, entry: Entry): Promise<ReleaseFacts> {
  const [last, shown] = await Promise.all([
    tx
      .selectFrom('entry_release as r')
      .innerJoin('person as p', (join) =>
        join.onRef('p.municipality', '=', 'r.municipality').onRef('p.id', '=', 'r.by'),
      )
      .select(['r.no', 'r.step', 'r.version', 'r.text', 'r.by', 'p.name as byName', 'r.at'])
      .where('r.municipality', '=', municipality)
      .where('r.entry', '=', entry.id)
      .orderBy('r.no', 'desc')
      .limit(1)
      .executeTakeFirst(),
    tx
      .selectFrom('published.entry')
      .select(['version', 'slug', 'from_at as since'])
      .where('municipality', '=', municipality)
      .where('id', '=', entry.id)
      .where('to_at', 'is', null)
      .executeTakeFirst(),
  ])
  return { newest: entry.version, last, shown }
}

/** Everything that was done about its publication, the newest first. */
export const actsOf = (tx: Tx, municipality: string, entry: string): Promise<readonly ReleaseAct[]> =>
  tx
    .selectFrom('entry_release as r')
    .innerJoin('person as p', (join) => join.onRef('p.municipality', '=', 'r.municipality').onRef('p.id', '=', 'r.by'))
    .select(['r.no', 'r.step', 'r.version', 'r.text', 'r.by', 'p.name as byName', 'r.at'])
    .where('r.municipality', '=', municipality)
    .where('r.entry', '=', entry)
    .orderBy('r.no', 'desc')
    .limit(100)
    .execute()

/** What an entry was at one of its versions. */
export async function valuesAt(
  tx: Tx,
  municipality: string,
  entry: string,
  version: number,
): Promise<{ readonly values: Values; readonly ended: boolean }> {
  return tx
    .selectFrom('entry_version')
    .select(['values', 'ended'])
    .where('municipality', '=', municipality)
    .where('entry', '=', entry)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
}

/** Marks exactly what would become public, so that who publishes publishes what was read. */
export const printOf = (register: Register, version: number, values: Values): string =>
  createHash('sha256')
    .update(JSON.stringify([version, publicValues(register, values)]))
    .digest('hex')

async function say({ tx, municipality, who, register, entry }: Doing, { last }: ReleaseFacts, said: Said) {
  const { step, version, text = '' } = said
  await tx
    .insertInto('entry_release')
    .values({ municipality, entry: entry.id, no: (last?.no ?? 0) + 1, step, version, text, by: who.id })
    .execute()
  await closeTasks(tx, municipality, `entry/${entry.id}`, ['publish-entry', 'withdraw-entry', 'look-again-entry'])
  await record(tx, municipality, {
    act: `entry.${step}`,
    object: `entry/${entry.id}`,
    detail: { register: register.id, no: entry.no, version, ...(text === '' ? {} : { reason: text }) },
  })
}
type Said = { readonly step: ReleaseStep; readonly version: number; readonly text?: string }

/** Releases the newest version; who may publish gets a task. */
export async function release(doing: Doing, facts: ReleaseFacts): Promise<void> {
  await say(doing, facts, { step: 'released', version: facts.newest })
  await askAnother(doing, 'publish-entry', 'Kijk na en maak openbaar')
}

/** Takes the release back. With a reason by who should publish it: then who released it is asked to look again. */
export async function takeBack(doing: Doing, facts: ReleaseFacts, text: string): Promise<void> {
  const last = facts.last!
  await say(doing, facts, { step: 'taken-back', version: last.version, text })
  if (last.by !== doing.who.id) await askAgain(doing, last.by, 'Openbaar maken ging niet door')
}

/** Lets everybody read what was released. The version that stood there stays readable as an earlier one. */
export async function publish(doing: Doing, facts: ReleaseFacts): Promise<void> {
  const { tx, municipality, register, entry } = doing
  const { version } = facts.last!
  const { values, ended } = await valuesAt(tx, municipality, entry.id, version)
  const shown = publicValues(register, values)
  const { title, search } = columnsOf(asPublic(register), shown)
  await say(doing, facts, { step: 'published', version })
  const before = await tx
    .deleteFrom('published.entry_withdrawn')
    .where('municipality', '=', municipality)
    .where('id', '=', entry.id)
    .returning('slug')
    .executeTakeFirst()
  await tx
    .updateTable('published.entry')
    .set({ to_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', entry.id)
    .where('to_at', 'is', null)
    .execute()
  await tx
    .insertInto('published.entry')
    .values({
      municipality,
      register: register.id,
      id: entry.id,
      version,
      no: entry.no,
      // An address that people know stays, whatever it is called later.
      slug: facts.shown?.slug ?? before?.slug ?? `${entry.no}-${slug(title)}`.replace(/-$/, ''),
      title,
      values: JSON.stringify(shown),
      search,
      ended,
    })
    .execute()
}

/** Asks to take away all that is public of it; a colleague does it. */
export async function askWithdrawal(doing: Doing, facts: ReleaseFacts, text: string): Promise<void> {
  await say(doing, facts, { step: 'withdrawal-asked', version: facts.shown!.version, text })
  await askAnother(doing, 'withdraw-entry', 'Beslis over intrekken')
}

/** It stays public after all. */
export async function dropWithdrawal(doing: Doing, facts: ReleaseFacts): Promise<void> {
  const last = facts.last!
  await say(doing, facts, { step: 'withdrawal-dropped', version: last.version })
  if (last.by !== doing.who.id) await askAgain(doing, last.by, 'Intrekken ging niet door')
}

/** Takes away all that is public of it, earlier versions too. Its address then says when and why. */
export async function withdraw(doing: Doing, facts: ReleaseFacts): Promise<void> {
  const { tx, municipality, register, entry } = doing
  const { version, text } = facts.last!
  await say(doing, facts, { step: 'withdrawn', version })
  await tx.deleteFrom('published.entry').where('municipality', '=', municipality).where('id', '=', entry.id).execute()
  await tx
    .insertInto('published.entry_withdrawn')
    .values({
      municipality,
      register: register.id,
      id: entry.id,
      no: entry.no,
      slug: facts.shown!.slug,
      reason: text,
    })
    .execute()
}

const askAgain = ({ tx, municipality, register, entry }: Doing, person: string, text: string) =>
  openTask(tx, municipality, {
    kind: 'look-again-entry',
    object: `entry/${entry.id}`,
    whom: { person },
    text: `${text}: ${isShut(register) ? `nr. ${entry.no} van ${register.title}` : nameOf(register, entry)}`,
    path: releasePath(register.id, entry.id),
    dueOn: null,
  })

/** Asks the first role that may and that somebody else has; nobody hears of what only they themselves could do. */
async function askAnother({ tx, municipality, who, register, entry }: Doing, kind: TaskKind, text: string) {
  const roles = PERMISSIONS['register.publish'].filter((role) => register.access.read.includes(role))
  const { rows } = await sql<{ role: Role }>`select distinct unnest(roles) as role from person
    where municipality = ${municipality} and state = 'active' and id <> ${who.id}`.execute(tx)
  const role = roles.find((each) => rows.some((row) => row.role === each)) ?? roles[0]!
  await openTask(tx, municipality, {
    kind,
    object: `entry/${entry.id}`,
    whom: { role },
    text: `${text}: ${isShut(register) ? `nr. ${entry.no} van ${register.title}` : nameOf(register, entry)}`,
    path: releasePath(register.id, entry.id),
    dueOn: null,
  })
}
