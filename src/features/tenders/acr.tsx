/** A report on accessibility in a bid, as those who weigh read it: whole, chapter by chapter, in the bidder's words. */
import type { AcrContact, AcrReport } from '../../model/tender.ts'
import { Details, Facts, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { ACR_LEVELS, answeredIn, chaptersIn, countedIn, isOlder } from './rules/openacr.ts'
import { ACR_CHAPTERS } from './rules/openacr-chapters.ts'

const levelIn = (level: string): string =>
  Object.hasOwn(ACR_LEVELS, level) ? ACR_LEVELS[level as keyof typeof ACR_LEVELS] : level
const whoIs = ({ name = '', company_name = '' }: AcrContact): string =>
  [name, company_name].filter((each) => each !== '').join(', ')

export function Accessibility({ report }: { report: AcrReport }) {
  const { more } = report
  const about = more?.about ?? {}
  const facts = [
    { name: 'Gemaakt door', value: more?.author ? whoIs(more.author) : '' },
    { name: 'Hoe het is onderzocht', value: about.evaluation_methods_used ?? '' },
    { name: 'Toelichting', value: about.notes ?? '' },
    { name: 'Voorbehoud van de maker', value: about.legal_disclaimer ?? '' },
  ].filter(({ value }) => value !== '')
  return (
    <Section id="rapport" title="Rapport over toegankelijkheid" wide>
      <Text>
        {report.product}, {report.date || 'zonder datum'}, catalogus {report.catalogue || 'onbekend'}.
        {isOlder(report) ? ' Deze catalogus is ouder dan EN 301 549 met WCAG 2.2.' : ''}
      </Text>
      {facts.length === 0 ? null : <Facts items={facts} />}
      <Table
        id="rapport-tabel"
        caption="Wat het rapport zegt"
        hideCaption
        stacked
        columns={[{ head: 'Oordeel' }, { head: 'Aantal', numeric: true }]}
        rows={[...countedIn(report)].map(([level, count]) => ({ key: level, cells: [levelIn(level), String(count)] }))}
      />
      {chaptersIn(report).map(({ id, notes, disabled, lines }) => {
        const told = answeredIn({ ...report, lines })
        const title = ACR_CHAPTERS[id] ?? id
        return (
          <Details key={id} summary={disabled ? `${title}: niet ingevuld` : `${title}: ${told.length} oordelen`}>
            {notes === '' ? null : <p className="nl-paragraph ld-preline">{notes}</p>}
            {told.length === 0 ? null : (
              <Table
                id={`rapport-${id}`}
                caption={title}
                hideCaption
                stacked
                columns={[{ head: 'Criterium' }, { head: 'Onderdeel' }, { head: 'Oordeel' }, { head: 'Toelichting' }]}
                rows={told.map((line, index) => ({
                  key: String(index),
                  cells: [
                    line.criterion,
                    line.component || '–',
                    levelIn(line.level),
                    <span key="t" className="ld-preline">
                      {line.notes || '–'}
                    </span>,
                  ],
                }))}
              />
            )}
          </Details>
        )
      })}
      {more === undefined || more.left.length === 0 ? null : (
        <>
          <Text>Dit stond ook in het rapport. Het formaat OpenACR kent het niet, dus het is niet overgenomen:</Text>
          <List items={more.left.map((place) => ({ key: place, body: place }))} />
        </>
      )}
    </Section>
  )
}
