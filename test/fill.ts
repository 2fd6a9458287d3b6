/**
 * A row of everything, made from the database itself: one of the municipality, one of a partner and its organisation,
 * and one of another municipality. A table that is new is filled too.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../src/db/connect.ts'
import { todayIn } from '../src/web/language.ts'
import { unasked } from './database.ts'

export type Kind = 'theirs' | 'mine' | 'elsewhere'
export const KINDS: readonly Kind[] = ['theirs', 'mine', 'elsewhere']
type Whose = { readonly municipality: string; readonly person: string; readonly organisation: string }
export type Row = Readonly<Record<string, unknown>>
export type Column = {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly words: string
}
export type Table = { readonly name: string; readonly columns: readonly Column[] }

/** Columns that hold a person, by their names in all tables. */
export const PEOPLE = new Set(
  (
    'person by author handler decision_maker created_by owner invited_by done_by ended_by cluster_by_organisation ' +
    'cluster_confirmed_by checked_by whom named'
  ).split(' '),
)
/** What a column refers to where its name does not say so. */
const REFERS: Readonly<Record<string, string>> = {
  measure: 'exercise_measure',
  request: 'opinion_request',
  condition: 'opinion_condition',
  draw: 'sample_draw',
  participant: 'covenant_participant',
  verdict: 'pledge_verdict',
  duty: 'contract_duty',
  feed: 'warning_feed',
  code: 'group_code',
  offer: 'buddy_offer',
}
/** What must agree between tables, or with the way of a case. */
const GIVEN: Readonly<Record<string, unknown>> = {
  'campaign.after': '2099-01-01',
  'campaign.criteria': ['VEI-01.1'],
  'campaign.steps': ['een', 'twee', 'drie'],
  'campaign.ways': ['letter'],
  'campaign.plan': null,
  'campaign.hash': null,
  'campaign.seed': null,
  'campaign.result': null,
  'campaign_member.stratum': 1,
  'campaign_member.first': null,
  'campaign_member.after': null,
  'published.campaign.plan': '{}',
  'published.campaign.result': null,
  'badge_sighting.settled_by': null,
  'help_place.postcode': '1234 AB',
  'help_place.website': '',
  'help_place.x': null,
  'help_place.y': null,
  'help_place.times': { hours: [], off: [], extra: [] },
  'course.times': { hours: [], off: [], extra: [] },
  'course.website': '',
  'course.place': null,
  'course_session.starts': '10:00',
  'course_session.ends': '12:00',
  'course_signup.phone': '0612345678',
  'course_signup.state': 'placed',
  'course_signup.placed_at': '2026-11-01T12:00:00Z',
  'event.postcode': '1234 AB',
  'event_signup.phone': '0612345678',
  'event.starts': '10:00',
  'event.ends': '12:00',
  'event.material': [],
  'event.pending': {},
  'event.taken_off': '',
  'event.state': 'placed',
  'event.placed_at': '2026-11-01T12:00:00Z',
  'event.kind': 'hack',
  'hack_target.opens': '10:00',
  'hack_target.closes': '12:00',
  'hack_target.signed_hash': '',
  'hack_finding.number': 'ABCDE12345',
  'event_signup.state': 'placed',
  'event_signup.placed_at': '2026-11-01T12:00:00Z',
  'published.postcode_area.pc4': '1234',
  'published.postcode_area.x': 100_000,
  'published.postcode_area.y': 400_000,
  'published.course_right.asked': null,
  'published.course_right.met': null,
  'bid_stated.stated': '',
  'buddy_offer.stopped_on': null,
  'incident.wipe_on': null,
  'exercise.content': {},
  'exercise.starts': '09:00',
  'exercise_event.text': '',
  'exercise_event.kind': 'started',
  'exercise.ended_at': null,
  'exercise.ended_on': null,
  'exercise.started_at': null,
  'exercise.state': 'planned',
  'exercise_event.message': null,
  'exercise_proof.verdict': null,
  'incident_log.answer': null,
  'incident_log.call': null,
  'case_file.state': 'draft',
  'contract_duty.state': 'running',
  'certificate.number': '0'.repeat(17),
  'certificate.lesson': 'phishing',
  'certificate.signature': 'A'.repeat(86),
  'group_code.ended_on': null,
  'group_count.lesson': 'phishing',
  'case_file.product': null,
  'case_file.pre_check': null,
  'case_file.full_test': null,
  'covenant_version.state': 'shown',
  'covenant_version.shown_at': '2026-11-01T12:00:00Z',
  'covenant_step.step': 'named',
  ...Object.fromEntries(
    ['covenant_fixed', 'covenant_signature', 'covenant_report'].flatMap((table) =>
      ['pdf', 'odt', 'json'].map((name) => [`${table}.${name}`, 'a'.repeat(64)]),
    ),
  ),
  'pledge_word.link': null,
  'done_once.mark': 'a'.repeat(64),
  'covenant_file.hash': 'a'.repeat(64),
  'covenant_file.about': null,
  'covenant_file.says': null,
  'covenant_link.ended': null,
  'covenant_link.code': null,
  'covenant_receipt.hash': 'a'.repeat(64),
  'covenant_signature.channel': 'desk',
  'covenant_signature.link': null,
  'covenant_signature.file': null,
  'covenant_opinion.replaces': null,
  'covenant_evaluation.outcome': 'end',
  'counted_finding.checked': null,
  'counted_finding.checked_by': null,
  'counted_finding.replaces': null,
  'pledge_party.verdict': null,
  'pledge_verdict.days_late': null,
  'pledge_verdict.replaces': null,
  'covenant_follow.pledge': null,
  'covenant_remark.state': 'withdrawn',
  'covenant_told.objection': '',
  'covenant_told.goes_on': null,
  'covenant_told.answered_by': null,
  'decision.corrects': null,
  'decision.correction': '',
  'case_question.answers': null,
  'case_step.from_state': 'draft',
  'case_step.to_state': 'pre-check',
  'inspection.hash': '0'.repeat(64),
  'inspection_photo.hash': '0'.repeat(64),
  'job.kind': 'mail',
  'opinion_request.role': 'fg',
  'opinion_request.person': null,
  'municipality_look.accent': '#0b5563',
  'noted_finding.replaces': null,
  'noted_finding.withdrawn_for': null,
  'premises_letter.ended': null,
  'published.file.media': 'application/pdf',
  'task.path': '/balie',
  'tender.state': 'draft',
  'tender.issued': 0,
  'tender.chosen': null,
  'tender_opinion.about': null,
  'tender_opinion.kind': 'opinion',
  'request.extended_on': null,
  'request.stopped_since': null,
  'request.stopped_until': null,
  'request.notice_on': null,
  'request.outcome': null,
  'request.answered_by': null,
  'request.helped': null,
  'request.merged_into': null,
  'request.split_from': null,
  'request.handler': null,
  'request.closed_at': null,
  'request.wipe_on': null,
  'request.held_until': null,
  'request.owed': '',
  'request.owed_on': null,
  'request.committee_on': null,
  'request.identity_by': null,
  'request.identity_on': null,
  'request.mandate_on': null,
  'request.kept_months': 12,
  'request_stub.month': '2026-11',
  'published.request_figure.period': '2026-1',
  'practice.number': 'ABCDE12345',
  'practice.secret': 'a'.repeat(64),
  'practice.norms': ['VEI-11'],
  'practice.link': '',
  'practice.licence': 'CC0-1.0',
  'practice.state': 'sent',
  'practice.ended_on': null,
  'published.practice.licence': 'CC0-1.0',
  'published.practice.lang': 'nl',
  'published.practice.withdrawn_on': null,
  'weakness.judged_on': null,
  'weakness.told_on': null,
  'weakness.answered_on': null,
  'weakness.fixed_on': null,
  'weakness_note.told_by': null,
  'weakness_note.told_on': null,
  'weakness_note.taken_back_on': null,
  'rating.ease': 3,
  'rating.words': 'Het ging goed.',
  'rating.shown': false,
  'usability_test.number': 5,
  'usability_test.finished': 2,
  'usability_test.with_help': 1,
  'request.identity': 'not-needed',
  'request.state': 'new',
  'requester.channel': 'screen',
  'requester.typed_by': null,
  'report.state': 'corrected',
  'report.closed_at': '2026-11-01T12:00:00Z',
  'report_word.step': 'answered',
  'report_word.outcome': 'corrected',
  'retest.kind': 'date',
  'expiry.kind': 'domain',
  'expiry.told_until': null,
  'person.state': 'active',
  'premises_outcome.reason': 'Er is opnieuw gekeken.',
  'street_round.closed_by': null,
  'published.organisation_held.to_no': null,
  'published.subject_held.to_no': null,
  'published.subject_parties.to_no': null,
  'published.subject_visit.to_no': null,
  'warning.ended': null,
  'warning.ended_on': null,
  'warning.ends_on': '2099-01-01',
  'warning.feed': null,
  'warning.label': 'GREEN',
  'warning.sent_at': '2026-11-01T12:00:00Z',
  'warning.state': 'sent',
  'warning_client.ended_by': null,
}

