/**
 * Makes of a case the document that becomes public. Pure: people below the mandated level are in it by function only,
 * drafts and comments never.
 */
import { createHash } from 'node:crypto'
import type { Block, CaseDocument, DocumentField, DocumentSection } from '../../model/document.ts'
import { ROLE_NAMES } from '../../model/roles.ts'
import { groundInWords } from '../../model/woo.ts'
import { day, percent, points, todayIn } from '../../web/language.ts'
import { caseNumber } from './acts.ts'
import { KIND_NAMES, REACTIONS, STANCES } from './rules.ts'
import type { Case, RequestRow } from './store.ts'

export type Omission = { readonly field: string; readonly ground: string; readonly text: string }
/** `plain`: its title when it is left out, where the title itself tells what is in it. */
type Wanted = Omit<DocumentField, 'omitted'> & { readonly plain?: string }

const text = (...parts: readonly string[]): Block[] =>
  parts
    .flatMap((part) => part.split(/\n{2,}/))
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ kind: 'text', text: part }))
const field = (id: string, title: string, blocks: readonly Block[], plain?: string): Wanted[] =>
  blocks.length === 0 ? [] : [{ id, title, blocks, ...(plain === undefined ? {} : { plain }) }]

/** `outcomes`: the words for the outcome of a decision. What is omitted leaves its title, its ground and the reason. */
export function documentOf(
  file: Case,
  outcomes: ReadonlyMap<string, string>,
  municipality: string,
  omissions: readonly Omission[],
): CaseDocument {
  const { row, steps } = file
  const [decision, advice, omitted] = [
    file.decisions.at(-1),
    file.advices.at(-1),
    new Map(omissions.map((each) => [each.field, each])),
  ]
  const declared = steps.findLast(({ to }) => to === 'no-effect')
  const sections = sectionsOf(file, outcomes, new Set(omitted.keys()))
    .filter(({ fields }) => fields.length > 0)
    .map(({ fields, ...section }): DocumentSection => ({
      ...section,
      fields: fields.map(({ plain, ...each }) => {
        const left = omitted.get(each.id)
        return left
          ? {
              ...each,
              title: plain ?? each.title,
              blocks: [],
              omitted: { ground: groundInWords(left.ground) ?? left.ground, reason: left.text },
            }
          : { ...each, omitted: null }
      }),
    }))
  // What is not a part of this document, such as an attachment: that it exists and is not public is told.
  const known = new Set(sections.flatMap(({ fields }) => fields.map(({ id }) => id)))
  // A part of an earlier round that is no more has nothing to hide.
  const elsewhere = omissions
    .filter((each) => !known.has(each.field) && !/^(flag|deviation|opinion)-/.test(each.field))
    .map(({ field: id, ground, text: reason }): DocumentField => ({
      id,
      title: id,
      blocks: [],
      omitted: { ground: groundInWords(ground) ?? ground, reason },
    }))
  return {
    number: caseNumber(row),
    title: row.title,
    kind: KIND_NAMES[row.kind],
    municipality,
    outcome: decision ? (outcomes.get(decision.outcome) ?? decision.outcome) : 'Geen digitaal effect',
    basis: !decision
      ? 'declared'
      : file.advices.length > 0 || file.requests.some(({ opinions }) => opinions.length > 0)
        ? 'advised'
        : 'unadvised',
    advice: advice && !omitted.has('advice') ? STANCES[advice.stance] : null,
    deviations: decision?.deviations.length ?? 0,
    decidedOn: decision?.decidedOn ?? todayIn((declared ?? { at: row.createdAt }).at),
    sections:
      elsewhere.length === 0
        ? sections
        : [...sections, { id: 'elsewhere', title: 'Niet openbaar gemaakt', fields: elsewhere }],
  }
}

