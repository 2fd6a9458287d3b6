/** The opinions and the advice in a case. */
import { ROLE_NAMES } from '../../../vocabulary/roles.ts'
import { day } from '../../../web/language.ts'
import { Details, Heading, Link, Section } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import { requestsNow } from '../objections.ts'
import { keepsOpinions } from '../rules/may.ts'
import { REACTIONS, STANCES } from '../rules/words.ts'
import type { Case, Opinion, Reaction, RequestRow } from '../store/rows.ts'
import { answerKey } from '../store/story.ts'
import { QuestionList } from './case-questions.tsx'
import { name, type Props } from './part.ts'

export function Opinions({ file, today, mine, who }: Props & { mine: readonly RequestRow[] }) {
  const { row, requests } = file
  if (requests.length === 0) return null
  const substituteOf = ({ id }: RequestRow) => requests.find(({ replaces }) => replaces === id)
  const waits = (request: RequestRow) => request.opinions.length === 0 && requestsNow(file).includes(request)
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
            {request.reason === '' ? null : <p className="ld-quiet">Als vervanger: {request.reason}</p>}
            {substituteOf(request) ? (
              <p>Gevraagd aan een vervanger: {name(file, substituteOf(request)!.person)}.</p>
            ) : request.opinions.length === 0 ? (
              <p>
                <strong>{request.dueOn < today ? 'Te laat: nog geen advies.' : 'Nog geen advies.'}</strong> Zwijgen is
                geen instemming.
              </p>
            ) : (
              <OneOpinion file={file} opinion={request.opinions.at(-1)!} />
            )}
            <AuthorAnswer file={file} request={request} />
            {file.questions.some((each) => each.request === request.id) ? (
              <Details summary="Vragen en antwoorden">
                <QuestionList file={file} questions={file.questions.filter((each) => each.request === request.id)} />
              </Details>
            ) : null}
            {row.state === 'opinions' && waits(request) && keepsOpinions(file.facts, who) ? (
              <p>
                <Link to={`${pathOf(row)}/advies/${request.id}/opvragen`}>Herinner of vraag een vervanger</Link>
              </p>
            ) : null}
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

/** What the author said to an opinion not to do it, or not this way. */
function AuthorAnswer({ file, request }: { file: Case; request: RequestRow }) {
  const last = request.opinions.at(-1)
  const answer = last && file.answers.get(answerKey(`advies-${request.id}`, last.no))
  return answer ? (
    <p className="ld-said">
      <strong>Antwoord</strong>, {name(file, answer.by)}: {answer.text}
    </p>
  ) : null
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

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
                {condition.owner === null ? null : (
                  <span className="ld-said">
                    {name(file, condition.owner)}, uiterlijk {day('nl', condition.dueOn!)}
                  </span>
                )}
                {reaction ? (
                  <span className="ld-said">
                    <strong>{capital(REACTIONS[reaction.kind])}</strong>, {name(file, reaction.by)}
                    {reaction.text === '' ? '.' : `: ${reaction.text}`}
                  </span>
                ) : null}
                {reaction?.kind === 'adapt' ? <span className="ld-said">{verdictInWords(file, reaction)}</span> : null}
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
              {file.answers.has(answerKey('advies', advice.no)) ? (
                <p className="ld-said">
                  <strong>Antwoord</strong>, {name(file, file.answers.get(answerKey('advies', advice.no))!.by)}:{' '}
                  {file.answers.get(answerKey('advies', advice.no))!.text}
                </p>
              ) : null}
            </article>
          ))}
        </Section>
      )}
    </>
  )
}

/** What who asked the condition says of it as it was adapted. */
function verdictInWords(file: Case, { verdict }: Reaction): string {
  if (verdict === null)
    return 'Wie de voorwaarde stelde, zei nog niet of dit genoeg is. Zonder dat is het een afwijking.'
  return verdict.verdict === 'enough'
    ? `Voldoende, zegt ${name(file, verdict.by)}. ${verdict.text}`
    : `Verzwakt, zegt ${name(file, verdict.by)}: ${verdict.text}`
}
