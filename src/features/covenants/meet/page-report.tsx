/** The yearly report of a covenant at the desk: made for a meeting, read as it was made, and offered to the parties. */
import { DocumentBody } from '../../../web/document.tsx'
import { Area, Button, Buttons, ErrorSummary, Field, Form, none, type Problems } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import type { DeskView } from '../../../web/desk/route.ts'
import type { Typed } from '../../../web/desk/schema.ts'
import type { Paper } from '../../../model/document.ts'
import { MEETING_KINDS } from '../../../vocabulary/covenant.ts'
import { day } from '../../../web/language.ts'
import { Facts, Heading, Link, List, Section, Text } from '../../../web/parts.tsx'
import type { REPORT } from './form.ts'
import type { Report } from './report-store.ts'
import type { Meeting } from './store.ts'

/** Where the reports of a meeting stand, below its address. */
export const reportPlace = (meetingPlace: string, no: number | 'nieuw'): string => `${meetingPlace}/jaarverslag/${no}`

/** Each report of a meeting in one line, the newest first. */
export function ReportList({ place, reports }: { readonly place: string; readonly reports: readonly Report[] }) {
  return (
    <List
      items={reports.map(({ no, from, to, at, offeredAt }) => ({
        key: `${no}`,
        body: (
          <>
            <Link to={reportPlace(place, no)}>Jaarverslag {no}</Link>, over {day('nl', from)} tot en met {day('nl', to)}
            . Gemaakt op {day('nl', at)}
            {offeredAt === null ? ', nog niet aangeboden' : `, aangeboden op ${day('nl', offeredAt)}`}.
          </>
        ),
      }))}
    />
  )
}

type ReportsProps = { readonly place: string; readonly reports: readonly Report[]; readonly mayMake: boolean }
/** The reports of a meeting at its page, with the way to make one. */
export function Reports({ place, reports, mayMake }: ReportsProps) {
  if (reports.length === 0 && !mayMake) return null
  return (
    <Section id="jaarverslag" title="Jaarverslag">
      {reports.length === 0 ? (
        <Text>Er is nog geen jaarverslag voor deze bijeenkomst.</Text>
      ) : (
        <ReportList place={place} reports={reports} />
      )}
      {mayMake ? (
        <Text>
          <Link to={reportPlace(place, 'nieuw')}>
            {reports.length === 0 ? 'Maak het jaarverslag' : 'Maak een nieuw jaarverslag'}
          </Link>
        </Text>
      ) : null}
    </Section>
  )
}

type Where = {
  readonly view: DeskView
  readonly meeting: Meeting
  /** The address of the meeting. */
  readonly place: string
  readonly crumbs: readonly { readonly name: string; readonly to: string }[]
}
const crumbOf = ({ meeting, place, crumbs }: Where) => [
  ...crumbs,
  { name: `${MEETING_KINDS[meeting.kind]}, ${day('nl', meeting.heldOn)}`, to: place },
]

export function MakePage({
  typed,
  problems = none,
  ...where
}: Where & { readonly typed: Typed<typeof REPORT>; readonly problems?: Problems }) {
  return (
    <DeskPage view={where.view} title="Jaarverslag maken" crumbs={crumbOf(where)}>
      <div className="ld-opening">
        <Heading level={1}>Jaarverslag maken</Heading>
        <Text lead>De cijfers volgen uit bevindingen. U kiest de periode en schrijft het voorwoord.</Text>
        <Text>Het verslag wordt bewaard zoals u het maakt. Opnieuw maken geeft een nieuw verslag naast het oude.</Text>
      </div>
      <ErrorSummary problems={problems} />
      <Form view={where.view} action={reportPlace(where.place, 'nieuw')}>
        <Field name="van" label="Eerste dag" type="date" value={typed.van} problems={problems} />
        <Field
          name="tot"
          label="Laatste dag"
          hint="Vandaag of eerder."
          type="date"
          value={typed.tot}
          problems={problems}
        />
        <Area
          name="voorwoord"
          label="Voorwoord"
          hint="Wat lukte, wat viel tegen, en wat is er nu nodig? Uw naam en functie staan eronder."
          rows={8}
          value={typed.voorwoord}
          maxLength={8_000}
          problems={problems}
        />
        <Area
          name="vragen"
          label="Eigen vragen aan de bijeenkomst"
          hint="Eén vraag per regel. Vragen die uit de cijfers volgen, komen er vanzelf bij."
          optional
          rows={4}
          value={typed.vragen}
          maxLength={4_000}
          problems={problems}
        />
        <Buttons>
          <Button>Jaarverslag maken</Button>
          <Link to={where.place}>Annuleren</Link>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

type ShownProps = Where & {
  readonly report: Report & { readonly document: Paper }
  /** A newer one of the same meeting. */
  readonly newer: number | undefined
  /** What may be done with it; a party does nothing. */
  readonly mayOffer: boolean
}

export function ReportPage({ report, newer, mayOffer, ...where }: ShownProps) {
  const { document, no, pdf, odt, at, by, offeredAt } = report
  const own = reportPlace(where.place, no)
  return (
    <DeskPage view={where.view} title={document.title} crumbs={crumbOf(where)}>
      <div className="ld-opening">
        <p className="ld-kicker">{document.above}</p>
        <Heading level={1}>{document.title}</Heading>
        <Text lead>{document.below}</Text>
        {newer === undefined ? null : (
          <Text>
            Er is een nieuwer verslag: <Link to={reportPlace(where.place, newer)}>jaarverslag {newer}</Link>.
          </Text>
        )}
      </div>
      {mayOffer && offeredAt === null && newer === undefined ? (
        <Form view={where.view} action={`${own}/aanbieden`}>
          <Text>Lees het verslag eerst. Na het aanbieden lezen alle partijen het, en krijgen zij een e-mail.</Text>
          <Buttons>
            <Button>Aan de partijen aanbieden</Button>
          </Buttons>
        </Form>
      ) : null}
      <Text>
        <Link to={`${own}/pdf`}>Download als pdf</Link> · <Link to={`${own}/odt`}>Download als ODT</Link>
      </Text>
      <DocumentBody document={document} />
      <Facts
        items={[
          { name: 'Gemaakt', value: `${day('nl', at)}, door ${by ?? 'de gemeente'}` },
          { name: 'Aangeboden', value: offeredAt === null ? 'nog niet' : day('nl', offeredAt) },
          { name: 'SHA-256 van de pdf', value: <code className="nl-code ld-address">{pdf}</code> },
          { name: 'SHA-256 van de ODT', value: <code className="nl-code ld-address">{odt}</code> },
        ]}
      />
    </DeskPage>
  )
}
