/** What the clock, the worker and the doors may do: each its own acts, and nothing that a person signs. */
import type { Wall } from './012-terms.ts'

const anyone = 'true'

/** Of one municipality at a time. It reminds and tidies. */
export const CLOCK: Readonly<Record<string, Wall>> = {
  municipality: { select: anyone },
  municipality_contact: { select: anyone },
  person: {
    select: anyone,
    columns: { select: 'municipality, id, email, name, function, roles, organisation, state, digest, changed_at' },
  },
  recovery_code: { select: anyone, delete: anyone, columns: { select: 'municipality, person, used_at' } },
  session: { select: anyone, delete: anyone, columns: { select: 'municipality, person, ends_at' } },
  known_device: { select: anyone, delete: anyone, columns: { select: 'municipality, person, seen_at' } },
  one_time_link: { select: anyone, delete: anyone, columns: { select: 'municipality, kind, person, ends_at' } },
  task: {
    select: anyone,
    insert: anyone,
    update: anyone,
    delete: 'done_at is not null',
    columns: { update: 'done_at' },
  },
  message: {
    select: anyone,
    insert: anyone,
    update: anyone,
    delete: anyone,
    columns: { update: 'body, sent_at, tries, try_after, failure, trouble, said' },
  },
  unsent: { select: anyone, delete: anyone, columns: { select: 'municipality, ends_at' } },
  upload: { select: anyone, columns: { select: 'municipality, hash' } },
  audit_head: { select: anyone },
  case_file: { select: anyone },
  opinion_request: { select: anyone, update: anyone, columns: { update: 'escalated_at' } },
  opinion: { select: anyone, columns: { select: 'municipality, id, case_file, request, no' } },
  legal_term: { select: anyone },
  measure: { select: anyone },
  retest: { select: anyone, insert: `(by is null and kind = 'date')` },
  baseline: { select: anyone },
}

/** Of every municipality: who watches an address is told, whoever it is. */
export const WORKER: Readonly<Record<string, Wall>> = {
  municipality: { select: anyone },
  organisation: { select: anyone },
  subject: { select: anyone },
  visit: { select: anyone, update: anyone },
  round_visit: { select: anyone },
  judgement: { select: anyone, insert: anyone, update: anyone, columns: { update: 'current' } },
  finding: { insert: anyone },
  register_fetch: { select: anyone, update: anyone },
  regulation: { select: anyone, insert: anyone, update: anyone },
  case_file: { select: anyone, columns: { select: 'municipality, no, regulation' } },
  'published.toets': { select: anyone },
  'published.regulation': { select: anyone, insert: anyone, delete: anyone },
  'published.regulation_share': {
    select: anyone,
    insert: anyone,
    update: anyone,
    columns: { update: 'total, tested' },
  },
}

/** What opens before anyone is signed in: it finds an account and begins a session. */
export const DOOR: Readonly<Record<string, Wall>> = {
  municipality: { select: anyone },
  municipality_contact: { select: anyone },
  person: {
    select: anyone,
    insert: anyone,
    update: `state in ('invited', 'active')`,
    columns: {
      insert: 'municipality, id, email, name, function, roles, organisation, state',
      update: 'email, name, state, password, second_factor, second_factor_step, identity, changed_at, seen_at',
    },
  },
  recovery_code: { select: anyone, insert: anyone, update: anyone, delete: anyone, columns: { update: 'used_at' } },
  session: { select: anyone, insert: anyone, update: anyone, delete: anyone, columns: { update: 'seen_at' } },
  known_device: { select: anyone, insert: anyone, update: anyone, columns: { update: 'seen_at' } },
  // A link that was handed over gets a secret of its own when it is used.
  one_time_link: {
    select: anyone,
    insert: `kind = 'reset'`,
    update: anyone,
    columns: { update: 'used_at, hash, handed' },
  },
  // A new password is asked for by nobody that we know, and the mail goes to the account itself.
  message: {
    insert: `(kind = 'reset' and recipient = (select p.email from person p
      where p.municipality = message.municipality and p.id = message.person))`,
  },
  audit: { insert: `act = 'reset-asked'`, columns: { insert: 'municipality, act, object, detail' } },
  guess: { select: anyone, insert: anyone, update: anyone, delete: anyone },
  organisation: { select: anyone, columns: { select: 'municipality, id, name' } },
  baseline: { select: anyone, update: `state in ('invited', 'declined')`, columns: { update: 'state' } },
}
