/** The steps from the advice to the archive. */
import type { CaseFacts } from './facts.ts'
import type { Step } from './step.ts'

/** What the author did not answer yet: conditions, and opinions or advice not to do it, or not this way. */
function unanswered({ conditions, answersOwed }: CaseFacts): string | undefined {
  const open = conditions.filter(({ reaction }) => reaction === null).length
  if (open > 0) return `${open === 1 ? 'Eén voorwaarde heeft' : `${open} voorwaarden hebben`} nog geen reactie.`
  if (answersOwed > 0)
    return answersOwed === 1
      ? 'Eén advies zegt “niet doen” of “eerst aanpassen”. Geef daar eerst antwoord op.'
      : `${answersOwed} adviezen zeggen “niet doen” of “eerst aanpassen”. Geef daar eerst antwoord op.`
  return undefined
}

export const STEPS_OF_DECISION: readonly Step[] = [
  {
    id: 'adviseren',
    from: ['advice'],
    to: 'reaction',
    who: 'handler',
    may: 'case.handle',
    label: 'Schrijf het advies',
    reason: 'no',
    page: 'advice',
    term: { workingDays: 10 },
    guard: ({ flags, flagsAnswered }) => {
      const open = flags.filter((flag) => !flagsAnswered.has(flag))
      return open.length > 0 ? `Geef eerst antwoord op elke rode vlag. Open: ${open.join(', ')}.` : undefined
    },
  },
  {
    id: 'nieuwe-ronde',
    aside: true,
    from: ['reaction'],
    to: 'in-test',
    who: 'author',
    may: 'case.write',
    label: 'Pas het voorstel aan en toets opnieuw',
    reason: 'required',
  },
  {
    id: 'naar-besluit',
    from: ['reaction'],
    to: 'decision',
    who: 'author',
    may: 'case.write',
    label: 'Leg het voorstel voor aan de beslisser',
    reason: 'no',
    term: { workingDays: 10 },
    guard: (facts) => unanswered(facts),
  },
  {
    id: 'spoed',
    aside: true,
    from: ['pre-check', 'in-test'],
    to: 'decision',
    who: 'decision-maker',
    may: 'case.decide',
    label: 'Behandel de zaak met spoed',
    reason: 'required',
    // Urgency puts the test off; it does not put it off again.
    guard: ({ proposal, owesTest }) =>
      owesTest
        ? 'Over deze zaak is al eens met spoed besloten. Nu volgt eerst de volledige toets.'
        : proposal === 'incomplete'
          ? 'Ook bij spoed is de voortoets eerst ingevuld.'
          : undefined,
  },
  {
    id: 'besluiten',
    from: ['decision'],
    to: 'decided',
    who: 'decision-maker',
    may: 'case.decide',
    label: 'Neem het besluit',
    reason: 'no',
    page: 'decision',
    term: { workingDays: 10 },
    // An opinion may still be renewed: what it asks anew is answered before anything is decided.
    guard: (facts) =>
      unanswered(facts) === undefined
        ? undefined
        : 'De indiener reageerde nog niet op elke voorwaarde en elk advies. De indiener is nu aan zet.',
  },
  {
    id: 'alsnog-reageren',
    aside: true,
    from: ['decision'],
    to: 'reaction',
    who: 'author',
    may: 'case.write',
    label: 'Reageer op een nieuw advies',
    reason: 'no',
    term: { workingDays: 10 },
    guard: (facts) => (unanswered(facts) === undefined ? 'Er is geen voorwaarde of advies zonder reactie.' : undefined),
  },
  {
    id: 'opvolgen',
    from: ['published'],
    to: 'follow-up',
    who: 'handler',
    may: 'case.handle',
    label: 'Begin de opvolging',
    reason: 'no',
  },
  {
    id: 'herijken',
    aside: true,
    from: ['follow-up', 'published', 'archived'],
    to: 'retest',
    who: 'handler',
    may: 'case.handle',
    label: 'Begin opnieuw met toetsen',
    reason: 'required',
  },
  {
    id: 'opnieuw-toetsen',
    from: ['retest'],
    to: 'in-test',
    who: 'handler',
    may: 'case.handle',
    label: 'Toets het voorstel opnieuw',
    reason: 'optional',
  },
  {
    id: 'archiveren',
    aside: true,
    from: ['retest', 'follow-up', 'no-effect', 'withdrawn'],
    to: 'archived',
    who: 'handler',
    may: 'case.handle',
    label: 'Sluit en archiveer de zaak',
    reason: 'required',
    guard: ({ openMeasures, conditionsWaiting, owesTest }) =>
      owesTest
        ? 'Over deze zaak is met spoed besloten. Doe eerst de volledige toets.'
        : conditionsWaiting > 0
          ? 'Maak eerst een maatregel van elke overgenomen voorwaarde.'
          : openMeasures > 0
            ? `${openMeasures === 1 ? 'Eén maatregel is' : `${openMeasures} maatregelen zijn`} nog niet afgerond.`
            : undefined,
  },
]
