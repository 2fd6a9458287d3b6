/** Warnings at the desk: those that run, those that wait for a person, and those that are over. */
import { AS_SOON, WARNING_ENDS, URGENCIES } from '../../vocabulary/warning.ts'
import { TLP, tlpMeans } from '../../vocabulary/tlp.ts'
import { Field } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { SearchForm } from '../../web/desk/search-form.tsx'
import { counted, day } from '../../web/language.ts'
import { Details, Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { TlpMark } from '../../web/warning/label.tsx'
import { isPast } from './rules.ts'
import { SIZE, type Listed } from './store.ts'

export const PLACE = '/balie/waarschuwingen'
export type Which = 'running' | 'waiting' | 'past'

const TITLES: Readonly<Record<Which, string>> = {
  running: 'Waarschuwingen die lopen',
  waiting: 'Waarschuwingen die nog niet zijn verstuurd',
  past: 'Waarschuwingen die voorbij zijn',
}
const NONE: Readonly<Record<Which, string>> = {
  running: 'Er loopt nu geen waarschuwing die u mag zien.',
  waiting: 'Er wacht geen waarschuwing.',
  past: 'Er is nog geen waarschuwing voorbij.',
}
/** What stands in an address for each. */
export const SHOWN: Readonly<Record<Which, string>> = { running: '', waiting: 'wacht', past: 'voorbij' }

type Props = {
  readonly view: DeskView
  readonly warnings: readonly Listed[]
  readonly q: string
  readonly which: Which
  readonly page: number
  readonly today: string
  readonly mayWrite: boolean
}

const runs = (count: number) => counted('nl', count, 'waarschuwing die loopt', 'waarschuwingen die lopen')
const titleOf = ({ title }: Listed): string => title ?? 'Een waarschuwing (open haar om te lezen)'
const standsAs = (one: Listed, today: string): string => {
  if (one.state === 'open') return one.label === null ? 'wacht op een label' : 'nog niet verstuurd'
  if (one.ended !== null) return `voorbij: ${WARNING_ENDS[one.ended]}`
  return isPast(one, today) ? `voorbij op ${day('nl', one.endsOn!)}` : `tot en met ${day('nl', one.endsOn!)}`
}

export function WarningsPage({ view, warnings, q, which, page, today, mayWrite }: Props) {
  const to = (at: number, kind = which) => {
    const query = new URLSearchParams({
      ...(q === '' ? {} : { q }),
      ...(kind === 'running' ? {} : { toon: SHOWN[kind] }),
      ...(at > 1 ? { pagina: `${at}` } : {}),
    })
    return query.size === 0 ? PLACE : `${PLACE}?${query.toString()}`
  }
  const kinds = (Object.keys(TITLES) as Which[]).filter((kind) => kind !== 'waiting' || mayWrite)
  return (
    <DeskPage view={view} title="Waarschuwingen" wide>
      <div className="ld-opening">
        <Heading level={1}>Waarschuwingen</Heading>
        <Text lead>
          {which === 'running' && q === '' && page === 1
            ? warnings.length === 0
              ? NONE.running
              : `U ziet ${runs(Math.min(warnings.length, SIZE))}.`
            : 'Het label van een waarschuwing zegt wie haar mag lezen.'}
        </Text>
        <Text>U ziet alleen wat het label en uw taak toelaten. Zoeken vindt niet wat TLP:RED is.</Text>
        <Details summary="Wat de labels betekenen">
          <Facts items={TLP.map((each) => ({ name: `TLP:${each}`, value: tlpMeans(each) }))} />
        </Details>
        <Details summary="Voor een programma van u">
          <Text>
            Wat u hier ziet, ook als <Link to="/balie/waarschuwingen/nieuws.xml">feed</Link> en als{' '}
            <Link to="/balie/waarschuwingen/overzicht.json">gegevens (JSON)</Link>, zolang u bent ingelogd. Nooit
            TLP:RED.
          </Text>
        </Details>
      </div>
      {mayWrite ? (
        <>
          <p>
            <a className="nl-button nl-button--primary" href={`${PLACE}/nieuw`}>
              Waarschuwing schrijven
            </a>
          </p>
          <List
            items={[
              { key: 'in', body: <Link to={`${PLACE}/inlezen`}>Een bestand inlezen (CSAF 2.0)</Link> },
              { key: 'bron', body: <Link to={`${PLACE}/bronnen`}>Bronnen van waarschuwingen</Link> },
              { key: 'wie', body: <Link to={`${PLACE}/relaties`}>Klanten en leveranciers</Link> },
            ]}
          />
        </>
      ) : null}
      <SearchForm list={PLACE} button="Zoeken" filtered={q !== ''}>
        <Field name="q" label="Woorden uit de titel" value={q} type="search" maxLength={100} />
        {which === 'running' ? null : <input type="hidden" name="toon" value={SHOWN[which]} />}
      </SearchForm>
      <Section id="lijst" title={TITLES[which]} wide>
        <List
          plain
          items={kinds
            .filter((kind) => kind !== which)
            .map((kind) => ({ key: kind, body: <Link to={to(1, kind)}>{TITLES[kind]}</Link> }))}
        />
        {warnings.length === 0 ? (
          <Text>{q === '' ? NONE[which] : 'Geen waarschuwing die u mag zien past bij wat u zoekt.'}</Text>
        ) : (
          <Table
            id="waarschuwingen"
            caption="Wat het laatst is begonnen, staat bovenaan"
            stacked
            columns={[{ head: 'Waarschuwing' }, { head: 'Label' }, { head: 'Stand' }, { head: 'Doe het uiterlijk' }]}
            rows={warnings.slice(0, SIZE).map((each) => ({
              key: each.id,
              cells: [
                <span key="t">
                  <Link to={`${PLACE}/${each.id}`}>{titleOf(each)}</Link>
                  {each.urgency === null ? null : <span className="ld-quiet"> {URGENCIES[each.urgency]}</span>}
                </span>,
                <TlpMark key="l" label={each.label} />,
                standsAs(each, today),
                each.title === null ? 'staat erin' : each.actBy === null ? AS_SOON : day('nl', each.actBy),
              ],
            }))}
          />
        )}
        <Text>
          {page > 1 ? <Link to={to(page - 1)}>Vorige pagina</Link> : null}{' '}
          {warnings.length > SIZE ? <Link to={to(page + 1)}>Volgende pagina</Link> : null}
        </Text>
      </Section>
    </DeskPage>
  )
}
