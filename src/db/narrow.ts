/**
 * What the database cannot say of its own columns. `tables.ts` is made from the database and takes from here what is in
 * a JSON value, and which words a text may hold where no check says so.
 */
import type { ColumnType, Generated } from 'kysely'
import type { Calculated, CovenantText, FileReading } from '../model/covenant.ts'
import type { Times } from '../lib/weekly-times.ts'
import type { ToldBadge } from '../model/badge.ts'
import type { ToldCourse, ToldPlace } from '../model/help.ts'
import type { Material, PendingEvent, ToldEvent } from '../model/event.ts'
import type { ToldHack } from '../model/hack.ts'
import type { Paper } from '../model/document.ts'
import type { OwnRequirement } from '../model/requirement.ts'
import type { Unseen } from '../model/evidence.ts'
import type { LandscapeTheme, SpearpointFigures } from '../model/group.ts'
import type { Seen, Strength, VerdictWord } from '../model/finding.ts'
import type { Shape } from '../model/map.ts'
import type { Catalogue, ThemeId } from '../model/norm.ts'
import type { Media } from '../model/home.ts'
import type { Cause, CitySummary, Party, SelfTest, VisitedPage } from '../model/publication.ts'
import type {
  CovenantDocument,
  CovenantFiles,
  EventDetail,
  EventKind,
  FirstStep,
  PartyCounts,
  PledgeStands,
  PublicPledge,
  PublicVerdict,
  PartyVerdict,
} from '../model/public-covenant.ts'
import type { Answers } from '../model/questionnaire.ts'
import type { Ratings } from '../model/rating.ts'
import type { Values } from '../model/register.ts'
import type { Behind, Watch } from '../model/supplier.ts'
import type { ThemeScore } from '../model/score.ts'
import type { SaidBefore, Settled, ToldPremises, ToldRound, ToldStreet } from '../model/street.ts'
import type { Scenario } from '../model/exercise.ts'
import type { Size } from '../model/subject.ts'
import type { Annex, Bid, BidAnswer, TermsHere } from '../model/tender.ts'
import type { CampaignResult } from '../model/campaign.ts'
import type { CampaignState, CampaignWay } from '../vocabulary/campaign.ts'
import type { RefusedFile, ReplyCounts, WarnedProduct, WarningReference } from '../model/warning.ts'
import type { EventKind as EventKindOf, EventSubject } from '../vocabulary/event.ts'
import type { BadgeEnd, BadgeGround, SightingState } from '../vocabulary/badge.ts'
import type { Skill } from '../vocabulary/buddy.ts'
import type { CaseKind, CaseState } from '../vocabulary/case.ts'
import type { Course } from '../vocabulary/covenant.ts'
import type { AccessMore, EntryState, HelpLanguage, HelpSubject, StepFree } from '../vocabulary/help.ts'
import type { Role } from '../vocabulary/roles.ts'
import type { Caution, OwnWord, Trait } from '../vocabulary/tender.ts'
import type { Urgency, WarningEnd } from '../vocabulary/warning.ts'
import type { WeaknessState } from '../vocabulary/weakness.ts'

/** A moment that is always there: read as a Date, written as one or as text. A date is text, `2026-11-25`. */
export type Stamp = ColumnType<Date, Date | string, Date | string>
/** A moment that the database fills in itself. */
export type StampFilled = ColumnType<Date, Date | string | undefined, Date | string>
/** A moment that has come or not. */
export type Moment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** Written as text, read as what it says. */
export type Json<T> = ColumnType<T, string, string>
/** The same, which the database fills in itself. */
export type JsonFilled<T> = ColumnType<T, string | undefined, string>

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