function sectionsOf(
  file: Case,
  outcomes: ReadonlyMap<string, string>,
  omitted: ReadonlySet<string>,
): { id: string; title: string; fields: Wanted[] }[] {
  const { row, test } = file
  const latest = file.requests.filter(({ opinions }) => opinions.length > 0)
  const declared = file.steps.findLast(({ to }) => to === 'no-effect')
  return [
    {
      id: 'decision',
      title: 'Besluit',
      fields: [
        ...decisionFields(file, outcomes, omitted),
        ...(file.decisions.length === 0 && declared
          ? field(
              'no-effect',
              'Verklaring “geen digitaal effect”',
              text(
                `Ondertekend door ${declared.function || 'de behandelaar'} op ${day('nl', declared.at)}.`,
                declared.reason,
              ),
            )
          : []),
      ],
    },
    {
      id: 'tested',
      title: 'Wat is getoetst',
      fields: [
        ...field('summary', 'Samenvatting', text(row.summary)),
        ...field('pre-check', 'Voortoets', 'rule' in file.proposal ? text(file.proposal.rule) : []),
      ],
    },
    {
      id: 'result',
      title: 'Uitkomst van de toets',
      fields: test
        ? [
            ...field('parts', 'Score per onderdeel', [
              {
                kind: 'table',
                caption: `Score per onderdeel van de ${test.questionnaire.title}`,
                head: ['Onderdeel', 'Score (0–100)', 'Bekend', 'Rode vlaggen'],
                rows: test.result.parts.map(({ title, score, coverage, flags }) => [
                  title,
                  score === null ? 'te weinig bekend' : points('nl', score),
                  coverage === null ? 'niet van toepassing' : percent('nl', coverage),
                  flags.length === 0 ? 'geen' : `vraag ${flags.join(', ')}`,
                ]),
              },
            ]),
            ...test.result.flags.flatMap(({ question, text: flag }) =>
              field(
                `flag-${question}`,
                `Rode vlag bij vraag ${question}`,
                text(flag, `Antwoord: ${file.flagAnswers.get(question)?.text ?? 'nog geen.'}`),
              ),
            ),
            ...field(
              'questionnaire',
              'Vragenlijst',
              text(`${test.questionnaire.title}, versie ${test.questionnaire.version}.`),
            ),
          ]
        : [],
    },
    {
      id: 'opinions',
      title: 'Adviezen en reacties',
      fields: latest.flatMap((request) => opinionField(request, latest)),
    },
    {
      id: 'advice',
      title: 'Advies van Digitale Zaken',
      fields: file.advices
        .slice(-1)
        .flatMap((advice) =>
          field(
            'advice',
            STANCES[advice.stance],
            text(advice.text, `Ondertekend door ${advice.function || 'de behandelaar'} op ${day('nl', advice.at)}.`),
            'Advies',
          ),
        ),
    },
    {
      id: 'after',
      title: 'Maatregelen en vervolg',
      fields: [
        ...field(
          'measures',
          'Maatregelen',
          file.measures.length === 0
            ? []
            : [
                {
                  kind: 'table',
                  caption: 'Maatregelen met datum en stand',
                  head: ['Maatregel', 'Uiterlijk', 'Stand'],
                  rows: file.measures.map((each) => [each.text, day('nl', each.dueOn), MEASURE_STATES[each.state]]),
                },
              ],
        ),
        ...field('next', 'Opnieuw toetsen', row.retestOn === null ? [] : text(`Uiterlijk ${day('nl', row.retestOn)}.`)),
      ],
    },
  ]
}
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const MEASURE_STATES = {
  open: 'loopt',
  proven: 'bewijs wordt nagekeken',
  done: 'klaar en gecontroleerd',
  dropped: 'vervallen',
}