/** A decision is not of tomorrow, and lies within its case. */
const NOW = new Date().toISOString()
const TODAY = todayIn()

export const uuidOf = (text: string): string =>
  createHash('md5')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** Every table of ours, with its columns; a partition is its parent's. */
export async function tablesIn(db: Db): Promise<Table[]> {
  const { rows } = await sql<{ table: string } & Column>`
    select n.nspname || '.' || c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
      not a.attnotnull as nullable, coalesce((select string_agg(pg_get_constraintdef(k.oid), ' '
        order by k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)), '') as words
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in ('public', 'published') and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname !~ '^kysely_' order by 1, a.attnum`.execute(db)
  return [...Map.groupBy(rows, ({ table }) => table)].map(([name, columns]) => ({ name, columns }))
}

/** Every table and every view that everybody reads, by name: what was a table once may be a view now. */
export async function readable(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select 'published.' || viewname as name from pg_views
    where schemaname = 'published'`.execute(db)
  return [...(await tablesIn(db)), ...rows].map(({ name }) => name)
}

function valueOf(table: string, { name, type, nullable, words }: Column, kind: Kind, whose: Whose): unknown {
  const bare = table.replace('public.', '')
  if (`${bare}.${name}` in GIVEN) return GIVEN[`${bare}.${name}`]
  if (name === 'municipality') return whose.municipality
  if (name === 'organisation' && type === 'uuid') return nullable && kind !== 'mine' ? null : whose.organisation
  if (PEOPLE.has(name) && type === 'uuid') return whose.person
  if (type === 'uuid')
    return uuidOf(`${name === 'id' ? bare.replace('published.', '') : (REFERS[name] ?? name)} ${kind}`)
  if (type === 'text')
    return /'([^']+)'::text/.exec(words)?.[1] ?? (name === 'address' ? `${kind}.test` : `${bare} ${kind}`)
  if (type === 'boolean') return false
  if (type === 'date') return name === 'month' ? '2026-11-01' : TODAY
  if (type.startsWith('timestamp')) return nullable ? null : NOW
  if (type === 'jsonb') return {}
  if (type.endsWith('[]')) return []
  if (type === 'bytea') return '\\x00'
  return KINDS.indexOf(kind) + 1
}

export const rowOf = (table: Table, kind: Kind, whose: Whose): Row =>
  Object.fromEntries(table.columns.map((column) => [column.name, valueOf(table.name, column, kind, whose)]))

/** Puts a row of each kind in every table but those that are filled already. */
export async function fill(db: Db, whose: Readonly<Record<Kind, Whose>>, filled: readonly string[]): Promise<void> {
  const tables = await tablesIn(db)
  await unasked(db, async (tx) => {
    for (const table of tables.filter(({ name }) => !filled.includes(name)))
      for (const kind of KINDS) {
        const row = JSON.stringify(rowOf(table, kind, whose[kind]))
        await sql`insert into ${sql.table(table.name)}
          select * from jsonb_populate_record(null::${sql.table(table.name)}, ${row}::jsonb)
          on conflict do nothing`.execute(tx)
      }
  })
}
