/** The part of the desk that is about cases: what is signed there, and by whom. */
import { FOLLOW, HANDLE, may, ME, PUBLISH, read, WRITE, type Wall } from './012-terms.ts'

/** The case that a row belongs to is one of which this is so; `c` is the case. */
const ofCase = (table: string, rule: string) =>
  `exists (select from case_file c where c.municipality = ${table}.municipality and c.id = ${table}.case_file
    and ${rule})`
const author = (table: string) => `(by = ${ME} and ${ofCase(table, `c.author = ${ME}`)})`
const handler = (table: string) => `(${may(HANDLE)} and ${ofCase(table, `c.handler = ${ME} and c.author <> ${ME}`)})`
/** Who decides: the one it was given to, or when that one is not here any more any other. Never who wrote it. */
const decides = `(${may(['decision-maker'])} and c.author <> ${ME} and not exists (select from person p
  where p.municipality = c.municipality and p.id = c.decision_maker and p.id <> ${ME} and p.state = 'active'))`
/** Who was asked: by name, or by role when nobody was named. Never who wrote the case. */
const asked = `case when r.person is null then r.role = any ((select wall.roles())::text[]) else r.person = ${ME} end
  and not exists (select from case_file c where c.municipality = r.municipality and c.id = r.case_file
    and c.author = ${ME})`

export const CASES: Readonly<Record<string, Wall>> = {
  case_number: { select: may(WRITE), insert: may(WRITE), update: may(WRITE), columns: { update: 'last' } },
  case_file: {
    select: read,
    insert: `(author = ${ME} and ${may(WRITE)})`,
    update: may([...WRITE, 'decision-maker', 'publisher']),
    columns: {
      update:
        'title, summary, author, handler, decision_maker, regulation, product, before_hold, round, urgent, complex, ' +
        'pre_check, full_test, route, intended_on, due_on, retest_on',
    },
  },
  case_step: { select: read, insert: may(FOLLOW) },
  legal_term: {
    select: read,
    insert: may(WRITE),
    update: may(WRITE),
    columns: { update: 'due_on, extended, ended_on, ended_by, note' },
  },
  opinion_request: {
    select: read,
    insert: ofCase('opinion_request', `c.author <> ${ME} and (${may(HANDLE)} and c.handler = ${ME} or ${decides})`),
  },
  opinion: {
    select: read,
    insert: `exists (select from opinion_request r where r.municipality = opinion.municipality
      and r.id = opinion.request and r.case_file = opinion.case_file and ${asked})`,
  },
  opinion_condition: {
    select: read,
    insert: `exists (select from opinion o where o.municipality = opinion_condition.municipality
      and o.id = opinion_condition.opinion and o.case_file = opinion_condition.case_file and o.by = ${ME})`,
  },
  opinion_draft: {
    select: `by = ${ME}`,
    insert: `by = ${ME}`,
    update: `by = ${ME}`,
    delete: `by = ${ME}`,
    columns: { update: 'content, saved_at' },
  },
  reaction: { select: read, insert: author('reaction') },
  // Who asked a condition, or could have, says whether it is enough.
  reaction_verdict: {
    select: read,
    insert: `exists (select from opinion_condition k join opinion o on o.municipality = k.municipality
        and o.id = k.opinion join opinion_request r on r.municipality = o.municipality and r.id = o.request
      where k.municipality = reaction_verdict.municipality and k.id = reaction_verdict.condition
        and k.case_file = reaction_verdict.case_file and (o.by = ${ME} or ${asked}))`,
  },
  author_answer: { select: read, insert: author('author_answer') },
  // Asked by who was asked for an opinion; answered by whom it was put to, or who writes or handles the case now.
  case_question: {
    select: read,
    insert: `case when answers is null then exists (select from opinion_request r
        where r.municipality = case_question.municipality and r.id = case_question.request
          and r.case_file = case_question.case_file and ${asked})
      else wall.may_answer(answers, case_file) end`,
  },
  rework: { select: read, insert: handler('rework') },
  case_event: { select: read, insert: `(by = ${ME} and ${may([...WRITE, 'decision-maker'])})` },
  advice: { select: read, insert: handler('advice') },
  flag_answer: { select: read, insert: handler('flag_answer') },
  decision: { select: read, insert: ofCase('decision', decides) },
  deviation: {
    select: read,
    insert: `exists (select from decision d where d.municipality = deviation.municipality
      and d.id = deviation.decision and d.by = ${ME})`,
  },
  measure: { select: read, insert: may(FOLLOW), update: may(FOLLOW), columns: { update: 'state' } },
  measure_proof: { select: read, insert: may(FOLLOW) },
  retest: {
    select: read,
    insert: `(${may(FOLLOW)} and by = ${ME})`,
    update: may(FOLLOW),
    columns: { update: 'started_at' },
  },
  omission: { select: read, insert: may(PUBLISH), update: may(PUBLISH), delete: may(PUBLISH) },
  case_release: { select: read, insert: may(PUBLISH) },
  sample_draw: { select: read, insert: may(HANDLE) },
  recheck: { select: read, insert: may(HANDLE) },
}
