/** The parts of the document of a case, field by field. */
import { day, percent, points } from '../../../web/language.ts'
import { flagsInWords, noFlagIn } from '../../../web/flags.ts'
import { STANCES } from '../rules/words.ts'
import type { Case } from '../store/rows.ts'
import { field, text, type Wanted } from './blocks.ts'
import { decisionFields, opinionField } from './fields.ts'

/** All that would be published of a case, part by part, before anything is left out. */
export function sectionsOf(
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
                rows: test.result.parts.map(({ title, score, coverage, flags, ...of }) => [
                  title,
                  score === null ? 'te weinig bekend' : points('nl', score),
                  coverage === null ? 'niet van toepassing' : percent('nl', coverage),
                  flags.length === 0 ? noFlagIn(of) : `vraag ${flags.join(', ')}`,
                ]),
              },
            ]),
            ...field('flags', 'Rode vlaggen', text(flagsInWords(test.result))),
            ...test.result.flags.flatMap(({ question, text: flag }) =>
              field(
                `flag-${question}`,
                `Rode vlag bij vraag ${question}`,
                text(flag, `Reactie: ${file.flagAnswers.get(question)?.text ?? 'nog geen.'}`),
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
      fields: latest.flatMap((request) => opinionField(request, latest, file.answers)),
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

const MEASURE_STATES = {
  open: 'loopt',
  proven: 'bewijs wordt nagekeken',
  done: 'klaar en gecontroleerd',
  dropped: 'vervallen',
}
