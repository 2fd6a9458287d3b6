/** A covenant as a contact reaches it by a link: by functions of the database (migration 042), by nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../../db/connect.ts'
import type { CovenantText, FileReading } from '../../../model/covenant.ts'
import type { Letter } from '../../../model/letter.ts'
import type { LinkVerdict } from './link-verdict.ts'
import type { CommentState, CovenantState, ParticipantKind, ParticipantState } from '../../../vocabulary/covenant.ts'
import type { Channel, FileKind, Ground, LinkState } from '../../../vocabulary/signing.ts'

/** What a party signed and what it got of it: these bytes stay its own. */
export type Kept = {
  readonly no: number
  readonly files: readonly {
    readonly version: number
    readonly pdf: string
    readonly odt: string
    readonly json: string
  }[]
  readonly receipts: readonly {
    readonly version: number
    readonly no: number
    readonly hash: string
    readonly at: string
    readonly body: string
  }[]
}

export type Opened = {
  readonly state: 'open'
  readonly ends: string
  readonly participant: string
  readonly kind: ParticipantKind
  readonly standing: ParticipantState
  /** Of the step that made it so: the day, and until when it was said to last. */
  readonly since: { readonly on: string; readonly until: string | null } | null
  readonly kept: Kept
  readonly named: boolean | null
  readonly covenant: string
  readonly no: number
  readonly title: string
  readonly covenantState: CovenantState
  readonly organisation: string
  /** The address is told in part: enough to know which mailbox it is. */
  readonly contact: { readonly name: string; readonly function: string; readonly email: string }
  readonly asker: { readonly name: string; readonly function: string } | null
  /** A code that was mailed and still works. */
  readonly code: { readonly at: string; readonly left: number } | null
  readonly version: {
    readonly no: number
    readonly state: 'shown' | 'final'
    readonly text: CovenantText
    /** YYYY-MM-DD: until when there is room for comments. */
    readonly until: string | null
    /** What who showed it says of it. */
    readonly why: string
  } | null
  readonly fixed: {
    readonly version: number
    readonly pdf: string
    readonly odt: string
    readonly json: string
    readonly signBy: string
    readonly why: string
  } | null
  readonly signatures: readonly {
    readonly version: number
    readonly name: string
    readonly function: string
    readonly ground: Ground
    readonly channel: Channel
    readonly at: string
    readonly json: string
    readonly withdrawn: boolean
  }[]
  /** What was said of this party, and stands. */
  readonly verdicts: readonly LinkVerdict[]
  readonly comments: readonly {
    readonly version: number
    readonly article: string
    readonly text: string
    readonly state: CommentState
    readonly answer: string
    readonly doneIn: number | null
    readonly at: string
  }[]
}
export type Shut = {
  readonly state: Exclude<LinkState, 'open'>
  readonly title: string | null
  /** Of who left, for a year. */
  readonly kept?: Kept | null
}

/** What the link with this hash opens; undefined: there is none. Nothing changes by looking. */
export async function linkAt(db: Db, municipality: string, hash: string): Promise<Opened | Shut | undefined> {
  const { rows } = await sql<{ one: Omit<Opened, 'verdicts'> | Shut | null; verdicts: readonly LinkVerdict[] }>`
    select wall.read_covenant_link(${municipality}, ${hash}) as one,
      wall.verdicts_by_link(${municipality}, ${hash}) as verdicts`.execute(db)
  const { one, verdicts } = rows[0]!
  return one?.state === 'open' ? { ...one, verdicts } : (one ?? undefined)
}

/** What came of it: `done`, or why not. */
export type Came =
  | 'done'
  | 'signed'
  | 'missing'
  | 'ended'
  | 'nowhere'
  | 'enough'
  | 'too-late'
  | 'no-code'
  | 'old-code'
  | 'tried-code'
  | 'wrong-code'
  | 'not-final'
  | 'other-version'
  | 'not-now'
  | 'twice'

/** What ends a link, or brings a new one in its place. */
export type Done = 'passed' | 'wrong' | 'renewed'

/** A link of a municipality, by the hash of its secret. */
export type At = { readonly db: Db; readonly municipality: string; readonly hash: string }
const came = async (db: Db, call: ReturnType<typeof sql<{ came: Came }>>): Promise<Came> =>
  (await call.execute(db)).rows[0]!.came

