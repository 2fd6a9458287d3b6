/** What happened in a covenant as a sentence, for its page, its feed and the mail of who follows it. */
import type { EventDetail, EventKind } from '../model/public-covenant.ts'
import { LEAST } from '../vocabulary/group.ts'
import type { MeetingKind, PledgeOutcome } from '../vocabulary/covenant.ts'
import { day, number, share, type Lang } from './language.ts'

/** Fewer than ten are told in counts. */
const measured = (lang: Lang, { count = 0, among = 0 }: EventDetail): string => {
  const of = `${number(lang, count)} ${lang === 'nl' ? 'van' : 'of'} ${number(lang, among)}`
  return among < LEAST ? of : `${of} (${share(lang, count / among)})`
}

export const OUTCOMES: Readonly<Record<Lang, Readonly<Record<PledgeOutcome, string>>>> = {
  nl: { met: 'gehaald', 'met-late': 'later gehaald', 'not-met': 'niet gehaald', lapsed: 'vervallen' },
  en: { met: 'met', 'met-late': 'met late', 'not-met': 'not met', lapsed: 'lapsed' },
}

const MEETINGS: Readonly<Record<Lang, Readonly<Record<MeetingKind, string>>>> = {
  nl: { steering: 'de stuurgroep kwam bijeen', yearly: 'de jaarlijkse bijeenkomst was er' },
  en: { steering: 'the steering group met', yearly: 'the yearly meeting took place' },
}

type Told = {
  readonly kind: EventKind
  readonly detail: EventDetail
  /** Of the party, where it has one: it may be read. */
  readonly party: string | null
  readonly pledge: string | null
}
const capital = (text: string): string => text.replace(/^./, (sign) => sign.toUpperCase())
/** That there was a meeting: as a sentence, or after what it was about. */
const met = (lang: Lang, kind: MeetingKind, what: string): string =>
  what === '' ? capital(MEETINGS[lang][kind]) : `${what}: ${MEETINGS[lang][kind]}`
const because = (why: string | undefined, word: string): string => (why ? ` ${word}: ${why}` : '')

const PLANS = {
  nl: { 'handed-in': 'is ingeleverd', accepted: 'is aanvaard', late: 'kwam niet op tijd' },
  en: { 'handed-in': 'was handed in', accepted: 'was accepted', late: 'did not come in time' },
} as const
const nl: Readonly<Record<EventKind, (told: Told & { who: string; what: string }) => string>> = {
  published: ({ detail }) =>
    (detail.edition ?? 1) === 1 ? 'Het convenant werd openbaar.' : `De tekst veranderde (uitgave ${detail.edition}).`,
  'in-force': () => 'Het convenant ging in.',
  ended: () => 'Het convenant eindigde.',
  joined: ({ who }) => `${who} tekende.`,
  paused: ({ who, detail }) => `${who} pauzeert${detail.until ? ` tot en met ${day('nl', detail.until)}` : ''}.`,
  resumed: ({ who }) => `${who} doet weer mee.`,
  suspended: ({ who }) => `${who} is geschorst door de stuurgroep.`,
  restored: ({ who }) => `De schorsing van ${who} is voorbij.`,
  extended: ({ who, detail }) => `${who} heeft uitstel${detail.until ? ` tot en met ${day('nl', detail.until)}` : ''}.`,
  left: ({ who }) => `${who} is gestopt.`,
  measured: ({ what, detail }) => `${what}: nu ${measured('nl', detail)}.`,
  verdict: ({ what, detail, party }) =>
    `${what}: ${party === null ? '' : `${party}, `}` +
    `${OUTCOMES.nl[detail.outcome ?? 'lapsed']}, volgens ${detail.by ?? 'de toetser'}.` +
    (detail.until ? ` Een verbeterplan is gevraagd, uiterlijk ${day('nl', detail.until)}.` : '') +
    because(detail.why, 'Toelichting'),
  amended: ({ what, detail }) =>
    (detail.target === undefined
      ? `${what}: de afspraak is gewijzigd.`
      : `${what}: het doel is nu ${share('nl', detail.target)}${detail.due ? ` op ${day('nl', detail.due)}` : ''}.`) +
    because(detail.why, 'Reden'),
  plan: ({ what, detail, party }) =>
    `${what}: het verbeterplan${party === null ? '' : ` van ${party}`} ` + `${PLANS.nl[detail.plan ?? 'handed-in']}.`,
  meeting: ({ what, detail, pledge }) =>
    `${met('nl', detail.meeting ?? 'steering', pledge === null ? '' : what)}.` + because(detail.text, 'Besloten'),
  remark: ({ what, pledge }) =>
    pledge === null ? 'Een lezer kreeg antwoord.' : `Een lezer kreeg antwoord over: ${what}.`,
}
const en: typeof nl = {
  published: ({ detail }) =>
    (detail.edition ?? 1) === 1 ? 'The covenant became public.' : `The text changed (edition ${detail.edition}).`,
  'in-force': () => 'The covenant came into force.',
  ended: () => 'The covenant ended.',
  joined: ({ who }) => `${who} signed.`,
  paused: ({ who, detail }) => `${who} pauses${detail.until ? ` until ${day('en', detail.until)}` : ''}.`,
  resumed: ({ who }) => `${who} takes part again.`,
  suspended: ({ who }) => `${who} was suspended by the steering group.`,
  restored: ({ who }) => `The suspension of ${who} is over.`,
  extended: ({ who, detail }) => `${who} has more time${detail.until ? `, until ${day('en', detail.until)}` : ''}.`,
  left: ({ who }) => `${who} left.`,
  measured: ({ what, detail }) => `${what}: now ${measured('en', detail)}.`,
  verdict: ({ what, detail, party }) =>
    `${what}: ${party === null ? '' : `${party}, `}` +
    `${OUTCOMES.en[detail.outcome ?? 'lapsed']}, according to ${detail.by ?? 'the verifier'}.` +
    (detail.until ? ` An improvement plan is asked, by ${day('en', detail.until)}.` : '') +
    because(detail.why, 'Explanation'),
  amended: ({ what, detail }) =>
    (detail.target === undefined
      ? `${what}: the agreement was changed.`
      : `${what}: the target is now ${share('en', detail.target)}` +
        `${detail.due ? ` on ${day('en', detail.due)}` : ''}.`) + because(detail.why, 'Reason'),
  plan: ({ what, detail, party }) =>
    `${what}: the improvement plan${party === null ? '' : ` of ${party}`} ` +
    `${PLANS.en[detail.plan ?? 'handed-in']}.`,
  meeting: ({ what, detail, pledge }) =>
    `${met('en', detail.meeting ?? 'steering', pledge === null ? '' : what)}.` + because(detail.text, 'Decided'),
  remark: ({ what, pledge }) =>
    pledge === null ? 'A reader got an answer.' : `A reader got an answer about: ${what}.`,
}

/** The sentence. What is quoted in it, a title or a reason, stays in the language in which it was written. */
export function eventSentence(lang: Lang, told: Told): string {
  const who = told.party ?? (lang === 'nl' ? 'Een partij' : 'A party')
  const what = told.pledge ?? (lang === 'nl' ? 'Een afspraak' : 'An agreement')
  return (lang === 'nl' ? nl : en)[told.kind]({ ...told, who, what })
}
