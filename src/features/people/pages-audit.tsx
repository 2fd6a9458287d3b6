/**
 * Logboek: what people did here, in order, with the proof that nothing was changed or left out; and the outbox of the
 * demo.
 */
import { proveChain } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { actInWords } from '../../model/act.ts'
import { moment } from '../../web/language.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import { missing, page, type Route } from '../../web/desk/route.ts'
import { Heading, Link, Notice, Section, Table, Text } from '../../web/parts.tsx'

const SIZE = 50

/**
 * What an act was about: its kind, with the way to it when there is one; the end of its id is enough to see two apart.
 */
const KINDS: Readonly<Record<string, { readonly name: string; readonly path?: string }>> = {
  case: { name: 'zaak', path: '/balie/zaken/' },
  form: { name: 'vragenlijst', path: '/balie/vragenlijsten/' },
  organisation: { name: 'organisatie', path: '/balie/organisaties/' },
  product: { name: 'product', path: '/balie/producten/' },
  measure: { name: 'maatregel' },
  person: { name: 'persoon' },
  sample: { name: 'steekproef' },
  municipality: { name: 'gemeente' },
}
function Subject({ object }: { object: string }) {
  const [kind = '', id = ''] = object.split('/')
  const { name, path } = KINDS[kind] ?? { name: kind }
  return (
    <>
      {path === undefined ? name : <Link to={`${path}${id}`}>{name}</Link>}{' '}
      <span className="ld-quiet ld-secret">{id.slice(-12)}</span>
    </>
  )
}

export const auditRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/logboek',
    may: 'audit.read',
    answer: async ({ tx, municipality, query, view }) => {
      const before = /^\d{1,15}$/.test(query.get('voor') ?? '') ? Number(query.get('voor')) : undefined
      const rows = await tx
        .selectFrom('audit')
        .leftJoin('person', (join) =>
          join.onRef('person.municipality', '=', 'audit.municipality').onRef('person.id', '=', 'audit.person'),
        )
        .select(['audit.no', 'audit.at', 'audit.act', 'audit.object', 'audit.detail', 'audit.person', 'person.name'])
        .where('audit.municipality', '=', municipality.id)
        .$if(before !== undefined, (select) => select.where('audit.no', '<', before!))
        .orderBy('audit.no', 'desc')
        .limit(SIZE)
        .execute()
      const proof = query.get('bewijs') === 'ja' ? await proveChain(tx, municipality.id) : undefined
      const last = rows.at(-1)
      return page(
        <DeskPage view={view} title="Logboek" wide>
          <div className="ld-opening">
            <Heading level={1}>Logboek</Heading>
            <Text lead>
              Elke handeling van een mens staat hier, met een keten van controlegetallen. Niemand kan er iets in
              veranderen.
            </Text>
          </div>
          {proof === undefined ? (
            <Text>
              <Link to="/balie/logboek?bewijs=ja">Reken de keten na</Link>. Op de opdrachtregel:{' '}
              <code className="nl-code">leidraad audit</code>.
            </Text>
          ) : (
            <Notice
              title={
                proof.brokenAt === undefined
                  ? `De keten is heel: ${proof.count} regels nagerekend.`
                  : `De keten klopt niet bij regel ${proof.brokenAt}: ${proof.why}.`
              }
            >
              {null}
            </Notice>
          )}
          <Table
            id="logboek"
            caption="Handelingen, nieuwste eerst"
            stacked
            columns={[
              { head: 'Nummer' },
              { head: 'Wanneer' },
              { head: 'Wie' },
              { head: 'Wat' },
              { head: 'Waarover' },
              { head: 'Bijzonderheden' },
            ]}
            rows={rows.map((row) => ({
              key: `${row.no}`,
              cells: [
                `${row.no}`,
                moment('nl', row.at),
                row.name ?? (row.person === null ? 'onbekend wie' : 'verwijderd'),
                <span key="a">
                  {actInWords(row.act)} <span className="ld-quiet">{row.act}</span>
                </span>,
                <Subject key="o" object={row.object} />,
                row.detail === '{}' ? (
                  ''
                ) : (
                  <code key="d" className="nl-code ld-secret">
                    {row.detail}
                  </code>
                ),
              ],
            }))}
          />
          {last && last.no > 1 ? (
            <Text>
              <Link to={`/balie/logboek?voor=${last.no}`}>Ouder</Link>
            </Text>
          ) : null}
        </DeskPage>,
      )
    },
  },
  {
    method: 'GET',
    path: '/postvak',
    may: 'outbox.read',
    answer: async ({ tx, municipality, view }) => {
      if (!view.demo) return missing
      const messages = await tx
        .selectFrom('message')
        .selectAll()
        .where('municipality', '=', municipality.id)
        .orderBy('created_at', 'desc')
        .limit(50)
        .execute()
      return page(
        <DeskPage view={view} title="Postvak uit">
          <div className="ld-opening">
            <Heading level={1}>Postvak uit</Heading>
            <Text lead>In de demostad gaat er geen mail de deur uit. Hier leest u wat er verstuurd zou zijn.</Text>
          </div>
          {messages.map((message) => (
            <Section key={message.id} id={`bericht-${message.id}`} title={message.subject}>
              <p className="ld-quiet">
                Aan {message.recipient}, {moment('nl', message.created_at)}
                {message.digest ? ', in het dagbericht' : ''}
              </p>
              <pre className="ld-mail">{message.body}</pre>
            </Section>
          ))}
          {messages.length === 0 ? <Text>Er is nog niets verstuurd.</Text> : null}
        </DeskPage>,
      )
    },
  },
]
