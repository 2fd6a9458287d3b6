/**
 * The tables as Kysely knows them, made from the migrated database by `npm test -- src/db/tables -u`: never by hand.
 * What the database cannot say of a column stands in `narrow.ts`. Every key begins with the municipality.
 */
import type { Generated } from 'kysely'
import type { Json, JsonFilled, Moment, Narrow, Stamp, StampFilled } from './narrow.ts'

export type Tables = {
  address_behind: {
    municipality: string
    subject: string
    organisation: string
    address: string
    at: Stamp
    behind: Json<Narrow['address_behind.behind']>
  }
  address_watch: {
    municipality: string
    subject: string
    organisation: string
    address: string
    at: Stamp
    watch: Json<Narrow['address_watch.watch']>
  }
  advice: {
    municipality: string
    case_file: string
    no: number
    stance: 'no-objection' | 'conditions' | 'revise' | 'against'
    text: string
    by: string
    function: Generated<string>
    at: StampFilled
  }
  answer: {
    municipality: string
    form: string
    question: string
    no: number
    value: Json<Narrow['answer.value']> | null
    reason: Generated<string>
    by: string
    at: StampFilled
    restores: number | null
    version: Narrow['answer.version']
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
    at: StampFilled
    removed_at: Moment
  }
  answer_share: {
    municipality: string
    form: string
    question: string
    by: string
    at: StampFilled
    no: Generated<number>
  }
  asked_look: {
    municipality: string
    id: string
    organisation: string
    round: string
    asked_at: StampFilled
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
  audit_head: {
    municipality: string
    no: number
    hash: string
  }
  author_answer: {
    municipality: string
    case_file: string
    about: string
    version: number
    no: number
    text: string
    by: string
    at: StampFilled
  }
  badge: {
    municipality: string
    id: string
    number: string
    kind: 'signed' | 'seen'
    holder: string
    place: Generated<string>
    organisation: string | null
    participant: string | null
    premises: string | null
    covenant: string | null
    covenant_version: number | null
    norms: Generated<string[]>
    told: Json<Narrow['badge.told']>
    seen_by: Generated<string>
    seen_on: string | null
    valid_from: Generated<string>
    valid_until: string
    consent_by: string
    consent_on: string
    email: Generated<string>
    ground: Generated<'holds' | 'left' | 'suspended' | 'paused' | 'covenant-ended' | 'seen-otherwise' | 'not-seen'>
    ground_on: string | null
    listed: Generated<boolean>
    by: string
    at: StampFilled
    ended: 'withdrawn' | 'handed-back' | null
    ended_on: string | null
    reason: Generated<string>
    ended_by: string | null
  }
  badge_sighting: {
    municipality: string
    id: string
    subject: string
    organisation: string
    address: string
    number: string
    page: string
    shown: boolean
    first_at: Stamp
    last_at: Stamp
    gone_at: Moment
    state: Narrow['badge_sighting.state'] | null
    state_at: Moment
    settled_at: Moment
    settled_by: string | null
    note: Generated<string>
  }
  baseline: {
    municipality: string
    id: string
    organisation: string
    year: number
    form: string | null
    email: Generated<string>
    state: 'invited' | 'running' | 'done' | 'declined' | 'left'
    invited_by: string | null
    invited_at: StampFilled
    cluster_proposed: string | null
    cluster: 'A' | 'B' | 'C' | 'D' | null
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
    at: StampFilled
    again: Generated<boolean>
  }
  bid: {
    municipality: string
    id: string
    tender: string
    bidder: string
    content: Json<Narrow['bid.content']>
    hash: string
    whole: boolean
    late: Generated<string>
    by: string
    at: StampFilled
  }
  bid_draft: {
    municipality: string
    secret: string
    tender: number
    sealed: string
    rev: number
    ends_at: Stamp
  }
  bid_note: {
    municipality: string
    id: string
    bid: string
    requirement: string
    text: string
    by: string
    at: StampFilled
  }
  bid_stated: {
    municipality: string
    id: string
    bid: string
    stated: string
    source: string
    by: string
    at: StampFilled
  }
  buddy_agreement: {
    municipality: string
    id: string
    offer: string
    version: number
    text: string
    name: string
    function: string
    until: string
    by: string
    at: StampFilled
  }
  buddy_offer: {
    municipality: string
    id: string
    organisation: string
    skills: Narrow['buddy_offer.skills']
    what: string
    hours: 'office' | 'evenings' | 'always'
    hours_note: Generated<string>
    areas: Generated<string[]>
    clusters: Generated<string[]>
    contact: string
    phone: string
    code: string
    person: string
    state: Generated<'open' | 'stopped'>
    agreed_until: string | null
    stopped_on: string | null
    by: string
    at: StampFilled
    changed_at: StampFilled
  }
  buddy_pair: {
    municipality: string
    offer: string
    organisation: string
    by: string
    at: StampFilled
  }
  campaign: {
    municipality: string
    id: string
    number: string
    state: Generated<'draft' | 'frozen' | 'drawn' | 'told' | 'stopped'>
    version: Generated<number>
    title: string
    aim: string
    norm: string
    criteria: string[]
    least: 'declared' | 'measured' | 'documented' | 'witnessed'
    audience: Generated<'' | 'A' | 'B' | 'C' | 'D'>
    unit: 'street' | 'cluster' | 'organisation'
    strata: Generated<'none' | 'size' | 'before'>
    draw_on: string
    source: 'lotto' | 'eurojackpot'
    starts: string
    until: string
    after: string
    ways: Narrow['campaign.ways']
    steps: string[]
    by: string
    at: StampFilled
    plan: string | null
    hash: string | null
    salt: string | null
    frozen_by: string | null
    frozen_at: Moment
    value: string | null
    seed: string | null
    drawn_by: string | null
    drawn_at: Moment
    result: Json<Narrow['campaign.result']> | null
    told_by: string | null
    told_at: Moment
    stopped_why: string | null
    stopped_by: string | null
    stopped_at: Moment
  }
  campaign_mailing: {
    municipality: string
    campaign: string
    id: string
    sent: number
    skipped: number
    by: string
    at: StampFilled
  }
  campaign_member: {
    municipality: string
    campaign: string
    organisation: string
    cluster: string
    stratum: number
    before: boolean | null
    first: boolean | null
    after: boolean | null
  }
  campaign_reach: {
    municipality: string
    campaign: string
    id: string
    organisation: string
    way: 'letter' | 'visit' | 'phone' | 'email' | 'poster'
    outcome: 'reached' | 'sent' | 'refused' | 'absent'
    day: string
    by: string
    at: StampFilled
  }
  case_event: {
    municipality: string
    id: string
    case_file: string
    kind: 'author-replaced' | 'request-replaced' | 'reminded' | 'escalated'
    text: string
    by: string
    at: StampFilled
  }
  case_file: {
    municipality: string
    id: string
    no: number
    kind: 'regulation' | 'proposal' | 'product'
    title: string
    summary: Generated<string>
    author: string
    handler: string | null
    decision_maker: string | null
    regulation: string | null
    product: string | null
    state: Generated<Narrow['case_file.state']>
    state_since: StampFilled
    before_hold: Narrow['case_file.before_hold'] | null
    round: Generated<number>
    urgent: Generated<boolean>
    complex: Generated<boolean>
    pre_check: string | null
    full_test: string | null
    route: string | null
    intended_on: string | null
    due_on: string | null
    retest_on: string | null
    created_at: StampFilled
  }
  case_number: {
    municipality: string
    last: number
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
    at: StampFilled
  }
  case_release: {
    municipality: string
    case_file: string
    no: number
    step: 'proposed' | 'approved' | 'withdrawn'
    by: string
    at: StampFilled
    hash: string
  }
  case_step: {
    municipality: string
    case_file: string
    no: number
    from_state: Narrow['case_step.from_state'] | null
    to_state: Narrow['case_step.to_state']
    by: string
    function: Generated<string>
    at: StampFilled
    reason: Generated<string>
    rule: string | null
  }
  certificate: {
    municipality: string
    number: string
    lesson: string
    version: number
    month: string
    signature: string
  }
  comment: {
    municipality: string
    id: string
    form: string
    question: string
    text: string
    by: string
    at: StampFilled
  }
  contract_duty: {
    municipality: string
    id: string
    tender: string
    bid: string
    contract: string
    requirement: string
    wording: number
    title: string
    text: string
    promise: Json<Narrow['contract_duty.promise']>
    norm: string
    criterion: string | null
    checked: string
    on_breach: string
    months: number
    exit: Generated<boolean>
    owner: string
    next_on: string | null
    state: Generated<'running' | 'breached' | 'ended'>
    by: string
    created_at: StampFilled
  }
  counted_finding: {
    municipality: string
    id: string
    covenant: string
    pledge: string
    organisation: string | null
    criterion: string
    period_from: string
    period_to: string
    count: number
    among: number
    proof: string
    upload: string | null
    by: string
    at: StampFilled
    replaces: string | null
    checked: 'confirmed' | 'refused' | null
    checked_for: Generated<string>
    checked_by: string | null
    checked_at: Moment
  }
  course: {
    title: string
    place: string | null
    subject:
      | 'basics'
      | 'phone'
      | 'internet'
      | 'government'
      | 'safety'
      | 'money'
      | 'health'
      | 'language'
      | 'children'
      | 'media'
    for_whom: Generated<string>
    level: Generated<'any' | 'start' | 'further'>
    language: Generated<'nl' | 'en' | 'ar' | 'tr' | 'uk' | 'pl' | 'ti' | 'fa' | 'so' | 'fr' | 'es' | 'zh' | 'dse'>
    intake: Generated<boolean>
    certificate: Generated<boolean>
    device: Generated<'either' | 'there' | 'bring'>
    per_helper: number | null
    room: Generated<string>
    online: Generated<string>
    sign_up: Generated<'here' | 'phone' | 'walk-in'>
    places: number
    taken: Generated<number>
    waiting: Generated<number>
    starts_on: string
    ends_on: string
    municipality: string
    id: string
    no: Generated<number>
    organisation: string | null
    provider: string
    phone: Generated<string>
    website: Generated<string>
    about: Generated<string>
    alert: Generated<string>
    cost: Generated<number>
    times: Json<Narrow['course.times']>
    checked_on: string
    checked_by: string | null
    state: Generated<'active' | 'ended'>
    key: Generated<string>
    sequence: Generated<number>
    created_at: StampFilled
    changed_at: StampFilled
  }
  course_session: {
    municipality: string
    course: string
    held_on: string
    starts: string
    ends: string
    cancelled: Generated<boolean>
    why: Generated<string>
  }
  course_signup: {
    municipality: string
    id: string
    course: string
    name: string
    phone: string
    state: Generated<'placed' | 'waiting'>
    secret: string
    helped: Generated<boolean>
    asked_at: StampFilled
    placed_at: Moment
    phoned_at: Moment
    form: Generated<string>
  }
  course_tally: {
    municipality: string
    quarter: string
    outcome: 'met' | 'late' | 'unplaced' | 'withdrawn'
    count: Generated<number>
  }
  covenant: {
    municipality: string
    id: string
    no: number
    title: string
    template: string
    template_version: string
    cluster: string | null
    street: string | null
    owner: string
    state: Generated<'draft' | 'open' | 'in-force' | 'ended' | 'dropped'>
    begins_on: string | null
    ends_on: string | null
    why: Generated<string>
    created_at: StampFilled
  }
  covenant_comment: {
    municipality: string
    id: string
    covenant: string
    version: number
    article: string
    by: string | null
    participant: string | null
    text: string
    at: StampFilled
    state: Generated<'open' | 'answered' | 'adopted' | 'declined'>
    answer: Generated<string>
    answered_by: string | null
    answered_at: Moment
    done_in: number | null
  }
  covenant_decision: {
    municipality: string
    id: string
    covenant: string
    meeting: string
    pledge: string | null
    participant: string | null
    text: string
    agreed: string
    by: string
    at: StampFilled
  }
  covenant_evaluation: {
    municipality: string
    id: string
    covenant: string
    worked: string
    lacked: string
    outcome: 'renew' | 'end'
    reason: string
    on: string
    by: string
    at: StampFilled
  }
  covenant_file: {
    municipality: string
    id: string
    covenant: string
    version: number
    participant: string
    kind: 'signed' | 'scan' | 'validation'
    hash: string
    media: Narrow['covenant_file.media']
    size: number
    name: string
    original_at: Generated<string>
    reading: Json<Narrow['covenant_file.reading']>
    about: string | null
    says: 'qualified' | 'advanced' | 'not-valid' | null
    by: string | null
    at: StampFilled
  }
  covenant_fixed: {
    municipality: string
    covenant: string
    version: number
    pdf: string
    odt: string
    json: string
    sign_by: string
    why: Generated<string>
    by: string
    at: StampFilled
  }
  covenant_follow: {
    municipality: string
    id: string
    covenant: string | null
    pledge: string | null
    email: string
    lang: 'nl' | 'en'
    secret: string
    at_once: Generated<boolean>
    created_at: StampFilled
    confirmed_at: Moment
    asked_at: Moment
    ends_at: Stamp
    sent_until: Moment
    sent_before: Moment
    last_key: string | null
  }
  covenant_link: {
    municipality: string
    id: string
    participant: string
    secret: string
    made_at: StampFilled
    ends_at: Stamp
    by: string | null
    handed: Generated<boolean>
    ended_at: Moment
    ended: 'replaced' | 'passed-on' | 'not-me' | 'left' | null
    code: string | null
    code_at: Moment
    code_tries: Generated<number>
    codes: Generated<number>
    codes_since: Moment
  }
  covenant_meeting: {
    municipality: string
    id: string
    covenant: string
    kind: 'steering' | 'yearly'
    held_on: string
    place: Generated<string>
    agenda: string
    notes: Generated<string>
    present: Generated<string[]>
    invited_at: Moment
    cancelled_for: Generated<string>
    rev: Generated<number>
    by: string
    at: StampFilled
    public: Generated<boolean>
  }
  covenant_notice: {
    municipality: string
    id: string
    participant: string
    reason: string
    from_on: string
    by: string
    at: StampFilled
  }
  covenant_opinion: {
    municipality: string
    id: string
    covenant: string
    version: number
    role: 'fg' | 'security-officer'
    stance: 'agree' | 'agree-if' | 'disagree'
    text: string
    conditions: JsonFilled<Narrow['covenant_opinion.conditions']>
    by: string
    at: StampFilled
    replaces: string | null
  }
  covenant_participant: {
    municipality: string
    id: string
    covenant: string
    organisation: string | null
    kind: 'municipality' | 'party' | 'observer'
    state: Generated<'invited' | 'declined' | 'joined' | 'paused' | 'suspended' | 'left'>
    contact_name: Generated<string>
    contact_function: Generated<string>
    contact_email: Generated<string>
    named: boolean | null
    by: string
    at: StampFilled
    joined_on: string | null
    left_on: string | null
    extended_until: string | null
  }
  covenant_receipt: {
    municipality: string
    covenant: string
    version: number
    no: number
    body: string
    hash: string
    at: StampFilled
  }
  covenant_release: {
    municipality: string
    covenant: string
    no: number
    step: 'released' | 'taken-back' | 'published' | 'withdrawal-asked' | 'withdrawal-dropped' | 'withdrawn'
    version: number
    opinions: Generated<boolean>
    text: Generated<string>
    by: string
    at: StampFilled
  }
  covenant_remark: {
    municipality: string
    id: string
    covenant: string
    pledge: string | null
    kind: 'question' | 'remark'
    text: string
    name: Generated<string>
    email: Generated<string>
    lang: 'nl' | 'en'
    secret: string
    receipt: Generated<boolean>
    due_on: string
    created_at: StampFilled
    state: Generated<'open' | 'answered' | 'declined' | 'withdrawn'>
    answer: Generated<string>
    answered_by: string | null
    answered_at: Moment
  }
  covenant_report: {
    municipality: string
    covenant: string
    no: number
    meeting: string
    document: Json<Narrow['covenant_report.document']>
    by: string
    at: StampFilled
    from_day: string
    to_day: string
    foreword: string
    pdf: string
    odt: string
  }
  covenant_report_offer: {
    municipality: string
    covenant: string
    no: number
    by: string
    at: StampFilled
  }
  covenant_signature: {
    municipality: string
    id: string
    covenant: string
    version: number
    participant: string
    pdf: string
    odt: string
    json: string
    name: string
    function: string
    organisation_name: string
    ground: 'trade-register' | 'mandate' | 'mayor' | 'board' | 'other'
    ground_text: Generated<string>
    channel: 'link' | 'desk' | 'pdf' | 'paper'
    code_at: Moment
    said_at: StampFilled
    by: string | null
    link: string | null
    file: string | null
    withdrawn_at: Moment
    forgotten_at: Moment
  }
  covenant_step: {
    municipality: string
    participant: string
    no: number
    step:
      | 'invited'
      | 'declined'
      | 'joined'
      | 'paused'
      | 'resumed'
      | 'suspended'
      | 'restored'
      | 'extended'
      | 'left'
      | 'named'
      | 'unnamed'
      | 'contact-changed'
      | 'passed-on'
      | 'not-me'
      | 'file-sent'
    reason: Generated<string>
    on: Generated<string>
    until: string | null
    by: string | null
    at: StampFilled
  }
  covenant_told: {
    municipality: string
    id: string
    participant: string
    shows: string
    secret: string
    told_at: StampFilled
    until: string
    objection: Generated<string>
    objected_at: Moment
    answer: Generated<string>
    goes_on: boolean | null
    answered_by: string | null
    answered_at: Moment
    ended_at: Moment
    link_ended_at: Moment
  }
  covenant_version: {
    municipality: string
    covenant: string
    no: number
    state: Generated<'draft' | 'shown' | 'final' | 'replaced'>
    text: Json<Narrow['covenant_version.text']>
    rev: Generated<number>
    why: Generated<string>
    by: string
    at: StampFilled
    changed_at: StampFilled
    shown_by: string | null
    shown_at: Moment
    comments_until: string | null
    fixed_by: string | null
    fixed_at: Moment
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
    at: StampFilled
    corrects: number | null
    correction: Generated<string>
  }
  deviation: {
    municipality: string
    decision: string
    about: string
    text: string
  }
  done_once: {
    municipality: string
    person: string
    mark: string
    to_page: Generated<string>
    at: StampFilled
    ends_at: StampFilled
  }
  duty_step: {
    municipality: string
    id: string
    duty: string
    step: 'kept' | 'unsure' | 'breach' | 'repaired' | 'rehearsed' | 'ended'
    seen_on: string
    text: string
    next_on: string | null
    by: string
    at: StampFilled
  }
  entry: {
    municipality: string
    id: string
    register: string
    no: number
    title: string
    values: Json<Narrow['entry.values']>
    search: Generated<string>
    version: Generated<number>
    begins_on: string | null
    ends_on: string | null
    review_on: string | null
    created_at: StampFilled
    changed_at: StampFilled
    ended_at: Moment
  }
  entry_count: {
    municipality: string
    register: string
    last: number
  }
  entry_date: {
    municipality: string
    entry: string
    field: string
    on_date: string
  }
  entry_link: {
    municipality: string
    entry: string
    field: string
    to_kind: string
    to_id: string
  }
  entry_release: {
    municipality: string
    entry: string
    no: number
    step: 'released' | 'taken-back' | 'published' | 'withdrawal-asked' | 'withdrawal-dropped' | 'withdrawn'
    version: number
    text: Generated<string>
    by: string
    at: StampFilled
  }
  entry_term: {
    municipality: string
    register: string
    ended: boolean
    field: string
    term: string
    no: number
  }
  entry_version: {
    municipality: string
    entry: string
    version: number
    by: string
    at: StampFilled
    way: 'form' | 'import' | 'restore' | 'feature'
    register_version: string
    values: Json<Narrow['entry_version.values']>
    ended: Generated<boolean>
  }
  entry_word: {
    municipality: string
    register: string
    word: string
  }
  event: {
    municipality: string
    id: string
    no: Generated<number>
    organisation: string | null
    kind: 'seminar' | 'workshop' | 'walk-in' | 'hackathon' | 'hack' | 'meeting'
    title: string
    subject: 'safety' | 'privacy' | 'accessibility' | 'algorithms' | 'open-source' | 'skills' | 'business' | 'city'
    about: Generated<string>
    for_whom: Generated<string>
    organiser: string
    phone: Generated<string>
    website: Generated<string>
    language: Generated<'nl' | 'en' | 'ar' | 'tr' | 'uk' | 'pl' | 'ti' | 'fa' | 'so' | 'fr' | 'es' | 'zh' | 'dse'>
    cost: Generated<number>
    starts_on: string
    starts: string
    ends_on: string
    ends: string
    place: Generated<string>
    street: Generated<string>
    postcode: Generated<string>
    city: Generated<string>
    district: Generated<string>
    route: Generated<string>
    online: Generated<string>
    step_free: Generated<'yes' | 'no' | 'unknown'>
    access: Generated<Narrow['event.access']>
    sign_up: Generated<'here' | 'phone' | 'walk-in'>
    places: Generated<number>
    taken: Generated<number>
    waiting: Generated<number>
    state: Generated<'proposed' | 'placed' | 'declined' | 'cancelled'>
    why: Generated<string>
    news: Generated<number>
    came: number | null
    lessons: Generated<string>
    material: JsonFilled<Narrow['event.material']>
    told_on: string | null
    created_by: Generated<string>
    placed_by: string | null
    placed_at: Moment
    sequence: Generated<number>
    created_at: StampFilled
    changed_at: StampFilled
    stopped: Generated<boolean>
    taken_off: Generated<string>
    pending: JsonFilled<Narrow['event.pending']>
    refused: Generated<string>
  }
  event_signup: {
    municipality: string
    id: string
    event: string
    name: string
    phone: Generated<string>
    email: Generated<string>
    language: Generated<'nl' | 'en'>
    state: Generated<'placed' | 'waiting'>
    secret: string
    helped: Generated<boolean>
    form: Generated<string>
    told: Generated<number>
    reminded: Generated<boolean>
    asked_at: StampFilled
    placed_at: Moment
    phoned_at: Moment
  }
  evidence_picture: {
    hash: string
  }
  exercise: {
    municipality: string
    id: string
    scenario: string
    version: number
    content: Json<Narrow['exercise.content']>
    organisation: string
    planned_on: string
    starts: string
    place: string
    leader: string
    observer: Generated<string>
    state: Generated<'planned' | 'running' | 'ended' | 'cancelled'>
    started_at: Moment
    ended_at: Moment
    ended_on: string | null
    result: Generated<string>
    cancelled_for: Generated<string>
    by: string
    at: StampFilled
  }
  exercise_event: {
    municipality: string
    exercise: string
    id: string
    kind: 'started' | 'paused' | 'resumed' | 'sent' | 'skipped' | 'action' | 'seen' | 'ended' | 'remark'
    message: number | null
    role: string | null
    minute: number
    text: Generated<string>
    by: string
    at: StampFilled
  }
  exercise_measure: {
    municipality: string
    id: string
    exercise: string
    lesson: string
    text: string
    finding: string | null
    owner: string
    due_on: string
    doer: Generated<string>
    doer_role: Generated<string>
    state: Generated<'open' | 'proven' | 'done' | 'dropped'>
    by: string
    at: StampFilled
  }
  exercise_player: {
    municipality: string
    exercise: string
    role: string
    names: string
    by: string
    at: StampFilled
  }
  exercise_proof: {
    municipality: string
    measure: string
    no: number
    text: string
    verdict: 'accepted' | 'insufficient' | 'dropped' | null
    by: string
    at: StampFilled
  }
  expiry: {
    municipality: string
    id: string
    subject: string
    organisation: string
    kind: 'certificate' | 'security-txt' | 'signature' | 'domain' | 'domain-leaving'
    name: string
    until: string
    seen_at: Stamp
    told_until: string | null
    by: string | null
  }
  export: {
    municipality: string
    id: string
    by: string
    path: string
    title: string
    asked_at: StampFilled
    ended_at: Moment
    name: string | null
    media: string | null
    size: number | null
    problem: string | null
  }
  export_part: {
    municipality: string
    export: string
    no: number
    body: Buffer
  }
  finding: {
    municipality: string
    month: string
    subject: string
    criterion: string
    norm: string
    theme: Narrow['finding.theme']
    verdict: 'met' | 'partly' | 'unmet' | 'unknown' | 'not-applicable'
    reason: string
    seen: Json<Narrow['finding.seen']>
    strength: Narrow['finding.strength']
    at: Stamp
    from_no: number
    to_no: number | null
  }
  flag_answer: {
    municipality: string
    case_file: string
    question: string
    no: number
    text: string
    by: string
    at: StampFilled
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
    created_at: StampFilled
    closed_at: Moment
  }
  form_check: {
    municipality: string
    form: string
    question: string
    kind: 'changed' | 'again'
    version: string
    by: string
    at: StampFilled
    looked_at: Moment
    looked_by: string | null
  }
  group_code: {
    municipality: string
    id: string
    organisation: string | null
    label: string
    staff: number
    secret: string
    by: string
    made_on: Generated<string>
    until: string
    ended_on: string | null
  }
  group_consent: {
    municipality: string
    organisation: string
    kind: 'help' | 'named'
    contact: Generated<string>
    by: string
    at: StampFilled
  }
  group_count: {
    municipality: string
    code: string
    lesson: string
    month: string
    count: number
  }
  group_member: {
    municipality: string
    organisation: string
    kind: string
    name: string
    by: string
  }
  guess: {
    key: string
    count: number
    ends_at: Stamp
  }
  hack_event: {
    municipality: string
    event: string
    stop_name: Generated<string>
    stop_phone: Generated<string>
    forbidden: Generated<string>
  }
  hack_finding: {
    municipality: string
    id: string
    event: string
    number: string
    request: string | null
    found_on: string
    state: Generated<Narrow['hack_finding.state']>
    fix_by: string | null
    mended_on: string | null
    retested_on: string | null
    thanked: Generated<string>
    note: string | null
  }
  hack_target: {
    municipality: string
    id: string
    event: string
    name: string
    address: string
    supplier: string
    contact: Generated<string>
    contact_email: Generated<string>
    opens_on: string
    opens: string
    closes_on: string
    closes: string
    limits: Generated<string>
    state: Generated<'asked' | 'given' | 'refused' | 'withdrawn'>
    signed_name: Generated<string>
    signed_role: Generated<string>
    signed_on: string | null
    signed_hash: Generated<string>
    rules: Generated<number>
  }
  help_place: {
    name: string
    kind: 'information-point' | 'library' | 'community-house' | 'language-house' | 'other'
    street: string
    postcode: string
    city: string
    district: Generated<string>
    x: number | null
    y: number | null
    route: Generated<string>
    step_free: Generated<'yes' | 'no' | 'unknown'>
    access: Generated<Narrow['help_place.access']>
    subjects: Generated<Narrow['help_place.subjects']>
    languages: Generated<Narrow['help_place.languages']>
    municipality: string
    id: string
    no: Generated<number>
    organisation: string | null
    provider: string
    phone: Generated<string>
    website: Generated<string>
    about: Generated<string>
    alert: Generated<string>
    cost: Generated<number>
    times: Json<Narrow['help_place.times']>
    checked_on: string
    checked_by: string | null
    state: Generated<'active' | 'ended'>
    key: Generated<string>
    sequence: Generated<number>
    created_at: StampFilled
    changed_at: StampFilled
  }
  incident: {
    municipality: string
    id: string
    number: string
    organisation: string | null
    what: string
    place: string
    since: Stamp
    needs: Narrow['incident.needs']
    contact: string
    phone: string
    state: Generated<'open' | 'ended'>
    done: Generated<string>
    lessons: Generated<string>
    ended_at: Moment
    wipe_on: string | null
    by: string
    at: StampFilled
  }
  incident_call: {
    municipality: string
    id: string
    incident: string
    offer: string
    person: string
    text: Generated<string>
    by: string
    at: StampFilled
  }
  incident_caller: {
    municipality: string
    incident: string
    person: string
    by: string
    at: StampFilled
  }
  incident_log: {
    municipality: string
    incident: string
    id: string
    kind: 'asked' | 'taken' | 'called' | 'answered' | 'note' | 'ended'
    call: string | null
    answer: 'yes' | 'later' | 'no' | null
    text: Generated<string>
    by: string
    at: StampFilled
  }
  inspection: {
    municipality: string
    id: string
    hash: string
    round: string
    premises: string
    inspector: string
    no: number
    answers: Json<Narrow['inspection.answers']>
    remark: Generated<string>
    photos: Generated<string[]>
    seen_at: Stamp
    came: 'phone' | 'form' | 'paper' | 'file'
    late: Generated<boolean>
    by: string
    at: StampFilled
  }
  inspection_choice: {
    municipality: string
    id: string
    hash: string
    reason: string
    by: string
    at: StampFilled
  }
  inspection_photo: {
    municipality: string
    inspection: string
    hash: string
    round: string
    premises: string
    inspector: string
    picture: Buffer | null
    width: number
    height: number
    until: string
    by: string
    at: StampFilled
  }
  job: {
    id: string
    kind: 'visit' | 'warnings' | 'fetch' | 'mail' | 'judge' | 'export' | 'national'
    municipality: string | null
    key: string
    payload: JsonFilled<Narrow['job.payload']>
    lane: string | null
    parked: Generated<boolean>
    due: StampFilled
    state: Generated<'queued' | 'active' | 'done' | 'failed'>
    attempt: Generated<number>
    silent: Generated<number>
    lease_until: Moment
    worker: string | null
    progress: string | null
    trouble: string | null
    result: Json<Narrow['job.result']> | null
    by: string | null
    asked_at: StampFilled
    started_at: Moment
    ended_at: Moment
  }
  judgement: {
    municipality: string
    id: string
    subject: string
    visit: string
    catalogue: string
    lists: string
    judged_at: StampFilled
    parties: Json<Narrow['judgement.parties']>
    pages: Json<Narrow['judgement.pages']>
    screenshot: string | null
    current: boolean
    no: number
    public_body: boolean | null
  }
  known_device: {
    municipality: string
    person: string
    device: string
    seen_at: StampFilled
  }
  landscape_member: {
    municipality: string
    publication: number
    kind: string
    name: string
    organisation: string
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
    at: StampFilled
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
    at: StampFilled
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
    at: StampFilled
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
    created_at: StampFilled
    sent_at: Moment
    failure: string | null
    object: string | null
    by: string | null
    trouble: 'address' | 'full' | 'refused' | 'later' | 'away' | 'left' | 'ours' | null
    said: string | null
    unsubscribe: string | null
  }
  municipality: {
    id: string
    slug: string
    name: string
    created_at: StampFilled
    site: string | null
    hosts: string[] | null
  }
  municipality_contact: {
    municipality: string
    phone: Generated<string>
    email: Generated<string>
    changed_at: StampFilled
    counter: Generated<string>
    address: Generated<string>
    hours: Generated<string>
  }
  municipality_look: {
    municipality: string
    accent: string | null
    logo: string | null
    changed_at: StampFilled
  }
  national_act: {
    municipality: string
    id: string
    entry: string
    version: number
    kind: 'submit' | 'withdraw' | 'look'
    body: Json<Narrow['national_act.body']>
    reason: Generated<string>
    by: string
    at: StampFilled
    released_at: Moment
    ended_at: Moment
    outcome: 'done' | 'refused' | 'dropped' | 'failed' | null
    problems: JsonFilled<Narrow['national_act.problems']>
    said: Generated<string>
  }
  national_state: {
    municipality: string
    entry: string
    lars: string
    status: 'draft' | 'released' | 'published' | 'waiting' | 'withdrawn' | 'gone'
    held: JsonFilled<Narrow['national_state.held']>
    seen_at: Stamp
  }
  national_step: {
    municipality: string
    act: string
    step: 'released' | 'dropped'
    by: string
    at: StampFilled
    text: Generated<string>
  }
  noted_finding: {
    municipality: string
    id: string
    source: 'inspection' | 'case' | 'import'
    about_kind:
      | 'organisation'
      | 'website'
      | 'mail-domain'
      | 'product'
      | 'regulation'
      | 'processing'
      | 'algorithm'
      | 'sensor'
      | 'data-set'
      | 'project'
      | 'premises'
    about: string
    norm: string
    criterion: string
    verdict: 'met' | 'partly' | 'unmet' | 'unknown' | 'not-applicable'
    strength: 'declared' | 'measured' | 'documented' | 'witnessed'
    said: Generated<string>
    seen_by: string
    seen_on: string
    until: string
    by: string
    at: StampFilled
    withdrawn_at: Moment
    withdrawn_by: string | null
    withdrawn_for: string | null
    replaces: string | null
    exercise: string | null
  }
  omission: {
    municipality: string
    case_file: string
    field: string
    ground: string
    text: string
    by: string
    at: StampFilled
  }
  one_time_link: {
    municipality: string
    hash: string
    kind: 'administrator' | 'invitation' | 'reset' | 'baseline'
    person: string | null
    baseline: string | null
    created_at: StampFilled
    ends_at: Stamp
    used_at: Moment
    handed: Generated<boolean>
  }
  opinion: {
    municipality: string
    id: string
    case_file: string
    request: string
    no: number
    stance: 'no-objection' | 'conditions' | 'revise' | 'against' | 'none-needed'
    text: string
    by: string
    function: Generated<string>
    at: StampFilled
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
  opinion_draft: {
    municipality: string
    request: string
    by: string
    content: Json<Narrow['opinion_draft.content']>
    saved_at: StampFilled
  }
  opinion_request: {
    municipality: string
    id: string
    case_file: string
    round: number
    role: Narrow['opinion_request.role']
    person: string | null
    by: string
    at: StampFilled
    due_on: string
    escalated_at: Moment
    replaces: string | null
    reason: Generated<string>
  }
  organisation: {
    municipality: string
    id: string
    slug: string
    name: string
    kind: string
    size: 'micro' | 'small' | 'medium' | 'large' | null
    street: string | null
    public_body: boolean
    created_at: StampFilled
    changed_at: StampFilled
    street_name: string | null
  }
  organisation_group: {
    municipality: string
    organisation: string
    no: number
    cluster: 'A' | 'B' | 'C' | 'D'
    proposed: 'A' | 'B' | 'C' | 'D' | null
    rule: Generated<string>
    reason: Generated<string>
    by: string
    at: StampFilled
  }
  person: {
    municipality: string
    id: string
    email: string
    name: string
    function: Generated<string>
    roles: Generated<Narrow['person.roles']>
    organisation: string | null
    state: 'invited' | 'active' | 'blocked' | 'left'
    password: string | null
    second_factor: string | null
    second_factor_step: number | null
    identity: string | null
    digest: Generated<boolean>
    created_at: StampFilled
    changed_at: StampFilled
    seen_at: Moment
  }
  pledge_mark: {
    municipality: string
    covenant: Generated<string>
    pledge: Generated<string>
    mark: string
    at: StampFilled
  }
  pledge_note: {
    municipality: string
    id: string
    covenant: string
    pledge: string
    kind: 'confirmed' | 'proof' | 'meeting' | 'extended' | 'note'
    organisation: string | null
    on: string
    text: string
    upload: string | null
    by: string
    at: StampFilled
  }
  pledge_value: {
    municipality: string
    covenant: string
    pledge: string
    whole: boolean
    organisation: Generated<string>
    from_day: string
    to_day: string | null
    level: 'together' | 'named'
    parties: number
    standing: 'joined' | 'paused' | 'suspended' | 'left'
    count: number
    among: number
    unknown: number
    strength: 'declared' | 'measured' | 'documented' | 'witnessed' | null
    until: string | null
    seen: string | null
    spread: JsonFilled<Narrow['pledge_value.spread']>
  }
  pledge_verdict: {
    municipality: string
    id: string
    covenant: string
    pledge: string
    whole: boolean
    organisation: string | null
    outcome: 'met' | 'met-late' | 'not-met' | 'lapsed'
    met_on: string | null
    days_late: number | null
    proof: string
    seen_on: string
    calculated: Json<Narrow['pledge_verdict.calculated']>
    due: string
    object_until: string | null
    plan_due: string | null
    reason: Generated<string>
    replaces: string | null
    by: string
    at: StampFilled
  }
  pledge_verifier: {
    municipality: string
    covenant: string
    pledge: string
    no: number
    person: string
    reason: string
    by: string
    at: StampFilled
  }
  pledge_word: {
    municipality: string
    verdict: string
    no: number
    kind: 'objection' | 'upheld' | 'rejected' | 'plan' | 'plan-accepted' | 'plan-returned'
    organisation: string | null
    text: string
    by: string | null
    at: StampFilled
    link: string | null
  }
  practice: {
    municipality: string
    id: string
    number: string
    title: string
    organisation: string
    problem: string
    did: string
    gained: string
    link: string
    norms: string[]
    licence: 'CC0-1.0' | 'CC-BY-4.0' | 'CC-BY-SA-4.0'
    lang: 'nl' | 'en'
    name: Generated<string>
    email: Generated<string>
    secret: string
    form: Generated<string>
    sent_on: Generated<string>
    state: Generated<'sent' | 'shown' | 'refused' | 'withdrawn'>
    reason: Generated<string>
    reviewer: string | null
    reviewed_on: string | null
    ended_on: string | null
  }
  premises: {
    municipality: string
    id: string
    street: string
    name: string
    address: Generated<string>
    organisation: string | null
    email: Generated<string>
    lon: number | null
    lat: number | null
    by: string
    at: StampFilled
    ended_on: string | null
  }
  premises_letter: {
    municipality: string
    round: string
    premises: string
    secret: string
    email: string
    sent_at: StampFilled
    react_until: string
    by: string
    reaction: Generated<string>
    reacted_at: Moment
    consent: boolean | null
    consent_by: Generated<string>
    consent_at: Moment
    outcome: Generated<number>
    earlier: JsonFilled<Narrow['premises_letter.earlier']>
    owner: Generated<number>
    ended: 'gone' | 'other-owner' | null
    ended_at: Moment
  }
  premises_outcome: {
    municipality: string
    id: string
    round: string
    premises: string
    no: number
    answers: Json<Narrow['premises_outcome.answers']>
    reason: Generated<string>
    seen_on: string
    until: string
    by: string
    at: StampFilled
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
    created_at: StampFilled
    changed_at: StampFilled
  }
  questionnaire: {
    id: string
    version: string
    content: Json<Narrow['questionnaire.content']>
    kept_at: StampFilled
  }
  rating: {
    municipality: string
    id: string
    product: string
    version: Generated<string>
    step: Generated<string>
    on_day: string
    done: 'yes' | 'partly' | 'no'
    ease: number | null
    stuck: Generated<string[]>
    words: Generated<string>
    helped: Generated<boolean>
    leave: Generated<boolean>
    shown: Generated<boolean>
    read_by: string | null
  }
  rating_act: {
    municipality: string
    id: string
    product: string
    text: string
    owner: string
    on_day: string
    by: string
    at: StampFilled
  }
  reaction: {
    municipality: string
    case_file: string
    condition: string
    no: number
    kind: 'adopt' | 'adapt' | 'refuse'
    text: string
    by: string
    at: StampFilled
  }
  reaction_verdict: {
    municipality: string
    case_file: string
    condition: string
    reaction: number
    verdict: 'enough' | 'weaker'
    text: Generated<string>
    by: string
    at: StampFilled
  }
  recheck: {
    municipality: string
    case_file: string
    draw: string
    agrees: boolean
    text: string
    by: string
    at: StampFilled
  }
  recovery_code: {
    municipality: string
    person: string
    hash: string
    used_at: Moment
  }
  register_access: {
    register: string
    read: string[]
    write: string[]
  }
  register_fetch: {
    municipality: string
    id: string
    creator: string
    by: string
    at: StampFilled
    done: Generated<number>
    total: Generated<number>
    ended_at: Moment
    added: number | null
    changed: number | null
    unchanged: number | null
    missing: Generated<string[]>
    failure: string | null
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
    versions: JsonFilled<Narrow['regulation.versions']>
    source: 'cvdr' | 'csv' | 'hand'
    ended_at: Moment
    created_at: StampFilled
    changed_at: StampFilled
  }
  report: {
    municipality: string
    id: string
    kind: 'error' | 'owner'
    path: string
    seen: string
    title: string
    text: string
    part: Generated<string>
    name: Generated<string>
    email: Generated<string>
    lang: 'nl' | 'en'
    secret: string
    due_on: string
    state: Generated<'open' | 'asked' | 'corrected' | 'kept' | 'passed-on' | 'outside'>
    told: Generated<string>
    handler: string | null
    created_at: StampFilled
    closed_at: Moment
    receipt: Generated<boolean>
    role: Generated<string>
    named: string | null
  }
  report_word: {
    municipality: string
    report: string
    no: number
    step: 'added' | 'asked' | 'answered'
    outcome: 'corrected' | 'kept' | 'passed-on' | 'outside' | null
    text: string
    by: string | null
    at: StampFilled
  }
  request: {
    municipality: string
    id: string
    requester: string
    number: string
    kind: string
    controller: 'college' | 'burgemeester' | 'raad' | 'commissie'
    role: 'request-handler' | 'policy-officer' | 'security-officer' | 'executor'
    about: Generated<string>
    received_on: string
    first_due: string
    due_on: string
    kept_months: number
    identity: 'not-needed' | 'open' | 'known' | 'called-back' | 'account' | 'shown' | 'screened'
    identity_by: string | null
    identity_on: string | null
    mandate_on: string | null
    extended_on: string | null
    stopped_since: string | null
    stopped_until: string | null
    stopped_by: Generated<string>
    stopped_days: Generated<number>
    notice_on: string | null
    state: Generated<'new' | 'handled' | 'waiting' | 'closed'>
    outcome: 'granted' | 'partly' | 'refused' | 'passed-on' | 'withdrawn' | 'merged' | null
    ground: Generated<string>
    answered_by: string | null
    helped: 'yes' | 'partly' | 'no' | null
    again: Generated<number>
    merged_into: string | null
    split_from: string | null
    handler: string | null
    created_at: StampFilled
    closed_at: Moment
    wipe_on: string | null
    next_on: string | null
    answered_on: string | null
    answered_due: string | null
    answered_stopped: number | null
    helped_said: Generated<string[]>
    before_again: 'granted' | 'partly' | 'refused' | 'passed-on' | null
    read_for: Generated<'' | 'objection' | 'complaint' | 'supervisor' | 'left'>
    named: string | null
    held_until: string | null
    owed: Generated<'' | 'owed' | 'late-notice' | 'no-interest' | 'unfounded'>
    owed_on: string | null
    committee_on: string | null
  }
  request_file: {
    municipality: string
    request: string
    no: number
    id: string
    media: string
    bytes: Buffer
    width: number
    height: number
  }
  request_step: {
    municipality: string
    request: string
    no: number
    step:
      | 'received'
      | 'taken'
      | 'handed'
      | 'identity'
      | 'asked'
      | 'stopped'
      | 'resumed'
      | 'added'
      | 'extended'
      | 'answered'
      | 'withdrawn'
      | 'helped'
      | 'again'
      | 'notice'
      | 'merged'
      | 'split'
      | 'file'
      | 'told'
      | 'proposed'
      | 'agreed'
      | 'declined'
      | 'code'
      | 'works'
      | 'fails'
      | 'held'
      | 'released'
      | 'owed'
      | 'sent'
      | 'committee'
    word: Generated<string>
    until: string | null
    by: string | null
    at: StampFilled
  }
  request_stub: {
    municipality: string
    id: Generated<string>
    kind: string
    month: string
    days: number
    outcome: 'granted' | 'partly' | 'refused' | 'passed-on' | 'withdrawn' | 'merged'
    in_term: boolean
    again: boolean
    changed: Generated<boolean>
    helped_said: Generated<string[]>
  }
  request_text: {
    municipality: string
    request: string
    no: number
    field: Generated<string>
    text: string
  }
  requester: {
    municipality: string
    id: string
    secret: string
    name: Generated<string>
    email: Generated<string>
    phone: Generated<string>
    post: Generated<string>
    lang: 'nl' | 'en'
    channel: 'screen' | 'counter' | 'phone' | 'paper' | 'letter'
    whom: 'self' | 'child' | 'mandate' | 'none'
    helper: Generated<boolean>
    on_behalf: Generated<string>
    typed_by: string | null
    receipt: Generated<boolean>
    created_at: StampFilled
    again_on: string | null
    code_no: Generated<number>
    code_by: string | null
    code_on: string | null
  }
  retest: {
    municipality: string
    id: string
    case_file: string
    kind: 'version' | 'purpose' | 'supplier' | 'incident' | 'date'
    text: string
    due_on: string
    by: string | null
    at: StampFilled
    started_at: Moment
  }
  rework: {
    municipality: string
    id: string
    case_file: string
    form: string
    question: string
    text: string
    by: string
    at: StampFilled
  }
  round: {
    municipality: string
    id: string
    requested_at: StampFilled
    network: string | null
  }
  round_visit: {
    municipality: string
    round: string
    subject: string
    visit: string
  }
  sample_draw: {
    municipality: string
    id: string
    no: number
    seed: string
    among: string[]
    drawn: string[]
    by: string
    at: StampFilled
  }
  second_look: {
    municipality: string
    subject: string
    visit: string
    saw: string
    criteria: string[]
    due: Stamp
    asked_at: StampFilled
  }
  session: {
    municipality: string
    hash: string
    person: string
    factor: 'password' | 'full'
    created_at: StampFilled
    seen_at: StampFilled
    ends_at: Stamp
    client: Generated<string>
  }
  spearpoint: {
    municipality: string
    id: string
    kind: 'cluster' | 'street'
    name: string
    norm: string
    criterion: string
    reason: string
    figures: Json<Narrow['spearpoint.figures']>
    by: string
    at: StampFilled
    state: Generated<'chosen' | 'published' | 'withdrawal-asked' | 'withdrawn'>
  }
  spearpoint_step: {
    municipality: string
    spearpoint: string
    no: number
    step: 'published' | 'withdrawal-asked' | 'withdrawal-dropped' | 'withdrawn'
    reason: Generated<string>
    by: string
    at: StampFilled
  }
  step_done: {
    municipality: string
    id: string
    organisation: string
    norm: string
    criterion: string
    said: Generated<string>
    upload: string | null
    shared: Generated<boolean>
    by: string
    at: StampFilled
  }
  street: {
    municipality: string
    id: string
    name: string
    slug: string
    by: string
    at: StampFilled
  }
  street_release: {
    municipality: string
    round: string
    no: number
    step: 'proposed' | 'taken-back' | 'published' | 'withdrawn'
    told: JsonFilled<Narrow['street_release.told']>
    reason: Generated<string>
    by: string
    at: StampFilled
  }
  street_round: {
    municipality: string
    id: string
    street: string
    begins_on: string
    ends_on: string
    questions: string
    one: string
    other: string
    by: string
    at: StampFilled
    closed_at: Moment
    closed_by: string | null
  }
  street_round_premises: {
    municipality: string
    round: string
    premises: string
  }
  subject: {
    municipality: string
    id: string
    organisation: string
    kind: 'website' | 'mail-domain'
    address: string
    created_at: StampFilled
    ended_at: Moment
  }
  task: {
    municipality: string
    id: string
    kind: string
    object: string
    person: string | null
    role: Narrow['task.role'] | null
    text: string
    path: string
    due_on: string | null
    created_at: StampFilled
    done_at: Moment
    done_by: string | null
  }
  tender: {
    municipality: string
    id: string
    no: number
    title: string
    subject: string
    product_kind: 'service' | 'software' | 'website' | 'devices' | 'assignment'
    data_class: 'public' | 'internal' | 'confidential' | 'secret'
    criticality: 'low' | 'middle' | 'high'
    traits: Generated<Narrow['tender.traits']>
    norms: Generated<string[]>
    terms: JsonFilled<Narrow['tender.terms']>
    reference: Generated<string>
    place: Generated<string>
    closes_at: Stamp
    state: Generated<'draft' | 'issued' | 'opened' | 'chosen' | 'stopped'>
    issued: Generated<number>
    opened_at: Moment
    chosen: string | null
    chosen_for: Generated<string>
    by: string
    created_at: StampFilled
    term_months: number | null
  }
  tender_choice: {
    municipality: string
    tender: string
    requirement: string
    choice: 'taken' | 'adapted' | 'left'
    level: 'basic' | 'significant' | 'ambitious'
    words: JsonFilled<Narrow['tender_choice.words']>
    reason: Generated<string>
    by: string
    at: StampFilled
  }
  tender_opinion: {
    municipality: string
    id: string
    tender: string
    kind: 'opinion' | 'deviation'
    about: string | null
    stance: 'agreed' | 'conditions' | 'against' | null
    role: Generated<string>
    text: string
    by: string
    at: StampFilled
  }
  tender_own: {
    municipality: string
    tender: string
    requirement: string
    wording: number
    content: Json<Narrow['tender_own.content']>
    by: string
    at: StampFilled
  }
  tender_question: {
    municipality: string
    tender: string
    no: number
    question: string
    answer: string
    by: string
    at: StampFilled
  }
  tender_version: {
    municipality: string
    tender: string
    no: number
    annex: Json<Narrow['tender_version.annex']>
    hash: string
    reason: Generated<string>
    pdf: string
    odt: string
    by: string
    at: StampFilled
    cautions: Generated<Narrow['tender_version.cautions']>
    despite: Generated<string>
  }
  turn: {
    of: string
    at: StampFilled
  }
  unsent: {
    municipality: string
    id: string
    person: string
    sealed: string
    at: StampFilled
    ends_at: StampFilled
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
    at: StampFilled
  }
  usability_test: {
    municipality: string
    id: string
    product: string
    on_day: string
    task: string
    people: string
    number: number
    finished: number
    with_help: number
    minutes: number
    found: string
    witness: string
    by: string
    at: StampFilled
  }
  visit: {
    id: string
    kind: 'website' | 'mail-domain'
    address: string
    domain: string
    state: 'open' | 'done' | 'failed'
    requested_at: StampFilled
    ended_at: Moment
    evidence: string | null
    why: Narrow['visit.why'] | null
    detail: string | null
    pictures_read: Generated<boolean>
    come_back: Moment
  }
  warning: {
    municipality: string
    id: string
    number: string
    source: 'own' | 'file' | 'feed'
    feed: string | null
    publisher: Generated<string>
    namespace: string
    tracking: string
    label: 'RED' | 'AMBER+STRICT' | 'AMBER' | 'GREEN' | 'CLEAR' | null
    state: Generated<'open' | 'sent' | 'ended'>
    ended: 'done' | 'withdrawn' | 'superseded' | null
    ended_on: string | null
    ends_on: string | null
    version: Generated<number>
    sent_at: Moment
    by: string | null
    at: StampFilled
    told_from: Generated<number>
  }
  warning_client: {
    municipality: string
    id: string
    organisation: string
    contract: string | null
    contract_name: string
    by: string
    at: StampFilled
    ended_by: string | null
    ended_at: Moment
  }
  warning_feed: {
    municipality: string
    id: string
    name: string
    address: string
    fingerprint: string
    open: Generated<boolean>
    keeper: string
    state: Generated<'on' | 'off'>
    by: string
    at: StampFilled
    read_until: Moment
    looked_at: Moment
    taken: Generated<number>
    refused: JsonFilled<Narrow['warning_feed.refused']>
    failure: Generated<string>
  }
  warning_label: {
    municipality: string
    warning: string
    no: number
    was: 'RED' | 'AMBER+STRICT' | 'AMBER' | 'GREEN' | 'CLEAR' | null
    label: 'RED' | 'AMBER+STRICT' | 'AMBER' | 'GREEN' | 'CLEAR'
    leave_by: string
    leave_on: string
    leave_text: string
    by: string | null
    at: StampFilled
  }
  warning_match: {
    municipality: string
    warning: string
    kind: 'entry' | 'product' | 'site'
    object: string
    name: string
    why: string
    fits: boolean
    by: string
    at: StampFilled
  }
  warning_person: {
    municipality: string
    warning: string
    person: string
    by: string | null
    at: StampFilled
  }
  warning_reading: {
    municipality: string
    warning: string
    id: string
    person: string
    version: number
    at: StampFilled
  }
  warning_receiver: {
    municipality: string
    warning: string
    organisation: string
    why: string
    by: string
    at: StampFilled
  }
  warning_reply: {
    municipality: string
    warning: string
    id: string
    organisation: string | null
    answer: 'applies' | 'not' | 'done' | 'help'
    text: Generated<string>
    by: string
    at: StampFilled
  }
  warning_version: {
    municipality: string
    warning: string
    no: number
    title: string
    what: Generated<string>
    act: Generated<string>
    act_by: string | null
    works: Generated<string>
    call: Generated<string>
    urgency: 'urgent' | 'normal' | null
    chance: 'low' | 'medium' | 'high' | null
    damage: 'low' | 'medium' | 'high' | null
    products: JsonFilled<Narrow['warning_version.products']>
    refs: JsonFilled<Narrow['warning_version.refs']>
    notes: Generated<string>
    remedy: Generated<string>
    source_version: Generated<string>
    source_key: number[] | null
    released_at: Moment
    signature: Generated<'good' | 'none' | 'own'>
    signed_by: Generated<string>
    hash: Generated<string>
    url: Generated<string>
    by: string | null
    at: StampFilled
  }
  weakness: {
    municipality: string
    request: string
    state: Generated<
      'received' | 'valid' | 'double' | 'out-of-scope' | 'not-reproducible' | 'fixing' | 'fixed' | 'retested' | 'closed'
    >
    severity: 'low' | 'middle' | 'high' | 'critical' | null
    supplier: Generated<string>
    told_on: string | null
    answered_on: string | null
    judged_on: string | null
    fix_by: string | null
    fixed_on: string | null
    retested_on: string | null
  }
  weakness_note: {
    municipality: string
    id: string
    request: string | null
    title: string
    text: string
    thanked: Generated<string>
    fixed_on: string
    written_by: string
    written_at: StampFilled
    told_by: string | null
    told_on: string | null
    taken_back_on: string | null
  }
  'published.badge': {
    municipality: string
    id: string
    number: string
    kind: 'signed' | 'seen'
    holder: string
    place: string
    told: Json<Narrow['published.badge.told']>
    valid_from: string
    valid_until: string
    ground: Narrow['published.badge.ground']
    ground_on: string | null
    ended: Narrow['published.badge.ended'] | null
    ended_on: string | null
    reason: string
    listed: boolean
    changed_at: StampFilled
  }
  'published.buddy_figure': {
    municipality: string
    period: string
    measure: string
    value: number | null
  }
  'published.campaign': {
    municipality: string
    number: string
    state: Narrow['published.campaign.state']
    title: string
    aim: string
    norm: string
    plan: string
    hash: string
    frozen_on: string
    frozen_by: string
    draw_on: string
    starts: string
    until: string
    after: string
    value: string | null
    seed: string | null
    drawn_on: string | null
    drawn_by: string | null
    firsts: string[]
    result: Json<Narrow['published.campaign.result']> | null
    told_on: string | null
    told_by: string | null
    stopped_on: string | null
    stopped_why: string | null
    changed_at: Stamp
  }
  'published.course_right': {
    municipality: string
    quarter: string
    asked: number | null
    met: number | null
  }
  'published.covenant': {
    municipality: string
    no: number
    edition: number
    covenant: string
    version: number
    title: string
    state: 'open' | 'in-force' | 'ended' | 'dropped'
    begins_on: string | null
    ends_on: string | null
    document: Json<Narrow['published.covenant.document']>
    counts: JsonFilled<Narrow['published.covenant.counts']>
    files: Json<Narrow['published.covenant.files']> | null
    by_function: string
    second_function: string
    from_at: StampFilled
    to_at: Moment
  }
  'published.covenant_event': {
    municipality: string
    no: number
    id: string
    on: string
    kind: Narrow['published.covenant_event.kind']
    pledge: string | null
    party: string | null
    detail: JsonFilled<Narrow['published.covenant_event.detail']>
    at: StampFilled
  }
  'published.covenant_party': {
    municipality: string
    no: number
    party: string
    name: string
    kind: 'municipality' | 'party' | 'observer'
    state: 'joined' | 'paused' | 'suspended' | 'left'
    joined_on: string | null
    left_on: string | null
    extended_until: string | null
  }
  'published.covenant_remark': {
    municipality: string
    no: number
    id: string
    pledge: string | null
    kind: Narrow['published.covenant_remark.kind']
    text: string
    name: string
    lang: Narrow['published.covenant_remark.lang']
    asked_on: string
    answer: string
    by_function: string
    answered_on: string
    at: StampFilled
  }
  'published.covenant_version': {
    municipality: string
    no: number
    version: number
    title: string
    state: 'open' | 'in-force' | 'ended' | 'dropped' | 'replaced'
    pdf: string
    odt: string
    json: string
    fixed_at: Stamp
    signed: number
    named: string[]
  }
  'published.covenant_withdrawn': {
    municipality: string
    no: number
    reason: string
    at: StampFilled
  }
  'published.entry': {
    municipality: string
    register: string
    id: string
    version: number
    no: number
    slug: string
    title: string
    values: Json<Narrow['published.entry.values']>
    names: JsonFilled<Narrow['published.entry.names']>
    search: Generated<string>
    ended: Generated<boolean>
    from_at: StampFilled
    to_at: Moment
  }
  'published.entry_term': {
    municipality: string
    register: string
    ended: boolean
    field: string
    term: string
    no: number
  }
  'published.entry_withdrawn': {
    municipality: string
    register: string
    id: string
    no: number
    slug: string
    reason: string
    at: StampFilled
  }
  'published.entry_word': {
    municipality: string
    register: string
    word: string
  }
  'published.event': {
    municipality: string
    no: number
    kind: Narrow['published.event.kind']
    title: string
    organiser: string
    keeper: string | null
    subject: Narrow['published.event.subject']
    district: string
    step_free: Narrow['published.event.step_free']
    free: boolean
    language: Narrow['published.event.language']
    starts_on: string
    ends_on: string
    places: number
    taken: number
    waiting: number
    state: Narrow['published.event.state']
    came: number | null
    told: Json<Narrow['published.event.told']>
    sequence: number
    changed_at: Stamp
  }
  'published.event_gone': {
    municipality: string
    no: number
    why: string
    gone_on: string
  }
  'published.exercise_figure': {
    municipality: string
    measure: string
    value: number | null
  }
  'published.file': {
    hash: string
    media: Narrow['published.file.media']
  }
  'published.finding': {
    municipality: string
    subject: string
    criterion: string
    from_no: number
    to_no: number | null
    norm: string
    theme: Narrow['published.finding.theme']
    verdict: Narrow['published.finding.verdict']
    reason: string
    seen: Json<Narrow['published.finding.seen']>
    strength: Narrow['published.finding.strength']
    cause: Narrow['published.finding.cause']
  }
  'published.hack_event': {
    municipality: string
    no: number
    told: Json<Narrow['published.hack_event.told']>
    changed_at: StampFilled
  }
  'published.help_offer': {
    municipality: string
    kind: 'place' | 'course'
    no: number
    title: string
    provider: string
    keeper: string | null
    district: string
    pc4: string
    x: number | null
    y: number | null
    subjects: Narrow['published.help_offer.subjects']
    languages: Narrow['published.help_offer.languages']
    step_free: Narrow['published.help_offer.step_free']
    free: boolean
    phone: boolean
    weekdays: number[]
    off_days: string[]
    days: string[]
    starts_on: string | null
    ends_on: string | null
    places: number | null
    taken: number | null
    waiting: number | null
    cancelled: number
    checked_on: string
    state: Narrow['published.help_offer.state']
    told: Json<Narrow['published.help_offer.told']>
    sequence: number
    changed_at: Stamp
  }
  'published.help_settings': {
    municipality: string
    province: string
  }
  'published.landscape': {
    municipality: string
    publication: number
    kind: 'cluster' | 'street'
    name: string
    organisations: number | null
    themes: Json<Narrow['published.landscape.themes']>
  }
  'published.landscape_named': {
    municipality: string
    publication: number
    kind: 'cluster' | 'street'
    name: string
    slug: string
    called: string
  }
  'published.map_background': {
    municipality: string
    source: string
    licence: string
    shapes: Json<Narrow['published.map_background.shapes']>
    changed_at: StampFilled
  }
  'published.mark': {
    municipality: string
    what: 'pages' | 'progress'
    id: Generated<string>
  }
  'published.municipality': {
    id: string
    slug: string
    name: string
  }
  'published.organisation': {
    municipality: string
    publication: number
    slug: string
    name: string
    kind: string
    size: Narrow['published.organisation.size'] | null
    street: string | null
    public_body: boolean
    themes: Json<Narrow['published.organisation.themes']>
  }
  'published.organisation_held': {
    municipality: string
    from_no: number
    to_no: number | null
    slug: string
    name: string
    kind: string
    size: Narrow['published.organisation_held.size'] | null
    street: string | null
    public_body: boolean
    themes: Json<Narrow['published.organisation_held.themes']>
  }
  'published.pledge': {
    municipality: string
    no: number
    pledge: string
    position: number
    title: string
    terms: Json<Narrow['published.pledge.terms']>
    stands: Json<Narrow['published.pledge.stands']>
    course: Narrow['published.pledge.course'] | null
    verdict: Json<Narrow['published.pledge.verdict']> | null
    due: string
  }
  'published.pledge_party': {
    municipality: string
    no: number
    pledge: string
    party: string
    count: number
    among: number
    unknown: number
    steps: JsonFilled<Narrow['published.pledge_party.steps']>
    verdict: Json<Narrow['published.pledge_party.verdict']> | null
  }
  'published.pledge_value': {
    municipality: string
    no: number
    pledge: string
    on: string
    count: number
    among: number
    unknown: number
    strength: string | null
    seen: string | null
  }
  'published.postcode_area': {
    municipality: string
    pc4: string
    x: number
    y: number
    district: string
    inhabitants: number | null
  }
  'published.practice': {
    municipality: string
    id: string
    number: string
    title: string
    organisation: string
    problem: string
    did: string
    gained: string
    link: string
    norms: string[]
    licence: 'CC0-1.0' | 'CC-BY-4.0' | 'CC-BY-SA-4.0'
    lang: 'nl' | 'en'
    reviewer: string
    function: string
    reviewed_on: string
    withdrawn_on: string | null
    reason: Generated<string>
    changed_at: StampFilled
  }
  'published.progress': {
    municipality: string
    at: StampFilled
    total: number
    done: number
    failed: number
  }
  'published.publication': {
    municipality: string
    no: number
    at: StampFilled
    by_name: string
    by_function: string
    provisional: boolean
    catalogue_version: string
    catalogue: Json<Narrow['published.publication.catalogue']>
    versions: Json<Narrow['published.publication.versions']>
    self_test: Json<Narrow['published.publication.self_test']> | null
    summary: Json<Narrow['published.publication.summary']>
  }
  'published.rating': {
    municipality: string
    product: string
    told_on: string
    told: Json<Narrow['published.rating.told']>
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
  'published.report': {
    municipality: string
    id: string
    path: string
    at: string
    state: 'open' | 'corrected' | 'kept' | 'passed-on'
    closed_on: string | null
    answer: Generated<string>
  }
  'published.request_figure': {
    municipality: string
    period: string
    kind: string
    measure:
      | 'received'
      | 'answered'
      | 'in-term'
      | 'late'
      | 'granted'
      | 'partly'
      | 'refused'
      | 'passed-on'
      | 'again'
      | 'median'
      | 'ninetieth'
      | 'days-2'
      | 'days-5'
      | 'days-10'
      | 'days-more'
      | 'changed'
      | 'same'
      | 'open'
      | 'helped-said'
      | 'helped-yes'
      | 'helped-partly'
      | 'helped-no'
    value: number | null
  }
  'published.sample_draw': {
    municipality: string
    no: number
    at: Stamp
    seed: string
    among: number[]
    drawn: number[]
  }
  'published.sought': {
    municipality: string
    row: string
    source: string
    key: string
    lang: 'nl' | 'en'
    alone: boolean
    path: string
    title: string
    keywords: string
    lead: string
    body: string
    at: Moment
    until: string | null
    found: string
  }
  'published.sought_file': {
    source: string
    key: string
    lang: 'nl' | 'en'
    alone: boolean
    path: string
    title: string
    keywords: string
    lead: string
    body: string
    at: Moment
    until: string | null
    found: string
  }
  'published.spearpoint': {
    municipality: string
    id: string
    kind: 'cluster' | 'street'
    name: string
    norm: string
    criterion: string
    reason: string
    missed: number | null
    chosen_on: string
    chosen_by: string
    published_on: string
    published_by: string
    ended_on: string | null
    ended_reason: Generated<string>
  }
  'published.street_premises': {
    municipality: string
    round: string
    premises: string
    slug: string
    name: string
    address: string
    lon: number | null
    lat: number | null
    seen_on: string
    until: string
    told: Json<Narrow['published.street_premises.told']>
    correcting: Generated<boolean>
  }
  'published.street_round': {
    municipality: string
    round: string
    slug: string
    name: string
    begins_on: string
    ends_on: string
    until: string
    told: Json<Narrow['published.street_round.told']>
    published_at: StampFilled
    correcting_at: Moment
  }
  'published.subject': {
    municipality: string
    publication: number
    id: string
    organisation: string
    kind: Narrow['published.subject.kind']
    address: string
    measured_at: Moment
    seen: boolean
    why: Narrow['published.subject.why'] | null
    detail: string | null
    evidence: string | null
    screenshot: string | null
    parties: Json<Narrow['published.subject.parties']>
    pages: Json<Narrow['published.subject.pages']>
    themes: Json<Narrow['published.subject.themes']>
  }
  'published.subject_held': {
    municipality: string
    from_no: number
    to_no: number | null
    id: string
    organisation: string
    kind: Narrow['published.subject_held.kind']
    address: string
    seen: boolean
    why: Narrow['published.subject_held.why'] | null
    detail: string | null
    pages: Json<Narrow['published.subject_held.pages']>
    themes: Json<Narrow['published.subject_held.themes']>
  }
  'published.subject_parties': {
    municipality: string
    from_no: number
    to_no: number | null
    id: string
    parties: Json<Narrow['published.subject_parties.parties']>
  }
  'published.subject_visit': {
    municipality: string
    from_no: number
    to_no: number | null
    id: string
    measured_at: Moment
    evidence: string | null
    screenshot: string | null
  }
  'published.tally': {
    municipality: string
    publication: number
    criterion: string
    verdict: Narrow['published.tally.verdict']
    count: number
  }
  'published.tender': {
    municipality: string
    no: number
    version: number
    current: boolean
    title: string
    closes_at: Stamp
    stopped: Generated<boolean>
    annex: Json<Narrow['published.tender.annex']>
    hash: string
    reason: Generated<string>
    pdf: string
    odt: string
    issued_at: StampFilled
  }
  'published.tender_question': {
    municipality: string
    tender: number
    no: number
    question: string
    answer: string
    at: StampFilled
  }
  'published.toets': {
    municipality: string
    no: number
    version: number
    current: boolean
    kind: Narrow['published.toets.kind']
    title: string
    outcome: string
    decided_on: string
    published_at: StampFilled
    by_function: string
    second_function: string
    document: Json<Narrow['published.toets.document']>
    pdf: string | null
    odt: string | null
    due_on: string | null
  }
  'published.warning': {
    municipality: string
    id: string
    number: string
    title: string
    what: string
    act: string
    act_by: string | null
    works: string
    call: string
    urgency: Narrow['published.warning.urgency'] | null
    products: Json<Narrow['published.warning.products']>
    refs: Json<Narrow['published.warning.refs']>
    notes: string
    publisher: string
    tracking: string
    version: number
    sent_on: string
    changed_at: Stamp
    ends_on: string
    ended: Narrow['published.warning.ended'] | null
    ended_on: string | null
    counts: Json<Narrow['published.warning.counts']>
  }
  'published.weakness': {
    municipality: string
    id: string
    title: string
    text: string
    thanked: string
    fixed_on: string
    told_on: string
  }
}
