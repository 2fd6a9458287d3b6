/** Reads public covenants: the `published` schema and nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type {
  EventDetail,
  EventKind,
  PartyCounts,
  PledgeStands,
  PublicPledge,
  PublicVerdict,
} from '../../model/public-covenant.ts'
import type { Course } from '../../vocabulary/covenant.ts'
import { todayIn } from '../../web/language.ts'

type Where = { readonly db: Db; readonly municipality: string }

/** How many parties take part: also who pauses or is suspended, for each of them still promised. */
export const takingPart = ({
  joined,
  paused,
  suspended,
}: Pick<PartyCounts, 'joined' | 'paused' | 'suspended'>): number => joined + paused + suspended

export type Pledge = {
  readonly no: number
  readonly pledge: string
  readonly title: string
  readonly terms: PublicPledge
  readonly stands: PledgeStands
  readonly course: Course | null
  readonly verdict: PublicVerdict | null
  readonly due: string
}
const pledges = ({ db, municipality }: Where) =>
  db
    .selectFrom('published.pledge')
    .select(['no', 'pledge', 'title', 'terms', 'stands', 'course', 'verdict', 'due'])
    .where('municipality', '=', municipality)

/** Every public covenant, the newest first, with how its pledges stand. */
export async function listCovenants(at: Where) {
  const rows = await at.db
    .selectFrom('published.covenant')
    .select([
      'no',
      'edition',
      'title',
      'state',
      'begins_on as beginsOn',
      'ends_on as endsOn',
      'counts',
      'from_at as since',
    ])
    .where('municipality', '=', at.municipality)
    .where('to_at', 'is', null)
    .orderBy('no', 'desc')
    .execute()
  const each = await at.db
    .selectFrom('published.pledge')
    .select(['no', 'course', 'verdict', 'stands', 'due'])
    .where('municipality', '=', at.municipality)
    .execute()
  const of = Map.groupBy(each, ({ no }) => no)
  return rows.map((row) => ({ ...row, pledges: of.get(row.no) ?? [] }))
}
export type Listed = Awaited<ReturnType<typeof listCovenants>>[number]

/** One covenant in an edition, or as it is now; with when each edition came. */
export async function readCovenant({ db, municipality }: Where, no: number, edition?: number) {
  const editions = await db
    .selectFrom('published.covenant')
    .select(['edition', 'from_at as since', 'to_at as until'])
    .where('municipality', '=', municipality)
    .where('no', '=', no)
    .orderBy('edition', 'desc')
    .execute()
  const wanted = editions.find((each) => (edition === undefined ? each.until === null : each.edition === edition))
  if (!wanted) return undefined
  const covenant = await db
    .selectFrom('published.covenant')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('no', '=', no)
    .where('edition', '=', wanted.edition)
    .executeTakeFirstOrThrow()
  return { covenant: { ...covenant, current: wanted.until === null }, editions }
}
export type FullCovenant = NonNullable<Awaited<ReturnType<typeof readCovenant>>>['covenant']

/** Why one was taken away; undefined when it was not. */
export const withdrawnAt = ({ db, municipality }: Where, no: number) =>
  db
    .selectFrom('published.covenant_withdrawn')
    .select(['reason', 'at'])
    .where('municipality', '=', municipality)
    .where('no', '=', no)
    .executeTakeFirst()

/** Those of one covenant, in the order of its text. */
export const pledgesOf = (at: Where, no: number): Promise<Pledge[]> =>
  pledges(at).where('no', '=', no).orderBy('position').execute()
/** All pledges of all covenants, for a file. */
export const allPledges = (at: Where): Promise<Pledge[]> => pledges(at).orderBy('no').orderBy('position').execute()
/** One of them. */
export const readPledge = (at: Where, no: number, pledge: string): Promise<Pledge | undefined> =>
  pledges(at).where('no', '=', no).where('pledge', '=', pledge).executeTakeFirst()

/** The points of one pledge, or of all. */
export const valuesOf = ({ db, municipality }: Where, of?: { readonly no: number; readonly pledge: string }) =>
  db
    .selectFrom('published.pledge_value')
    .select(['no', 'pledge', 'on', 'count', 'among', 'unknown', 'strength', 'seen'])
    .where('municipality', '=', municipality)
    .$if(of !== undefined, (query) => query.where('no', '=', of!.no).where('pledge', '=', of!.pledge))
    .orderBy('no')
    .orderBy('pledge')
    .orderBy('on')
    .execute()
export type Value = Awaited<ReturnType<typeof valuesOf>>[number]

/** Rows of a list: those of a page from 1, as many as fit on one. */
export type Part = { readonly page: number; readonly size: number }

