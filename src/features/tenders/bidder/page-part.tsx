/** One part of the requirements, with the answer of the bidder at each. */
import type { Asked, BidAnswer } from '../../../model/tender.ts'
import { ANSWERS, DUE, LEVELS, REQUIREMENT_KINDS, type AnswerLevel } from '../../../vocabulary/tender.ts'
import { Area, Button, Buttons, Choice, ErrorSummary, Field, none, type Problems } from '../../../web/desk/form.tsx'
import { todayIn } from '../../../web/language.ts'
import { Page } from '../../../web/layout.tsx'
import { Heading, Link, List, Notice, Section, Text } from '../../../web/parts.tsx'
import type { View } from '../../../web/view.ts'
import type { PublishedAnnex } from '../door-store.ts'
import { isOutdated, type Draft } from '../rules/bid-draft.ts'
import { LONGEST } from '../rules/bid-file.ts'
import { proofWarning } from '../rules/proof.ts'
import { inWords, nameOf, type Filled } from './fields.ts'
import { says } from './messages.ts'
import { dutchOn } from './pages.tsx'

type Props = {
  readonly view: View
  readonly published: PublishedAnnex
  readonly part: { readonly id: string; readonly title: string; readonly about: string }
  readonly asked: readonly Asked[]
  readonly draft: Draft
  readonly filled: ReadonlyMap<string, Filled>
  readonly here: string
  /** Goes along in the form: which answers stood on the screen. */
  readonly basis: string
  readonly open: boolean
  /** A colleague saved this part meanwhile: what stands there now. */
  readonly clash?: boolean
  readonly problems?: Problems
}

export function PartPage(props: Props) {
  const { view, published, part, asked, draft, here, basis, open, clash = false, problems = none } = props
  const t = says(view.lang)
  const dutch = dutchOn(view)
  // Of what was saved: a warning is no refusal.
  const early = asked.filter(({ id }) => {
    const until = answerIn(draft, id)?.proof.until ?? ''
    return proofWarning(until, published.annex, todayIn()) !== undefined
  })
  const body = asked.map((each) => <One key={each.id} {...props} asked={each} />)
  return (
    <Page
      view={view}
      title={part.title}
      crumbs={[
        { name: published.annex.number, to: `/aanbestedingen/${published.annex.no}` },
        { name: t.title, to: here },
      ]}
    >
      <div className="ld-opening">
        <Heading level={1}>
          <span lang={dutch}>{part.title}</span>
        </Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <p className="nl-paragraph nl-paragraph--lead" lang={dutch}>
          {part.about}
        </p>
      </div>
      {open && !clash && Object.keys(problems).length === 0 && early.length > 0 ? (
        <Notice title={t.proofTitle}>
          <Text>{t.proofText}</Text>
          <List
            items={early.map(({ id, title }) => ({
              key: id,
              body: <Link to={`#veld-${nameOf(id, 'until')}`}>{title}</Link>,
            }))}
          />
        </Notice>
      ) : null}
      {clash ? (
        <Notice title={t.clashTitle}>
          <Text>{t.clash}</Text>
          <List
            items={asked.map(({ id, title }) => ({
              key: id,
              body: t.clashNow(title, inWords(view.lang, answerIn(draft, id))),
            }))}
          />
        </Notice>
      ) : null}
      {open ? (
        <form method="post" action={`${here}/${part.id}`} className="ld-desk-form" noValidate>
          <input type="hidden" name="basis" value={basis} />
          {body}
          <Buttons>
            <Button>{t.save}</Button>
          </Buttons>
        </form>
      ) : (
        body
      )}
      <Text>
        <Link to={here}>{t.back}</Link>
      </Text>
    </Page>
  )
}

const answerIn = ({ answers }: Draft, id: string): BidAnswer | undefined =>
  answers.find(({ requirement }) => requirement === id)

function One({
  view,
  published,
  asked,
  draft,
  filled,
  open,
  problems = none,
}: Omit<Props, 'asked'> & { readonly asked: Asked }) {
  const t = says(view.lang)
  const dutch = dutchOn(view)
  const { id, title, text, kind, level, due, proof, equal, proportionate } = asked
  const typed = filled.get(id)!
  const warning = proofWarning(typed.until, published.annex, todayIn())
  const answer = answerIn(draft, id)
  const offered = answer === undefined && draft.offered.some(({ requirement }) => requirement === id)
  return (
    <Section id={`eis-${id}`} title={title}>
      <p className="ld-small">
        {REQUIREMENT_KINDS[kind][view.lang]}, {LEVELS[level][view.lang]}, {DUE[due][view.lang]}
      </p>
      <p className="nl-paragraph ld-preline" lang={dutch}>
        {text}
      </p>
      <p className="nl-paragraph" lang={dutch}>
        <strong lang={view.lang}>{t.why}:</strong> {proportionate}
      </p>
      <p className="nl-paragraph" lang={dutch}>
        <strong lang={view.lang}>{t.proof.replace(/ \(.*/, '')}:</strong> {proof}{' '}
        <strong lang={view.lang}>{t.equal}:</strong> {equal}
      </p>
      {isOutdated(asked, answer) ? <Text>{t.wordingChanged}</Text> : null}
      {answer?.reused === undefined ? null : <Text>{t.reusedOn(answer.reused.from)}</Text>}
      {open ? (
        <>
          {offered ? (
            <>
              <Text>{t.offered(draft.offeredFrom)}</Text>
              <Tick id={id} field="confirmed" label={t.confirm} on={typed.confirmed} />
            </>
          ) : null}
          <Choice
            name={nameOf(id, 'level')}
            label={t.level}
            value={[typed.level]}
            options={(Object.keys(ANSWERS) as AnswerLevel[]).map((value) => ({
              value,
              label: ANSWERS[value][view.lang],
            }))}
            problems={problems}
          />
          <Area
            name={nameOf(id, 'remark')}
            label={t.remark}
            hint={t.remarkHint}
            rows={3}
            value={typed.remark}
            maxLength={LONGEST.remark}
            problems={problems}
          />
          <Field
            name={nameOf(id, 'component')}
            label={t.component}
            value={typed.component}
            maxLength={LONGEST.component}
            problems={problems}
          />
          <Field
            name={nameOf(id, 'proof')}
            label={t.proof}
            hint={t.proofHint}
            value={typed.proof}
            maxLength={LONGEST.proof}
            problems={problems}
          />
          <Field
            name={nameOf(id, 'until')}
            label={t.proofUntil}
            hint={warning === undefined ? undefined : t.proofWarning[warning]}
            type="date"
            value={typed.until}
            problems={problems}
          />
          <Tick id={id} field="secret" label={t.secret} on={typed.secret} />
        </>
      ) : (
        <Text>{inWords(view.lang, answer)}</Text>
      )}
    </Section>
  )
}

function Tick({ id, field, label, on }: { id: string; field: 'secret' | 'confirmed'; label: string; on: boolean }) {
  const name = nameOf(id, field)
  return (
    <div className="ld-option">
      <input type="checkbox" id={`veld-${name}`} name={name} value="ja" defaultChecked={on} />
      <label htmlFor={`veld-${name}`}>{label}</label>
    </div>
  )
}
