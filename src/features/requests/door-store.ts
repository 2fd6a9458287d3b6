/** A request as who asks reaches it: by functions of the database (migration 089), by nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { daysOn } from '../../lib/months.ts'
import { FOLLOW_UP_DAYS } from '../../vocabulary/hack.ts'
import type { Lang } from '../../web/language.ts'
import type { Letter } from '../../model/letter.ts'
import type {
  Channel,
  Controller,
  ForWhom,
  HandlingRole,
  Helped,
  IdentityStep,
  Owed,
  RequestOutcome,
  RequestState,
  RequestStepKind,
} from '../../vocabulary/request.ts'

export type NewRequest = {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly controller: Controller
  readonly role: HandlingRole
  /** A public path that it is about, or empty. */
  readonly about: string
  /** The fields of the entry there that name somebody; empty: none does. */
  readonly contact: string
  readonly owner: string
  /** YYYY-MM-DD. */
  readonly receivedOn: string
  readonly dueOn: string
  readonly keptMonths: number
  readonly identity: 'open' | 'not-needed'
  /** What the desk reads on its list of tasks. */
  readonly task: string
  readonly texts: readonly { readonly field: string; readonly text: string }[]
}

export type NewRequester = {
  readonly municipality: string
  readonly id: string
  /** The hash of the secret of its link. */
  readonly secret: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly post: string
  readonly lang: Lang
  readonly channel: Channel
  readonly whom: ForWhom
  readonly helper: boolean
  readonly onBehalf: string
  readonly typedBy: string | null
  readonly requests: readonly NewRequest[]
  readonly mail: Letter
}

/** Keeps what was asked, once however often it is sent; `full`: the municipality takes no more from strangers today. */
export async function addRequest(db: Db, asked: NewRequester, aDay: number): Promise<'kept' | 'full'> {
  const { rows } = await sql<{ done: 'kept' | 'full' }>`
    select wall.add_request(${JSON.stringify(asked)}::jsonb, ${aDay}) as done`.execute(db)
  return rows[0]!.done
}

export type FollowedStep = {
  readonly no: number
  readonly step: RequestStepKind
  readonly word: string
  /** YYYY-MM-DD, or null. */
  readonly until: string | null
  readonly at: string
  readonly texts: readonly { readonly field: string; readonly text: string }[]
  readonly files: number
}

export type FollowedRequest = {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly controller: Controller
  readonly about: string
  readonly state: RequestState
  readonly receivedOn: string
  readonly firstDue: string
  readonly due: string
  readonly extendedOn: string | null
  readonly committeeOn: string | null
  readonly stoppedSince: string | null
  readonly stoppedUntil: string | null
  readonly stoppedBy: string
  /** Of stops that are over. */
  readonly stoppedDays: number
  readonly identity: 'not-needed' | 'open' | IdentityStep
  readonly outcome: RequestOutcome | null
  readonly ground: string
  readonly closedOn: string | null
  readonly helped: Helped | null
  readonly again: number
  readonly noticeOn: string | null
  /** Of the first answer. */
  readonly answeredOn: string | null
  readonly answeredDue: string | null
  readonly wipeOn: string | null
  /** The last day on which nothing of it is wiped. */
  readonly heldUntil: string | null
  /** What was decided of a penalty; empty and null: nothing yet. */
  readonly owed: Owed | ''
  readonly owedOn: string | null
  /** What everybody may know of it, once that was told. `on`: YYYY-MM-DD. */
  readonly note: { readonly id: string; readonly title: string; readonly on: string } | null
  readonly steps: readonly FollowedStep[]
}

export type Followed = {
  readonly id: string
  readonly lang: Lang
  readonly channel: Channel
  readonly whom: ForWhom
  readonly mails: boolean
  readonly calls: boolean
  /** Whether anything is kept of who asks. */
  readonly known: boolean
  readonly receipt: boolean
  readonly madeOn: string
  readonly againOn: string | null
  /** How many codes were given after the first. */
  readonly codeNo: number
  readonly requests: readonly FollowedRequest[]
}

/** What stands behind this secret, by its hash; undefined: nothing. */
export async function followed(db: Db, municipality: string, hash: string): Promise<Followed | undefined> {
  const { rows } = await sql<{ one: Followed | null }>`
    select wall.read_requests(${municipality}, ${hash}) as one`.execute(db)
  const one = rows[0]?.one
  return one?.requests ? one : undefined
}

/** Keeps the first later day on which somebody came back. */
export async function cameBack(db: Db, municipality: string, hash: string): Promise<void> {
  await sql`select wall.seen_requester(${municipality}, ${hash})`.execute(db)
}

export type Act = {
  readonly number: string
  readonly what: 'added' | 'withdrawn' | 'helped' | 'again' | 'agreed' | 'declined' | 'notice' | 'works' | 'fails'
  readonly word: string
  readonly words: string
  /** When the term ends, where the act changes that. */
  readonly due: string
  /** What the desk reads on its list. */
  readonly task: string
}
/** `closed`: it can no longer be done. `enough`: first the municipality. */
export type Acted = 'done' | 'missing' | 'closed' | 'enough'

/** What who asks does with a request. */
export async function actOn(db: Db, municipality: string, hash: string, act: Act): Promise<Acted> {
  const { number, what, word, words, due, task } = act
  const { rows } = await sql<{ done: Acted }>`select wall.act_on_request(${municipality}, ${hash}, ${number}, ${what},
    ${word}, ${words}, ${due}::date, ${task}) as done`.execute(db)
  return rows[0]!.done
}

type Picture = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

/** Keeps a photo that was made anew. */
export async function addFile(
  db: Db,
  municipality: string,
  hash: string,
  { number, picture, task }: { readonly number: string; readonly picture: Picture; readonly task: string },
): Promise<Acted> {
  const { bytes, width, height } = picture
  const { rows } = await sql<{ done: Acted }>`select wall.add_request_file(${municipality}, ${hash}, ${number},
    ${Buffer.from(bytes)}, ${width}, ${height}, ${task}) as done`.execute(db)
  return rows[0]!.done
}

/** Takes name and addresses of who asked away, at once. */
export async function forgetRequester(db: Db, municipality: string, hash: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select wall.forget_requester(${municipality}, ${hash}) as done`.execute(db)
  return rows[0]!.done
}

/** Hack events that a report can be of, as their path, a space, and what they are called; the newest first. */
export async function hacksAround(db: Db, municipality: string, today: string) {
  const rows = await db
    .selectFrom('published.event')
    .select(['no', 'title'])
    .where('municipality', '=', municipality)
    .where('kind', '=', 'hack')
    .where('state', '=', 'placed')
    .where('starts_on', '<=', today)
    .where('ends_on', '>=', daysOn(today, -FOLLOW_UP_DAYS.at(-1)!))
    .orderBy('starts_on', 'desc')
    .limit(20)
    .execute()
  return rows.map(({ no, title }) => ({ path: `/samen/bijeenkomsten/${no} ${title}`, title }))
}

/** The algorithms that stand in the public register, by name: at most as many as fit a list to choose from. */
export async function publicAlgorithms(db: Db, municipality: string, register: string) {
  const rows = await db
    .selectFrom('published.entry')
    .select(['slug', 'title'])
    .where('municipality', '=', municipality)
    .where('register', '=', register)
    .where('to_at', 'is', null)
    .where('ended', '=', false)
    .orderBy('title')
    .limit(200)
    .execute()
  return rows.map(({ slug, title }) => ({ path: `/registers/${register}/${slug}`, title }))
}
