/** The paragraph for college or council: good Dutch, every stance named, one flag a line, ready before the decision. */
import { expect, test } from 'vitest'
import type { Stance } from '../../../vocabulary/case.ts'
import type { Role } from '../../../vocabulary/roles.ts'
import type { Case, Condition, RequestRow } from '../store/rows.ts'
import { isDraft, paragraphOf, type Told } from './council.ts'

const AT = new Date('2026-10-01T10:00:00Z')
const told: Told = {
  outcomes: new Map([['akkoord', 'Akkoord']]),
  omitted: new Set(),
  today: '2026-11-27',
  isPublic: false,
}
const request = (role: Role, stance?: Stance, conditions: readonly Partial<Condition>[] = []): RequestRow => ({
  id: role,
  round: 0,
  role,
  person: null,
  dueOn: '2026-10-20',
  at: AT,
  escalatedAt: null,
  replaces: null,
  reason: '',
  opinions:
    stance === undefined
      ? []
      : [
          {
            id: `opinion-${role}`,
            request: role,
            no: 1,
            stance,
            text: 'Geheim.',
            by: 'x',
            function: 'x',
            at: AT,
            conditions: conditions.map((each, index) => ({
              id: `${role}-${index}`,
              opinion: `opinion-${role}`,
              no: index + 1,
              text: 'Zet een bord neer.',
              owner: null,
              dueOn: null,
              reactions: [],
              ...each,
            })),
          },
        ],
})
const reacted = (kind: 'adopt' | 'adapt' | 'refuse', text = '') => ({
  reactions: [{ kind, text, by: 'x', at: AT, no: 1, verdict: null }],
})

/** A case with just what the paragraph reads. */
function caseOf(over: {
  state?: Case['row']['state']
  asked?: number
  open?: number
  flags?: readonly { question: string; text: string }[]
  flagAnswers?: Case['flagAnswers']
  requests?: readonly RequestRow[]
  advice?: Stance
  decision?: Partial<Case['decisions'][number]>
  steps?: readonly Partial<Case['steps'][number]>[]
  urgent?: boolean
  noTest?: boolean
}): Case {
  return {
    row: {
      no: 5,
      createdAt: AT,
      state: over.state ?? 'decision',
      round: 0,
      urgent: over.urgent ?? false,
      fullTest: over.noTest ? null : 'form',
      route: over.noTest ? null : 'full-test',
    },
    steps: (over.steps ?? []).map((step) => ({ at: AT, reason: '', function: 'Beleidsmedewerker', ...step })),
    test: over.noTest
      ? undefined
      : {
          result: {
            asked: over.asked ?? 22,
            open: Array.from({ length: over.open ?? 0 }),
            unknown: [],
            flags: over.flags ?? [],
          },
        },
    flagAnswers: over.flagAnswers ?? new Map(),
    requests: over.requests ?? [],
    advices: over.advice ? [{ stance: over.advice, at: AT }] : [],
    decisions: over.decision
      ? [
          {
            no: 1,
            outcome: 'akkoord',
            function: 'Gemeentesecretaris',
            mandate: 'Het mandaatregister, onderdeel 4.2',
            decidedOn: '2026-10-21',
            deviations: [],
            correction: '',
            ...over.decision,
          },
        ]
      : [],
  } as unknown as Case
}

test('a decided case reads as the model text: each stance, what was not adopted and why, who decided', () => {
  const file = caseOf({
    state: 'published',
    requests: [
      request('fg', 'conditions', [reacted('adopt')]),
      request('executor', 'against', [
        { text: 'Houd telefoonnummer en e-mailadres beide verplicht.', ...reacted('refuse', 'één gegeven is genoeg') },
      ]),
      request('security-officer', 'none-needed'),
    ],
    advice: 'no-objection',
    decision: {
      deviations: [
        { about: 'executor-0', text: 'Zij krijgen bij aankomst voorrang' },
        { about: 'advies-executor', text: 'De stad kiest anders.' },
      ],
    },
  })
  expect(paragraphOf(file, { ...told, isPublic: true })).toEqual([
    'Dit voorstel is getoetst op digitale gevolgen (IT-toets IT-2026-0005). Alle 22 vragen zijn beantwoord. ' +
      'Er zijn geen rode vlaggen.',
    'De functionaris gegevensbescherming (FG) adviseert: akkoord onder voorwaarden. De uitvoerder adviseert: niet ' +
      'doen. De informatiebeveiliger vindt een advies niet nodig. Digitale Zaken adviseert: akkoord.',
    'Van de twee voorwaarden is er één overgenomen.',
    'De voorwaarde van de uitvoerder is niet overgenomen: “Houd telefoonnummer en e-mailadres beide verplicht”. ' +
      'De reden: één gegeven is genoeg. De beslisser zegt daarover: Zij krijgen bij aankomst voorrang.',
    'Het besluit: akkoord. De gemeentesecretaris besloot dit op 21 oktober 2026 (het mandaatregister, onderdeel 4.2).',
    'Het besluit wijkt af van het advies van de uitvoerder. De reden: De stad kiest anders.',
    'De hele toets staat op de openbare site.',
  ])
  expect(isDraft(file)).toBe(false)
})