/** Who may be named, the municipality first; a page of them, or all. */
export async function partiesOf({ db, municipality }: Where, no: number, part?: Part) {
  return db
    .selectFrom('published.covenant_party')
    .select(['party', 'name', 'kind', 'state', 'joined_on as joinedOn', 'left_on as leftOn'])
    .where('municipality', '=', municipality)
    .where('no', '=', no)
    .orderBy(sql`kind <> 'municipality'`)
    .orderBy('name')
    .orderBy('party')
    .$if(part !== undefined, (query) => query.limit(part!.size).offset((part!.page - 1) * part!.size))
    .execute()
}
export type Party = Awaited<ReturnType<typeof partiesOf>>[number]

export type Happened = {
  readonly no: number
  readonly id: string
  readonly on: string
  readonly at: Date
  readonly kind: EventKind
  readonly detail: EventDetail
  readonly pledgeId: string | null
  readonly pledge: string | null
  readonly party: string | null
  readonly title: string
}
type Asked = {
  readonly no?: number
  readonly pledge?: string
  readonly most: number
  readonly kinds?: readonly EventKind[]
  readonly newest?: true
  /** False: without figures, which stand with their agreement as a line. */
  readonly figures?: false
}
/** What happened: by the day on which it did, or with `newest` by when it became known, the newest first. */
export async function happened(
  { db, municipality }: Where,
  { no, pledge, most, kinds, newest, figures }: Asked,
): Promise<readonly Happened[]> {
  return db
    .selectFrom('published.covenant_event as e')
    .innerJoin('published.covenant as c', (join) =>
      join.onRef('c.municipality', '=', 'e.municipality').onRef('c.no', '=', 'e.no').on('c.to_at', 'is', null),
    )
    .leftJoin('published.covenant_party as p', (join) =>
      join.onRef('p.municipality', '=', 'e.municipality').onRef('p.no', '=', 'e.no').onRef('p.party', '=', 'e.party'),
    )
    .leftJoin('published.pledge as l', (join) =>
      join.onRef('l.municipality', '=', 'e.municipality').onRef('l.no', '=', 'e.no').onRef('l.pledge', '=', 'e.pledge'),
    )
    .select([
      'e.no',
      'e.id',
      'e.on',
      'e.at',
      'e.kind',
      'e.detail',
      'e.pledge as pledgeId',
      'l.title as pledge',
      'p.name as party',
    ])
    .select('c.title')
    .where('e.municipality', '=', municipality)
    .$if(no !== undefined, (query) => query.where('e.no', '=', no!))
    .$if(pledge !== undefined, (query) => query.where('e.pledge', '=', pledge!))
    .$if(kinds !== undefined, (query) => query.where('e.kind', 'in', kinds!))
    .$if(figures === false, (query) => query.where('e.kind', '<>', 'measured'))
    .$if(newest === true, (query) => query.orderBy('e.at', 'desc'))
    .orderBy('e.on', 'desc')
    .orderBy('e.id')
    .limit(most)
    .execute()
}

/** Answered questions and remarks of readers, the newest first. */
export const remarksOf = (
  { db, municipality }: Where,
  of: { readonly no?: number; readonly pledge?: string; readonly most: number },
) =>
  db
    .selectFrom('published.covenant_remark')
    .select([
      'id',
      'no',
      'pledge',
      'kind',
      'text',
      'name',
      'lang',
      'asked_on as askedOn',
      'answer',
      'by_function as by',
    ])
    .select('answered_on as answeredOn')
    .where('municipality', '=', municipality)
    .$if(of.no !== undefined, (query) => query.where('no', '=', of.no!))
    .$if(of.pledge !== undefined, (query) => query.where('pledge', '=', of.pledge!))
    .orderBy('answered_on', 'desc')
    .orderBy('id')
    .limit(of.most)
    .execute()
export type Remark = Awaited<ReturnType<typeof remarksOf>>[number]

/** When something of covenants last changed; undefined before the first. */
export async function changedCovenants({ db, municipality }: Where): Promise<Date | undefined> {
  const { at } = await db
    .selectFrom('published.covenant_event')
    .select((each) => each.fn.max('at').as('at'))
    .where('municipality', '=', municipality)
    .executeTakeFirstOrThrow()
  return at ?? undefined
}

/** What is said of a pledge in a word: the verdict, or how far it is. */
export type Word = 'met' | 'met-late' | 'not-met' | 'lapsed' | Course | 'waiting' | 'hidden' | 'unknown'
/** Of a pledge on a day: nothing negative is said before its date. */
export function wordOf(
  { course, verdict, stands, due }: Pick<Pledge, 'course' | 'verdict' | 'stands' | 'due'>,
  today = todayIn(),
): Word {
  if (verdict !== null) return verdict.outcome
  if (due < today) return 'waiting'
  return course ?? (stands.hidden ? 'hidden' : 'unknown')
}
