/** What an owner reads by the secret link: what was seen, a place to react, and the choice to be named. */
import type { VerdictWord } from '../../model/finding.ts'
import type { Criterion } from '../../model/norm.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { VerdictBadge } from '../../web/badges.tsx'
import { Area, Button, Buttons, Choice, ErrorSummary, Field, none, type Problems } from '../../web/desk/form.tsx'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { whomToAsk } from '../../web/whom-to-ask.ts'
import type { EndedLink, OwnersPage } from './door-store.ts'
import { says } from './door-messages.ts'
import { verdictsOf } from './rules.ts'

type Props = {
  readonly view: View
  readonly shown: OwnersPage
  readonly questions: Questionnaire
  readonly criteria: ReadonlyMap<string, Criterion>
  readonly today: string
  readonly problems?: Problems
  readonly typed?: { readonly words?: string; readonly choice?: string; readonly who?: string }
}

export function OwnerPage({ view, shown, questions, criteria, today, problems = none, typed = {} }: Props) {
  const t = says(view.lang)
  const here = `${view.lang === 'en' ? '/en' : ''}${view.path}`
  const verdicts: Readonly<Record<string, VerdictWord>> = verdictsOf(questions, shown.answers)
  const title = t.title(shown.premises)
  return (
    <Page view={view} title={title}>
      <div className="ld-opening">
        <p className="ld-kicker">{shown.address}</p>
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <Text lead>{t.lead(shown.street, shown.seen)}</Text>
        {shown.repaired === '' ? null : <Text>{t.repaired(shown.repaired)}</Text>}
      </div>
      <Table
        id="gezien"
        caption={t.caption}
        stacked
        columns={[{ head: t.column.what }, { head: t.column.found }, { head: t.column.why }]}
        rows={questions.questions.flatMap((question) => {
          const criterion = criteria.get(question.establishes ?? '')
          const held = shown.answers[question.id]
          const verdict = verdicts[question.establishes ?? '']
          if (!criterion || !held || !verdict) return []
          const answer = question.options.find(({ id }) => id === held.answer)?.label ?? held.answer
          return [
            {
              key: question.id,
              cells: [
                criterion.title[view.lang],
                <span key="v">
                  <VerdictBadge view={view} verdict={verdict} told="verdict" />
                  {view.lang === 'nl' ? <span className="ld-block ld-small">{answer}</span> : null}
                </span>,
                held.how === 'agreed' ? t.agreed : t.decided(held.reason),
              ],
            },
          ]
        })}
      />
      <Text>{t.by(shown.by, shown.until)}</Text>
      <Section id="reactie" title={shown.reaction === '' ? t.react : t.said}>
        {shown.earlier.map(({ words, at }) => (
          <div key={at}>
            <Text>{t.saidOn(at)}</Text>
            <p className="ld-said">{words}</p>
          </div>
        ))}
        {shown.reaction === '' ? (
          <form method="post" action={`${here}/reactie`} className="ld-desk-form" noValidate>
            <Text>{today <= shown.react ? t.reactText(shown.react) : t.late(shown.react)}</Text>
            <Area name="wat" label={t.words} value={typed.words ?? ''} maxLength={4_000} problems={problems} />
            <Buttons>
              <Button>{t.send}</Button>
            </Buttons>
          </form>
        ) : (
          <>
            <p className="ld-said">{shown.reaction}</p>
            {problems['wat'] === undefined ? null : <Text>{problems['wat']}</Text>}
          </>
        )}
      </Section>
      <Section id="naam" title={t.name}>
        <Text>{t.nameText}</Text>
        <Text>{shown.consent === null ? t.now.none : shown.consent ? t.now.yes : t.now.no}</Text>
        <form method="post" action={`${here}/naam`} className="ld-desk-form" noValidate>
          <Choice
            name="keuze"
            label={t.name}
            options={[
              { value: 'ja', label: t.yes, hint: t.next },
              { value: 'nee', label: t.no },
            ]}
            value={[typed.choice ?? (shown.consent === null ? '' : shown.consent ? 'ja' : 'nee')]}
            problems={problems}
          />
          <Field
            name="wie"
            label={t.who}
            hint={t.whoHint}
            value={typed.who ?? shown.consentBy}
            maxLength={200}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">{t.keep}</Button>
          </Buttons>
        </form>
        {shown.public ? (
          <Text>
            <Link to={href(view, `/straten/${shown.slug}`)}>{t.toStreet}</Link>
          </Text>
        ) : null}
      </Section>
    </Page>
  )
}

/** A link of which the time is over: whom to ask, and while the name is public, the way to take it off. */
export function EndedOwnerPage({ view, link }: { view: View; link: EndedLink }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.ended}>
      <Heading level={1}>{t.ended}</Heading>
      <Text lead>{t.endedWhy[link.ended]}</Text>
      <Text>{whomToAsk(view)}</Text>
      {link.named ? (
        <Section id="naam" title={t.stillNamed}>
          <form method="post" action={`${view.lang === 'en' ? '/en' : ''}${view.path}/naam`}>
            <input type="hidden" name="keuze" value="nee" />
            <Button>{t.unname}</Button>
          </form>
        </Section>
      ) : null}
    </Page>
  )
}

/** A link that opens nothing, one too many, or a form that came from elsewhere. */
export function ClosedOwnerPage({ view, why }: { view: View; why: 'dead' | 'wait' | 'forged' }) {
  const t = says(view.lang)
  const title = why === 'wait' ? t.wait : t.dead
  return (
    <Page view={view} title={title}>
      <Heading level={1}>{title}</Heading>
      <Text lead>{why === 'wait' ? t.waitText : why === 'forged' ? t.forged : t.deadText}</Text>
    </Page>
  )
}
