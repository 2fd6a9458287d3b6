/** Parts of the page of a tender: opinions with the reasons to depart from them, and questions that were answered. */
import { ROLE_NAMES, ROLES } from '../../vocabulary/roles.ts'
import { STANCES } from '../../vocabulary/tender.ts'
import { Buttons } from '../../web/desk/form.tsx'
import { moment } from '../../web/language.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import type { Opinion } from './around-store.ts'
import { placeOfTender } from './draft.ts'
import type { Tender } from './store.ts'

export type Question = { readonly no: number; readonly question: string; readonly answer: string; readonly at: Date }

/** Whose opinion it is, and what it comes down to. */
export const headOf = ({ role, stance }: Pick<Opinion, 'role' | 'stance'>): string => {
  const known = ROLES.find((each) => each === role)
  const name = known === undefined ? 'Advies' : ROLE_NAMES[known]
  return `${name[0]!.toUpperCase()}${name.slice(1)}: ${stance === null ? '' : STANCES[stance]}`
}

/** What FG and Security Officer say, and why the municipality departs from it. */
export function Opinions({
  tender,
  opinions,
  may,
  fixed,
}: {
  tender: Tender
  opinions: readonly Opinion[]
  may: { readonly write: boolean; readonly opine: boolean }
  fixed: string | undefined
}) {
  const here = placeOfTender(tender)
  const given = opinions.filter(({ kind }) => kind === 'opinion')
  return (
    <Section id="adviezen" title="Adviezen van FG en informatiebeveiliger">
      {given.length > 0 ? null : fixed === undefined ? (
        <Text>
          {tender.issued === 0
            ? 'Er is nog geen advies. Vraag het voordat u de bijlage uitgeeft.'
            : 'De bijlage is uitgegeven zonder advies. Vraag het voordat u een nieuwe versie uitgeeft.'}
        </Text>
      ) : (
        <Text>Er is geen advies gegeven.</Text>
      )}
      {given.map((each) => {
        const reasons = opinions.filter(({ about }) => about === each.id)
        return (
          <div key={each.id} className="ld-block">
            <Heading level={3}>{headOf(each)}</Heading>
            <p className="nl-paragraph ld-preline">{each.text}</p>
            <p className="ld-small">
              {each.by ?? 'onbekend'}, {moment('nl', each.at)}
            </p>
            {reasons.map((reason) => (
              <div key={reason.id}>
                <p className="nl-paragraph ld-preline">
                  <strong>De gemeente wijkt af:</strong> {reason.text}
                </p>
                <p className="ld-small">
                  {reason.by ?? 'onbekend'}, {moment('nl', reason.at)}
                </p>
              </div>
            ))}
            {each.stance !== 'agreed' && reasons.length === 0 && may.write && fixed === undefined ? (
              <Text>
                <Link to={`${here}/afwijken/${each.id}`}>Leg vast waarom de gemeente afwijkt</Link>
              </Text>
            ) : null}
          </div>
        )
      })}
      {may.opine && fixed === undefined ? (
        <Buttons>
          <a className="nl-button nl-button--secondary" href={`${here}/advies`}>
            Geef advies
          </a>
        </Buttons>
      ) : null}
    </Section>
  )
}

/** Questions that came in through the tender system, answered for all alike. */
export function Questions({
  tender,
  questions,
  mayAnswer,
}: {
  tender: Tender
  questions: readonly Question[]
  mayAnswer: boolean
}) {
  return (
    <Section id="vragen" title="Vragen en antwoorden">
      <Text>Elk antwoord is voor alle inschrijvers gelijk en staat meteen op de openbare pagina, zonder naam.</Text>
      {questions.length === 0 ? <Text>Er is nog niets gevraagd.</Text> : null}
      {questions.map(({ no, question, answer, at }) => (
        <div key={no} className="ld-block">
          <Heading level={3}>Vraag {no}</Heading>
          <p className="nl-paragraph ld-preline">{question}</p>
          <p className="nl-paragraph ld-preline">
            <strong>Antwoord:</strong> {answer}
          </p>
          <p className="ld-small">{moment('nl', at)}</p>
        </div>
      ))}
      {mayAnswer ? (
        <Buttons>
          <a className="nl-button nl-button--secondary" href={`${placeOfTender(tender)}/vraag`}>
            Beantwoord een vraag
          </a>
        </Buttons>
      ) : null}
    </Section>
  )
}
