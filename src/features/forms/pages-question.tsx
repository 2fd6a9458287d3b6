/**
 * One question at a time: what is asked and why, the answer, what proves it, what others say of it, what was answered
 * before.
 */
import { diffWords } from 'diff'
import type { Norm } from '../../model/norm.ts'
import type { Answers, Question, Value } from '../../model/questionnaire.ts'
import { optionsOf, textOf, visibleQuestions } from '../../scoring/visible.ts'
import { day, moment } from '../../web/language.ts'
import {
  Area,
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  FileField,
  Form,
  none,
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Details, Heading, Link, List, Notice, Section, Text } from '../../web/parts.tsx'
import { trailOf, variantOf } from './pages-list.tsx'
import { answerProblems, type Given } from './rules.ts'
import type { Comment, Earlier, Open } from './store.ts'

export type QuestionProps = {
  readonly view: DeskView
  readonly open: Open
  readonly question: Question
  readonly norms: readonly Norm[]
  readonly locked: string | undefined
  readonly today: string
  readonly history: readonly Earlier[]
  readonly comments: readonly Comment[]
  readonly names: ReadonlyMap<string, string>
  /** What was typed and is not right. */
  readonly given?: Given
  readonly problems?: Problems
  /** Another answer came between: both are shown. */
  readonly other?:
    | {
        readonly value: Value | null
        readonly reason: string
        readonly no: number
        readonly by: string
        readonly at: Date
      }
    | undefined
  /** What was typed in another form of this page. */
  readonly typed?: Readonly<Record<string, string>>
  /** Whether this person may comment. */
  readonly comment: boolean
}

/** An answer in words. */
export function wordsOf(question: Question, value: Value | null): string {
  if (value === null || value.length === 0) return 'geen antwoord'
  const options = [...question.options, ...(question.plainOptions ?? [])]
  return [value]
    .flat()
    .map((each) => options.find(({ id }) => id === each)?.label ?? each)
    .join(', ')
}

