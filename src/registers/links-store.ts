/** Finds what the links and files of entries lead to: by what was typed, by id, or the first few to choose from. */
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../db/as.ts'
import { plainLine } from '../lib/clean.ts'
import type { Norm } from '../model/norm.ts'
import type { Field, LinkTo, Register, Values } from '../model/register.ts'
import { caseNumber } from '../web/case-number.ts'
import { kindOf, linksIn, MOST_LINKS, shownAs, termsOf, type LinkKind, type Thing } from './links.ts'
import type { Read } from './reading.ts'
import { lines, textOf, type Input, type Names } from './values.ts'

/** What a link can lead to beside the database. */
export type House = { readonly registers: readonly Register[]; readonly norms: readonly Norm[] }
/** Things of one kind that are given at once. */
const MOST_THINGS = 300
/** Things to choose from at a field. */
const MOST_SUGGESTED = 200

type Row = { id: string; key: string; name: string; made: Date | null }
const sources = {
  entry: (municipality: string, register: string) => sql`select id::text, no::text as key, title as name,
    null::timestamptz as made, ended_at from entry where municipality = ${municipality} and register = ${register}`,
  organisation: (municipality: string) => sql`select id::text, slug as key, name, null::timestamptz as made,
    null::timestamptz as ended_at from organisation where municipality = ${municipality}`,
  case: (municipality: string) => sql`select id::text, no::text as key, title as name, created_at as made,
    null::timestamptz as ended_at from case_file where municipality = ${municipality}`,
  regulation: (municipality: string) => sql`select id::text, work as key, title as name,
    null::timestamptz as made, ended_at from regulation where municipality = ${municipality}`,
  product: (municipality: string) => sql`select id::text, id::text as key, trim(name || ' ' || version) as name,
    null::timestamptz as made, ended_at from product where municipality = ${municipality}`,
} as const

const thingOf = ({ id, key, name, made }: Row): Thing => ({
  id,
  name: plainLine(name),
  ...(made === null ? { key } : { key: caseNumber({ no: Number(key), createdAt: made }), also: key }),
})

/** The register that a link leads to. The catalogue made sure that it is there. */
const registerTo = ({ registers }: House, to: LinkTo): Register =>
  registers.find(({ purpose }) => 'purpose' in to && purpose === to.purpose)!

async function things(
  tx: Tx,
  municipality: string,
  house: House,
  to: LinkTo,
  where: RawBuilder<boolean>,
  most = MOST_THINGS,
): Promise<readonly Thing[]> {
  const kind = kindOf(to) as Exclude<LinkKind, 'norm'>
  const source = kind === 'entry' ? sources.entry(municipality, registerTo(house, to).id) : sources[kind](municipality)
  const { rows } = await sql<Row>`select id, key, name, made from (${source}) t where ${where}
    order by lower(name), key limit ${most}`.execute(tx)
  return rows.map(thingOf)
}

const normThings = ({ norms }: House): readonly Thing[] =>
  norms.map(({ id, statement }) => ({ id, key: id, name: plainLine(statement) }))

/** Everything of which the id, the key or the name is one of these terms, in lower case. */
export async function thingsNamed(
  tx: Tx,
  municipality: string,
  house: House,
  to: LinkTo,
  terms: readonly string[],
): Promise<readonly Thing[]> {
  if (terms.length === 0) return []
  const has = (text: string | undefined) => text !== undefined && terms.includes(text.toLowerCase())
  if (kindOf(to) === 'norm') return normThings(house).filter(({ key, name }) => has(key) || has(name))
  // A case is found by its whole number too: `it-2026-0014` is number 14.
  const all = [...terms, ...terms.flatMap((term) => /^it-\d{4}-0*(\d{1,9})$/.exec(term)?.[1] ?? [])]
  const among = sql`any(${sql.val(all)}::text[])`
  return things(tx, municipality, house, to, sql`id = ${among} or lower(key) = ${among} or lower(name) = ${among}`)
}

