/** The list of all local regulations: which were tested, by whom, and when again. */
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { NoList } from '../../lib/csv-text.ts'
import { allows } from '../../model/roles.ts'
import { day, moment, percent } from '../../web/language.ts'
import { Progress } from '../../web/charts/bars.tsx'
import { Day } from '../../web/desk/day.tsx'
import {
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  FileField,
  Form,
  none,
  Select,
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { go, missing, notYet, page, type DeskView, type Route } from '../../web/desk/route.ts'
import { Facts, Heading, Link, Section, Table, Text } from '../../web/parts.tsx'
import { readRegulationsCsv, regulationsOf, type Refused } from './csv.ts'
import { askFetch, latestFetches, type Fetch } from './fetches.ts'
import { worksOf, type Plan } from './rules.ts'
import { keepRegulations, listRegulations, regulationById, shareTested, type Asked } from './store.ts'

const crumbs = [{ name: 'Regelingen', to: '/balie/regelingen' }]

function ListPage({
  view,
  asked,
  found,
  share,
  mayEdit,
}: {
  view: DeskView
  asked: Asked
  found: Awaited<ReturnType<typeof listRegulations>>
  share: Awaited<ReturnType<typeof shareTested>>
  mayEdit: boolean
}) {
  const to = (pagina: number) =>
    `/balie/regelingen?${new URLSearchParams({ ...(asked.q ? { q: asked.q } : {}), ...(asked.which ? { welke: asked.which } : {}), pagina: String(pagina) }).toString()}`
  return (
    <DeskPage view={view} title="Regelingen" wide>
      <div className="ld-opening">
        <Heading level={1}>Regelingen</Heading>
        <Text lead>
          {share.total === 0
            ? 'De lijst is nog leeg.'
            : `${share.tested} van de ${share.total} geldende regelingen zijn getoetst: ` +
              `${percent('nl', share.tested / share.total)}. Van ${share.open} staat de toets openbaar. Het ` +
              `programma vraagt om alle.`}
        </Text>
        {share.total === 0 ? null : <Progress label="Getoetst" share={share.tested / share.total} />}
      </div>
      {mayEdit ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href="/balie/regelingen/inlezen">
            Lees een lijst in
          </a>
        </Buttons>
      ) : null}
      <form method="get" action="/balie/regelingen" className="ld-filters" role="search">
        <Field name="q" label="Zoek op titel" type="search" value={asked.q} />
        <Select
          name="welke"
          label="Welke"
          value={asked.which}
          empty="Alle die gelden"
          options={[
            { value: 'niet-getoetst', label: 'Niet getoetst' },
            { value: 'getoetst', label: 'Getoetst' },
            { value: 'vervallen', label: 'Vervallen' },
          ]}
        />
        <Buttons>
          <Button kind="secondary">Toon</Button>
        </Buttons>
      </form>
      {found.rows.length === 0 ? (
        <Text>Er zijn geen regelingen die hierbij passen.</Text>
      ) : (
        <Table
          id="regelingen"
          caption="Regelingen op titel"
          stacked
          columns={[
            { head: 'Regeling' },
            { head: 'Afdeling' },
            { head: 'Geldt sinds' },
            { head: 'Getoetst' },
            { head: 'Opnieuw' },
          ]}
          rows={found.rows.map((row) => ({
            key: row.id,
            cells: [
              <span key="t">
                <Link to={`/balie/regelingen/${row.id}`}>{row.title}</Link>
                <br />
                <span className="ld-quiet">{row.kind}</span>
              </span>,
              row.department,
              row.inForceOn === null ? 'onbekend' : <Day key="s" on={row.inForceOn} />,
              row.tested ? (
                <span key="z">
                  <Link to={`/balie/zaken/${row.tested.id}`}>
                    <Day on={row.tested.on} />
                  </Link>
                  {row.tested.by === null ? '' : `, ${row.tested.by}`}
                </span>
              ) : (
                'nog niet'
              ),
              row.tested?.again ? <Day key="w" on={row.tested.again} /> : '–',
            ],
          }))}
        />
      )}
      <nav aria-label="Pagina’s" className="ld-pager">
        {asked.page > 1 ? <Link to={to(asked.page - 1)}>Vorige pagina</Link> : <span />}
        {found.more ? <Link to={to(asked.page + 1)}>Volgende pagina</Link> : null}
      </nav>
    </DeskPage>
  )
}

