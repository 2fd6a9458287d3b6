/** What of a register is still to come, by day, and the way to have it in a calendar of one's own. */
import { day } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import type { PublicDay } from '../listed.ts'
import { says } from './messages.ts'
import { crumb, type Noun } from './noun-parts.ts'

/** `days`: at most `most`, and one more when there is more. */
export function AgendaPage(shown: { view: View; noun: Noun; days: readonly PublicDay[]; most: number }) {
  const { view, noun, days, most } = shown
  const [t, name] = [says(view.lang), noun.title[view.lang]]
  const at = `${noun.path}/agenda`
  return (
    <Page
      view={view}
      title={t.agendaTitle(name)}
      crumbs={[crumb(view), { name, to: href(view, noun.path) }, { name: t.agenda, to: href(view, at) }]}
    >
      <div className="ld-opening">
        <Heading level={1}>{t.agendaTitle(name)}</Heading>
        <Text lead>{t.agendaLead}</Text>
      </div>
      {days.length === 0 ? (
        <Text>{t.agendaNone}</Text>
      ) : (
        <Table
          id="agenda"
          caption={t.agendaTitle(name)}
          hideCaption
          stacked
          columns={[{ head: t.agendaDay }, { head: t.agendaOf }, { head: t.agendaWhat }]}
          rows={days.slice(0, most).map((each) => ({
            key: each.id,
            cells: [
              <time key="d" dateTime={each.on} className="ld-oneline">
                {day(view.lang, each.on)}
              </time>,
              <Link key="w" to={href(view, each.path)}>
                {each.title}
              </Link>,
              each.what[view.lang],
            ],
          }))}
        />
      )}
      {days.length > most ? <Text>{t.agendaMost(most)}</Text> : null}
      <Text>
        <Link to={href(view, `${at}.ics`)}>{t.agendaFile}</Link>. {t.agendaFileText}
      </Text>
    </Page>
  )
}
