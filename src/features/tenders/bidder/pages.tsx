/** The pages of a bidder: how it works, all parts with the file to take along, and what does not open. */
import type { ReactNode } from 'react'
import type { Asked } from '../../../model/tender.ts'
import { Button, Buttons, ErrorSummary, Field, FileField, none, type Problems } from '../../../web/desk/form.tsx'
import { Page } from '../../../web/layout.tsx'
import { Details, Heading, Link, List, Section, Text } from '../../../web/parts.tsx'
import { href, type View } from '../../../web/view.ts'
import type { PublishedAnnex } from '../door-store.ts'
import type { Draft } from '../rules/bid-draft.ts'
import { LONGEST } from '../rules/bid-file.ts'
import { answeredIn, isOlder } from '../rules/openacr.ts'
import { says } from './messages.ts'

/** Marks Dutch words on an English page. */
export const dutchOn = ({ lang }: Pick<View, 'lang'>) => (lang === 'en' ? ('nl' as const) : undefined)
const crumbsTo = (view: View, { annex }: PublishedAnnex) => [
  { name: annex.number, to: href(view, `/aanbestedingen/${annex.no}`) },
]

/** Before one begins: what happens with what one types. */
export function StartPage({ view, published, problem }: { view: View; published: PublishedAnnex; problem?: string }) {
  const t = says(view.lang)
  const { annex, closesAt } = published
  return (
    <Page view={view} title={t.start} crumbs={crumbsTo(view, published)}>
      <div className="ld-opening">
        <Heading level={1}>{t.start}</Heading>
        {problem === undefined ? null : <ErrorSummary problems={{ '': problem }} title={t.problems} />}
        <Text lead>{t.startLead(annex.title)}</Text>
      </div>
      <List items={t.how.map((body) => ({ key: body, body }))} />
      <Text>{t.until(closesAt)}</Text>
      <form method="post" action={href(view, `/aanbestedingen/${annex.no}/antwoorden`)} className="ld-desk-form">
        <Buttons>
          <Button>{t.begin}</Button>
        </Buttons>
      </form>
    </Page>
  )
}

/** What cannot be done (any more), and why. */
export function SaidPage({ view, title, children }: { view: View; title: string; children: ReactNode }) {
  return (
    <Page view={view} title={title}>
      <Heading level={1}>{title}</Heading>
      {children}
    </Page>
  )
}

type Home = {
  readonly view: View
  readonly published: PublishedAnnex
  readonly draft: Draft
  readonly link: string
  readonly here: string
  /** SHA-256 of the file to take along. */
  readonly fileHash: string
  readonly missing: number
  readonly open: boolean
  readonly told?: string | undefined
  readonly problems?: Problems
}

