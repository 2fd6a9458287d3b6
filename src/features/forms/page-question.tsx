/**
 * One question at a time: what is asked and why, the answer, what proves it, what others say of it, what was answered
 * before. The page is one form, so that no button loses what was typed elsewhere on it.
 */
import type { Value } from '../../model/questionnaire.ts'
import { textOf, visibleQuestions } from '../../scoring/visible.ts'
import { moment } from '../../web/language.ts'
import { Button, Buttons, ErrorSummary, Form, Hidden, none } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { trailOf, variantOf } from './pages-list.tsx'
import { AnswerPart } from './part-answer.tsx'
import { Check } from './part-check.tsx'
import { CameBack } from './part-came-back.tsx'
import { Discussion } from './part-discussion.tsx'
import { Evidence } from './part-evidence.tsx'
import { History } from './part-history.tsx'
import { Reuse } from './part-reuse.tsx'
import type { QuestionProps } from './question-props.ts'
import { answerProblems } from './rules.ts'

/** Nothing was answered here, or it was taken away again. */
const isEmpty = (current: { readonly value: Value | null } | undefined): boolean =>
  current === undefined || current.value === null || current.value.length === 0

export function QuestionPage(props: QuestionProps) {
  const { view, open, question, norms, locked, problems = none } = props
  const { form, questionnaire, answers, earlier } = open
  const variant = variantOf(open)
  const foreign = open.owner.kind === 'organisation' && view.who.organisation !== open.owner.id
  const questions = foreign
    ? questionnaire.questions.filter(({ id }) => open.current.has(id))
    : visibleQuestions(questionnaire, answers, variant, earlier)
  const at = questions.findIndex(({ id }) => id === question.id)
  const base = `/balie/vragenlijsten/${form.id}/${question.id}`
  const current = open.current.get(question.id)
  const section = questionnaire.sections.find(({ id }) => id === question.section)
  const offers = [
    { from: 'register' as const, title: 'Dit staat in de lijst van producten', answer: open.registered[question.id] },
    {
      from: 'eerder' as const,
      title: `Het antwoord in ${open.previous?.from}`,
      answer: open.previous?.answers[question.id],
    },
  ]
  const title = textOf(question, variant)
  return (
    <DeskPage view={view} title={title} crumbs={trailOf(open, view)} oneForm>
      <p className="ld-kicker">
        {section?.title} · vraag {at + 1} van {questions.length}
      </p>
      <Heading level={1}>{title}</Heading>
      {question.explanation === undefined ? null : <Text lead>{question.explanation}</Text>}
      <ErrorSummary problems={problems} />
      <Check {...props} base={base} />
      <CameBack open={open} question={question.id} />
      {locked === undefined && isEmpty(current)
        ? offers.map(({ from, title: words, answer }) =>
            answer === undefined || Object.keys(answerProblems(question, answer, variant)).length > 0 ? null : (
              <Reuse key={from} {...{ view, question, base, answer, from }} title={words} no={current?.no ?? 0} />
            ),
          )
        : null}
      <AnswerPart {...props} base={base} />
      {current === undefined ? null : (
        <p className="ld-quiet">
          Laatst ingevuld door {open.names.get(current.by) ?? 'iemand die hier niet meer werkt'},{' '}
          {moment('nl', current.at)}.
        </p>
      )}
      {open.owner.kind === 'organisation' && view.who.organisation === open.owner.id && current !== undefined ? (
        <Form view={view} action={`${base}/delen`}>
          <Hidden name="delen" value={open.shared.has(question.id) ? 'nee' : 'ja'} />
          <Text>
            {open.shared.has(question.id)
              ? 'Dit antwoord deelt u met de gemeente.'
              : 'De gemeente ziet dit antwoord niet.'}
          </Text>
          <Buttons>
            <Button kind="secondary">
              {open.shared.has(question.id) ? 'Niet meer delen' : 'Deel dit antwoord met de gemeente'}
            </Button>
          </Buttons>
        </Form>
      ) : null}
      <nav aria-label="Vragen" className="ld-pager">
        {at > 0 ? <Link to={`/balie/vragenlijsten/${form.id}/${questions[at - 1]!.id}`}>Vorige vraag</Link> : <span />}
        {at < questions.length - 1 ? (
          <Link to={`/balie/vragenlijsten/${form.id}/${questions[at + 1]!.id}`}>Volgende vraag</Link>
        ) : null}
      </nav>
      <Evidence {...props} base={base} />
      {norms.length === 0 ? null : (
        <Section id="waarom" title="Waarom deze vraag">
          <Text>
            Het antwoord telt mee bij {norms.length === 1 ? 'deze norm' : 'deze normen'}, als eigen verklaring. Wat wij
            meten, staat ernaast.
          </Text>
          <List
            items={norms.map((norm) => ({
              key: norm.id,
              body: (
                <>
                  <Link to={`/normen/${norm.id}`}>{norm.label}</Link>: {norm.statement}
                </>
              ),
            }))}
          />
        </Section>
      )}
      <Discussion {...props} base={base} />
      {foreign ? null : <History {...props} base={base} />}
    </DeskPage>
  )
}
