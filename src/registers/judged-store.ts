/** What the norms ask of entries, and what these say of it: derived from what stands in them, and kept nowhere. */
import { sql } from 'kysely'
import type { Tx } from '../db/as.ts'
import { notedAbout } from '../db/noted-findings.ts'
import type { Finding, Noted } from '../model/finding.ts'
import type { Entry, Register } from '../model/register.ts'
import type { SubjectKind } from '../model/subject.ts'
import { enteredFindings } from '../scoring/entered.ts'
import { goneFrom } from './gone-store.ts'
import type { House } from './links-store.ts'

/** `subject`: of the same entry and criterion one counts. */
export type Entered = Finding & { readonly subject: string; readonly register: Register; readonly entry: Entry }

/** Entries that are weighed with one case or product; of more is told that there are more. */
export const MOST_ENTERED = 300

/** What these entries of one register say of the norms, on the day `today` (`2026-11-28`). */
export async function enteredOf(
  tx: Tx,
  municipality: string,
  house: House,
  register: Register,
  entries: readonly Entry[],
  today: string,
): Promise<readonly Entered[]> {
  const values = entries.map((each) => each.values)
  const gone = await goneFrom(tx, municipality, house, register, values, today)
  return entries.flatMap((entry) =>
    enteredFindings(house, register, entry, { today, gone }).map((finding) => ({
      ...finding,
      subject: entry.id,
      register,
      entry,
    })),
  )
}

/** Where one begins to look: a case, a product that was assessed, a regulation or an organisation. */
export type About = { readonly kind: 'case' | 'product' | 'regulation' | 'organisation'; readonly id: string }

/**
 * What is entered about these: in the entries that lead to one of them, in those that lead to such an entry (the
 * processing in which the product of the case is used), and in what all of those lead to and is no subject of its own
 * (the agreement with its processor). What has ended says nothing.
 */
export async function enteredAbout(
  tx: Tx,
  municipality: string,
  house: House,
  about: readonly About[],
  today: string,
): Promise<{ readonly found: readonly Entered[]; readonly more: boolean }> {
  if (about.length === 0) return { found: [], more: false }
  const asked = new Set(
    house.norms.flatMap(({ criteria }) => criteria.flatMap(({ entries = [] }) => entries.map((rule) => rule.purpose))),
  )
  const registers = house.registers.filter(({ purpose }) => asked.has(purpose))
  const parts = registers.filter(({ subject }) => subject === undefined)
  const { rows } = await sql<Entry>`
    with near as (
      select l.entry as id from entry_link l join unnest(${about.map(({ kind }) => kind)}::text[],
        ${about.map(({ id }) => id)}::text[]) as a (kind, id) on l.to_kind = a.kind and l.to_id = a.id
      where l.municipality = ${municipality}),
    far as (
      select id from near union
      select l.entry from near join entry_link l on l.municipality = ${municipality} and l.to_kind = 'entry'
        and l.to_id = near.id::text),
    part as (
      select l.to_id from far join entry_link l on l.municipality = ${municipality} and l.entry = far.id
        and l.to_kind = 'entry')
    select e.id, e.register, e.no, e.title, e.values, e.version, e.changed_at as "changedAt",
      e.ended_at as "endedAt"
    from entry e where e.municipality = ${municipality} and e.ended_at is null
      and (e.id in (select id from far) and e.register = any(${registers.map(({ id }) => id)}::text[])
        or e.id::text in (select to_id from part) and e.register = any(${parts.map(({ id }) => id)}::text[]))
    order by e.register, e.no limit ${MOST_ENTERED + 1}`.execute(tx)
  const found: Entered[] = []
  const weighed = rows.slice(0, MOST_ENTERED)
  for (const register of registers) {
    const own = weighed.filter((entry) => entry.register === register.id)
    if (own.length > 0) found.push(...(await enteredOf(tx, municipality, house, register, own, today)))
  }
  return { found, more: rows.length > MOST_ENTERED }
}

/** What people saw of these entries, as far as they are subjects of their own. */
export const seenOf = (
  tx: Tx,
  municipality: string,
  all: readonly Pick<Entered, 'register' | 'entry'>[],
): Promise<readonly (Noted & { readonly subject: string })[]> => {
  const about = all.flatMap(({ register: { subject }, entry: { id } }) =>
    subject === undefined ? [] : [{ kind: subject as SubjectKind, id }],
  )
  return notedAbout(tx, municipality, [...new Map(about.map((each) => [each.id, each])).values()])
}