export function QuestionPage(props: QuestionProps) {
  const { view, open, question, norms, locked, problems = none, other, today, typed = {} } = props
  const { form, questionnaire, answers, earlier } = open
  const variant = variantOf(open)
  const foreign = open.owner.kind === 'organisation' && view.who.organisation !== open.owner.id
  const questions = foreign
    ? questionnaire.questions.filter(({ id }) => open.current.has(id))
    : visibleQuestions(questionnaire, answers, variant, earlier)
  const at = questions.findIndex(({ id }) => id === question.id)
  const base = `/balie/vragenlijsten/${form.id}/${question.id}`
  const current = open.current.get(question.id)
  const given: Given = props.given ?? { value: current?.value ?? null, reason: current?.reason ?? '' }
  const items = open.evidence.filter((item) => item.question === question.id)
  const section = questionnaire.sections.find(({ id }) => id === question.section)
  const before = open.previous?.answers[question.id]
  const title = textOf(question, variant)
  return (
    <DeskPage view={view} title={title} crumbs={trailOf(open, view)}>
      <p className="ld-kicker">
        {section?.title} · vraag {at + 1} van {questions.length}
      </p>
      <Heading level={1}>{title}</Heading>
      {question.explanation === undefined ? null : <Text lead>{question.explanation}</Text>}
      <ErrorSummary problems={problems} />
      {other === undefined ? null : (
        <Notice title="Iemand anders heeft deze vraag intussen ook beantwoord">
          <Text>
            {props.names.get(other.by) ?? 'Een collega'} gaf om {moment('nl', other.at)} dit antwoord:{' '}
            <strong>{wordsOf(question, other.value)}</strong>.{' '}
            {other.reason === '' ? '' : `Toelichting: “${other.reason}”`}
          </Text>
          <Text>
            Hieronder staat wat u zelf invulde; dat is nog niet bewaard. Voeg het samen en bewaar, of laat het andere
            antwoord staan.
          </Text>
          <ul className="ld-list">
            <li>
              <Link to={base}>Laat het andere antwoord staan</Link>
            </li>
          </ul>
        </Notice>
      )}
      {locked === undefined &&
      current === undefined &&
      before !== undefined &&
      Object.keys(answerProblems(question, before, variant)).length === 0 ? (
        <Reuse view={view} question={question} base={base} answer={before} from={open.previous!.from} />
      ) : null}
      {locked === undefined ? (
        <Form view={view} action={base}>
          <input type="hidden" name="basis" value={other?.no ?? current?.no ?? 0} />
          <Answer question={question} given={given} problems={problems} open={open} />
          {question.kind === 'text' ? null : (
            <Area
              name="reden"
              label="Toelichting"
              hint={
                question.evidence.length > 0
                  ? `Waaraan is het te zien? Bijvoorbeeld: ${question.evidence.join(', ')}.`
                  : undefined
              }
              optional
              value={given.reason}
              rows={4}
              problems={problems}
            />
          )}
          <Buttons>
            <Button name="dan" value="volgende">
              Bewaar en ga verder
            </Button>
            <Button kind="secondary" name="dan" value="lijst">
              Bewaar en terug naar de lijst
            </Button>
          </Buttons>
        </Form>
      ) : (
        <>
          <Notice title="Alleen lezen">
            <Text>{locked}</Text>
          </Notice>
          <Text>
            <strong>{wordsOf(question, current?.value ?? null)}</strong>
          </Text>
          {current?.reason ? <Text>{current.reason}</Text> : null}
        </>
      )}
      {current === undefined ? null : (
        <p className="ld-quiet">
          Laatst ingevuld door {open.names.get(current.by) ?? 'iemand die hier niet meer werkt'},{' '}
          {moment('nl', current.at)}.
        </p>
      )}
      {open.owner.kind === 'organisation' && view.who.organisation === open.owner.id && current !== undefined ? (
        <Form view={view} action={`${base}/delen`}>
          <input type="hidden" name="delen" value={open.shared.has(question.id) ? 'nee' : 'ja'} />
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
      <Section id="bewijs" title="Bewijs">
        {items.length === 0 ? (
          <Text>Er staat nog niets bij dit antwoord.</Text>
        ) : (
          <ul className="ld-list">
            {items.map((item) => (
              <li key={item.id}>
                {item.upload === null ? (
                  item.url === null ? (
                    item.title
                  ) : (
                    <a className="nl-link" href={item.url} rel="noreferrer">
                      {item.title}
                    </a>
                  )
                ) : (
                  <Link to={`/balie/bestanden/${item.upload}`}>{item.title}</Link>
                )}
                <span className="ld-quiet">
                  {item.kind === 'scan' ? ' · meting' : ''}
                  {item.owner === '' ? '' : ` · ${item.owner}`}
                  {item.endsOn === null
                    ? ''
                    : item.endsOn < today
                      ? ` · verlopen op ${day('nl', item.endsOn)}`
                      : ` · geldig tot ${day('nl', item.endsOn)}`}
                </span>
                {locked === undefined ? (
                  <Form view={view} action={`${base}/bewijs/${item.id}/weg`}>
                    <button className="ld-plain-button" type="submit">
                      Haal weg<span className="ld-hidden"> {item.title}</span>
                    </button>
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
        )}
        {locked === undefined ? (
          <Details
            summary="Voeg bewijs toe"
            open={['titel', 'bestand', 'link', 'tot'].some((name) => problems[name] !== undefined)}
          >
            <Form view={view} action={`${base}/bewijs`} files>
              <Field name="titel" label="Wat is het?" value={typed['titel'] ?? ''} problems={problems} />
              <FileField
                name="bestand"
                label="Bestand"
                hint="Pdf, document, rekenblad, afbeelding of tekst, tot 10 MB."
                optional
                problems={problems}
              />
              <Field
                name="link"
                label="Of een link"
                hint="Een meting van deze site kan ook: neem het deel dat begint met /organisaties/."
                optional
                value={typed['link'] ?? ''}
                problems={problems}
              />
              <Field name="eigenaar" label="Wie gaat erover?" optional value={typed['eigenaar'] ?? ''} />
              <Field
                name="tot"
                label="Geldig tot en met"
                type="date"
                optional
                value={typed['tot'] ?? ''}
                problems={problems}
              />
              <Buttons>
                <Button kind="secondary">Voeg toe</Button>
              </Buttons>
            </Form>
          </Details>
        ) : null}
      </Section>
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

/** What was answered in an earlier form, to take over as it is. */
function Reuse({
  view,
  question,
  base,
  answer,
  from,
}: {
  view: DeskView
  question: Question
  base: string
  answer: Answers[string]
  from: string
}) {
  return (
    <Notice title={`Het antwoord in ${from}`}>
      <Text>
        <strong>{wordsOf(question, answer.value)}</strong>
        {answer.reason === '' ? '' : `: ${answer.reason}`}
      </Text>
      <Form view={view} action={base}>
        <input type="hidden" name="basis" value="0" />
        <input type="hidden" name="dan" value="volgende" />
        <input type="hidden" name="reden" value={answer.reason} />
        {[answer.value].flat().map((value) => (
          <input key={value} type="hidden" name="antwoord" value={value} />
        ))}
        <Buttons>
          <Button kind="secondary">Neem dit antwoord over</Button>
        </Buttons>
      </Form>
    </Notice>
  )
}

function Answer({
  question,
  given,
  problems,
  open,
}: {
  question: Question
  given: Given
  problems: Problems
  open: Open
}) {
  if (question.kind === 'text')
    return (
      <Area
        name="antwoord"
        label="Uw antwoord"
        rows={6}
        value={typeof given.value === 'string' ? given.value : ''}
        problems={problems}
      />
    )
  const variant = variantOf(open)
  // An answer of another scale stays chosen: it is not wiped out by adding a word to it.
  const known = optionsOf(question, variant)
  const chosen = [given.value ?? []]
    .flat()
    .flatMap((id) =>
      known.some((option) => option.id === id)
        ? []
        : [...question.options, ...(question.plainOptions ?? [])].filter((option) => option.id === id),
    )
  const options = [...known, ...chosen]
  return (
    <Choice
      name="antwoord"
      label="Uw antwoord"
      several={question.kind === 'choices'}
      problems={problems}
      value={[given.value ?? []].flat()}
      options={options.map(({ id, label, anchor, reasonRequired }) => ({
        value: id,
        label,
        hint: variant === 'short' ? undefined : (anchor ?? (reasonRequired ? 'Leg hieronder uit waarom.' : undefined)),
      }))}
    />
  )
}

function Discussion({
  view,
  comments,
  names,
  base,
  comment,
  problems = none,
  typed = {},
}: QuestionProps & { base: string }) {
  if (comments.length === 0 && !comment) return null
  return (
    <Section id="opmerkingen" title="Opmerkingen">
      {comments.map((each) => (
        <article key={each.id} className="ld-comment">
          <p className="ld-quiet">
            {names.get(each.by) ?? 'iemand die hier niet meer werkt'}, {moment('nl', each.at)}
          </p>
          <p>{each.text}</p>
        </article>
      ))}
      {comment ? (
        <Form view={view} action={`${base}/opmerking`}>
          <Area
            name="opmerking"
            label="Uw opmerking"
            rows={3}
            value={typed['opmerking'] ?? ''}
            maxLength={4_000}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">Plaats opmerking</Button>
          </Buttons>
        </Form>
      ) : null}
    </Section>
  )
}

function History({ view, history, question, names, base, locked }: QuestionProps & { base: string }) {
  if (history.length < 2) return null
  return (
    <Section id="geschiedenis" title="Eerdere antwoorden">
      <ol className="ld-list ld-list--plain" reversed>
        {history.map((each, index) => {
          const before = history[index + 1]
          return (
            <li key={each.no} className="ld-comment">
              <p className="ld-quiet">
                {names.get(each.by) ?? 'iemand die hier niet meer werkt'}, {moment('nl', each.at)}
                {each.restores === null ? '' : ` · zet antwoord ${each.restores} terug`}
              </p>
              <p>
                <strong>{wordsOf(question, each.value)}</strong>
              </p>
              {before === undefined ? (
                <p>{each.reason}</p>
              ) : (
                <p>
                  {diffWords(before.reason, each.reason).map((part, at) =>
                    part.added ? (
                      <ins key={at}>{part.value}</ins>
                    ) : part.removed ? (
                      <del key={at}>{part.value}</del>
                    ) : (
                      <span key={at}>{part.value}</span>
                    ),
                  )}
                </p>
              )}
              {index > 0 && locked === undefined ? (
                <Form view={view} action={`${base}/terug`}>
                  <input type="hidden" name="nummer" value={each.no} />
                  <button className="ld-plain-button" type="submit">
                    Zet dit antwoord terug
                  </button>
                </Form>
              ) : null}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