test('before the decision it is there too, marked with its day and state', () => {
  const file = caseOf({ state: 'opinions', open: 16, requests: [request('fg'), request('executor', 'against')] })
  const lines = paragraphOf(file, told)
  expect(lines[0]).toBe(
    'Dit voorstel wordt getoetst op digitale gevolgen (IT-toets IT-2026-0005). Er is nog niet besloten. Dit is de ' +
      'stand op 27 november 2026. De adviseurs geven advies. In de 6 beantwoorde vragen staat geen rode vlag. ' +
      '16 vragen zijn nog niet beantwoord.',
  )
  expect(lines[1]).toBe(
    'Het advies van de functionaris gegevensbescherming (FG) is er nog niet. De uitvoerder adviseert: niet doen. ' +
      'Het advies van Digitale Zaken volgt.',
  )
  expect(lines.join(' ')).not.toMatch(/besloot|openbare site/)
  expect(isDraft(file)).toBe(true)
})

test('each flag has a line, with its reaction', () => {
  const flags = [
    { question: 'R04', text: 'Geen geldige grondslag voor persoonsgegevens' },
    { question: 'R24', text: 'AI zonder risicobepaling' },
  ]
  const flagAnswers = new Map([['R04', { text: 'Zonder grondslag mogen wij dit niet', by: 'x', at: AT }]])
  expect(paragraphOf(caseOf({ flags, flagAnswers }), told)).toEqual(
    expect.arrayContaining([
      'Rode vlag: geen geldige grondslag voor persoonsgegevens. Reactie: Zonder grondslag mogen wij dit niet.',
      'Rode vlag: AI zonder risicobepaling. Nog zonder reactie.',
    ]),
  )
})

test.each([
  [[reacted('adopt')], ['De ene voorwaarde is overgenomen.']],
  [[reacted('adopt'), reacted('adopt')], ['De twee voorwaarden zijn allemaal overgenomen.']],
  [[{}], ['Op één voorwaarde is nog niet gereageerd.']],
  [[{}, {}], ['Op de twee voorwaarden is nog niet gereageerd.']],
  [
    [reacted('adapt', 'Een kleiner bord.'), {}, reacted('adopt'), reacted('adopt')],
    [
      'Van de vier voorwaarden zijn er twee overgenomen. Op één voorwaarde is nog niet gereageerd.',
      'De voorwaarde van de functionaris gegevensbescherming (FG) is aangepast overgenomen: “Zet een bord neer”. ' +
        'De aanpassing: Een kleiner bord.',
    ],
  ],
])('conditions: %j', (conditions, expected) => {
  const lines = paragraphOf(caseOf({ requests: [request('fg', 'conditions', conditions)] }), told)
  expect(lines.slice(2)).toEqual(expected)
})

test('what is not public is not in it: no stance, no condition, no text of an opinion that is left out', () => {
  const omitted = new Set(['opinion-fg', 'advice', 'flag-R24', 'deviation-1-advies'])
  const file = caseOf({
    flags: [{ question: 'R24', text: 'AI zonder risicobepaling' }],
    requests: [request('fg', 'against', [{ text: 'Een geheime voorwaarde', ...reacted('refuse', 'Geheim ook') }])],
    advice: 'revise',
    decision: {
      deviations: [
        { about: 'advies', text: 'Een geheime reden' },
        { about: 'fg-0', text: 'Geheim drie' },
      ],
    },
  })
  const text = paragraphOf(file, { ...told, omitted }).join('\n')
  expect(text).not.toMatch(/niet doen|eerst aanpassen|eheim|risicobepaling/)
  expect(text).toContain('Het advies van de functionaris gegevensbescherming (FG) is niet openbaar.')
})

test.each([
  ['Gemeentesecretaris', 'De gemeentesecretaris besloot'],
  ['Hoofd Publiek', 'Het hoofd Publiek besloot'],
  ['Afdelingshoofd', 'Het afdelingshoofd besloot'],
  ['CIO', 'De CIO besloot'],
  ['De burgemeester', 'De burgemeester besloot'],
])('%s gets the right article', (name, expected) =>
  expect(paragraphOf(caseOf({ decision: { function: name } }), told).join(' ')).toContain(expected),
)

test('a declaration, urgency and a withdrawal each say what they are', () => {
  const declared = caseOf({ state: 'no-effect', noTest: true, steps: [{ to: 'no-effect' }] })
  expect(paragraphOf(declared, told)[0]).toBe(
    'Dit voorstel heeft geen digitaal effect (IT-toets IT-2026-0005). De beleidsmedewerker verklaarde dat op 1 ' +
      'oktober 2026. Een volledige toets is niet gedaan.',
  )
  const urgent = paragraphOf(caseOf({ state: 'decided', noTest: true, urgent: true, decision: {} }), told).join(' ')
  expect(urgent).toContain('met spoed besloten')
  expect(urgent).toContain('Er zijn geen adviezen gevraagd.')
  expect(paragraphOf(caseOf({ state: 'withdrawn' }), told)).toEqual([
    'Deze toets is ingetrokken (IT-toets IT-2026-0005). Er wordt niets meer besloten.',
  ])
})
