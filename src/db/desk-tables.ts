/** The tables of the desk as Kysely knows them; a test holds this against the database itself. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { CaseKind, CaseState, ReactionKind, Stance } from '../vocabulary/case.ts'
import type { Trouble } from '../model/mail.ts'
import type { EntryVersion, Values } from '../model/register.ts'
import type { BaselineState } from '../vocabulary/baseline.ts'
import type { ReleaseStep } from '../vocabulary/register.ts'
import type { PersonState } from '../vocabulary/person.ts'
import type { Role } from '../vocabulary/roles.ts'

type Stamp = ColumnType<Date, Date | string | undefined, Date | string>
type Moment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** What was answered: an option, several options, or text. */
export type Answer = string | readonly string[]
/** What was written of an opinion and not signed yet. */
export type OpinionDraft = {
  readonly stance: string
  readonly text: string
  readonly conditions: readonly { readonly text: string; readonly owner: string; readonly dueOn: string }[]
}
export type RegulationVersion = {
  readonly version: string
  readonly inForceOn: string | null
  readonly outOfForceOn: string | null
}

/** Dates are text, `2026-11-25`. Text and lists that the database fills in itself are Generated. */
export type DeskTables = {
  municipality_contact: {
    municipality: string
    phone: Generated<string>
    email: Generated<string>
    changed_at: Stamp
  }
  person: {
    municipality: string
    id: string
    email: string
    name: string
    function: Generated<string>
    roles: Generated<Role[]>
    organisation: string | null
    state: PersonState
    password: string | null
    second_factor: string | null
    second_factor_step: number | null
    identity: string | null
    digest: Generated<boolean>
    created_at: Stamp
    changed_at: Stamp
    seen_at: Moment
  }
  recovery_code: {
    municipality: string
    person: string
    hash: string
    used_at: Moment
  }
  session: {
    municipality: string
    hash: string
    person: string
    factor: 'password' | 'full'
    created_at: Stamp
    seen_at: Stamp
    ends_at: Stamp
    client: Generated<string>
  }
  known_device: {
    municipality: string
    person: string
    device: string
    seen_at: Stamp
  }
  one_time_link: {
    municipality: string
    hash: string
    kind: 'administrator' | 'invitation' | 'reset' | 'baseline'
    person: string | null
    baseline: string | null
    created_at: Stamp
    ends_at: Stamp
    used_at: Moment
    handed: Generated<boolean>
  }
  unsent: {
    municipality: string
    id: string
    person: string
    sealed: string
    at: Stamp
    ends_at: Stamp
  }
  guess: {
    key: string
    count: number
    ends_at: Stamp
  }
  audit_head: {
    municipality: string
    no: number
    hash: string
  }
  audit: {
    municipality: string
    no: number
    at: string
    person: string | null
    act: string
    object: string
    detail: string
    previous: string
    hash: string
  }
  task: {
    municipality: string
    id: string
    kind: string
    object: string
    person: string | null
    role: Role | null
    text: string
    path: string
    due_on: string | null
    created_at: Stamp
    done_at: Moment
    done_by: string | null
  }
  message: {
    municipality: string
    id: string
    person: string | null
    recipient: string
    subject: string
    body: string
    kind: string
    key: string
    digest: Generated<boolean>
    created_at: Stamp
    sent_at: Moment
    tries: Generated<number>
    try_after: Moment
    failure: string | null
    object: string | null
    by: string | null
    trouble: Trouble | null
    said: string | null
  }
  upload: {
    municipality: string
    id: string
    hash: string
    media: string
    name: string
    size: number
    organisation: string | null
    by: string
    at: Stamp
  }
  questionnaire: {
    id: string
    version: string
    content: JSONColumnType<Record<string, unknown>>
    kept_at: Stamp
  }
  form: {
    municipality: string
    id: string
    questionnaire: string
    version: string
    variant: string | null
    organisation: string | null
    earlier: string | null
    created_by: string
    created_at: Stamp
    closed_at: Moment
  }
  answer: {
    municipality: string
    form: string
    question: string
    no: number
    value: ColumnType<Answer | null, string | null, string | null>
    reason: Generated<string>
    by: string
    at: Stamp
    restores: number | null
    version: Generated<string>
  }
  answer_share: {
    municipality: string
    form: string
    question: string
    by: string
    at: Stamp
    no: Generated<number>
  }
  form_check: {
    municipality: string
    form: string
    question: string
    kind: 'changed' | 'again'
    version: string
    by: string
    at: Stamp
    looked_at: Moment
    looked_by: string | null
  }
  answer_evidence: {
    municipality: string
    id: string
    form: string
    question: string
    kind: 'file' | 'link' | 'scan'
    title: string
    url: string | null
    upload: string | null
    subject: string | null
    owner: Generated<string>
    ends_on: string | null
    by: string
    at: Stamp
    removed_at: Moment
  }
  comment: {
    municipality: string
    id: string
    form: string
    question: string
    text: string
    by: string
    at: Stamp
  }
  regulation: {
    municipality: string
    id: string
    work: string
    version: Generated<string>
    title: string
    kind: Generated<string>
    department: Generated<string>
    url: string | null
    issued_on: string | null
    modified_on: string | null
    in_force_on: string | null
    out_of_force_on: string | null
    subjects: Generated<string[]>
    versions: JSONColumnType<readonly RegulationVersion[], string | undefined, string>
    source: 'cvdr' | 'csv' | 'hand'
    ended_at: Moment
    created_at: Stamp
    changed_at: Stamp
  }
  register_fetch: {
    municipality: string
    id: string
    creator: string
    by: string
    at: Stamp
    started_at: Moment
    done: Generated<number>
    total: Generated<number>
    ended_at: Moment
    added: number | null
    changed: number | null
    unchanged: number | null
    missing: Generated<string[]>
    failure: string | null
  }
  product: {
    municipality: string
    id: string
    name: string
    supplier: Generated<string>
    version: Generated<string>
    configuration: Generated<string>
    deployment: Generated<string>
    description: Generated<string>
    contract_starts_on: string | null
    contract_ends_on: string | null
    cost_per_year: number | null
    data: Generated<string[]>
    owner: Generated<string>
    websites: Generated<string[]>
    ended_at: Moment
    created_at: Stamp
    changed_at: Stamp
  }
  case_number: {
    municipality: string
    last: number
  }
  case_file: {
    municipality: string
    id: string
    no: number
    kind: CaseKind
    title: string
    summary: Generated<string>
    author: string
    handler: string | null
    decision_maker: string | null
    regulation: string | null
    product: string | null
    state: Generated<CaseState>
    state_since: Stamp
    before_hold: CaseState | null
    round: Generated<number>
    urgent: Generated<boolean>
    complex: Generated<boolean>
    pre_check: string | null
    full_test: string | null
    route: string | null
    intended_on: string | null
    due_on: string | null
    retest_on: string | null
    created_at: Stamp
  }
  case_step: {
    municipality: string
    case_file: string
    no: number
    from_state: CaseState | null
    to_state: CaseState
    by: string
    function: Generated<string>
    at: Stamp
    reason: Generated<string>
    rule: string | null
  }
  legal_term: {
    municipality: string
    id: string
    case_file: string
    term: string
    starts_on: string
    due_on: string
    extended: string | null
    ended_on: string | null
    ended_by: string | null
    note: Generated<string>
    by: string
    at: Stamp
  }
  opinion_request: {
    municipality: string
    id: string
    case_file: string
    round: number
    role: Role
    person: string | null
    by: string
    at: Stamp
    due_on: string
    escalated_at: Moment
    replaces: string | null
    reason: Generated<string>
  }
  opinion: {
    municipality: string
    id: string
    case_file: string
    request: string
    no: number
    stance: Stance
    text: string
    by: string
    function: Generated<string>
    at: Stamp
  }
  opinion_condition: {
    municipality: string
    id: string
    case_file: string
    opinion: string
    no: number
    text: string
    owner: string | null
    due_on: string | null
  }
  reaction: {
    municipality: string
    case_file: string
    condition: string
    no: number
    kind: ReactionKind
    text: string
    by: string
    at: Stamp
  }
  reaction_verdict: {
    municipality: string
    case_file: string
    condition: string
    reaction: number
    verdict: 'enough' | 'weaker'
    text: Generated<string>
    by: string
    at: Stamp
  }
  author_answer: {
    municipality: string
    case_file: string
    about: string
    version: number
    no: number
    text: string
    by: string
    at: Stamp
  }
  case_event: {
    municipality: string
    id: string
    case_file: string
    kind: 'author-replaced' | 'request-replaced' | 'reminded' | 'escalated'
    text: string
    by: string
    at: Stamp
  }
  rework: {
    municipality: string
    id: string
    case_file: string
    form: string
    question: string
    text: string
    by: string
    at: Stamp
  }
  case_question: {
    municipality: string
    id: string
    case_file: string
    request: string
    whom: string
    answers: string | null
    text: string
    by: string
    at: Stamp
  }
  opinion_draft: {
    municipality: string
    request: string
    by: string
    content: JSONColumnType<OpinionDraft, string, string>
    saved_at: Stamp
  }
  advice: {
    municipality: string
    case_file: string
    no: number
    stance: Exclude<Stance, 'none-needed'>
    text: string
    by: string
    function: Generated<string>
    at: Stamp
  }
  flag_answer: {
    municipality: string
    case_file: string
    question: string
    no: number
    text: string
    by: string
    at: Stamp
  }
  decision: {
    municipality: string
    id: string
    case_file: string
    no: number
    outcome: string
    text: string
    by: string
    name: string
    function: string
    mandate: string
    decided_on: string
    at: Stamp
    corrects: number | null
    correction: Generated<string>
  }
  deviation: {
    municipality: string
    decision: string
    about: string
    text: string
  }
  measure: {
    municipality: string
    id: string
    case_file: string
    text: string
    owner: string
    due_on: string
    state: Generated<'open' | 'proven' | 'done' | 'dropped'>
    by: string
    at: Stamp
    condition: string | null
  }
  measure_proof: {
    municipality: string
    measure: string
    no: number
    text: string
    url: string | null
    upload: string | null
    verdict: 'accepted' | 'insufficient' | null
    by: string
    at: Stamp
  }
  retest: {
    municipality: string
    id: string
    case_file: string
    kind: 'version' | 'purpose' | 'supplier' | 'incident' | 'date'
    text: string
    due_on: string
    by: string | null
    at: Stamp
    started_at: Moment
  }
  omission: {
    municipality: string
    case_file: string
    field: string
    ground: string
    text: string
    by: string
    at: Stamp
  }
  case_release: {
    municipality: string
    case_file: string
    no: number
    step: 'proposed' | 'approved' | 'withdrawn'
    by: string
    at: Stamp
    hash: string
  }
  sample_draw: {
    municipality: string
    id: string
    no: number
    seed: string
    among: string[]
    drawn: string[]
    by: string
    at: Stamp
  }
  recheck: {
    municipality: string
    case_file: string
    draw: string
    agrees: boolean
    text: string
    by: string
    at: Stamp
  }
  baseline: {
    municipality: string
    id: string
    organisation: string
    year: number
    form: string | null
    email: Generated<string>
    state: BaselineState
    invited_by: string | null
    invited_at: Stamp
    cluster_proposed: string | null
    cluster: string | null
    cluster_reason: Generated<string>
    cluster_by_organisation: string | null
    cluster_confirmed_by: string | null
    started_at: Moment
    done_at: Moment
    ended_at: Moment
    reopened_at: Moment
  }
  baseline_figure: {
    municipality: string
    year: number
    cluster: string
    question: string
    organisation: string
    value: number | null
    at: Stamp
    again: Generated<boolean>
  }
  'published.toets': {
    municipality: string
    no: number
    version: number
    current: boolean
    kind: CaseKind
    title: string
    outcome: string
    decided_on: string
    published_at: Stamp
    due_on: string | null
    by_function: string
    second_function: string
    document: JSONColumnType<Record<string, unknown>>
    pdf: string | null
    odt: string | null
  }
  'published.regulation': {
    municipality: string
    work: string
    title: string
    kind: string
    url: string | null
    in_force_on: string | null
    tested_on: string | null
    toets: number | null
    due_on: string | null
  }
  'published.regulation_share': {
    municipality: string
    month: string
    total: number
    tested: number
  }
  'published.sample_draw': {
    municipality: string
    no: number
    at: Stamp
    seed: string
    among: number[]
    drawn: number[]
  }
  /** A line of a register, whatever the register; `values` by the ids of its fields. */
  entry: {
    municipality: string
    id: string
    register: string
    no: number
    title: string
    values: JSONColumnType<Values>
    search: Generated<string>
    version: Generated<number>
    begins_on: string | null
    ends_on: string | null
    review_on: string | null
    created_at: Stamp
    changed_at: Stamp
    ended_at: Moment
  }
  entry_count: { municipality: string; register: string; last: number }
  /** Append-only: what an entry was at each of its versions. */
  entry_version: {
    municipality: string
    entry: string
    version: number
    by: string
    at: Stamp
    way: EntryVersion['way']
    register_version: string
    values: JSONColumnType<Values>
    ended: Generated<boolean>
  }
  entry_date: { municipality: string; entry: string; field: string; on_date: string }
  entry_link: { municipality: string; entry: string; field: string; to_kind: string; to_id: string }
  /** Append-only: who released, published or withdrew which version of an entry. */
  entry_release: {
    municipality: string
    entry: string
    no: number
    step: ReleaseStep
    version: number
    text: Generated<string>
    by: string
    at: Stamp
  }
  /** What everybody reads of an entry: public values only, in rows that hold until they change. */
  'published.entry': {
    municipality: string
    register: string
    id: string
    version: number
    no: number
    slug: string
    title: string
    values: JSONColumnType<Values>
    names: JSONColumnType<Readonly<Record<string, string>>, string | undefined, string>
    search: Generated<string>
    ended: Generated<boolean>
    from_at: Stamp
    to_at: Moment
  }
  /** What was public and no longer is: its address, and why. */
  'published.entry_withdrawn': {
    municipality: string
    register: string
    id: string
    no: number
    slug: string
    reason: string
    at: Stamp
  }
}