function decisionFields(file: Case, outcomes: ReadonlyMap<string, string>, omitted: ReadonlySet<string>): Wanted[] {
  const decision = file.decisions.at(-1)
  if (!decision) return []
  // A condition of an opinion that is left out is not told by the deviation either.
  const conditions = new Map(
    file.requests.flatMap((request) =>
      request.opinions.flatMap((opinion) =>
        opinion.conditions.map(
          ({ id, text: condition }) =>
            [id, omitted.has(`opinion-${request.id}`) ? 'een voorwaarde die niet openbaar is' : condition] as const,
        ),
      ),
    ),
  )
  const opinions = new Map(
    file.requests.map(({ id, role }) => [
      `advies-${id}`,
      omitted.has(`opinion-${id}`) ? 'een advies dat niet openbaar is' : `het advies van de ${ROLE_NAMES[role]}`,
    ]),
  )
  const about = (id: string) =>
    conditions.get(id) ??
    opinions.get(id) ??
    (id === 'advies' ? 'het advies van Digitale Zaken' : `de rode vlag bij vraag ${id}`)
  return [
    ...field('decision', outcomes.get(decision.outcome) ?? decision.outcome, text(decision.text)),
    ...field(
      'decided-by',
      'Wie besloot',
      text(
        `${decision.name}, ${decision.function}, op grond van ${decision.mandate}, op ` +
          `${day('nl', decision.decidedOn)}.`,
      ),
    ),
    ...decision.deviations.flatMap((deviation, index) =>
      field(
        `deviation-${decision.no}-${deviation.about}`,
        `Afwijking ${index + 1}`,
        text(`Wijkt af van: ${about(deviation.about)}`, `Reden: ${deviation.text}`),
      ),
    ),
  ]
}

/** The newest version of an opinion with its conditions and what was answered to each. */
function opinionField(request: RequestRow, all: readonly RequestRow[]): Wanted[] {
  const opinion = request.opinions.at(-1)!
  const round = all.some((each) => each.round !== request.round) ? `, ronde ${request.round + 1}` : ''
  const conditions: Block[] =
    opinion.conditions.length === 0
      ? []
      : [
          {
            kind: 'list',
            items: opinion.conditions.map((condition) => {
              const reaction = condition.reactions.at(-1)
              return `Voorwaarde: ${condition.text}${
                reaction ? ` Reactie van de indiener: ` + `${REACTIONS[reaction.kind]}. ` + `${reaction.text}` : ''
              }`.trim()
            }),
          },
        ]
  const whose = `${capital(ROLE_NAMES[request.role])}${round}`
  return field(
    `opinion-${request.id}`,
    `${whose}: ${STANCES[opinion.stance].toLowerCase()}`,
    [...text(opinion.text), ...conditions],
    whose,
  )
}

/** What two people sign for: the same document has the same hash. */
export const hashOf = (document: CaseDocument): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('hex')

/** The paragraph for the council proposal. */
export function paragraphOf(document: CaseDocument): string {
  const fields = document.sections.flatMap((section) => section.fields)
  const texts = (prefix: string) =>
    fields
      .filter(({ id }) => id.startsWith(prefix))
      .map(({ title, blocks, omitted }) =>
        omitted
          ? `${title}: niet openbaar (${omitted.ground})`
          : blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).join(' '),
      )
  const [flags, deviations] = [texts('flag-'), texts('deviation-')]
  return [
    `IT-toets (${document.number}). Uitkomst: ${document.outcome.toLowerCase()}, ${day('nl', document.decidedOn)}.`,
    document.advice === null ? '' : `Advies van Digitale Zaken: ${document.advice.toLowerCase()}.`,
    !document.sections.some(({ id }) => id === 'result')
      ? 'Er is geen volledige toets gedaan.'
      : flags.length === 0
        ? 'Er zijn geen rode vlaggen.'
        : `Rode vlaggen: ${flags.join(' ')}`,
    deviations.length === 0
      ? document.basis === 'advised'
        ? 'Het besluit wijkt nergens af van de adviezen.'
        : document.basis === 'declared'
          ? ''
          : 'Er zijn geen adviezen gevraagd.'
      : `Afwijkingen van de adviezen: ${deviations.join(' ')}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}
