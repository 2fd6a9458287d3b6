/** What was said of a party, behind its link: each verdict with what it rests on, and what the party can answer. */
import { Area, Button, Buttons, ErrorSummary, none } from '../../../web/desk/form.tsx'
import { OUTCOMES } from '../../../web/covenant-story.ts'
import { day } from '../../../web/language.ts'
import { Page } from '../../../web/layout.tsx'
import { Facts, Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { missOf, signedBy } from '../progress/verdict-rules.ts'
import { says } from './messages.ts'
import type { LinkProps } from './page-link.tsx'
import { AskCode, CodeField, Told } from './part-sign.tsx'
import { verdictSays } from './verdict-messages.ts'
import { answersTo, waits, type LinkVerdict } from './link-verdict.ts'

export const LONGEST_PLAN = 8_000
export const LONGEST_OBJECTION = 4_000
type What = 'objection' | 'plan'
export type VerdictsProps = Omit<LinkProps, 'typed' | 'words' | 'content'> & {
  /** What was typed and not kept, with what is not right. */
  readonly at?: { readonly verdict: string; readonly what: What; readonly words: string } | undefined
}

/** The page; in the order of what waits. */
export function VerdictsPage(props: VerdictsProps) {
  const { view, link, here, mails, today, problems = none, at, done } = props
  const [t, v] = [says(view.lang), verdictSays(view.lang)]
  const told = done === 'plan' || done === 'objection' ? v.done[done] : undefined
  const asked = link.verdicts.some((each) => waits(each, today))
  const first = [...link.verdicts].sort((one, other) => Number(waits(other, today)) - Number(waits(one, today)))
  return (
    <Page view={view} title={v.title} crumbs={[{ name: link.title, to: here }]}>
      <div className="ld-opening">
        <Heading level={1}>{v.title}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        {told === undefined ? null : <Told text={told} />}
        <Text lead>{link.verdicts.length === 0 ? v.none : v.lead}</Text>
        <Text>
          <Link to={here}>{t.back}</Link>
        </Text>
      </div>
      {asked ? <AskCode {...{ view, link, here, mails, problems }} back="/oordelen" sent={done === 'code'} /> : null}
      {first.map((verdict) => (
        <OneVerdict key={verdict.id} {...props} verdict={verdict} at={at?.verdict === verdict.id ? at : undefined} />
      ))}
    </Page>
  )
}

function OneVerdict(props: VerdictsProps & { verdict: LinkVerdict }) {
  const { view, link, here, today, problems = none, at, verdict } = props
  const v = verdictSays(view.lang)
  const can = answersTo(verdict, today)
  const typing = link.code !== null || at !== undefined
  return (
    <Section id={`oordeel-${verdict.id}`} title={`${verdict.title}: ${OUTCOMES[view.lang][verdict.outcome]}`}>
      {verdict.whole ? <Text>{v.all}</Text> : null}
      {missOf(verdict, today)?.objection === 'upheld' ? (
        <Text>
          <strong>{v.again}</strong>
        </Text>
      ) : null}
      <Facts items={factsOf(props)} />
      {verdict.words.map(({ no, kind, text, at: on }) => (
        <Text key={no}>
          <strong>{v.words[kind]}</strong> ({day(view.lang, on)}): <span className="ld-said">{text}</span>
        </Text>
      ))}
      {(['plan', 'objection'] as const).map((what) =>
        can[what] && typing && (at === undefined || at.what === what) ? (
          <form
            key={what}
            method="post"
            action={`${here}/${what === 'plan' ? 'plan' : 'bezwaar'}`}
            className="ld-desk-form"
            noValidate
          >
            <input type="hidden" name="oordeel" value={verdict.id} />
            <Area
              name={`${what}-${verdict.id}`}
              label={what === 'plan' ? v.planLabel : v.objectLabel}
              hint={what === 'plan' ? v.planHint : v.objectHint}
              rows={what === 'plan' ? 6 : 4}
              maxLength={what === 'plan' ? LONGEST_PLAN : LONGEST_OBJECTION}
              value={at?.words ?? ''}
              problems={problems}
            />
            <CodeField view={view} problems={problems} name={`code-${what}-${verdict.id}`} />
            <Buttons>
              <Button kind={what === 'plan' || !can.plan ? 'primary' : 'secondary'}>
                {what === 'plan' ? v.planButton : v.objectButton}
              </Button>
            </Buttons>
          </form>
        ) : null,
      )}
    </Section>
  )
}

function factsOf({ view, verdict, today }: VerdictsProps & { verdict: LinkVerdict }) {
  const v = verdictSays(view.lang)
  const miss = missOf(verdict, today)
  const is = (name: string, value: string | null) => (value === null || value === '' ? [] : [{ name, value }])
  const on = (at: string | null) => at && day(view.lang, at)
  return [
    ...is(v.by, `${signedBy(verdict)}, ${day(view.lang, verdict.at)}`),
    ...is(v.proof, verdict.proof),
    ...is(v.seen, on(verdict.seenOn)),
    ...is(v.met, on(verdict.metOn)),
    ...is(v.calculated, v.figures(verdict.calculated, verdict.due)),
    ...is(v.why, verdict.reason),
    ...(miss === undefined
      ? []
      : [
          ...is(v.plan, `${v.plans[miss.plan]}${verdict.planDue === null ? '' : `, ${v.until(verdict.planDue)}`}`),
          ...(verdict.objectUntil === null
            ? []
            : is(v.objection, `${v.objections[miss.objection]}, ${v.until(verdict.objectUntil)}`)),
          ...is(v.public, v.publicWords[verdict.level === 'together' ? 'together' : miss.heard ? 'heard' : 'first']),
        ]),
  ]
}
