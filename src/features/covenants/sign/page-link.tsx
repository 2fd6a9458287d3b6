/** What a contact reads by the link: the text, a place to comment or to sign, and how it stands. */
import { grouped } from '../../../lib/fingerprint.ts'
import type { Article } from '../../../model/covenant.ts'
import { DocumentBody, DocumentPart } from '../../../web/document.tsx'
import { Area, Button, Buttons, ErrorSummary, none, type Problems } from '../../../web/desk/form.tsx'
import { Page } from '../../../web/layout.tsx'
import { Heading, Link, Notice, Section, Text } from '../../../web/parts.tsx'
import { href, type View } from '../../../web/view.ts'
import { contentOf, covenantPaper, type CovenantContent } from '../document.ts'
import { headings } from '../rules.ts'
import type { Opened } from './door-store.ts'
import { says } from './messages.ts'
import { KeptParts } from './part-kept.tsx'
import { AskCode, SignForm, Told, type SignTyped } from './part-sign.tsx'
import { verdictSays } from './verdict-messages.ts'
import { waits } from './link-verdict.ts'

export const LONGEST_COMMENT = 4_000

export type LinkProps = {
  readonly view: View
  readonly link: Opened
  /** Where this page is, with its secret and language. */
  readonly here: string
  /** YYYY-MM-DD. */
  readonly today: string
  /** Whether a code can be mailed. */
  readonly mails: boolean
  /** Of a fixed version: what stands in its JSON file; undefined while it is only shown. */
  readonly content: CovenantContent | undefined
  readonly problems?: Problems
  readonly typed?: SignTyped
  /** What was typed about an article and not kept. */
  readonly words?: { readonly article: string; readonly text: string }
  /** What was just done, as its address says. */
  readonly done?: string | undefined
}

export function LinkPage(props: LinkProps) {
  const { view, link, here, problems = none, done } = props
  const t = says(view.lang)
  const { version, signatures } = link
  const signed = signatures.find((one) => one.version === version?.no && !one.withdrawn && version.state === 'final')
  const [last] = signatures
  return (
    <Page view={view} title={link.title}>
      <div className="ld-opening">
        <p className="ld-kicker">{version === null ? '' : t.kicker(link.no, version.no)}</p>
        <Heading level={1}>{link.title}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        {done === 'signed' && signed ? <Told text={t.signedDone} /> : null}
        <Text lead>
          {t.for(link.contact.name, link.organisation)}{' '}
          {signed ? t.signedOn(signed.version, signed.at) : t.standing[link.standing]}
        </Text>
        {link.standing === 'paused' || link.standing === 'suspended' ? (
          <Notice title={t.standing[link.standing]}>
            <Text>
              {link.since === null ? '' : t.standsSince(link.since.on, link.since.until)} {t.whatThen[link.standing]}
            </Text>
          </Notice>
        ) : null}
        {!signed && last !== undefined && version?.state === 'final' ? <Text>{t.lapsed(last.version)}</Text> : null}
        <Text>
          {t.ends(link.ends)} {t.own} {link.asker === null ? '' : t.from(link.asker.name, link.asker.function)}
        </Text>
        <Verdicts {...props} />
        <Text>
          <Link to={`${here}/anders`}>{t.otherLink}</Link>
        </Text>
      </div>
      {version === null ? <Text>{t.noVersion}</Text> : null}
      {version?.state === 'shown' ? <Shown {...props} /> : null}
      {version?.state === 'final' ? <Final {...props} signed={signed !== undefined} /> : null}
      <KeptParts {...{ view, here }} kept={link.kept} {...(link.fixed ? { version: link.fixed.version } : {})} />
    </Page>
  )
}

/** The way to what was said of this party; the one thing to do where something waits. */
function Verdicts({ view, link, here, today }: LinkProps) {
  const v = verdictSays(view.lang)
  if (link.verdicts.length === 0) return null
  const to = `${here}/oordelen`
  if (!link.verdicts.some((each) => waits(each, today)))
    return (
      <Text>
        <Link to={to}>{v.read}</Link>
      </Text>
    )
  return (
    <>
      <Text>
        <strong>{v.waiting}</strong>
      </Text>
      <Buttons>
        <a className="nl-button nl-button--primary" href={to}>
          {v.open}
        </a>
      </Buttons>
    </>
  )
}

