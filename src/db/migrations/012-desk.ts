/**
 * What somebody who is signed in may do with the rows of the own municipality, table by table: the permission matrix of
 * 2026-11 in SQL. What is not here may not be done.
 */

import { CASES } from './012-cases.ts'
import {
  CONTENT,
  FOLLOW,
  HANDLE,
  INVITE,
  may,
  ME,
  OURS,
  PUBLISH,
  read,
  REGISTER,
  STAFF,
  WRITE,
  type Wall,
} from './012-terms.ts'

const boss = may(['administrator'])
/** Of the municipality itself for its staff; of an organisation for that organisation alone. */
const own = (staff: readonly string[]) =>
  `case when organisation is null then ${may(staff)} else organisation = ${OURS} end`
/** The same of the form that a row belongs to; who cannot see the form sees none of it. */
const ofForm = (table: string, staff: readonly string[], or = 'false') =>
  `exists (select from form f where f.municipality = ${table}.municipality and f.id = ${table}.form
    and (case when f.organisation is null then ${may(staff)} else f.organisation = ${OURS} end or ${or}))`
const shared = `exists (select from answer_share s where s.municipality = answer.municipality and s.form = answer.form
  and s.question = answer.question and answer.no >= s.no)`
const ownOrganisation = `organisation = ${OURS}`
const ofSubject = (table: string) =>
  `exists (select from subject s where s.municipality = ${table}.municipality and s.id = ${table}.subject)`

const signedIn = '(select current_municipality()) is not null'
const anyone = 'true'

export const DESK: Readonly<Record<string, Wall>> = {
  municipality: { select: anyone },
  municipality_contact: {
    select: anyone,
    insert: may([...INVITE, 'administrator']),
    update: may([...INVITE, 'administrator']),
    columns: { update: 'phone, email, changed_at' },
  },
  organisation: { select: `(${may(STAFF)} or id = ${OURS})` },
  subject: { select: `(${may(STAFF)} or organisation = ${OURS})` },
  visit: {
    select: `exists (select from subject s where s.kind = visit.kind and s.address = visit.address)`,
    everywhere: true,
  },
  judgement: { select: `(${read} or ${ofSubject('judgement')})` },
  finding: { select: `(${read} or ${ofSubject('finding')})` },

  person: {
    select: `(${may(STAFF)} or id = ${ME} or organisation = ${OURS})`,
    insert: boss,
    update: `(${boss} or id = ${ME})`,
    columns: {
      select:
        'municipality, id, email, name, function, roles, organisation, state, digest, created_at, changed_at, ' +
        'seen_at',
      insert: 'municipality, id, email, name, function, roles, organisation, state',
      update:
        'email, name, function, roles, state, password, second_factor, second_factor_step, identity, digest, ' +
        'changed_at, seen_at',
    },
  },
  recovery_code: { select: `person = ${ME}`, insert: `person = ${ME}`, delete: `person = ${ME}` },
  session: { select: `(${boss} or person = ${ME})`, delete: `(${boss} or person = ${ME})` },
  one_time_link: {
    select: `(${boss} or person = ${ME} or kind = 'baseline' and ${may(INVITE)})`,
    insert: `case kind when 'baseline' then ${may(INVITE)} when 'administrator' then false
      else ${boss} end`,
    update: `person = ${ME}`,
    delete: `(${boss} or person = ${ME} or kind = 'baseline' and ${may(INVITE)})`,
    columns: { update: 'used_at' },
  },
  audit: {
    select: `(${may(['auditor', 'fg', 'security-officer'])} or person = ${ME})`,
    insert: anyone,
    columns: { insert: 'municipality, act, object, detail' },
  },
  audit_head: { select: may(['auditor', 'fg', 'security-officer', 'administrator']) },
  task: {
    select: `(${read} or person = ${ME} or role = any ((select wall.roles())::text[]))`,
    insert: `(${may(FOLLOW)} or person = ${ME} or kind = 'cluster')`,
    update: `(${may(FOLLOW)} or person = ${ME} or role = any ((select wall.roles())::text[]))`,
    columns: { update: 'person, role, done_at, done_by' },
  },
  // Who reads the outbox reads no link that opens somebody else's account.
  message: {
    select: `(person = ${ME} or ${boss} or kind = 'baseline' and ${may(INVITE)}
      or kind not in ('invitation', 'reset') and ${may(['account-manager', 'auditor'])})`,
    insert: may(STAFF),
    update: `(${boss} or kind not in ('invitation', 'reset') and ${may(INVITE)})`,
    columns: { update: 'failure, trouble, said, try_after, tries, created_at' },
  },
  upload: { select: own(CONTENT), insert: `(by = ${ME} and ${own(WRITE)})`, delete: own(WRITE) },

  unsent: { select: `person = ${ME}`, insert: `person = ${ME}`, delete: `person = ${ME}` },
  // Versions come from the files of the program, kept at the start.
  questionnaire: { select: signedIn, everywhere: true },
  form: {
    select: `(${read} or ${ownOrganisation})`,
    insert: `(created_by = ${ME} and ${own(WRITE)})`,
    // Who confirms the group of an organisation sets which questions it gets.
    update: `(${own(WRITE)} or ${may(INVITE)})`,
    columns: { update: 'questionnaire, version, variant, closed_at' },
  },
  answer: { select: ofForm('answer', CONTENT, shared), insert: ofForm('answer', WRITE) },
  form_check: {
    select: ofForm('form_check', CONTENT),
    insert: `(by = ${ME} and ${ofForm('form_check', WRITE)})`,
    update: ofForm('form_check', WRITE),
    columns: { update: 'kind, version, by, at, looked_at, looked_by' },
  },
  answer_share: {
    select: `exists (select from form f where f.municipality = answer_share.municipality and f.id = answer_share.form)`,
    insert: ofForm('answer_share', []),
    delete: ofForm('answer_share', []),
  },
  answer_evidence: {
    select: ofForm('answer_evidence', CONTENT),
    insert: `(by = ${ME} and ${ofForm('answer_evidence', WRITE)})`,
    update: ofForm('answer_evidence', WRITE),
    columns: { update: 'removed_at, upload' },
  },
  comment: { select: ofForm('comment', CONTENT), insert: ofForm('comment', FOLLOW) },

  regulation: { select: read, insert: may(REGISTER), update: may(REGISTER) },
  register_fetch: { select: read, insert: may(REGISTER), columns: { insert: 'municipality, id, creator, by' } },
  product: { select: read, insert: may(REGISTER), update: may(REGISTER) },

  ...CASES,

  baseline: {
    select: `(${read} or ${ownOrganisation})`,
    insert: `(${may(INVITE)} or ${ownOrganisation})`,
    update: `(${may(INVITE)} or ${ownOrganisation})`,
  },

  ...Object.fromEntries(
    ['publication', 'organisation', 'subject', 'finding', 'tally'].map((table) => [
      `published.${table}`,
      { select: anyone },
    ]),
  ),
  'published.toets': {
    select: anyone,
    insert: may(PUBLISH),
    update: may(PUBLISH),
    columns: { update: 'current' },
  },
  'published.regulation': {
    select: anyone,
    insert: may([...REGISTER, ...PUBLISH]),
    delete: may([...REGISTER, ...PUBLISH]),
  },
  'published.regulation_share': {
    select: anyone,
    insert: may([...REGISTER, ...PUBLISH]),
    update: may([...REGISTER, ...PUBLISH]),
    columns: { update: 'total, tested' },
  },
  'published.sample_draw': { select: anyone, insert: may(HANDLE) },
  'published.blob': { select: signedIn, insert: may(PUBLISH), everywhere: true },
}