/** All parts, what is still to do, and the file. */
export function HomePage({ view, published, draft, link, here, fileHash, missing, open, told, problems = none }: Home) {
  const t = says(view.lang)
  const { annex, closesAt, stopped } = published
  const doneIn = (these: readonly Asked[]) =>
    these.filter(({ id }) => draft.answers.some(({ requirement }) => requirement === id)).length
  return (
    <Page view={view} title={t.title} crumbs={crumbsTo(view, published)}>
      <div className="ld-opening">
        <p className="ld-kicker" lang={dutchOn(view)}>
          {annex.title}
        </p>
        <Heading level={1}>{t.title}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        {told === undefined ? null : (
          <div className="utrecht-alert utrecht-alert--info ld-told" role="status">
            <p>{told}</p>
          </div>
        )}
        <Text lead>{t.progress(annex.requirements.length - missing, annex.requirements.length)}</Text>
        <Text>{stopped ? t.stopped : open ? t.until(closesAt) : t.closed(closesAt)}</Text>
      </div>
      <p className="ld-hand-over">
        <label className="utrecht-form-label" htmlFor="link">
          {t.yourLink}
        </label>
        <input className="utrecht-textbox" id="link" type="text" readOnly value={link} aria-describedby="hint-link" />
      </p>
      <p className="ld-hint" id="hint-link">
        {t.yourLinkText}
      </p>
      <Section id="onderdelen" title={t.parts}>
        <ul className="ld-list">
          {annex.parts.map(({ id, title }) => {
            const these = annex.requirements.filter(({ part }) => part === id)
            return (
              <li key={id}>
                <span lang={dutchOn(view)}>
                  <Link to={`${here}/${id}`}>{title}</Link>
                </span>
                : {t.partDone(doneIn(these), these.length)}
              </li>
            )
          })}
        </ul>
      </Section>
      <Section id="bestand" title={t.download}>
        <Text>{draft.bidder === '' ? t.problem.bidder : <Link to={`${here}/antwoorden.json`}>{t.download}</Link>}</Text>
        <Text>{t.downloadText}</Text>
        {missing > 0 ? <Text>{t.missing(missing)}</Text> : null}
        {draft.bidder === '' ? null : (
          <>
            <p className="nl-paragraph">
              {t.hash}: <code className="nl-code ld-address">{fileHash}</code>
            </p>
            <Text>{t.hashText}</Text>
          </>
        )}
        {annex.place === '' ? null : (
          <Text>
            {t.handIn}: <Link to={annex.place}>{annex.reference || annex.place}</Link>
          </Text>
        )}
      </Section>
      {open ? (
        <Section id="aanbod" title={t.who}>
          <form method="post" action={here} className="ld-desk-form" noValidate>
            <Field
              name="bedrijf"
              label={t.bidder}
              value={draft.bidder}
              maxLength={LONGEST.name}
              autoComplete="organization"
              problems={problems}
            />
            <Field
              name="product"
              label={t.product}
              value={draft.product}
              maxLength={LONGEST.name}
              problems={problems}
            />
            <Buttons>
              <Button kind="secondary">{t.save}</Button>
            </Buttons>
          </form>
        </Section>
      ) : null}
      <Report {...{ view, draft, here, open, problems }} />
      {open ? (
        <Section id="eerder" title={t.read}>
          <Text>{t.readText}</Text>
          <form
            method="post"
            action={`${here}/lezen`}
            encType="multipart/form-data"
            className="ld-desk-form"
            noValidate
          >
            <FileField name="bestand" label={t.file} accept=".json" problems={problems} />
            <Buttons>
              <Button kind="secondary">{t.readButton}</Button>
            </Buttons>
          </form>
        </Section>
      ) : null}
      <Text>{t.kept}</Text>
      <Details summary={t.dropDetails}>
        <Text>{t.dropText}</Text>
        <form method="post" action={`${here}/wissen`} className="ld-desk-form">
          <Buttons>
            <Button kind="subtle">{t.drop}</Button>
          </Buttons>
        </form>
      </Details>
    </Page>
  )
}

function Report({
  view,
  draft,
  here,
  open,
  problems,
}: Pick<Home, 'view' | 'draft' | 'here' | 'open'> & { problems: Problems }) {
  const t = says(view.lang)
  const { report } = draft
  const left = report?.more?.left ?? []
  return (
    <Section id="rapport" title={t.acr}>
      {report === undefined ? (
        <Text>{t.acrText}</Text>
      ) : (
        <>
          <Text>
            {t.acrRead(report.product, answeredIn(report).length, report.catalogue)} {t.acrDate(report.date)}
          </Text>
          {isOlder(report) ? <Text>{t.acrOld}</Text> : null}
          {left.length === 0 ? null : (
            <>
              <Text>{t.acrLeft}</Text>
              <List items={left.map((place) => ({ key: place, body: <code className="nl-code">{place}</code> }))} />
            </>
          )}
          <Text>
            <Link to={`${here}/toegankelijkheid.yaml`}>{t.acrDownload}</Link>
          </Text>
        </>
      )}
      {open ? (
        <form
          method="post"
          action={`${here}/rapport`}
          encType="multipart/form-data"
          className="ld-desk-form"
          noValidate
        >
          <FileField name="rapport" label={t.acrFile} accept=".yaml,.yml" problems={problems} />
          <Buttons>
            <Button kind="secondary">{t.acrButton}</Button>
          </Buttons>
        </form>
      ) : null}
    </Section>
  )
}
