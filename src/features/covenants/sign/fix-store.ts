/** Fixes a version: its bytes are made once, kept by their hash, and everybody who is asked to sign gets a link. */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import type { EvidenceStore } from '../../../db/evidence.ts'
import { canonicalJson } from '../../../lib/canonical-json.ts'
import type { Media } from '../../../model/home.ts'
import { TheCity } from '../../../web/letter.ts'
import { paperOf } from '../../../web/document.tsx'
import { odtOf } from '../../../web/odt.ts'
import { contentOf, covenantPaper } from '../document.ts'
import { renewalOf } from '../version-store.ts'
import type { FixFacts } from './rules.ts'

/** Prints whole HTML to PDF. */
export type Print = (html: string, foot: string) => Promise<Uint8Array>

/** The forms in which a version is fixed. */
export const FORMS = {
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  json: 'application/json',
} as const satisfies Readonly<Record<string, Media>>
export type FileForm = keyof typeof FORMS
/** Whether it is one of these. */
export const isForm = (text: string): text is FileForm => Object.hasOwn(FORMS, text)

export type Candidate = FixFacts & {
  readonly id: string
  readonly no: number
  readonly title: string
  readonly version: number
}

/** The version that was shown last, with what decides whether it may be fixed; undefined when nothing is shown. */
export async function candidateOf(tx: Tx, municipality: string, covenant: string): Promise<Candidate | undefined> {
  const row = await tx
    .selectFrom('covenant as c')
    .innerJoin('covenant_version as v', (join) =>
      join.onRef('v.municipality', '=', 'c.municipality').onRef('v.covenant', '=', 'c.id'),
    )
    .select([
      'c.id',
      'c.no',
      'c.title',
      'c.state as covenant',
      'v.no as version',
      'v.state',
      'v.text',
      'v.comments_until as commentsUntil',
      (eb) =>
        eb
          .selectFrom('covenant_comment as m')
          .select(sql<number>`count(*)::int`.as('count'))
          .whereRef('m.municipality', '=', 'c.municipality')
          .whereRef('m.covenant', '=', 'c.id')
          .where('m.state', '=', 'open')
          .as('openComments'),
    ])
    .where('c.municipality', '=', municipality)
    .where('c.id', '=', covenant)
    .where('v.state', 'in', ['shown', 'final'])
    .orderBy('v.no', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const opinions = await tx
    .selectFrom('covenant_opinion as o')
    .select(['role', 'stance'])
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .where('version', '=', row.version)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('covenant_opinion as r')
            .select('r.id')
            .whereRef('r.municipality', '=', 'o.municipality')
            .whereRef('r.replaces', '=', 'o.id'),
        ),
      ),
    )
    .execute()
  const { text, ...one } = row
  const until = (await renewalOf(tx, municipality, covenant))?.until
  const unsaidUntil = until === undefined || until === text.until ? null : until
  return { ...one, openComments: row.openComments ?? 0, opinions, unsaidUntil }
}

type Doing = {
  readonly tx: Tx
  readonly municipality: { readonly id: string; readonly name: string }
  readonly who: { readonly id: string }
  /** YYYY-MM-DD. */
  readonly today: string
}

/**
 * Makes the bytes and fixes the version with them: all of it or nothing. The rules were asked before, and the database
 * asks them again.
 */
export async function fixVersion(
  { tx, municipality, who, today }: Doing,
  one: Candidate,
  { signBy, why }: { readonly signBy: string; readonly why: string },
  { print, files }: { readonly print: Print; readonly files: Pick<EvidenceStore, 'put'> },
): Promise<void> {
  const { text } = await tx
    .selectFrom('covenant_version')
    .select('text')
    .where('municipality', '=', municipality.id)
    .where('covenant', '=', one.id)
    .where('no', '=', one.version)
    .executeTakeFirstOrThrow()
  const { title, no: number, version } = one
  const content = contentOf({ municipality: TheCity(municipality.name), number, title, version, fixedOn: today }, text)
  const json = new TextEncoder().encode(canonicalJson(content))
  const paper = covenantPaper(content)
  // Printing takes seconds: before the first line in the trail, which everyone of this municipality waits for.
  const printed = await print(paperOf(paper), paper.above)
  const hashes = {
    pdf: await files.put(FORMS.pdf, printed),
    odt: await files.put(FORMS.odt, odtOf(paper)),
    json: await files.put(FORMS.json, json),
  }
  await tx
    .insertInto('covenant_fixed')
    .values({ municipality: municipality.id, covenant: one.id, version, ...hashes, sign_by: signBy, why, by: who.id })
    .execute()
  await record(tx, municipality.id, {
    act: 'covenant.fixed',
    object: `covenant/${one.id}`,
    detail: { version, ...hashes, signBy },
  })
}

/** What was fixed: the hash of each form, by whom, and what was said to who disagreed. Newest first. */
export const fixedOf = (tx: Tx, municipality: string, covenant: string) =>
  tx
    .selectFrom('covenant_fixed as f')
    .innerJoin('covenant_version as v', (join) =>
      join
        .onRef('v.municipality', '=', 'f.municipality')
        .onRef('v.covenant', '=', 'f.covenant')
        .onRef('v.no', '=', 'f.version'),
    )
    .select(['f.version', 'v.state', 'f.pdf', 'f.odt', 'f.json', 'f.sign_by as signBy', 'f.why', 'f.at'])
    .where('f.municipality', '=', municipality)
    .where('f.covenant', '=', covenant)
    .orderBy('f.version', 'desc')
    .execute()
export type Fixed = Awaited<ReturnType<typeof fixedOf>>[number]

/** Receipts of a covenant, the newest first. */
export const receiptsOf = (tx: Tx, municipality: string, covenant: string) =>
  tx
    .selectFrom('covenant_receipt')
    .select(['version', 'no', 'hash', 'at', 'body'])
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .orderBy('version', 'desc')
    .orderBy('no', 'desc')
    .execute()
