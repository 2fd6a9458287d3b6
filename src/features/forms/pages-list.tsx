/** The task list of a form: what is asked, what was answered, how much is known, which flags are up. */
import type { Question } from '../../model/questionnaire.ts'
import { resultOf, stateOf } from '../../scoring/result.ts'
import { textOf, visibleQuestions } from '../../scoring/visible.ts'
import { percent } from '../../web/language.ts'
import { DeskPage, type Trail } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, Link, Notice, Section, Text } from '../../web/parts.tsx'
import { Parts } from './part-result.tsx'
import { profileDone } from './rules.ts'
import type { Open } from './store.ts'

export const STATES = {
  open: 'nog niet ingevuld',
  answered: 'ingevuld',
  unknown: 'weet ik niet',
  'not-applicable': 'niet van toepassing',
} as const
/** Answers to look at, after the form went over to a newer version. */
const CHECKS = { changed: 'kijk na: anders gevraagd', again: 'opnieuw te beantwoorden' } as const
/** Short, medium or long; undefined where the questionnaire has no variants. */
export const variantOf = ({ form }: Open) => form.variant ?? undefined

/** Back to what the form belongs to. */
export const trailOf = ({ owner, questionnaire, form }: Open, view: DeskView): Trail => [
  owner.kind === 'case'
    ? { name: owner.title, to: `/balie/zaken/${owner.id}` }
    : view.who.organisation === null
      ? { name: owner.name, to: `/balie/organisaties/${owner.id}` }
      : { name: 'Onze zelfcheck', to: '/balie/mijn-nulmeting' },
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
  const foreign = owner.kind === 'organisation' && view.who.organisation !== owner.id
  const own = owner.kind === 'organisation' && !foreign
  // Part 1 of a self-check decides what comes after it: until then that is all there is.
  const partOne = own && !profileDone(open)
  const scored = new Set(questionnaire.sections.filter((each) => each.scored).map(({ id }) => id))
  const questions = visibleQuestions(questionnaire, answers, variant, earlier).filter(
    ({ section }) => !partOne || !scored.has(section),
  )
  const result = resultOf(questionnaire, answers, variant, earlier)
  const todo = questions.filter((question) => stateOf(question, answers) === 'open' || open.checks.has(question.id))
  const [next] = todo
  const notAsked = open.notAsked.filter(({ why }) => !foreign || why === 'gone')
  const done = questions.filter((question) => stateOf(question, answers) !== 'open').length
  return (
    <DeskPage view={view} title={questionnaire.title} crumbs={trailOf(open, view)}>
      <div className="ld-opening">
        <Heading level={1}>{questionnaire.title}</Heading>
        <Text lead>
          {foreign
            ? `${owner.name} deelt ${open.current.size} van haar antwoorden.`
            : `${done} van ${questions.length} vragen ` +
              `ingevuld${result.unknown.length > 0 ? `, waarvan ${result.unknown.length} met “weet ik niet”` : ''}` +
              `${open.checks.size > 0 ? `, ${open.checks.size} om na te kijken` : ''}.` +
              `${partOne ? '' : ` Van wat hier geldt is ${percent('nl', result.coverage)} bekend.`}`}
        </Text>
        {partOne ? <Text>Dit is deel 1, over uw organisatie. Daarna ziet u hoeveel vragen er nog komen.</Text> : null}
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
      {notAsked.length === 0 ? null : (
        <Section id="niet-meer" title="Niet meer gevraagd">
          <Text>Deze antwoorden tellen niet mee. Zij blijven te lezen.</Text>
          <ul className="ld-list">
            {notAsked.map(({ question }) => (
              <li key={question.id}>
                <Link to={`/balie/vragenlijsten/${form.id}/${question.id}`}>{textOf(question, variant)}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {foreign || partOne || result.parts.length === 0 ? null : <Parts parts={result.parts} form={form.id} own={own} />}
    </DeskPage>
  )
}

function QuestionRow({ question, open, link }: { question: Question; open: Open; link: string }) {
  const state = stateOf(question, open.answers)
  const check = open.checks.get(question.id)
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
      <span className={`ld-state ld-state--${check === undefined ? state : 'open'}`}>
        {open.asked.has(question.id) ? 'teruggevraagd · ' : ''}
        {check === undefined ? STATES[state] : CHECKS[check.kind]}
        {open.shared.has(question.id) ? ' · gedeeld' : ''}
      </span>
    </li>
  )
}
