/** The opinions and the advice in a case. */
import { ROLE_NAMES } from '../../../model/roles.ts'
import { day } from '../../../web/language.ts'
import { Details, Heading, Link, Section } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import { REACTIONS, STANCES } from '../rules/words.ts'
import type { Case, Opinion, RequestRow } from '../store/rows.ts'
import { name, type Props } from './part.ts'

export function Opinions({ file, today, mine }: Props & { mine: readonly RequestRow[] }) {
  const { row, requests } = file
  if (requests.length === 0) return null
  return (
    <Section id="adviezen" title="Adviezen" wide>
      <div className="ld-opinions">
        {requests.map((request) => (
          <article key={request.id} id={`advies-${request.id}`} className="ld-opinion">
            <Heading level={3}>{ROLE_NAMES[request.role]}</Heading>
            <p className="ld-quiet">
              {request.person ? `${name(file, request.person)} · ` : ''}
              {requests.some(({ round }) => round !== request.round)
                ? `ronde ${request.round + 1} · `
                : ''}gevraagd{' '}
              {day('nl', request.at)}, termijn {day('nl', request.dueOn)}
            </p>
            {request.opinions.length === 0 ? (
              <p>
                <strong>{request.dueOn < today ? 'Te laat: nog geen advies.' : 'Nog geen advies.'}</strong> Zwijgen is
                geen instemming.
              </p>
            ) : (
              <OneOpinion file={file} opinion={request.opinions.at(-1)!} />
            )}
            {request.opinions.length > 1 ? (
              <Details summary={`Eerdere versies (${request.opinions.length - 1})`}>
                {request.opinions
                  .slice(0, -1)
                  .toReversed()
                  .map((opinion) => (
                    <OneOpinion key={opinion.id} file={file} opinion={opinion} />
                  ))}
              </Details>
            ) : null}
            {mine.some(({ id }) => id === request.id) && request.opinions.length > 0 ? (
              <p>
                <Link to={`${pathOf(row)}/advies/${request.id}`}>Geef een nieuwe versie</Link>
              </p>
            ) : null}
          </article>
        ))}
      </div>
    </Section>
  )
}

export function OneOpinion({ file, opinion }: { file: Case; opinion: Opinion }) {
  return (
    <>
      <p>
        <strong>{STANCES[opinion.stance]}</strong>{' '}
        <span className="ld-quiet">
          {name(file, opinion.by)}
          {opinion.function ? `, ${opinion.function}` : ''}, {day('nl', opinion.at)}
        </span>
      </p>
      {opinion.text.split(/\n{2,}/).map((part) => (
        <p key={part}>{part}</p>
      ))}
      {opinion.conditions.length === 0 ? null : (
        <ol className="ld-list">
          {opinion.conditions.map((condition) => {
            const reaction = condition.reactions.at(-1)
            return (
              <li key={condition.id}>
                {condition.text}
                {reaction ? (
                  <>
                    <br />
                    <span className="ld-quiet">
                      Reactie van {name(file, reaction.by)}: {REACTIONS[reaction.kind]}. {reaction.text}
                    </span>
                  </>
                ) : null}
              </li>
            )
          })}
        </ol>
      )}
    </>
  )
}

export function Advices({ file }: { file: Case }) {
  return (
    <>
      {file.advices.length === 0 ? null : (
        <Section id="advies" title="Advies van Digitale Zaken">
          {file.advices.map((advice) => (
            <article key={advice.no} className="ld-comment">
              <p>
                <strong>{STANCES[advice.stance]}</strong>
              </p>
              <p>{advice.text}</p>
              <p className="ld-quiet">
                {name(file, advice.by)}
                {advice.function ? `, ${advice.function}` : ''}, {day('nl', advice.at)}
              </p>
            </article>
          ))}
        </Section>
      )}
    </>
  )
}
