/** The task list of a form: what is asked, what was answered, how much is known, which flags are up. */
import { Fragment } from 'react'
import type { Question } from '../../model/questionnaire.ts'
import { resultOf, stateOf, type PartResult } from '../../scoring/result.ts'
import { textOf, visibleQuestions } from '../../scoring/visible.ts'
import { noFlagIn } from '../../web/flags.ts'
import { percent, points } from '../../web/language.ts'
import { DeskPage, type Trail } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Details, Heading, Link, Notice, Section, Table, Text } from '../../web/parts.tsx'
import type { Open } from './store.ts'

export const STATES = {
  open: 'nog niet ingevuld',
  answered: 'ingevuld',
  unknown: 'weet ik niet',
  'not-applicable': 'past hier niet',
} as const
export const variantOf = ({ form }: Open) => form.variant ?? undefined

/** Back to what the form belongs to. */
export const trailOf = ({ owner, questionnaire, form }: Open, view: DeskView): Trail => [
  owner.kind === 'case'
    ? { name: owner.title, to: `/balie/zaken/${owner.id}` }
    : view.who.organisation === null
      ? { name: owner.name, to: `/balie/organisaties/${owner.id}` }
      : { name: 'Onze nulmeting', to: '/balie/mijn-nulmeting' },
  { name: questionnaire.title, to: `/balie/vragenlijsten/${form.id}` },
]

export function FormPage({
  view,
  open,
  locked,
  newer,
}: {
  view: DeskView
  open: Open
  locked: string | undefined
  newer: string | undefined
}) {
  const { questionnaire, answers, earlier, form, owner } = open
  const variant = variantOf(open)
  const questions = visibleQuestions(questionnaire, answers, variant, earlier)
  const result = resultOf(questionnaire, answers, variant, earlier)
  const next = questions.find((question) => stateOf(question, answers) === 'open')
  const foreign = owner.kind === 'organisation' && view.who.organisation !== owner.id
  const done = questions.length - result.open.length
  return (
    <DeskPage view={view} title={questionnaire.title} crumbs={trailOf(open, view)}>
      <div className="ld-opening">
        <Heading level={1}>{questionnaire.title}</Heading>
        <Text lead>
          {foreign
            ? `${owner.name} deelt ${open.current.size} van haar antwoorden.`
            : `${done} van ${questions.length} vragen ` +
              `ingevuld${
                result.unknown.length > 0 ? `, waarvan ${result.unknown.length} met “weet ` + `ik niet”` : ''
              }. Van wat hier geldt is ${percent('nl', result.coverage)} bekend.`}
        </Text>
        <Text>{questionnaire.promise}</Text>
        {foreign || locked !== undefined || !next ? null : (
          <p>
            <a className="nl-button nl-button--primary" href={`/balie/vragenlijsten/${form.id}/${next.id}`}>
              {done === 0 ? 'Begin' : 'Ga verder'}
            </a>
          </p>
        )}
      </div>
      {locked === undefined ? null : (
        <Notice title="Alleen lezen">
          <Text>{locked}</Text>
        </Notice>
      )}
      {newer === undefined || locked !== undefined ? null : (
        <Notice title="Er is een nieuwere versie van deze vragenlijst">
          <Text>
            U werkt met versie {form.version}. Versie {newer} staat klaar.{' '}
            <Link to={`/balie/vragenlijsten/${form.id}/overstappen`}>Bekijk wat er verandert</Link>.
          </Text>
        </Notice>
      )}
      {result.flags.length === 0 ? null : (
        <Section
          id="rode-vlaggen"
          title={result.flags.length === 1 ? 'Eén rode vlag' : `${result.flags.length} rode vlaggen`}
        >
          <Text>Een rode vlag wordt nooit weggemiddeld. Het bestuur geeft er apart antwoord op.</Text>
          <ul className="ld-flags">
            {result.flags.map(({ question, text }) => (
              <li key={question}>
                <span aria-hidden="true">⚑</span> <Link to={`/balie/vragenlijsten/${form.id}/${question}`}>{text}</Link>{' '}
                <span className="ld-quiet">vraag {question}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {questionnaire.sections.map((section) => {
        const of = (foreign ? questionnaire.questions.filter(({ id }) => open.current.has(id)) : questions).filter(
          (question) => question.section === section.id,
        )
        return of.length === 0 ? null : (
          <Section key={section.id} id={`deel-${section.id}`} title={section.title}>
            <ol className="ld-tasklist">
              {of.map((question) => (
                <QuestionRow
                  key={question.id}
                  question={question}
                  open={open}
                  link={`/balie/vragenlijsten/${form.id}/${question.id}`}
                />
              ))}
            </ol>
          </Section>
        )
      })}
      {foreign || result.parts.length === 0 ? null : <Parts parts={result.parts} form={form.id} />}
    </DeskPage>
  )
}

function QuestionRow({ question, open, link }: { question: Question; open: Open; link: string }) {
  const state = stateOf(question, open.answers)
  const comments = open.comments.get(question.id)
  return (
    <li>
      <span className="ld-tasklist__name">
        <span className="ld-quiet">{question.id}</span> <Link to={link}>{textOf(question, variantOf(open))}</Link>
        {comments === undefined ? null : (
          <span className="ld-quiet">
            {' '}
            · {comments} {comments === 1 ? 'opmerking' : 'opmerkingen'}
          </span>
        )}
      </span>
      <span className={`ld-state ld-state--${state}`}>
        {STATES[state]}
        {open.shared.has(question.id) ? ' · gedeeld' : ''}
      </span>
    </li>
  )
}

const FlagLinks = ({ part, form }: { part: PartResult; form: string }) =>
  part.flags.length === 0 ? (
    <>{noFlagIn(part)}</>
  ) : (
    <>
      <span aria-hidden="true">⚑ </span>
      {part.flags.map((id, index) => (
        <Fragment key={id}>
          {index > 0 ? ', ' : ''}
          <Link to={`/balie/vragenlijsten/${form}/${id}`}>vraag {id}</Link>
        </Fragment>
      ))}
    </>
  )

/** A figure per part, only where enough is known. Never one for the whole. */
function Parts({ parts, form }: { parts: readonly PartResult[]; form: string }) {
  return (
    <Section id="uitkomst" title="Uitkomst per deel">
      <Text>
        Het cijfer helpt bij het gesprek; het advies en het besluit zijn van mensen. Is minder dan 80% bekend, dan staat
        er geen cijfer. Een cijfer voor het geheel is er niet.
      </Text>
      <Table
        id="delen"
        caption="Uitkomst per deel"
        hideCaption
        stacked
        columns={[
          { head: 'Deel' },
          { head: 'Uitkomst (van 100)', numeric: true },
          { head: 'Bekend', numeric: true },
          { head: 'Rode vlaggen' },
        ]}
        rows={parts.map((part) => ({
          key: part.section,
          cells: [
            part.title,
            part.score === null ? 'te weinig bekend' : points('nl', part.score),
            part.coverage === null ? 'niets van toepassing' : percent('nl', part.coverage),
            <FlagLinks key="f" part={part} form={form} />,
          ],
        }))}
      />
      <Details summary="Hoe dit is berekend">
        <Text>
          Elk antwoord telt 0, een half of 1, maal het gewicht van de vraag. “Weet ik niet” verlaagt wat bekend is en
          telt nooit als nee. “Past niet” telt nergens mee.
        </Text>
      </Details>
    </Section>
  )
}