/** Keeps what a contact says of an article of the version that is shown. */
export const commentBy = ({ db, municipality, hash }: At, version: number, article: string, text: string) =>
  came(db, sql`select wall.comment_covenant(${municipality}, ${hash}, ${version}, ${article}, ${text}) as came`)

/** Mails a code to the contact, and to nobody else; `code` is its hash, `mail` holds it. */
export const askCode = ({ db, municipality, hash }: At, code: string, mail: Letter) =>
  came(
    db,
    sql`select wall.ask_covenant_code(${municipality}, ${hash}, ${code}, ${JSON.stringify(mail)}::jsonb) as came`,
  )

export type Signed = {
  readonly version: number
  /** SHA-256 of the JSON that was read. */
  readonly json: string
  readonly name: string
  readonly function: string
  readonly ground: Ground
  readonly ground_text: string
  readonly read: boolean
  readonly named: boolean
}

/** Signs, with all that comes of it, or nothing. `code`: the hash of what was typed. */
export const signBy = ({ db, municipality, hash }: At, code: string, one: Signed) =>
  came(db, sql`select wall.sign_covenant(${municipality}, ${hash}, ${code}, ${JSON.stringify(one)}::jsonb) as came`)

export type OwnStep = 'declined' | 'paused' | 'resumed' | 'left' | 'named' | 'unnamed'

export type Said = {
  readonly step: OwnStep
  readonly reason: string
  /** Of a pause: the last day. */
  readonly until: string | null
  /** What the contact gets as proof. */
  readonly mail: Letter
}

/** What a party does itself. */
export const stepBy = ({ db, municipality, hash }: At, code: string, { step, reason, until, mail }: Said) =>
  came(
    db,
    sql`select wall.step_covenant(${municipality}, ${hash}, ${code}, ${step}, ${reason}, ${until}::date,
      ${JSON.stringify(mail)}::jsonb) as came`,
  )

/** What a party answers to a verdict. */
export const answerBy = (
  { db, municipality, hash }: At,
  code: string,
  { verdict, what, words }: { readonly verdict: string; readonly what: 'objection' | 'plan'; readonly words: string },
) => came(db, sql`select wall.answer_verdict(${municipality}, ${hash}, ${code}, ${verdict}, ${what}, ${words}) as came`)

export type Colleague = { readonly name: string; readonly function: string; readonly email: string }
export type NewLink = { readonly secret: string; readonly days: number; readonly mail: Letter }

/** Gives a colleague a link, and ends this one. `secret`: the hash of the new one. */
export const passOn = (
  { db, municipality, hash }: At,
  code: string,
  whom: Colleague,
  { secret, days, mail }: NewLink,
) =>
  came(
    db,
    sql`select wall.pass_covenant_on(${municipality}, ${hash}, ${code}, ${JSON.stringify(whom)}::jsonb, ${secret},
      ${days}, ${JSON.stringify(mail)}::jsonb) as came`,
  )

/** Ends a link that came to somebody else. */
export const notMe = ({ db, municipality, hash }: At) =>
  came(db, sql`select wall.not_me_in_covenant(${municipality}, ${hash}) as came`)

/** A new link for one that is past its day, to the same mailbox. */
export const renew = ({ db, municipality, hash }: At, { secret, days, mail }: NewLink) =>
  came(
    db,
    sql`select wall.renew_covenant_link(${municipality}, ${hash}, ${secret}, ${days}, ${JSON.stringify(mail)}::jsonb)
      as came`,
  )

export type GivenFile = {
  readonly version: number
  readonly kind: Exclude<FileKind, 'validation'>
  readonly hash: string
  readonly media: string
  readonly size: number
  readonly name: string
  readonly original_at: string
  readonly reading: FileReading
}

/** Keeps that a file was sent, and its bytes by `put` before that counts. */
export const addFile = ({ db, municipality, hash }: At, code: string, one: GivenFile, put: () => Promise<unknown>) =>
  db.transaction().execute(async (tx) => {
    const done = await came(
      tx,
      sql`select wall.add_covenant_file(${municipality}, ${hash}, ${code}, ${JSON.stringify(one)}::jsonb) as came`,
    )
    if (done === 'done') await put()
    return done
  })
