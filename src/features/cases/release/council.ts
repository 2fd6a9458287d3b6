/**
 * The paragraph for the proposal to college or council: ready from the first day, in the state the case then has. Pure.
 * Every stance is named, every flag has a line, and what is not public is not in it.
 */
import { asSentence } from '../../../lib/words.ts'
import { ROLE_NAMES, type Role } from '../../../vocabulary/roles.ts'
import { flagsInWords } from '../../../web/flags.ts'
import { day } from '../../../web/language.ts'
import { caseNumber } from '../address.ts'
import { aboutWords, requestsNow } from '../objections.ts'
import { STANCES, STATE_SENTENCES } from '../rules/words.ts'
import type { Case, RequestRow } from '../store/rows.ts'
import { capital } from './blocks.ts'

/** `outcomes`: words for the outcome of a decision. `omitted`: parts that stay out of the publication. */
export type Told = {
  readonly outcomes: ReadonlyMap<string, string>
  readonly omitted: ReadonlySet<string>
  readonly today: string
  /** Whether the public site shows this case. */
  readonly isPublic: boolean
}

const NUMBERS = ['geen', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien']
const inWords = (count: number): string => NUMBERS[count] ?? String(count)
const quoted = (text: string): string => `“${text.trim().replace(/[.;]+$/, '')}”`
const lower = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text)
/** A function with its article: “de gemeentesecretaris”, “het hoofd Publiek”. */
const theFunction = (name: string): string =>
  /^(?:de|het)\s/i.test(name)
    ? lower(name)
    : `${/^\S*(?:hoofd|lid|college|bestuur)(?=\s|$)/i.test(name) ? 'het' : 'de'} ${lower(name)}`
const the = (role: Role): string => `de ${ROLE_NAMES[role]}`

/** Its lines, in order; each is a paragraph of its own when it is copied. */
export function paragraphOf(file: Case, told: Told): string[] {
  if (file.row.state === 'withdrawn') return [opening(file, told)]
  const requests = requestsNow(file)
  return [
    [opening(file, told), questions(file)].join(' ').trim(),
    ...flags(file, told),
    [...requests.map((request) => stance(request, told)), advice(file, told)].join(' ').trim(),
    ...conditions(file, requests, told),
    decision(file, told),
    ...deviations(file, told),
    told.isPublic ? 'De hele toets staat op de openbare site.' : '',
  ].filter((line) => line !== '')
}

function opening({ row, steps, decisions, test }: Case, { today }: Told): string {
  const number = `IT-toets ${caseNumber(row)}`
  const declared = steps.findLast(({ to }) => to === 'no-effect')
  if (row.state === 'withdrawn') return `Deze toets is ingetrokken (${number}). Er wordt niets meer besloten.`
  if (decisions.length > 0)
    return test || !row.urgent
      ? `Dit voorstel is getoetst op digitale gevolgen (${number}).`
      : `Over dit voorstel is met spoed besloten (${number}). De volledige toets volgt.`
  if (declared && row.fullTest === null)
    return (
      `Dit voorstel heeft geen digitaal effect (${number}). ` +
      `${capital(declared.function === '' ? 'de behandelaar' : theFunction(declared.function))} ` +
      `verklaarde dat op ${day('nl', declared.at)}. ` +
      `${declared.reason === '' ? '' : `De reden: ${asSentence(declared.reason)} `}` +
      'Een volledige toets is niet gedaan.'
    )
  return (
    `Dit voorstel wordt getoetst op digitale gevolgen (${number}). Er is nog niet besloten. ` +
    `Dit is de stand op ${day('nl', today)}. ${STATE_SENTENCES[row.state]}`
  )
}

function questions({ test, row }: Case): string {
  if (!test) return row.fullTest === null && row.route === null ? '' : 'De vragen zijn nog niet gesteld.'
  const { asked, open } = test.result
  return `${open.length === 0 && asked > 0 ? `Alle ${asked} vragen zijn beantwoord. ` : ''}${flagsInWords(test.result)}`
}

const flags = ({ test, flagAnswers }: Case, { omitted }: Told): string[] =>
  (test?.result.flags ?? []).map(({ question, text }) => {
    if (omitted.has(`flag-${question}`)) return `Rode vlag bij vraag ${question}: niet openbaar.`
    const answer = flagAnswers.get(question)
    const reaction = answer ? `Reactie: ${asSentence(answer.text)}` : 'Nog zonder reactie.'
    return `Rode vlag: ${asSentence(lower(text))} ${reaction}`
  })

function stance({ id, role, opinions }: RequestRow, { omitted }: Told): string {
  const opinion = opinions.at(-1)
  if (!opinion) return `Het advies van ${the(role)} is er nog niet.`
  if (omitted.has(`opinion-${id}`)) return `Het advies van ${the(role)} is niet openbaar.`
  return opinion.stance === 'none-needed'
    ? `${capital(the(role))} vindt een advies niet nodig.`
    : `${capital(the(role))} adviseert: ${lower(STANCES[opinion.stance])}.`
}

