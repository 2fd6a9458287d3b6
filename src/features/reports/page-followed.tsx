/** What a reporter reads by the secret link: how far it is, all that was said, and a place to say more. */
import { LONGEST_REPORT, recordOf } from '../../vocabulary/report.ts'
import { Area, Button, Buttons, ErrorSummary, none, type Problems } from '../../web/desk/form.tsx'
import { moment } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Facts, Heading, Link, Notice, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import type { Followed } from './door-store.ts'
import { says } from './messages.ts'
import { Code } from './page-code.tsx'
import { markOf } from './rules.ts'

/** The public pages that keep their earlier versions. */
const VERSIONED = /^\/registers\/[^/]+\/[^/]+$/

type Props = {
  readonly view: View
  readonly report: Followed
  /** The whole address of this page. */
  readonly link: string
  /** The code that opens the same; undefined: it has a link alone. */
  readonly code: string | undefined
  /** YYYY-MM-DD. */
  readonly today: string
  readonly problems?: Problems
  /** What was typed and not kept. */
  readonly words?: string
}

export function FollowedPage({ view, report, link, code, today, problems = none, words = '' }: Props) {
  const t = says(view.lang)
  const open = report.state === 'open' || report.state === 'asked'
  const title = t.thanks[report.kind]
  return (
    <Page view={view} title={title}>
      <div className="ld-opening">
        <p className="ld-kicker">{t.number(markOf(report.id))}</p>
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <Text lead>
          {t.state[report.state]}
          {report.state === 'open' ? `. ${today <= report.due ? t.due(report.due) : t.late(report.due)}` : '.'}
        </Text>
      </div>
      {open ? (
        <Notice title={code === undefined ? t.keep : t.keepCode}>
          {code === undefined ? null : <Code {...{ view, code, link }} mark={markOf(report.id)} />}
          <p className="ld-address">
            <a className="nl-link" href={link}>
              {link}
            </a>
          </p>
          <Text>
            {code === undefined ? t.keepText : ''}
            {report.mails ? ` ${report.receipt ? t.mailed : t.notMailed}` : ''}
          </Text>
        </Notice>
      ) : null}
      <Facts
        items={[
          {
            name: t.page,
            value: (
              <>
                <Link to={href(view, recordOf(report.path))}>{report.title}</Link>
                {report.state === 'corrected' && VERSIONED.test(report.path) ? (
                  <span className="ld-block ld-small">{t.versions}</span>
                ) : null}
              </>
            ),
          },
          ...(report.part === '' ? [] : [{ name: t.partName, value: report.part }]),
        ]}
      />
      <Section id="gezegd" title={t.course}>
        <ol className="ld-talk">
          <Said view={view} mine at={report.at} text={report.text} />
          {report.words.map(({ step, outcome, text, at }) => (
            <Said
              key={at}
              {...{ view, at, text }}
              mine={step === 'added'}
              {...(outcome === null ? {} : { outcome: t.state[outcome] })}
            />
          ))}
        </ol>
        {report.told ? <Text>{t.public}</Text> : null}
      </Section>
      <More view={view} report={report} problems={problems} words={words} />
      {report.known ? (
        <Section id="wissen" title={t.forget}>
          <Text>{t.forgetText}</Text>
          <form method="post" action={`${view.lang === 'en' ? '/en' : ''}${view.path}/wissen`}>
            <Buttons>
              <Button kind="secondary">{t.forget}</Button>
            </Buttons>
          </form>
        </Section>
      ) : null}
    </Page>
  )
}

type SaidProps = { view: View; mine?: boolean; at: string; text: string; outcome?: string }
function Said({ view, mine = false, at, text, outcome }: SaidProps) {
  const t = says(view.lang)
  return (
    <li className={mine ? 'ld-talk__line ld-talk__line--mine' : 'ld-talk__line'}>
      <p className="ld-quiet">
        {mine ? t.by.you : t.by.city}, <time dateTime={at}>{moment(view.lang, at)}</time>
        {outcome === undefined ? '' : ` · ${outcome}`}
      </p>
      <p className="ld-said">{text}</p>
    </li>
  )
}

function More({
  view,
  report,
  problems,
  words,
}: Pick<Props, 'view' | 'report'> & { problems: Problems; words: string }) {
  const t = says(view.lang)
  const since = report.words.findLastIndex(({ step }) => step !== 'added')
  const enough = report.words.slice(since + 1).length >= 3
  if (enough && Object.keys(problems).length === 0)
    return (
      <Section id="toevoegen" title={t.add}>
        <Text>{t.enough}</Text>
      </Section>
    )
  const closed = report.state !== 'open' && report.state !== 'asked'
  return (
    <Section id="toevoegen" title={t.add}>
      {closed ? <Text>{t.addClosed}</Text> : null}
      <form method="post" action={`${view.lang === 'en' ? '/en' : ''}${view.path}`} className="ld-desk-form" noValidate>
        <Area
          name="wat"
          label={report.state === 'asked' ? t.addAsked : t.addLabel}
          value={words}
          maxLength={LONGEST_REPORT}
          problems={problems}
        />
        <Buttons>
          <Button>{t.addButton}</Button>
        </Buttons>
      </form>
    </Section>
  )
}

/** A link that opens nothing; with `wait`, in seconds: one that was not looked at. */
export function DeadReportPage({ view, wait }: { view: View; wait?: number }) {
  const t = says(view.lang)
  const title = wait === undefined ? t.deadTitle : t.waitTitle
  return (
    <Page view={view} title={title}>
      <Heading level={1}>{title}</Heading>
      <Text lead>{wait === undefined ? t.dead : t.waitLink(wait)}</Text>
      <Text>
        <Link to={href(view, '/fout-melden/volgen')}>{t.follow}</Link>
      </Text>
    </Page>
  )
}
