/** The record of processings at the desk: what is missing in it, and the whole of it as a file for the supervisor. */
import type { Tx } from '../../db/as.ts'
import { CSV_MEDIA } from '../../lib/csv-write.ts'
import type { Register } from '../../model/register.ts'
import { placeOf } from '../../registers/here.ts'
import type { Power } from '../../registers/power.ts'
import { paperOf } from '../../web/document.tsx'
import { Buttons } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { fileRoute } from '../../web/desk/file-route.ts'
import { notYet, page, type DeskView, type Making, type Reply, type Route } from '../../web/desk/route.ts'
import { number } from '../../web/language.ts'
import { odtOf } from '../../web/odt.ts'
import { Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { csvOfRecord, fgOf, paperOfRecord, versionOf } from './document.ts'
import { missingIn } from './record.ts'
import { readRecord, type House, type Record30 } from './store.ts'

export type ProcessingDeps = {
  readonly registers: readonly Register[]
  readonly catalogue: { readonly norms: House['norms'] }
  readonly print: (html: string, foot: string) => Promise<Uint8Array>
}

const PLACE = '/balie/verwerkingsregister'
/** Leads from the register of processings to its record. */
export const processingPower: Power = {
  purpose: 'processing',
  list: { to: PLACE, text: 'Het hele register voor de toezichthouder (AVG art. 30)' },
}

/** Processings that are made while one waits, and that a file holds. A table goes on where paper stops. */
export const ROWS = {
  pdf: { now: 50, most: 1_000 },
  odt: { now: 200, most: 5_000 },
  csv: { now: 1_000, most: 20_000 },
}
/** Processings that are looked at for the page. */
const PAGE = 5_000
/** Rows of what is missing that the page shows. */
const SHOWN = 100

function RecordPage({ view, record, city }: { view: DeskView; record: Record30; city: string }) {
  const { all, register } = record
  const open = all.filter(({ missing }) => missing.length > 0)
  const fg = fgOf(record)
  return (
    <DeskPage
      view={view}
      title="Register van verwerkingen"
      crumbs={[
        { name: 'Registers', to: '/balie/registers' },
        { name: register.title, to: placeOf(register) },
      ]}
    >
      <div className="ld-opening">
        <Heading level={1}>Het hele register van verwerkingen</Heading>
        <Text lead>
          De toezichthouder kan hierom vragen (AVG art. 30). Het is één document, met elk punt van de wet.
        </Text>
      </div>
      <Buttons>
        <a className="nl-button nl-button--primary" href={`${PLACE}.pdf`}>
          Register downloaden (PDF)
        </a>
        <Link to={`${PLACE}.odt`}>Tekstdocument (ODT)</Link>
        <Link to={`${PLACE}.csv`}>Tabel (CSV)</Link>
      </Buttons>
      <Facts
        items={[
          { name: 'Gemeente', value: [city, record.contact.phone, record.contact.email].filter(Boolean).join(', ') },
          { name: 'Functionaris gegevensbescherming', value: fg.join(', ') || 'Ontbreekt.' },
          { name: 'Verwerkingen', value: number('nl', all.length) },
          { name: 'Versie', value: versionOf(record) },
        ]}
      />
      <Section id="ontbreekt" title="Wat nog ontbreekt">
        {open.length === 0 ? (
          <Text>Bij elke verwerking is elk punt van de wet ingevuld.</Text>
        ) : (
          <Table
            id="ontbreekt-tabel"
            caption="Verwerkingen waarbij een punt van de wet ontbreekt"
            hideCaption
            stacked
            columns={[{ head: 'Verwerking' }, { head: 'Wat ontbreekt' }]}
            rows={open.slice(0, SHOWN).map((one) => ({
              key: one.id,
              cells: [<Link key="naar" to={placeOf(register, one)}>{`${one.no} ${one.title}`}</Link>, missingIn(one)],
            }))}
          />
        )}
        {open.length > SHOWN ? (
          <Text>
            Dit zijn de eerste {SHOWN}. In de tabel (CSV) staan ze alle {number('nl', open.length)}.
          </Text>
        ) : null}
      </Section>
    </DeskPage>
  )
}

const TOO_MANY = {
  page: 'Er zijn meer dan 5.000 verwerkingen. Dat past niet op deze pagina.',
  pdf: 'Er zijn meer dan 1.000 verwerkingen. Dat past niet in één PDF. Kies het tekstdocument (ODT) of de tabel (CSV).',
  odt: 'Er zijn meer dan 5.000 verwerkingen. Dat past niet in één tekstdocument. Kies de tabel (CSV).',
  csv: 'Er zijn meer dan 20.000 verwerkingen. Dat past niet in één bestand.',
}

/** The page and its files. */
export function processingRoutes({ registers, catalogue, print }: ProcessingDeps): readonly Route<Tx>[] {
  const house = { registers, norms: catalogue.norms }
  type Kind = keyof typeof ROWS
  const file = (
    kind: Kind,
    media: string,
    write: (record: Record30, making: Making<Tx>) => Promise<string | Uint8Array> | string | Uint8Array,
  ): Route<Tx> =>
    fileRoute<Tx>({
      path: `/verwerkingsregister.${kind}`,
      may: 'register.read',
      title: () => `Register van verwerkingen (${kind.toUpperCase()})`,
      rows: ROWS[kind],
      tooMany: TOO_MANY[kind],
      make: async (making, most): Promise<Reply | undefined> => {
        const { tx, municipality, today } = making
        const record = await readRecord(tx, municipality.id, house, most)
        const name = `verwerkingsregister-${municipality.slug}-${today}.${kind}`
        return record && { kind: 'file', name, media, body: await write(record, making) }
      },
    })
  const told = ({ municipality, today }: Making<Tx>) => ({ city: municipality.name, today })
  return [
    {
      method: 'GET',
      path: '/verwerkingsregister',
      may: 'register.read',
      answer: async ({ tx, municipality, view }) => {
        const record = await readRecord(tx, municipality.id, house, PAGE)
        if (!record) return notYet(TOO_MANY.page)
        return page(<RecordPage view={view} record={record} city={municipality.name} />)
      },
    },
    file('pdf', 'application/pdf', (record, asked) => {
      const paper = paperOfRecord(record, told(asked))
      return print(paperOf(paper), `${paper.above}, ${versionOf(record)}`)
    }),
    file('odt', 'application/vnd.oasis.opendocument.text', (record, asked) =>
      odtOf(paperOfRecord(record, told(asked))),
    ),
    file('csv', CSV_MEDIA, (record, asked) => [...csvOfRecord(record, told(asked))].join('')),
  ]
}
