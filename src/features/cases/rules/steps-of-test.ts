/** The steps from the draft to all opinions. */
import type { Step } from './step.ts'

export const STEPS_OF_TEST: readonly Step[] = [
  {
    id: 'indienen',
    from: ['draft'],
    to: 'pre-check',
    who: 'author',
    may: 'case.write',
    label: 'Dien het voorstel in',
    reason: 'no',
    term: { workingDays: 5 },
    // After this nobody writes in the pre-check any more, until it comes back.
    guard: ({ summary, intendedOn, proposal, preCheckOpen }) =>
      summary === ''
        ? 'Beschrijf eerst in een paar zinnen wat het voorstel is.'
        : intendedOn === null
          ? 'Vul eerst in wanneer het besluit gepland is.'
          : proposal === 'incomplete'
            ? 'Vul eerst de voortoets in. Er ' +
              `${preCheckOpen === 1 ? 'is nog één vraag' : `zijn nog ${preCheckOpen} vragen`} open.`
            : undefined,
  },
  {
    id: 'terug-naar-indiener',
    aside: true,
    from: ['pre-check'],
    to: 'draft',
    who: 'handler',
    may: 'case.handle',
    label: 'Vraag om aanvulling van de voortoets',
    reason: 'required',
    page: 'rework',
  },
  {
    id: 'volledige-toets',
    from: ['pre-check'],
    to: 'in-test',
    who: 'handler',
    may: 'case.handle',
    label: 'Begin de volledige toets',
    reason: ({ proposal }) => proposal !== 'full-test',
    guard: ({ proposal }) => (proposal === 'incomplete' ? 'De voortoets is nog niet helemaal ingevuld.' : undefined),
  },
  {
    id: 'geen-effect',
    from: ['pre-check'],
    to: 'no-effect',
    who: 'handler',
    may: 'case.handle',
    label: 'Verklaar: geen digitaal effect',
    reason: ({ proposal }) => proposal !== 'no-effect',
    term: { workingDays: 10 },
    guard: ({ proposal }) => (proposal === 'incomplete' ? 'De voortoets is nog niet helemaal ingevuld.' : undefined),
  },
  {
    id: 'toch-toetsen',
    from: ['no-effect'],
    to: 'in-test',
    who: 'handler',
    may: 'case.handle',
    label: 'Toets het voorstel alsnog volledig',
    reason: 'required',
  },
  {
    id: 'gereed',
    from: ['in-test'],
    to: 'completeness',
    who: 'author',
    may: 'case.write',
    label: 'Stuur de antwoorden in',
    reason: 'no',
    term: { workingDays: 3 },
    guard: ({ openQuestions, reworkOpen }) =>
      openQuestions === 0 && reworkOpen.length > 0
        ? `De behandelaar vroeg iets bij ${reworkOpen.join(', ')}. Pas uw antwoord aan, of leg in een opmerking uit ` +
          'waarom het zo blijft.'
        : openQuestions > 0
          ? `Er ${openQuestions === 1 ? 'staat nog één vraag' : `staan nog ${openQuestions} vragen`} open. “Weet ik ` +
            `niet” is ook een antwoord.`
          : undefined,
  },
  {
    id: 'aanvullen',
    aside: true,
    from: ['completeness'],
    to: 'in-test',
    who: 'handler',
    may: 'case.handle',
    label: 'Vraag om aanvulling',
    reason: 'required',
    page: 'rework',
  },
  {
    id: 'adviezen-vragen',
    from: ['completeness'],
    to: 'opinions',
    who: 'handler',
    may: 'case.handle',
    label: 'Vraag de adviezen',
    reason: ({ coverage }) => coverage < 0.8,
    page: 'opinions',
    term: { workingDays: 10 },
    guard: ({ openQuestions }) =>
      openQuestions > 0 ? 'Er staat weer een vraag open. Vraag om aanvulling.' : undefined,
  },
  {
    id: 'adviezen-binnen',
    from: ['opinions'],
    to: 'advice',
    who: 'handler',
    may: 'case.handle',
    label: 'Ga verder met alle adviezen',
    reason: 'no',
    term: { workingDays: 5 },
    guard: ({ requests }) => {
      const open = requests.filter(({ answered }) => !answered).length
      return open > 0
        ? `${open === 1 ? 'Eén advies is' : `${open} adviezen zijn`} nog niet gegeven. Zwijgen is geen instemming: ` +
            `vraag ernaar, of vraag om een ondertekend “geen advies nodig”.`
        : undefined
    },
  },
]