function ImportPage({
  view,
  fetches,
  problems = none,
  typed,
  done,
  refused = [],
  ignored = [],
}: {
  view: DeskView
  fetches: readonly Fetch[]
  problems?: Problems
  typed?: string
  done?: Plan
  refused?: readonly Refused[]
  ignored?: readonly string[]
}) {
  return (
    <DeskPage oneForm view={view} title="Lees een lijst in" crumbs={crumbs}>
      <Heading level={1}>Lees een lijst van regelingen in</Heading>
      <ErrorSummary problems={problems} />
      {done === undefined ? null : (
        <Text lead>
          {done.added.length} nieuw, {done.changed.length} gewijzigd, {done.unchanged} gelijk gebleven, {refused.length}{' '}
          geweigerd.
        </Text>
      )}
      {ignored.length === 0 ? null : <Text>Niet gebruikte kolommen: {ignored.join(', ')}.</Text>}
      {refused.length === 0 ? null : (
        <Table
          id="geweigerd"
          caption="Geweigerde regels"
          stacked
          columns={[{ head: 'Regel' }, { head: 'Waarom' }]}
          rows={refused.slice(0, 500).map(({ line, why }) => ({ key: `${line}`, cells: [`${line}`, why] }))}
        />
      )}
      <Section id="voorziening" title="Uit de landelijke voorziening (CVDR)">
        <Text>
          Alle regelingen die de gemeente daar bekendmaakte. Wat u zelf toevoegde, zoals de afdeling, blijft staan.
        </Text>
        {fetches.map((fetch) => (
          <FetchTold key={fetch.id} fetch={fetch} />
        ))}
        {fetches.some(({ endedAt }) => endedAt === null) ? (
          <Text>
            <Link to="/balie/regelingen/inlezen">Kijk hoe ver het is</Link>
          </Text>
        ) : (
          <Form view={view} action="/balie/regelingen/ophalen">
            <Field
              name="maker"
              label="Naam van de gemeente in de voorziening"
              value={typed ?? view.municipality.name.replace(/ \(.*\)$/, '')}
              problems={problems}
              maxLength={200}
            />
            {problems['zeker'] === undefined ? null : (
              <Choice
                name="zeker"
                label="Is dit uw gemeente?"
                several
                value={[]}
                problems={problems}
                options={[{ value: 'ja', label: `Ja, in de voorziening heten wij “${typed}”` }]}
              />
            )}
            <Buttons>
              <Button>Haal op</Button>
            </Buttons>
          </Form>
        )}
      </Section>
      <Section id="bestand" title="Uit een bestand">
        <Text>
          Een CSV-bestand met de kolommen titel, soort, afdeling, inwerkingtreding, uitwerkingtreding, cvdr-nummer en
          webadres. Alleen de titel is nodig. Een regel met een fout wordt overgeslagen en gemeld.
        </Text>
        <Form view={view} action="/balie/regelingen/inlezen" files>
          <FileField name="bestand" label="Bestand" accept=".csv,text/csv" problems={problems} />
          <Buttons>
            <Button kind="secondary">Lees in</Button>
          </Buttons>
        </Form>
      </Section>
    </DeskPage>
  )
}

