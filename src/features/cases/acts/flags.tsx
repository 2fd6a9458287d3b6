/** Answers the red flags, before the advice. */
import type { Tx } from '../../../db/as.ts'
import { Area, Button, Buttons, Form, none } from '../../../web/desk/form.tsx'
import { forbidden, go, page, type Route } from '../../../web/desk/route.ts'
import { readForm, text, thatIs } from '../../../web/desk/schema.ts'
import { Link, Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import type { CaseDoors } from '../doors.ts'
import { inWords } from '../rules/reason.ts'
import { answerFlag } from '../store/advice.ts'
import { Act, type Base, said } from './form.tsx'

const fieldOf = ({ question }: { readonly question: string }): string => `vlag-${question}`

export function FlagsPage({ view, file, problems = none, typed }: Base) {
  const flags = file.test?.result.flags ?? []
  return (
    <Act
      view={view}
      file={file}
      title="Antwoord op de rode vlaggen"
      problems={problems}
      lead="Een rode vlag wordt nooit weggemiddeld. Zeg per vlag wat er is gedaan, of waarom die blijft staan."
    >
      {flags.length === 0 ? (
        <Text>
          Er is nu geen rode vlag om op te reageren. <Link to={pathOf(file.row)}>Terug naar de zaak</Link>
        </Text>
      ) : (
        <Form view={view} action={`${pathOf(file.row)}/vlaggen`}>
          {flags.map(({ question, text }) => (
            <Area
              key={question}
              name={fieldOf({ question })}
              label={`${question}: ${text}`}
              rows={3}
              value={said(typed, fieldOf({ question }), file.flagAnswers.get(question)?.text ?? '')}
              problems={problems}
              maxLength={4_000}
            />
          ))}
          <Buttons>
            <Button>Antwoorden opslaan</Button>
          </Buttons>
        </Form>
      )}
    </Act>
  )
}

/** An answer to each flag. */
const fieldsOf = (flags: readonly { readonly question: string }[]) =>
  Object.fromEntries(
    flags.map((flag) => [
      fieldOf(flag),
      text(4_000, thatIs(inWords, `Geef in een zin antwoord op de vlag bij ${flag.question}.`)),
    ]),
  )

export const flagsRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/zaken/:case/vlaggen',
    may: 'case.handle',
    answer: onCase(async ({ view, who }, file) =>
      file.row.state === 'advice' && file.row.handler === who.id
        ? page(<FlagsPage view={view} file={file} />)
        : forbidden('De behandelaar geeft antwoord op de vlaggen, in de stap advies.'),
    ),
  },
  {
    method: 'POST',
    path: '/zaken/:case/vlaggen',
    may: 'case.handle',
    answer: onCase(async ({ view, who, sent }, file, doing) => {
      if (file.row.state !== 'advice' || file.row.handler !== who.id)
        return forbidden('De behandelaar geeft antwoord op de vlaggen, in de stap advies.')
      const flags = file.test?.result.flags ?? []
      const { held, problems } = readForm(fieldsOf(flags), sent)
      if (!held) return page(<FlagsPage view={view} file={file} problems={problems} typed={sent} />, 422)
      for (const flag of flags) {
        const answer = held[fieldOf(flag)]!
        if (file.flagAnswers.get(flag.question)?.text !== answer) await answerFlag(doing, file, flag.question, answer)
      }
      return go(pathOf(file.row), 'Uw antwoorden zijn opgeslagen.')
    }),
  },
]