/** The fixed text, its three files, and under it the place to sign. */
function Final(props: LinkProps & { signed: boolean }) {
  const { view, link, here, content, signed, today } = props
  const t = says(view.lang)
  const fixed = link.fixed!
  return (
    <>
      <Section id="wat" title={t.what}>
        <Text>{t.bytes}</Text>
        <ul className="ld-list">
          {(['pdf', 'odt', 'json'] as const).map((form) => (
            <li key={form}>
              <Link to={`${here}/convenant.${form}`}>{t.files[form]}</Link>
              <span className="ld-block ld-small ld-address">
                {t.print}: {grouped(fixed[form])}
              </span>
            </li>
          ))}
        </ul>
        <Text>
          {t.signBy(fixed.signBy, fixed.signBy < today)}{' '}
          <Link to={href(view, '/document-controleren')}>{t.checkTitle}</Link>
        </Text>
        {fixed.why === '' ? null : (
          <Notice title={t.why}>
            <p className="ld-said" lang="nl">
              {fixed.why}
            </p>
          </Notice>
        )}
      </Section>
      {content === undefined ? null : (
        <Section id="tekst" title={t.text}>
          <DocumentBody document={covenantPaper(content)} lang="nl" />
        </Section>
      )}
      {signed ? null : <SignPart {...props} />}
    </>
  )
}

function SignPart({ view, link, here, mails, problems = none, typed, done }: LinkProps) {
  const t = says(view.lang)
  const observer = link.kind === 'observer'
  return (
    <Section id="tekenen" title={observer ? t.confirmTitle : t.askTitle}>
      {observer ? <Text>{t.observer}</Text> : null}
      {link.standing === 'suspended' ? (
        <Text>{t.standing.suspended}</Text>
      ) : (
        <>
          <AskCode {...{ view, link, here, mails, problems }} back="" sent={done === 'code'} />
          {link.code === null && typed === undefined ? null : (
            <SignForm view={view} link={link} here={here} problems={problems} {...(typed ? { typed } : {})} />
          )}
        </>
      )}
    </Section>
  )
}

/** The text that is up for comments, each article with what this party said of it. */
function Shown({ view, link, here, today, problems = none, words, done }: LinkProps) {
  const t = says(view.lang)
  const version = link.version!
  const open = version.until !== null && version.until >= today
  const { articles, exercises, pledges } = version.text
  const about = { municipality: '', number: link.no, title: link.title, version: version.no, fixedOn: null }
  const named = headings(articles)
  // The same table as in the file that is signed later: begin, target, proof and who verifies, not the rule alone.
  const tables = new Map(
    covenantPaper(contentOf(about, version.text)).sections.flatMap(({ fields }) =>
      fields.map((field) => [field.id, field] as const),
    ),
  )
  const parts: readonly Article[] = [
    ...articles.map((one) => ({ ...one, title: named.get(one.id) ?? one.title })),
    ...pledges.map(({ id, title }) => ({ id, title, paragraphs: [] })),
    ...exercises,
  ]
  return (
    <>
      <Text>
        {t.shown} {open ? t.commentsUntil(version.until) : t.commentsOver}
      </Text>
      {version.why === '' ? null : (
        <Notice title={t.shownWhy}>
          <p className="ld-said" lang="nl">
            {version.why}
          </p>
        </Notice>
      )}
      {parts.map(({ id, title, paragraphs }) => {
        const mine = link.comments.filter((one) => one.article === id)
        const again = words?.article === id ? words : undefined
        return (
          <section className="ld-section" key={id} aria-labelledby={`deel-${id}`}>
            <Heading level={2} id={`deel-${id}`}>
              <span lang="nl">{title}</span>
            </Heading>
            {paragraphs.map((text, index) => (
              <Text key={`${index}`} lang="nl">
                {text}
              </Text>
            ))}
            {tables.get(`afspraak-${id}`)?.blocks.map((block, index) => (
              <DocumentPart key={`${index}`} block={block} id={`${id}-${index}`} />
            ))}
            {mine.map(({ at, version: of, text, state, answer, doneIn }) => (
              <div className="ld-talk__line ld-talk__line--mine" key={at}>
                <p className="ld-quiet">
                  {t.yours}, {t.inVersion(of)}: {t.comment[state]} {doneIn === null ? '' : t.inVersion(doneIn)}
                </p>
                <p className="ld-said">{text}</p>
                {answer === '' ? null : <p className="ld-said">{answer}</p>}
              </div>
            ))}
            {done === `reactie-${id}` && mine.length > 0 ? <Told text={t.reactDone} /> : null}
            {open ? (
              <details open={again !== undefined}>
                <summary>{t.react(title)}</summary>
                <form method="post" action={`${here}/reactie`} className="ld-desk-form" noValidate>
                  <input type="hidden" name="artikel" value={id} />
                  <input type="hidden" name="versie" value={version.no} />
                  <Area
                    name={`reactie-${id}`}
                    label={t.reactLabel}
                    value={again?.text ?? ''}
                    maxLength={LONGEST_COMMENT}
                    problems={problems}
                  />
                  <Buttons>
                    <Button kind="secondary">{t.reactButton}</Button>
                  </Buttons>
                </form>
              </details>
            ) : null}
          </section>
        )
      })}
    </>
  )
}
