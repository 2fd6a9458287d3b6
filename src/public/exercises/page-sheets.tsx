/** What is printed of an exercise: cards for who plays, and the sheet of who leads. */
import type { Scenario } from '../../model/exercise.ts'
import { EmptyRecord, MessageSheet, Questions, RoleCards } from '../../web/exercise/sheets.tsx'
import { says as onSheets } from '../../web/exercise/words.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import { crumbsTo } from './page-one.tsx'
import { PLACE } from './place.ts'

type Props = { readonly view: View; readonly scenario: Scenario }

const Back = ({ view, scenario }: Props) => (
  <p className="nl-paragraph ld-noprint">
    <Link to={href(view, `${PLACE}/${scenario.id}`)}>{says(view.lang).back}</Link>
  </p>
)

export function CardsPage({ view, scenario }: Props) {
  const { lang } = view
  const t = says(lang)
  const title = `${t.cards}: ${scenario.title[lang]}`
  return (
    <Page view={view} title={title} crumbs={crumbsTo(view, scenario)}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>{scenario.lead[lang]}</Text>
        <Text>{onSheets(lang).rest}</Text>
        <Back view={view} scenario={scenario} />
      </div>
      <Section id="rollen" title={t.roles} wide>
        <RoleCards lang={lang} scenario={scenario} />
      </Section>
    </Page>
  )
}

export function LeaderPage({ view, scenario }: Props) {
  const { lang } = view
  const [t, sheet] = [says(lang), onSheets(lang)]
  const title = `${t.leader}: ${scenario.title[lang]}`
  return (
    <Page view={view} title={title} crumbs={crumbsTo(view, scenario)}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>{t.spoiler}</Text>
        <Text>{sheet.rest}</Text>
        <Back view={view} scenario={scenario} />
      </div>
      <Section id="doelen" title={t.aims}>
        <List items={scenario.aims.map((each) => ({ key: each.nl, body: each[lang] }))} />
      </Section>
      <Section id="berichten" title={sheet.messages} wide>
        <MessageSheet lang={lang} scenario={scenario} />
      </Section>
      <Section id="verslag" title={sheet.record} wide>
        <EmptyRecord lang={lang} />
      </Section>
      <Section id="nagesprek" title={sheet.questions}>
        <Questions lang={lang} scenario={scenario} />
      </Section>
    </Page>
  )
}
