/** The decisions of a case, with where they deviate. */
import type { ReactNode } from 'react'
import { ROLE_NAMES } from '../../../model/roles.ts'
import { day } from '../../../web/language.ts'
import { Section } from '../../../web/parts.tsx'
import type { Props } from './part.ts'

export function Decisions({ file, outcomes }: Props) {
  if (file.decisions.length === 0) return null
  const conditions = new Map(
    file.requests.flatMap(({ opinions }) =>
      opinions.flatMap((opinion) => opinion.conditions.map(({ id, text }) => [id, text] as const)),
    ),
  )
  const roles = new Map(file.requests.map(({ id, role }) => [`advies-${id}`, `Het advies van de ${ROLE_NAMES[role]}`]))
  const about = (id: string): ReactNode =>
    conditions.get(id) ??
    roles.get(id) ??
    (id === 'advies' ? 'Het advies van Digitale Zaken' : `Rode vlag bij vraag ${id}`)
  return (
    <Section id="besluit" title="Besluit">
      {file.decisions.toReversed().map((decision) => (
        <article key={decision.id} className="ld-comment">
          <p>
            <strong>{outcomes.get(decision.outcome) ?? decision.outcome}</strong>
          </p>
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
      ))}
    </Section>
  )
}
