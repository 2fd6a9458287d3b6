/** Who signs: each participant with its link and its signature, what was fixed, and the receipts. */
import type { Tx } from '../../../db/as.ts'
import { grouped } from '../../../lib/fingerprint.ts'
import { PARTICIPANT_KINDS, PARTICIPANT_STATES } from '../../../vocabulary/covenant.ts'
import { allows } from '../../../vocabulary/roles.ts'
import { LINK_STATES, SIGNATURE_STATES } from '../../../vocabulary/signing.ts'
import { Button, Buttons, Form } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { go, missing, notYet, page, type DeskView, type Route } from '../../../web/desk/route.ts'
import { day, todayIn } from '../../../web/language.ts'
import { Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import type { SigningDeps } from './deps.ts'
import { covenantName, linksOf, signersOf, type CovenantName, type Signer, type SigningLink } from './desk-store.ts'
import { fixedOf, FORMS, receiptsOf, type FileForm, type Fixed } from './fix-store.ts'
import { isFixed, mailed, mailLinks } from './invite.ts'
import { ReceiptList, receiptRoute } from './part-receipts.tsx'
import { signatureState } from './rules.ts'

/** How somebody signed, in words. */
export function signedText({ signedVersion, signedAt, versionState, withdrawnAt }: Signer): string {
  if (signedVersion === null || signedAt === null || versionState === null) return 'nog niet'
  const state = signatureState(versionState, withdrawnAt !== null)
  return `versie ${signedVersion}, ${day('nl', signedAt)}${state === 'valid' ? '' : ` (${SIGNATURE_STATES[state]})`}`
}

/** How a link stands, in words. */
export function linkText(link: SigningLink | undefined): string {
  if (!link) return 'geen link'
  const given = link.handed ? 'zelf gegeven' : 'per e-mail'
  return link.state === 'open' ? `${given}, tot en met ${day('nl', link.endsAt)}` : LINK_STATES[link.state]
}

type Props = {
  readonly view: DeskView
  readonly covenant: CovenantName
  readonly signers: readonly Signer[]
  /** Undefined for who may not see them. */
  readonly links: ReadonlyMap<string, SigningLink> | undefined
  readonly fixed: readonly Fixed[]
  readonly receipts: Awaited<ReturnType<typeof receiptsOf>>
}

function SignersPage({ view, covenant, signers, links, fixed, receipts }: Props) {
  const place = `/balie/convenanten/${covenant.id}`
  const final = fixed.find(({ state }) => state === 'final')
  const signed = signers.filter(signs)
  const without = links === undefined ? [] : signers.filter((each) => needsLink(each, links, final !== undefined))
  const asked = signers.filter(({ state }) => state !== 'left').length
  const mails = view.mails || view.demo
  const { roles } = view.who
  return (
    <DeskPage
      view={view}
      title="Wie tekent"
      wide
      crumbs={[
        { name: 'Afspraken', to: '/balie/afspraken' },
        { name: covenant.title, to: place },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{covenant.title}</p>
        <Heading level={1}>Wie tekent</Heading>
        <Text lead>
          {final === undefined
            ? 'Er is nog geen versie vastgesteld. Met een link kan een contactpersoon al meelezen en reageren.'
            : `${signed.length} van ${asked} tekenden versie ${final.version}. ` +
              (final.signBy < todayIn() ? 'Afgesproken was te tekenen' : 'Tekenen kan') +
              ` tot en met ${day('nl', final.signBy)}.`}
        </Text>
      </div>
      {without.length === 0 || !mails || !allows(roles, 'covenant.write') ? null : (
        <Form view={view} action={`${place}/deelnemers/links`}>
          <Buttons>
            <Button>
              Verstuur een link aan wie {final === undefined ? 'er geen heeft' : 'nog niet tekende'} ({without.length})
            </Button>
          </Buttons>
        </Form>
      )}
      {final !== undefined && allows(roles, 'covenant.sign') ? (
        <Text>
          <Link to={`${place}/tekenen`}>Teken namens de gemeente</Link>
        </Text>
      ) : null}
      <Table
        id="deelnemers-lijst"
        caption="De gemeente eerst, dan op naam"
        stacked
        columns={[
          { head: 'Naam' },
          { head: 'Als' },
          { head: 'Stand' },
          { head: 'Contact' },
          { head: 'Link' },
          { head: 'Getekend' },
        ]}
        rows={signers.map((each) => ({
          key: each.id,
          cells: [
            <Link key="n" to={`${place}/tekenen/${each.id}`}>
              {each.name}
            </Link>,
            PARTICIPANT_KINDS[each.kind],
            PARTICIPANT_STATES[each.state],
            [each.contactName, each.contactFunction].filter(Boolean).join(', ') || 'nog niemand',
            links === undefined ? 'niet zichtbaar voor u' : linkText(links.get(each.id)),
            signedText(each),
          ],
        }))}
      />
      <Section id="vastgesteld" title="Wat is vastgesteld">
        {fixed.length === 0 ? (
          <Text>Nog niets. Vaststellen kan als de reactietermijn voorbij is.</Text>
        ) : (
          fixed.map((one) => <FixedPart key={one.version} one={one} place={place} />)
        )}
        {allows(roles, 'covenant.steer') && final === undefined ? (
          <Text>
            <Link to={`${place}/vaststellen`}>Stel een versie vast</Link>
          </Text>
        ) : null}
      </Section>
      <ReceiptList receipts={receipts} place={place} />
    </DeskPage>
  )
}

function FixedPart({ one, place }: { one: Fixed; place: string }) {
  return (
    <>
      <Heading level={3}>
        Versie {one.version}
        {one.state === 'final' ? '' : ' (vervangen)'}, vastgesteld op {day('nl', one.at)}
      </Heading>
      <ul className="ld-list">
        {(['pdf', 'odt', 'json'] as const).map((form) => (
          <li key={form}>
            <Link to={`${place}/vastgesteld/${one.version}/convenant.${form}`}>{form.toUpperCase()}</Link>
            <span className="ld-block ld-small ld-address">{grouped(one[form])}</span>
          </li>
        ))}
      </ul>
      {one.why === '' ? null : <Text>Aan wie het niet eens was: {one.why}</Text>}
    </>
  )
}

/** Who can be reached, is asked to read along or, once it is final, to sign, and has no link that works. */
const needsLink = (each: Signer, links: ReadonlyMap<string, SigningLink>, final: boolean): boolean =>
  ['invited', 'joined', 'paused'].includes(each.state) &&
  each.contactEmail !== '' &&
  links.get(each.id)?.state !== 'open' &&
  !(final && signs(each))

/** Whether the signature stands under the text that is final. */
const signs = ({ versionState, withdrawnAt }: Signer): boolean => versionState === 'final' && withdrawnAt === null

/** The bytes of a version that was fixed, as they were made: an address for each form. */
export const fixedFiles = (
  path: string,
  may: 'covenant.read' | 'covenant.own',
  { files }: Pick<SigningDeps, 'files'>,
): readonly Route<Tx>[] => [
  receiptRoute(path, may),
  ...(Object.keys(FORMS) as FileForm[]).map((form): Route<Tx> => ({
    method: 'GET',
    path: `${path}/vastgesteld/:version/convenant.${form}`,
    may,
    answer: async ({ tx, municipality, params }) => {
      const covenant = await covenantName(tx, municipality.id, params['covenant']!)
      const one =
        covenant &&
        (await fixedOf(tx, municipality.id, covenant.id)).find(({ version }) => `${version}` === params['version'])
      const body = one && (await files.file(one[form], FORMS[form]))
      return covenant && one && body
        ? { kind: 'file', name: `convenant-${covenant.no}-versie-${one.version}.${form}`, media: FORMS[form], body }
        : missing
    },
  })),
]

export const signersRoutes = (deps: SigningDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/convenanten/:covenant/deelnemers',
    may: 'covenant.read',
    answer: async ({ tx, municipality, params, view, who }) => {
      const covenant = await covenantName(tx, municipality.id, params['covenant']!)
      if (!covenant) return missing
      const at = [tx, municipality.id, covenant.id] as const
      const sees = allows(who.roles, 'covenant.write') || allows(who.roles, 'covenant.steer')
      return page(
        <SignersPage
          {...{ view, covenant }}
          signers={await signersOf(...at)}
          links={sees ? await linksOf(...at) : undefined}
          fixed={await fixedOf(...at)}
          receipts={await receiptsOf(...at)}
        />,
      )
    },
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/deelnemers/links',
    may: 'covenant.write',
    answer: async (asked) => {
      const { tx, municipality, params, view } = asked
      const covenant = await covenantName(tx, municipality.id, params['covenant']!)
      if (!covenant) return missing
      if (!view.mails && !view.demo) return notYet('Er is geen mailserver ingesteld. Geef elke link zelf.')
      const links = await linksOf(tx, municipality.id, covenant.id)
      const final = await isFixed(asked, covenant.id)
      const signers = await signersOf(tx, municipality.id, covenant.id)
      const without = new Set(signers.filter((each) => needsLink(each, links, final)).map(({ id }) => id))
      const count = await mailLinks(asked, covenant.id, { final, which: ({ id }) => without.has(id) })
      return go(`/balie/convenanten/${covenant.id}/deelnemers`, mailed(count))
    },
  },
  ...fixedFiles('/convenanten/:covenant', 'covenant.read', deps),
]