/** One line a column, by table and column: what it holds when it holds something. */
export type Narrow = {
  'address_behind.behind': Behind
  'address_watch.watch': Watch
  'answer.value': Answer
  /** A trigger fills it in. */
  'answer.version': Generated<string>
  'bid.content': Bid
  'badge.told': ToldBadge
  'course.times': Times
  'buddy_offer.skills': Skill[]
  'incident.needs': Skill[]
  'exercise.content': Scenario
  'help_place.access': readonly AccessMore[]
  'help_place.languages': readonly HelpLanguage[]
  'help_place.subjects': readonly HelpSubject[]
  'help_place.times': Times
  'badge_sighting.state': SightingState
  'case_file.before_hold': CaseState
  'case_file.state': CaseState
  'case_step.from_state': CaseState
  'case_step.to_state': CaseState
  'covenant_file.media': Media
  'covenant_file.reading': FileReading
  'covenant_opinion.conditions': readonly string[]
  'covenant_report.document': Paper
  'covenant_version.text': CovenantText
  'contract_duty.promise': BidAnswer
  'entry.values': Values
  'event.access': readonly AccessMore[]
  'event.material': readonly Material[]
  'event.pending': PendingEvent
  'pledge_value.spread': readonly (readonly [count: number, among: number, parties: number])[]
  'pledge_verdict.calculated': Calculated
  'entry_version.values': Values
  'published.file.media': Media
  'finding.seen': Seen
  'finding.strength': Strength
  'finding.theme': ThemeId
  'job.payload': Readonly<Record<string, unknown>>
  'job.result': unknown
  'spearpoint.figures': SpearpointFigures
  'published.pledge_party.verdict': PartyVerdict
  'published.landscape.themes': readonly LandscapeTheme[]
  'inspection.answers': Answers
  'judgement.pages': readonly VisitedPage[]
  'judgement.parties': readonly Party[]
  'national_act.body': Readonly<Record<string, unknown>>
  'national_act.problems': Readonly<Record<string, string>>
  'national_state.held': Readonly<Record<string, unknown>>
  'opinion_draft.content': OpinionDraft
  'opinion_request.role': Role
  'person.roles': Role[]
  'premises_letter.earlier': readonly SaidBefore[]
  'premises_outcome.answers': Settled
  'questionnaire.content': Record<string, unknown>
  'regulation.versions': readonly RegulationVersion[]
  'street_release.told': Partial<ToldRound>
  'task.role': Role
  'tender.terms': readonly TermsHere[]
  'tender.traits': Trait[]
  'tender_choice.words': Partial<Record<OwnWord, string>>
  'tender_own.content': OwnRequirement
  'tender_version.annex': Annex
  'tender_version.cautions': Caution[]
  'visit.why': Unseen
  'published.badge.ended': BadgeEnd
  'published.badge.ground': BadgeGround
  'published.badge.told': ToldBadge
  'published.covenant.counts': PartyCounts
  'published.covenant.files': CovenantFiles
  'published.covenant.document': CovenantDocument
  'published.covenant_event.detail': EventDetail
  'published.covenant_event.kind': EventKind
  'published.covenant_remark.kind': 'question' | 'remark'
  'published.covenant_remark.lang': 'nl' | 'en'
  'published.pledge.course': Course
  'published.pledge.stands': PledgeStands
  'published.pledge.terms': PublicPledge
  'published.pledge.verdict': PublicVerdict
  'published.pledge_party.steps': readonly FirstStep[]
  'published.entry.names': Readonly<Record<string, string>>
  'published.entry.values': Values
  'published.finding.cause': Cause
  'published.finding.seen': Seen
  'published.finding.strength': Strength
  'published.finding.theme': ThemeId
  'published.finding.verdict': VerdictWord
  'published.event.kind': EventKindOf
  'published.event.language': HelpLanguage
  'published.event.state': 'placed' | 'cancelled'
  'published.event.step_free': StepFree
  'published.event.subject': EventSubject
  'published.event.told': ToldEvent
  'published.hack_event.told': ToldHack
  'hack_finding.state': WeaknessState
  'published.help_offer.languages': readonly HelpLanguage[]
  'published.help_offer.state': EntryState
  'published.help_offer.step_free': StepFree
  'published.help_offer.subjects': readonly HelpSubject[]
  'published.help_offer.told': ToldPlace | ToldCourse
  'published.map_background.shapes': readonly Shape[]
  'published.organisation.size': Size
  'published.rating.told': Ratings
  'published.tender.annex': Annex
  'published.organisation.themes': readonly ThemeScore[]
  'published.organisation_held.size': Size
  'published.organisation_held.themes': readonly ThemeScore[]
  'published.publication.catalogue': Catalogue
  'published.publication.self_test': SelfTest
  'published.publication.summary': CitySummary
  'published.publication.versions': Readonly<Record<string, string>>
  'published.street_premises.told': ToldPremises
  'published.street_round.told': ToldStreet
  'published.subject.kind': 'website' | 'mail-domain'
  'published.subject.pages': readonly VisitedPage[]
  'published.subject.parties': readonly Party[]
  'published.subject.themes': readonly ThemeScore[]
  'published.subject.why': Unseen
  'published.subject_held.kind': 'website' | 'mail-domain'
  'published.subject_held.pages': readonly VisitedPage[]
  'published.subject_held.themes': readonly ThemeScore[]
  'published.subject_held.why': Unseen
  'published.subject_parties.parties': readonly Party[]
  'published.tally.verdict': VerdictWord
  'published.toets.document': Record<string, unknown>
  'published.toets.kind': CaseKind
  'published.warning.counts': ReplyCounts
  'published.warning.ended': WarningEnd
  'published.warning.products': readonly WarnedProduct[]
  'published.warning.refs': readonly WarningReference[]
  'published.warning.urgency': Urgency
  'campaign.result': CampaignResult
  'campaign.ways': CampaignWay[]
  'published.campaign.result': CampaignResult
  'published.campaign.state': Exclude<CampaignState, 'draft'>
  'warning_feed.refused': readonly RefusedFile[]
  'warning_version.products': readonly WarnedProduct[]
  'warning_version.refs': readonly WarningReference[]
}
