/** One incident: what is asked, who was called and what they said, the log, and how it ended. */
import { spoken } from '../../lib/spoken-number.ts'
import { asSentence } from '../../lib/words.ts'
import { CALL_ANSWERS, LOG_WORDS, SKILLS } from '../../vocabulary/buddy.ts'
import { ErrorSummary, none } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { day, moment } from '../../web/language.ts'
import { Facts, Heading, Link, Notice, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { TlpBanner } from '../../web/warning/label.tsx'
import type { Call, Line, Named } from './incident-store.ts'
import { LABEL } from './letters.ts'
import { AnswerPart, CallPart, EndPart, NotePart } from './part-acts.tsx'
import { ClocksPart } from './part-clocks.tsx'
import { crumbs, type IncidentProps } from './parts.tsx'

const called = ({ name, function: what, organisation }: Named): string =>
  [name, organisation === '' ? what : organisation].filter(Boolean).join(', ')

/** Whether the municipality knows: that it was told, and who took it. */
function Known({ lines, names, told }: Pick<IncidentProps, 'lines' | 'names' | 'told'>) {
  const takers = [
    ...new Set(lines.flatMap(({ kind, by }) => (kind === 'taken' ? (names.get(by)?.name ?? 'iemand') : []))),
  ]
  if (takers.length > 0)
    return <Text>{`Van de gemeente ${takers.length === 1 ? 'pakt' : 'pakken'} ${takers.join(' en ')} dit op.`}</Text>
  return (
    <Text>
      {told
        ? 'De gemeente kreeg bericht; nog niemand pakte het op. Bel ook zelf.'
        : 'Nog niemand van de gemeente kreeg hier bericht van. Bel zelf.'}
    </Text>
  )
}

/** The last thing that a called buddy said. */
const answerOf = (lines: readonly Line[], call: string): Line | undefined =>
  lines.findLast((line) => line.kind === 'answered' && line.call === call)

function CalledPart({ calls, lines, names }: Pick<IncidentProps, 'calls' | 'lines' | 'names'>) {
  if (calls.length === 0) return <Text>Er is nog niemand opgeroepen.</Text>
  return (
    <Table
      id="tabel-oproepen"
      caption="Wie is opgeroepen"
      hideCaption
      stacked
      columns={[{ head: 'Wie' }, { head: 'Opgeroepen' }, { head: 'Antwoord' }]}
      rows={calls.map(({ id, person, at }) => {
        const answer = answerOf(lines, id)
        const who = names.get(person)
        return {
          key: id,
          cells: [
            who === undefined ? 'iemand die hier niet meer werkt' : called(who),
            moment('nl', at),
            answer === undefined
              ? 'nog geen antwoord'
              : [CALL_ANSWERS[answer.answer!], answer.text].filter(Boolean).join('. '),
          ],
        }
      })}
    />
  )
}

/** A line as a sentence. */
function wordsOf({ kind, call, answer, text }: Line, calls: readonly Call[], names: IncidentProps['names']): string {
  const whom = names.get(calls.find(({ id }) => id === call)?.person ?? '')
  const what =
    kind === 'called' && whom
      ? `riep ${called(whom)} op`
      : answer === null
        ? LOG_WORDS[kind]
        : `${LOG_WORDS[kind]}: ${CALL_ANSWERS[answer]}`
  return text === '' ? asSentence(what) : `${asSentence(what)} ${text}`
}

export function IncidentPage(props: IncidentProps) {
  const { view, incident, calls, lines, names, leads, problems = none } = props
  const { number, what, place, since, needs, contact, phone, state, by, organisation, wipeOn } = incident
  const title = `Incident ${spoken(number)}`
  const asker = names.get(by)
  const mine = calls.filter(({ person }) => person === view.who.id)
  return (
    <DeskPage view={view} title={problems === none ? title : `Fout: ${title}`} crumbs={crumbs} wide oneForm>
      <div className="ld-not-printed">
        <div className="ld-opening">
          <Heading level={1}>{title}</Heading>
          <ErrorSummary problems={problems} />
          <TlpBanner label={LABEL} />
          <Text lead>{what}</Text>
          {state === 'open' ? <Known {...props} /> : null}
          <Facts
            items={[
              {
                name: 'Van',
                value: asker?.organisation || (organisation === null ? view.municipality.name : 'een organisatie'),
              },
              { name: 'Waar', value: place },
              { name: 'Sinds', value: moment('nl', since) },
              { name: 'Nodig', value: needs.map((each) => SKILLS[each]).join('; ') },
              {
                name: 'Bellen',
                value: (
                  <>
                    {contact},{' '}
                    <a className="nl-link" href={`tel:${phone.replaceAll(/[^0-9+]/g, '')}`}>
                      {phone}
                    </a>
                  </>
                ),
              },
            ]}
          />
        </div>
        {state === 'open' && mine.length > 0 ? <AnswerPart {...props} mine={mine} /> : null}
        <Section id="oproepen" title="Wie is opgeroepen">
          <CalledPart {...{ calls, lines, names }} />
        </Section>
        {state === 'open' && leads ? <CallPart {...props} /> : null}
        <ClocksPart since={since} city={organisation === null} />
        <Section id="logboek" title="Logboek">
          <Text>Wat hier staat, blijft staan zoals het is geschreven.</Text>
          <Table
            id="tabel-logboek"
            caption="Oudste bovenaan"
            hideCaption
            stacked
            columns={[{ head: 'Wanneer' }, { head: 'Wie' }, { head: 'Wat' }]}
            rows={lines.map((line) => ({
              key: line.id,
              cells: [
                moment('nl', line.at),
                names.get(line.by)?.name ?? 'iemand die hier niet meer werkt',
                wordsOf(line, calls, names),
              ],
            }))}
          />
          {state === 'open' ? <NotePart {...props} /> : null}
        </Section>
        {state === 'open' ? (
          leads && <EndPart {...props} />
        ) : (
          <Section id="einde" title="Hoe het eindigde">
            <Facts
              items={[
                { name: 'Wat er is gedaan', value: incident.done },
                { name: 'Wat wij leren', value: incident.lessons },
              ]}
            />
            <Text>
              Wat u leerde, kunt u oefenen: zie <Link to="/balie/oefeningen">de oefeningen</Link>. Uit een oefening
              komen maatregelen.
            </Text>
            <Notice title="Dit wordt gewist">
              <p>
                Op {day('nl', wipeOn!)} wissen wij dit incident, met alles wat erbij hoort. Alleen een telling blijft.
              </p>
            </Notice>
          </Section>
        )}
      </div>
      <p className="ld-only-printed">TLP:RED komt niet op papier.</p>
    </DeskPage>
  )
}
