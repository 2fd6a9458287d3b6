/** One tender: how far it is, what comes next, opinions, questions and versions. */
import { allows } from '../../vocabulary/roles.ts'
import { CAUTIONS, TENDER_STATES } from '../../vocabulary/tender.ts'
import { Buttons } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { moment } from '../../web/language.ts'
import { Facts, Heading, Link, Notice, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { Opinion } from './around-store.ts'
import { placeOfTender, type Whole } from './draft.ts'
import { CRUMB } from './page-form.tsx'
import { Opinions, Questions, type Question } from './parts.tsx'
import { balanceOf } from './rules/compose.ts'
import { whyFixed, whyShut } from './rules/refusals.ts'

const moved = (one: Date, other: Date): boolean => one.getTime() !== other.getTime()

type Props = {
  readonly view: DeskView
  readonly whole: Whole
  readonly opinions: readonly Opinion[]
  readonly questions: readonly Question[]
  readonly bids: number | undefined
  readonly now: Date
}

export function TenderPage({ view, whole, opinions, questions, bids, now }: Props) {
  const { tender, number, offered, versions, hash } = whole
  const may = {
    write: allows(view.who.roles, 'tender.write'),
    opine: allows(view.who.roles, 'tender.opine'),
    open: allows(view.who.roles, 'bid.open'),
    bids: allows(view.who.roles, 'bid.read'),
  }
  const here = placeOfTender(tender)
  const [fixed, shut] = [whyFixed(tender, now), whyShut(tender, now)]
  const balance = balanceOf(offered)
  const changed = versions[0] === undefined || versions[0].hash !== hash
  return (
    <DeskPage view={view} title={tender.title} crumbs={[CRUMB]} wide>
      <div className="ld-opening">
        <p className="ld-kicker">
          Aanbesteding {number}, {TENDER_STATES[tender.state]}
        </p>
        <Heading level={1}>{tender.title}</Heading>
        <Text lead>{tender.subject}</Text>
      </div>
      {balance.everything && fixed === undefined ? (
        <Notice title="Bijna alles is opgenomen">
          <Text>
            Kies wat bij deze opdracht past. Meer eisen maken een aanbesteding niet beter: kleine bedrijven haken af, en
            niemand gaat alles na. Laat weg wat u niet gaat controleren.
          </Text>
        </Notice>
      ) : null}
      {fixed === undefined && tender.readClosesAt !== null && moved(tender.readClosesAt, tender.closesAt) ? (
        <Notice title="Het sluiten is verplaatst, en nog niet uitgegeven">
          <Text>
            Inschrijvers lezen nog {moment('nl', tender.readClosesAt)}. Geef een nieuwe versie uit. Tot die tijd gaat er
            niets open vóór het laatste van de twee momenten.
          </Text>
        </Notice>
      ) : null}
      <Facts
        items={[
          {
            name: 'Eisen',
            value: `${balance.taken} opgenomen, ${balance.left} weggelaten, ${balance.open} nog niet bekeken`,
          },
          { name: 'Knock-out', value: `${balance.knockOuts} eisen waarop een inschrijver afvalt` },
          { name: 'Sluit', value: moment('nl', tender.closesAt) },
          {
            name: 'Indienen',
            value:
              tender.place === '' ? (
                'Nog niet ingevuld waar'
              ) : (
                <Link to={tender.place}>{tender.reference || tender.place}</Link>
              ),
          },
        ]}
      />
      <Buttons>
        {shut === undefined && may.bids && bids !== undefined && bids > 0 ? (
          <a className="nl-button nl-button--primary" href={`${here}/vergelijken`}>
            {bids === 1 ? 'Bekijk het antwoord' : `Leg ${bids} antwoorden naast elkaar`}
          </a>
        ) : shut === undefined && may.open ? (
          <a className="nl-button nl-button--primary" href={`${here}/openen`}>
            Open de antwoorden
          </a>
        ) : (
          <a className="nl-button nl-button--primary" href={`${here}/eisen`}>
            {fixed === undefined && may.write ? 'Kies de eisen' : 'Bekijk de eisen'}
          </a>
        )}
        {shut === undefined && may.open && bids !== undefined && bids > 0 && tender.state === 'opened' ? (
          <a className="nl-button nl-button--secondary" href={`${here}/openen`}>
            Open een vergeten bestand
          </a>
        ) : null}
        {fixed === undefined && may.write ? (
          <a className="nl-button nl-button--secondary" href={`${here}/wijzigen`}>
            Pas de opdracht aan
          </a>
        ) : null}
        {shut === undefined ? null : <span className="ld-quiet">{shut}</span>}
      </Buttons>
      <Section id="bestanden" title="De bijlage als bestand">
        <Text>
          Dit is de bijlage zoals hij nu is. <Link to={`${here}/bijlage.odt`}>ODT</Link>,{' '}
          <Link to={`${here}/bijlage.pdf`}>PDF</Link>, <Link to={`${here}/bijlage.csv`}>CSV</Link>,{' '}
          <Link to={`${here}/bijlage.json`}>JSON</Link>.{' '}
          <Link to={`${here}/oplegger.odt`}>Oplegger met adviezen (ODT)</Link>.
        </Text>
        {fixed === undefined && may.write ? (
          <Text>
            Bewerkte een collega het ODT-bestand? <Link to={`${here}/teruglezen`}>Lees het terug</Link> en kies per eis
            wat u overneemt.
          </Text>
        ) : null}
      </Section>
      <Opinions {...{ tender, opinions, may, fixed }} />
      <Section id="versies" title="Uitgegeven versies" wide>
        {versions.length === 0 ? (
          <Text>De bijlage is nog niet uitgegeven. Daarna verandert een versie niet meer.</Text>
        ) : (
          <Table
            id="versies-tabel"
            caption="Uitgegeven versies"
            hideCaption
            stacked
            columns={[{ head: 'Versie' }, { head: 'Uitgegeven' }, { head: 'Waarom' }, { head: 'SHA-256' }]}
            rows={versions.map((each) => ({
              key: String(each.no),
              cells: [
                <Link key="v" to={`${here}/versies/${each.no}`}>{`Versie ${each.no}`}</Link>,
                `${moment('nl', each.at)}, ${each.by ?? 'onbekend'}`,
                <span key="w">
                  {each.reason || 'De eerste'}
                  {each.cautions.length === 0 ? null : (
                    <span className="ld-small ld-block">
                      <span aria-hidden="true">!</span> {each.cautions.map((one) => CAUTIONS[one]).join(' ')} Waarom
                      toch: {each.despite}
                    </span>
                  )}
                </span>,
                <code key="h" className="nl-code ld-address">
                  {each.hash.slice(0, 16)}…
                </code>,
              ],
            }))}
          />
        )}
        {versions.length === 0 ? null : (
          <Text>
            <Link to={`/aanbestedingen/${tender.no}`}>De openbare pagina, waar inschrijvers antwoorden</Link>
          </Text>
        )}
        {fixed !== undefined || !may.write ? null : changed ? (
          <Buttons>
            <a className="nl-button nl-button--secondary" href={`${here}/uitgeven`}>
              {versions.length === 0 ? 'Geef de bijlage uit' : 'Geef een nieuwe versie uit'}
            </a>
          </Buttons>
        ) : (
          <Text>De bijlage is niet veranderd sinds de laatste versie.</Text>
        )}
      </Section>
      {tender.issued > 0 ? <Questions {...{ tender, questions }} mayAnswer={may.write && fixed === undefined} /> : null}
      {tender.state === 'stopped' || tender.state === 'chosen' || !may.write ? null : (
        <Text>
          <Link to={`${here}/stoppen`}>Stop deze aanbesteding</Link>
        </Text>
      )}
      {tender.state === 'stopped' ? <Text>Gestopt: {tender.chosenFor}</Text> : null}
    </DeskPage>
  )
}