function advice({ advices, steps, decisions, row }: Case, { omitted }: Told): string {
  // What Digital Affairs said in an earlier round was about an earlier proposal.
  const round = steps.findLast(({ to }) => to === 'in-test')?.at
  const last = advices.at(-1)
  if (last && (round === undefined || last.at >= round))
    return omitted.has('advice')
      ? 'Het advies van Digitale Zaken is niet openbaar.'
      : `Digitale Zaken adviseert: ${lower(STANCES[last.stance])}.`
  if (decisions.length > 0) return 'Digitale Zaken is niet om advies gevraagd.'
  return row.state === 'advice' || row.state === 'opinions' ? 'Het advies van Digitale Zaken volgt.' : ''
}

function conditions({ decisions }: Case, requests: readonly RequestRow[], { omitted }: Told): string[] {
  const all = requests
    .filter(({ id }) => !omitted.has(`opinion-${id}`))
    .flatMap(({ role, opinions }) =>
      (opinions.at(-1)?.conditions ?? []).map(({ id, text, reactions }) => ({
        id,
        role,
        text,
        last: reactions.at(-1),
      })),
    )
  const [adopted, open] = [all.filter(({ last }) => last?.kind === 'adopt'), all.filter(({ last }) => !last)]
  const reasons = new Map(decisions.at(-1)?.deviations.map(({ about, text }) => [about, text]))
  const count =
    all.length === 0 || open.length === all.length || (all.length === 1 && adopted.length === 0)
      ? ''
      : all.length === 1
        ? 'De ene voorwaarde is overgenomen.'
        : adopted.length === all.length
          ? `De ${inWords(all.length)} voorwaarden zijn allemaal overgenomen.`
          : `Van de ${inWords(all.length)} voorwaarden ${adopted.length > 1 ? 'zijn' : 'is'} er ` +
            `${inWords(adopted.length)} overgenomen.`
  const waiting =
    open.length === 0
      ? ''
      : open.length === 1
        ? 'Op één voorwaarde is nog niet gereageerd.'
        : `Op ${open.length === all.length ? 'de ' : ''}${inWords(open.length)} voorwaarden is nog niet gereageerd.`
  return [
    [count, waiting].join(' ').trim(),
    ...all.flatMap(({ id, role, text, last }) => {
      if (!last || (last.kind === 'adopt' && !reasons.has(id))) return []
      const how = { adopt: 'overgenomen', adapt: 'aangepast overgenomen', refuse: 'niet overgenomen' }[last.kind]
      const why =
        last.text === '' ? '' : ` ${last.kind === 'adapt' ? 'De aanpassing' : 'De reden'}: ${asSentence(last.text)}`
      const decided = reasons.get(id)
      return [
        `De voorwaarde van ${the(role)} is ${how}: ${quoted(text)}.${why}` +
          `${decided === undefined ? '' : ` De beslisser zegt daarover: ${asSentence(decided)}`}`,
      ]
    }),
  ]
}

function decision({ decisions, requests, advices }: Case, { outcomes, omitted }: Told): string {
  const last = decisions.at(-1)
  if (!last) return ''
  const outcome = omitted.has('decision') ? 'niet openbaar' : lower(outcomes.get(last.outcome) ?? last.outcome)
  const by = omitted.has('decided-by')
    ? `Er is besloten op ${day('nl', last.decidedOn)}.`
    : `${capital(theFunction(last.function))} besloot dit op ${day('nl', last.decidedOn)} (${lower(last.mandate)}).`
  const advised = advices.length > 0 || requests.some(({ opinions }) => opinions.length > 0)
  return (
    `Het besluit: ${outcome}. ${by}` +
    `${last.correction === '' ? '' : ` Dit herstelt een eerder besluit. De reden: ${asSentence(last.correction)}`}` +
    (last.deviations.length > 0
      ? ''
      : advised
        ? ' Het besluit wijkt nergens af van een advies.'
        : ' Er zijn geen adviezen gevraagd.')
  )
}

/** What the decision goes past besides conditions, which were told above. */
function deviations(file: Case, { omitted }: Told): string[] {
  const { decisions, requests } = file
  const last = decisions.at(-1)
  const known = new Set(
    requests.flatMap(({ opinions }) => opinions.flatMap((each) => each.conditions.map(({ id }) => id))),
  )
  return (last?.deviations ?? [])
    .filter(({ about }) => !known.has(about))
    .map(({ about, text }) => {
      if (omitted.has(`deviation-${last!.no}-${about}`)) return 'Van een afwijking is niet openbaar waarover zij gaat.'
      const request = requests.find(({ id }) => about === `advies-${id}`)
      const what = request
        ? `wijkt af van het advies van ${the(request.role)}`
        : about === 'advies'
          ? 'wijkt af van het advies van Digitale Zaken'
          : about.startsWith('termijn-')
            ? `wacht niet op ${aboutWords(file)(about)}`
            : `gaat door ondanks de rode vlag bij vraag ${about}`
      return `Het besluit ${what}. De reden: ${asSentence(text)}`
    })
}

/** Whether today's text may still change: nothing was decided or declared. */
export const isDraft = ({ decisions, steps, row }: Case): boolean =>
  decisions.length === 0 && !(row.fullTest === null && steps.some(({ to }) => to === 'no-effect'))
