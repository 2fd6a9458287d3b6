/** The decisions of a case, newest first, with where they deviate and what they correct. */
import { day } from '../../../web/language.ts'
import { Link, Section, Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import { aboutWords } from '../objections.ts'
import { whyNotCorrect } from '../rules/may.ts'
import type { Props } from './part.ts'

export function Decisions({ file, outcomes, who }: Props) {
  if (file.decisions.length === 0) return null
  const about = aboutWords(file)
  const label = (outcome: string) => outcomes.get(outcome) ?? outcome
  return (
    <Section id="besluit" title="Besluit">
      {file.decisions.toReversed().map((decision) => {
        const corrected = file.decisions.find(({ no }) => no === decision.corrects)
        const later = file.decisions.find(({ corrects }) => corrects === decision.no)
        return (
          <article key={decision.id} className="ld-comment">
            <p>
              <strong>{label(decision.outcome)}</strong>
              {later ? <span className="ld-quiet"> hersteld op {day('nl', later.at)}</span> : null}
            </p>
            {corrected ? (
              <p>
                Dit besluit herstelt het besluit van {day('nl', corrected.decidedOn)}. Waarom: {decision.correction}
              </p>
            ) : null}
            {decision.text.split(/\n{2,}/).map((part) => (
              <p key={part}>{part}</p>
            ))}
            <p>
              {decision.name}, {decision.function}, op grond van {decision.mandate}, {day('nl', decision.decidedOn)}.
            </p>
            {decision.deviations.length === 0 ? (
              <p className="ld-quiet">Het besluit wijkt nergens af van een advies.</p>
            ) : (
              <>
                <p>Het besluit wijkt af:</p>
                <ul className="ld-list">
                  {decision.deviations.map((deviation) => (
                    <li key={deviation.about}>
                      {about(deviation.about)}
                      <br />
                      <span className="ld-quiet">Waarom: {deviation.text}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </article>
        )
      })}
      {whyNotCorrect(file.facts, who) === undefined ? (
        <Text>
          <Link to={`${pathOf(file.row)}/besluit/herstel`}>Herstel het besluit</Link>
        </Text>
      ) : null}
    </Section>
  )
}