/** By their ids, with what they are called. */
async function calledBy(tx: Tx, municipality: string, house: House, to: LinkTo, ids: readonly string[]) {
  const kind = kindOf(to)
  const found =
    kind === 'norm'
      ? normThings(house).filter(({ id }) => ids.includes(id))
      : await things(tx, municipality, house, to, sql`id = any(${sql.val(ids)}::text[])`, 2_000)
  const same = kind === 'entry' || kind === 'case' || kind === 'norm' ? [] : found.map(({ name }) => name.toLowerCase())
  const all = await thingsNamed(tx, municipality, house, to, same)
  const twin = (thing: Thing) => all.filter(({ name }) => name.toLowerCase() === thing.name.toLowerCase()).length > 1
  return found.map((thing) => [thing.id, shownAs(kind, thing, twin(thing))] as const)
}

/** What the links and files in these values are called, by id. What is gone is not there. */
export async function namesOf(
  tx: Tx,
  municipality: string,
  house: House,
  register: Register,
  all: readonly Values[],
): Promise<Names> {
  const names = new Map<string, string>()
  for (const field of register.fields.filter(({ kind }) => kind === 'link' || kind === 'file')) {
    const ids = [...new Set(all.flatMap((values) => (values[field.id] ?? []) as readonly string[]))]
    if (ids.length === 0) continue
    const found = field.to
      ? await calledBy(tx, municipality, house, field.to, ids)
      : await filesBy(tx, municipality, ids)
    for (const [id, name] of found) names.set(id, name)
  }
  return names
}

const filesBy = async (tx: Tx, municipality: string, ids: readonly string[]) =>
  (
    await tx
      .selectFrom('upload')
      .select(['id', 'name'])
      .where('municipality', '=', municipality)
      .where('id', 'in', ids)
      .execute()
  ).map(({ id, name }) => [id, name] as const)

/** What was typed in the fields that lead elsewhere, read: ids, or why not. Files are read apart. */
export async function readLinks(
  tx: Tx,
  municipality: string,
  house: House,
  register: Register,
  input: Input,
): Promise<Readonly<Record<string, Read>>> {
  const read: Record<string, Read> = {}
  for (const field of register.fields) {
    if (!field.to) continue
    const typed = [...new Set(lines(textOf(input[field.id])).map(plainLine))]
    if (typed.length > 0) read[field.id] = await readLink(tx, municipality, house, field, field.to, typed)
  }
  return read
}

async function readLink(
  tx: Tx,
  municipality: string,
  house: House,
  field: Field,
  to: LinkTo,
  typed: readonly string[],
): Promise<Read> {
  const few = typed.length <= MOST_LINKS
  const found = few ? await thingsNamed(tx, municipality, house, to, typed.flatMap(termsOf)) : []
  return linksIn(field, oneOf(house, to), typed, () => found)
}

/** What an entry is called to which a link leads; empty when it leads elsewhere. */
export const oneOf = (house: House, to: LinkTo): string => ('purpose' in to ? registerTo(house, to).one : '')

/** What can be chosen at each field that leads elsewhere, as one would write it: the first of them by name. */
export async function suggestionsFor(
  tx: Tx,
  municipality: string,
  house: House,
  fields: readonly Field[],
): Promise<ReadonlyMap<string, readonly (readonly [id: string, name: string])[]>> {
  const some = new Map<string, readonly (readonly [string, string])[]>()
  for (const { id, to } of fields) {
    if (!to) continue
    const kind = kindOf(to)
    const all =
      kind === 'norm'
        ? normThings(house)
        : await things(tx, municipality, house, to, sql`ended_at is null`, MOST_SUGGESTED)
    const count = Map.groupBy(all, ({ name }) => name.toLowerCase())
    some.set(
      id,
      all.map((thing) => [thing.id, shownAs(kind, thing, count.get(thing.name.toLowerCase())!.length > 1)] as const),
    )
  }
  return some
}
