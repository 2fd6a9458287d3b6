/** What every page of a covenant begins with: the covenant, the version, whether it may still be written. */
import type { ReactNode } from 'react'
import type { Tx } from '../../db/as.ts'
import type { Person } from '../../model/person.ts'
import { ErrorSummary, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { missing, tooLate, type Asked, type DeskView, type Reply } from '../../web/desk/route.ts'
import { Heading, Text } from '../../web/parts.tsx'
import { covenantById, versionOf, type Covenant, type Version } from './store.ts'

/** The address of a covenant at the desk. */
export const placeOf = (covenant: Pick<Covenant, 'id'>): string => `/balie/convenanten/${covenant.id}`
/** The address of a version at the desk. */
export const versionPlace = (covenant: Pick<Covenant, 'id'>, no: number): string => `${placeOf(covenant)}/versies/${no}`
/** Where everybody who was invited reads of it, for the municipality or for a partner. */
export const readPlace = (covenant: Pick<Covenant, 'id'>, no: number, who: Pick<Person, 'organisation'>): string =>
  who.organisation === null ? versionPlace(covenant, no) : `/balie/onze-afspraken/${covenant.id}/versies/${no}`

type Then = (asked: Asked<Tx>, covenant: Covenant) => Promise<Reply>
type ThenVersion = (asked: Asked<Tx>, covenant: Covenant, version: Version) => Promise<Reply>

/** With the covenant of the address. `to-change`: held until the act is done. */
export const onCovenant =
  (why: 'to-read' | 'to-change', then: Then) =>
  async (asked: Asked<Tx>): Promise<Reply> => {
    const covenant = await covenantById(asked.tx, asked.municipality.id, asked.params['covenant']!, why)
    return covenant ? then(asked, covenant) : missing
  }

/** With the covenant and the version of the address. */
export const onVersion = (why: 'to-read' | 'to-change', then: ThenVersion) =>
  onCovenant(why, async (asked, covenant) => {
    const { tx, municipality, params } = asked
    const version = await versionOf(tx, municipality.id, covenant.id, Number(params['version']))
    return version ? then(asked, covenant, version) : missing
  })

/** Only while it is written: what was shown is never edited, only followed by a next version. */
export const onDraft = (why: 'to-read' | 'to-change', then: ThenVersion) =>
  onVersion(why, async (asked, covenant, version) =>
    version.state === 'draft'
      ? then(asked, covenant, version)
      : tooLate(
          `Versie ${version.no} is voorgelegd en verandert niet meer. Begin op de pagina van het convenant een ` +
            'nieuwe versie. Die begint als een kopie.',
        ),
  )

/** The frame of every form about a covenant. */
export function Act({
  view,
  covenant,
  version,
  title,
  lead,
  problems = none,
  children,
}: {
  view: DeskView
  covenant: Covenant
  version?: Pick<Version, 'no'>
  title: string
  lead?: ReactNode
  problems?: Problems
  children: ReactNode
}) {
  return (
    <DeskPage
      view={view}
      title={title}
      crumbs={[
        { name: 'Afspraken', to: '/balie/afspraken' },
        { name: covenant.title, to: placeOf(covenant) },
        ...(version === undefined ? [] : [{ name: `Versie ${version.no}`, to: versionPlace(covenant, version.no) }]),
      ]}
    >
      <p className="ld-kicker">
        {covenant.title}
        {version === undefined ? '' : `, versie ${version.no}`}
      </p>
      <Heading level={1}>{title}</Heading>
      {lead === undefined ? null : <Text lead>{lead}</Text>}
      <ErrorSummary problems={problems} />
      {children}
    </DeskPage>
  )
}