/** What became of one time that it was asked for. */
function FetchTold({
  fetch: { at, by, creator, startedAt, stale, done, total, endedAt, added, changed, unchanged, missing, failure },
}: {
  fetch: Fetch
}) {
  const outcome =
    endedAt === null
      ? startedAt === null
        ? stale
          ? 'Dit staat klaar, maar er is nog geen werker mee begonnen. Vraag de beheerder of die draait.'
          : 'Dit staat klaar en begint zo.'
        : total === 0
          ? 'Wij vragen de eerste pagina op.'
          : `Bezig: ${done} van ${total} records.`
      : failure !== null
        ? `Dit lukte niet: ${failure}. Er is niets veranderd.`
        : `${added} nieuw, ${changed} gewijzigd, ${unchanged} gelijk gebleven.`
  return (
    <div className="ld-comment">
      <p>
        <strong>{outcome}</strong>{' '}
        <span className="ld-quiet">
          {creator}, gevraagd op {moment('nl', at)} door {by ?? 'iemand die hier niet meer werkt'}
        </span>
      </p>
      {missing.length === 0 ? null : (
        <>
          <p>Niet alles kwam; wat al bekend was, bleef daarom zoals het was.</p>
          <ul className="ld-list">
            {missing.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function RegulationPage({
  view,
  row,
  cases,
  mayTest,
}: { view: DeskView; mayTest: boolean } & NonNullable<Awaited<ReturnType<typeof regulationById>>>) {
  const due = cases.find(({ retestOn }) => retestOn !== null)?.retestOn
  return (
    <DeskPage view={view} title={row.title} crumbs={crumbs}>
      <div className="ld-opening">
        <Heading level={1}>{row.title}</Heading>
        <Text lead>
          {row.tested
            ? `Getoetst op ${day('nl', row.tested.on)}.${due ? ` Opnieuw op ${day('nl', due)}.` : ''}`
            : 'Nog niet getoetst.'}
        </Text>
      </div>
      {mayTest && row.ended_at === null ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href={`/balie/zaken/nieuw?regeling=${row.id}`}>
            Begin een IT-toets
          </a>
        </Buttons>
      ) : null}
      <Facts
        items={[
          { name: 'Soort', value: row.kind || 'onbekend' },
          { name: 'Afdeling', value: row.department || 'onbekend' },
          { name: 'Kenmerk', value: `${row.work}, versie ${row.version}` },
          { name: 'Geldt sinds', value: row.in_force_on ? day('nl', row.in_force_on) : 'onbekend' },
          ...(row.issued_on ? [{ name: 'Vastgesteld', value: day('nl', row.issued_on) }] : []),
          ...(row.subjects.length > 0 ? [{ name: 'Onderwerpen', value: row.subjects.join(', ') }] : []),
          ...(row.out_of_force_on ? [{ name: 'Geldt tot', value: day('nl', row.out_of_force_on) }] : []),
          ...(row.url
            ? [
                {
                  name: 'Tekst',
                  value: (
                    <a className="nl-link" href={row.url} rel="noreferrer">
                      lees de regeling
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Section id="toetsen" title="IT-toetsen">
        {cases.length === 0 ? (
          <Text>Er is nog geen toets begonnen.</Text>
        ) : (
          <ul className="ld-tasks">
            {cases.map((each) => (
              <li key={each.id}>
                <Link to={`/balie/zaken/${each.id}`}>{each.title}</Link>
                <span className="ld-quiet">{each.handler ?? 'nog geen behandelaar'}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {row.versions.length === 0 ? null : (
        <Section id="versies" title="Andere versies">
          <ul className="ld-list">
            {row.versions.map((version) => (
              <li key={version.version}>
                Versie {version.version}
                {version.inForceOn ? `, vanaf ${day('nl', version.inForceOn)}` : ''}
                {version.outOfForceOn ? ` tot ${day('nl', version.outOfForceOn)}` : ''}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </DeskPage>
  )
}

export const regulationRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/regelingen',
    may: 'register.read',
    answer: async ({ tx, municipality, query, view, who }) => {
      const which =
        (['getoetst', 'niet-getoetst', 'vervallen'] as const).find((each) => each === query.get('welke')) ?? ''
      const asked: Asked = {
        q: (query.get('q') ?? '').trim().slice(0, 200),
        which,
        page: /^[1-9]\d{0,4}$/.test(query.get('pagina') ?? '') ? Number(query.get('pagina')) : 1,
      }
      return page(
        <ListPage
          view={view}
          asked={asked}
          found={await listRegulations(tx, municipality.id, asked)}
          share={await shareTested(tx, municipality.id)}
          mayEdit={allows(who.roles, 'register.edit')}
        />,
      )
    },
  },
  {
    method: 'GET',
    path: '/regelingen/inlezen',
    may: 'register.edit',
    answer: async ({ tx, municipality, view }) =>
      page(<ImportPage view={view} fetches={await latestFetches(tx, municipality.id)} />),
  },
  {
    method: 'POST',
    path: '/regelingen/ophalen',
    may: 'register.edit',
    answer: async ({ tx, municipality, who, sent, view }) => {
      const creator = sent.text('maker').slice(0, 200)
      // What comes is public at once: not by a slip of the pen the rules of another municipality.
      const ours = municipality.name.toLowerCase().includes(creator.toLowerCase()) || sent.all('zeker').includes('ja')
      const problems: Problems =
        creator === ''
          ? { maker: 'Vul de naam van de gemeente in, zoals de voorziening haar kent.' }
          : ours
            ? {}
            : { zeker: `“${creator}” is niet de naam van deze gemeente. De lijst komt meteen op de openbare site.` }
      if (Object.keys(problems).length > 0)
        return page(
          <ImportPage
            view={view}
            fetches={await latestFetches(tx, municipality.id)}
            problems={problems}
            typed={creator}
          />,
          422,
        )
      if (!(await askFetch(tx, municipality.id, who.id, creator)))
        return notYet('Er wordt al een lijst opgehaald. Wacht tot die klaar is.')
      await record(tx, municipality.id, {
        act: 'regulations.fetch-asked',
        object: `municipality/${municipality.id}`,
        detail: { creator },
      })
      return go('/balie/regelingen/inlezen#voorziening', 'De lijst wordt opgehaald.')
    },
  },
  {
    method: 'POST',
    path: '/regelingen/inlezen',
    may: 'register.edit',
    limit: 3 * 1024 * 1024,
    answer: async ({ tx, municipality, sent, today, view }) => {
      const file = sent.file('bestand')
      const fetches = await latestFetches(tx, municipality.id)
      const no = (text: string) => page(<ImportPage view={view} fetches={fetches} problems={{ bestand: text }} />, 422)
      if (!file || file.size === 0) return no('Kies een CSV-bestand.')
      let table
      try {
        table = readRegulationsCsv(new Uint8Array(await file.arrayBuffer()))
      } catch (error) {
        if (!(error instanceof NoList)) throw error
        return no(`Dit bestand is niet ingelezen: ${error.message}.`)
      }
      const { regulations, refused: wrong } = regulationsOf(table.rows)
      const refused = [...wrong, ...table.refused.map(({ line, reason }) => ({ line, why: reason }))].toSorted(
        (one, other) => one.line - other.line,
      )
      const done = await keepRegulations(tx, municipality.id, worksOf(regulations, today), 'csv')
      await record(tx, municipality.id, {
        act: 'regulations.imported',
        object: `municipality/${municipality.id}`,
        detail: { added: done.added.length, changed: done.changed.length, refused: refused.length },
      })
      return page(<ImportPage view={view} fetches={fetches} done={done} refused={refused} ignored={table.ignored} />)
    },
  },
  {
    method: 'GET',
    path: '/regelingen/:regulation',
    may: 'register.read',
    answer: async ({ tx, municipality, params, view, who }) => {
      const found = await regulationById(tx, municipality.id, params['regulation']!)
      return found
        ? page(<RegulationPage view={view} {...found} mayTest={allows(who.roles, 'case.create')} />)
        : missing
    },
  },
]
