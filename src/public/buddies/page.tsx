/** Help in need for everybody: what it is, how to take part, and how often it was asked. */
import { SKILL_IDS, SKILLS, SKILLS_ENGLISH } from '../../vocabulary/buddy.ts'
import { number } from '../../web/language.ts'
import { Counter } from '../../web/counter.tsx'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import type { Figures } from './store.ts'

export const PLACE = '/samen/hulp-in-nood'

const Sentences = ({ of }: { of: readonly string[] }) => <List items={of.map((each) => ({ key: each, body: each }))} />

function FiguresPart({ view, figures: { month, offered, halves } }: { view: View; figures: Figures }) {
  const { lang } = view
  const t = says(lang)
  if (month === undefined) return <Text>{t.noFigures}</Text>
  const skills = lang === 'en' ? SKILLS_ENGLISH : SKILLS
  const told = SKILL_IDS.filter((each) => typeof offered(`skill/${each}`) === 'number')
  const words = (value: number | null | undefined, say = (count: number) => number(lang, count)) =>
    value === undefined ? t.none : value === null ? t.few : say(value)
  return (
    <>
      <Text>{t.offers(month, offered('offers'))}</Text>
      {told.length === 0 ? null : (
        <Table
          id="maatjes"
          caption={t.offeredCaption}
          columns={[{ head: t.skill }, { head: t.count, numeric: true }]}
          rows={told.map((each) => ({ key: each, cells: [skills[each], words(offered(`skill/${each}`))] }))}
        />
      )}
      <Table
        id="gevraagd"
        caption={t.askedCaption}
        stacked
        columns={[{ head: t.period }, { head: t.asked }, { head: t.helped }, { head: t.soon }]}
        rows={halves.map(({ period, of }) => ({
          key: period,
          cells: [t.half(period), words(of('asked')), words(of('helped')), words(of('minutes'), t.minutes)],
        }))}
      />
      <Text>{t.hidden}</Text>
    </>
  )
}

export function BuddiesPage({ view, figures }: { view: View; figures: Figures }) {
  const t = says(view.lang)
  return (
    <Page
      view={view}
      title={t.title}
      crumbs={[
        { name: t.together, to: href(view, '/samen') },
        { name: t.title, to: href(view, PLACE) },
      ]}
    >
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
        <Text>{t.danger}</Text>
        <Counter view={view} />
      </div>
      <Section id="maatje" title={t.what}>
        <Sentences of={t.whatText} />
        <Text>{t.can}</Text>
        <Sentences of={SKILL_IDS.map((each) => (view.lang === 'en' ? SKILLS_ENGLISH : SKILLS)[each])} />
      </Section>
      <Section id="meedoen" title={t.join}>
        <Sentences of={t.joinText} />
        <Text>
          <Link to="/balie/hulp-in-nood">{t.desk}</Link>
        </Text>
      </Section>
      <Section id="afspraken" title={t.agreed}>
        <Sentences of={t.agreedText} />
        <Text>{t.agreedFor}</Text>
      </Section>
      <Section id="geheim" title={t.privacy}>
        <Sentences of={t.privacyText} />
      </Section>
      <Section id="cijfers" title={t.figures}>
        <FiguresPart {...{ view, figures }} />
      </Section>
    </Page>
  )
}
