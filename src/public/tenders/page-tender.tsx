/** One version of an annex: until when one can bid, where to answer, what is asked, questions and earlier versions. */
import { differencesBetween } from '../../web/annex/differences.ts'
import { annexPaper } from '../../web/annex/paper.ts'
import { DocumentBody } from '../../web/document.tsx'
import { moment } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Notice, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import { isOpen } from './page-list.tsx'
import type { AnnexVersion } from './store.ts'

type Props = {
  readonly view: View
  readonly shown: AnnexVersion
  readonly versions: readonly AnnexVersion[]
  readonly questions: readonly {
    readonly no: number
    readonly question: string
    readonly answer: string
    readonly at: Date
  }[]
  readonly today: string
  /** There are doors to answer by. */
  readonly doors: boolean
}

export function TenderPage({ view, shown, versions, questions, today, doors }: Props) {
  const t = says(view.lang)
  const { annex, no, version, closesAt, stopped, hash } = shown
  const here = `/aanbestedingen/${no}`
  const dutch = view.lang === 'en' ? ('nl' as const) : undefined
  const newest = versions[0]!
  const before = versions.find((each) => each.version === version - 1)
  const open = isOpen(shown, today)
  const at = shown.current ? here : `${here}/versie/${version}`
  const changes = before ? differencesBetween(before.annex, annex) : []
  return (
    <Page
      view={view}
      title={annex.title}
      told="nl"
      crumbs={[
        { name: t.title, to: href(view, '/aanbestedingen') },
        { name: annex.number, to: href(view, here) },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">
          {annex.number}, {t.version(version)}
        </p>
        <Heading level={1}>
          <span lang={dutch}>{annex.title}</span>
        </Heading>
        <Text lead>{stopped ? t.hasStopped : open ? t.closes(closesAt) : t.hasClosed(closesAt)}</Text>
        <p className="nl-paragraph" lang={dutch}>
          {annex.subject}
        </p>
        {t.dutch === '' ? null : <Text>{t.dutch}</Text>}
      </div>
      {shown.current ? null : (
        <Notice title={t.newer(newest.version)}>
          <Link to={href(view, here)}>{t.version(newest.version)}</Link>
        </Notice>
      )}
      {open && shown.current && doors ? (
        <>
          <div className="ld-buttons">
            <a className="nl-button nl-button--primary" href={href(view, `${here}/antwoorden`)}>
              {t.answer}
            </a>
          </div>
          <Text>{t.answerText}</Text>
        </>
      ) : null}
      {annex.place === '' ? null : (
        <Text>
          {t.handIn}: <Link to={annex.place}>{annex.reference || annex.place}</Link>
        </Text>
      )}
      <Text>
        {t.files}: <Link to={`${at}.odt`}>ODT</Link>, <Link to={`${at}.pdf`}>PDF</Link>,{' '}
        <Link to={`${at}.csv`}>CSV</Link>, <Link to={`${at}.json`}>JSON</Link>. {t.count(annex.requirements.length)}.
      </Text>
      <p className="ld-small">
        {t.hash}: <code className="nl-code ld-address">{hash}</code>
      </p>
      {before && changes.length > 0 ? (
        <Section id="verschillen" title={t.differences(before.version)} wide>
          <p className="nl-paragraph" lang={dutch}>
            {shown.reason}
          </p>
          <div lang={dutch}>
            <Table
              id="verschillen-tabel"
              caption={t.differences(before.version)}
              hideCaption
              stacked
              columns={[{ head: t.column3.what }, { head: t.column3.from }, { head: t.column3.to }]}
              rows={changes.map(({ what, from, to }, index) => ({ key: `${index}`, cells: [what, from, to] }))}
            />
          </div>
        </Section>
      ) : null}
      <DocumentBody document={annexPaper(annex)} lang={dutch} />
      <Section id="vragen" title={t.questions}>
        <Text>{t.questionsText}</Text>
        {questions.length === 0 ? <Text>{t.noQuestions}</Text> : null}
        {questions.map((each) => (
          <div key={each.no} className="ld-block">
            <Heading level={3}>{t.question(each.no)}</Heading>
            <p className="nl-paragraph ld-preline" lang={dutch}>
              {each.question}
            </p>
            <p className="nl-paragraph ld-preline">
              <strong>{t.answered}:</strong> <span lang={dutch}>{each.answer}</span>
            </p>
            <p className="ld-small">{moment(view.lang, each.at)}</p>
          </div>
        ))}
      </Section>
      <Section id="versies" title={t.versions}>
        <List
          items={versions.map((each) => ({
            key: String(each.version),
            body: (
              <>
                <Link to={href(view, `${here}/versie/${each.version}`)}>{t.version(each.version)}</Link>.{' '}
                {t.issued(each.issuedAt)} {each.reason === '' ? t.first : <span lang={dutch}>{each.reason}</span>}
              </>
            ),
          }))}
        />
      </Section>
    </Page>
  )
}
