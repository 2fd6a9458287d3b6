/** One participant as a signer: its link, what it signed, what it sent, and where it stands. */
import type { Tx } from '../../../db/as.ts'
import { PARTICIPANT_STATES } from '../../../vocabulary/covenant.ts'
import { allows } from '../../../vocabulary/roles.ts'
import { CHANNELS, GROUNDS, SIGNATURE_STATES } from '../../../vocabulary/signing.ts'
import { Button, Buttons, Form, type Problems } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { missing, page, type Asked, type DeskView, type Reply, type Route } from '../../../web/desk/route.ts'
import { day, moment } from '../../../web/language.ts'
import { Facts, Heading, Link, List, Section, Text } from '../../../web/parts.tsx'
import { ErrorSummary } from '../../../web/desk/form.tsx'
import {
  covenantName,
  linksOf,
  noticesOf,
  signaturesOf,
  signersOf,
  stepsOf,
  type CovenantName,
  type Signer,
  type SigningLink,
} from './desk-store.ts'
import { filesOf, type SignedFile } from './files-store.ts'
import { unseenOf } from './unseen-store.ts'
import { linkText } from './page-signers.tsx'
import { FileList, FileForms } from './part-files.tsx'
import { STEPS, StepForms } from './part-steps.tsx'
import { signatureState } from './rules.ts'

export type SignerFacts = {
  readonly covenant: CovenantName
  readonly signer: Signer
  readonly link: SigningLink | undefined
  readonly signatures: Awaited<ReturnType<typeof signaturesOf>>
  readonly steps: Awaited<ReturnType<typeof stepsOf>>
  readonly files: readonly SignedFile[]
  readonly notices: Awaited<ReturnType<typeof noticesOf>>
  /** What this party said and nobody looked at yet. */
  readonly unseen: Awaited<ReturnType<typeof unseenOf>>
}

/** Everything that the page of one participant shows; undefined when it is not there for who asks. */
export async function signerFacts({ tx, municipality, params, who }: Asked<Tx>): Promise<SignerFacts | undefined> {
  const covenant = await covenantName(tx, municipality.id, params['covenant']!)
  const signer =
    covenant && (await signersOf(tx, municipality.id, covenant.id)).find(({ id }) => id === params['participant'])
  if (!covenant || !signer) return undefined
  const sees = allows(who.roles, 'covenant.write') || allows(who.roles, 'covenant.steer')
  const at = [tx, municipality.id, signer.id] as const
  return {
    covenant,
    signer,
    link: sees ? (await linksOf(tx, municipality.id, covenant.id)).get(signer.id) : undefined,
    signatures: await signaturesOf(...at),
    steps: await stepsOf(...at),
    files: await filesOf(...at),
    notices: await noticesOf(...at),
    unseen: await unseenOf(tx, municipality.id, covenant.id, signer.id),
  }
}

/** Where the page of a participant is. */
export const placeOf = ({ covenant, signer }: Pick<SignerFacts, 'covenant' | 'signer'>): string =>
  `/balie/convenanten/${covenant.id}/tekenen/${signer.id}`

type Shown = { readonly problems?: Problems; readonly typed?: Readonly<Record<string, string>> }

function SignerPage({
  view,
  facts,
  today,
  problems = {},
  typed = {},
}: { view: DeskView; facts: SignerFacts; today: string } & Shown) {
  const { covenant, signer, link, signatures, steps, files, notices, unseen } = facts
  const { roles } = view.who
  const place = placeOf(facts)
  return (
    <DeskPage
      view={view}
      title={signer.name}
      oneForm
      crumbs={[
        { name: 'Afspraken', to: '/balie/afspraken' },
        { name: covenant.title, to: `/balie/convenanten/${covenant.id}` },
        { name: 'Wie tekent', to: `/balie/convenanten/${covenant.id}/deelnemers` },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{covenant.title}</p>
        <Heading level={1}>{signer.name}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          {PARTICIPANT_STATES[signer.state].replace(/^./, (sign) => sign.toUpperCase())}
          {signer.joinedOn === null ? '' : `, sinds ${day('nl', signer.joinedOn)}`}
          {signer.extendedUntil === null ? '' : `. Meer tijd tot en met ${day('nl', signer.extendedUntil)}`}.
        </Text>
      </div>
      {unseen.length === 0 || !allows(roles, 'covenant.write') ? null : (
        <Section id="bericht" title="Nieuw van deze partij">
          <List items={unseen.map(({ id, text, at }) => ({ key: id, body: `${moment('nl', at)}. ${text}` }))} />
          <Form view={view} action={`${place}/gezien`}>
            <Buttons>
              <Button kind="secondary">Ik heb dit gezien</Button>
            </Buttons>
          </Form>
        </Section>
      )}
      <Facts
        items={[
          {
            name: 'Contact',
            value:
              [signer.contactName, signer.contactFunction, signer.contactEmail].filter(Boolean).join(', ') ||
              'nog niemand',
          },
          { name: 'Link', value: linkText(link) },
          {
            name: 'Met naam op de openbare site',
            value:
              signer.kind === 'municipality'
                ? 'ja'
                : signer.named === null
                  ? 'nog niet gezegd'
                  : signer.named
                    ? 'ja'
                    : 'nee',
          },
        ]}
      />
      {allows(roles, 'covenant.write') && signer.state !== 'left' ? (
        <LinkForms view={view} signer={signer} place={place} />
      ) : null}
      <Section id="handtekeningen" title="Handtekeningen">
        {signatures.length === 0 ? (
          <Text>Nog geen.</Text>
        ) : (
          <List
            items={signatures.map((one) => ({
              key: one.id,
              body: signatureText(one),
            }))}
          />
        )}
      </Section>
      <Section id="bestanden" title="Getekende bestanden">
        <FileList files={files} place={place} view={view} />
        {allows(roles, 'covenant.write') ? (
          <FileForms view={view} place={place} files={files} problems={problems} typed={typed} />
        ) : null}
      </Section>
      <StepForms {...{ view, signer, place, notices, today, problems, typed }} />
      <Section id="verloop" title="Wat er gebeurde">
        <List
          items={steps.map(({ no, step, reason, on, until }) => ({
            key: `${no}`,
            body: [
              `${day('nl', on)}: ${STEPS[step]}`,
              until === null ? '' : ` tot en met ${day('nl', until)}`,
              reason === '' ? '' : `. ${reason}`,
            ].join(''),
          }))}
        />
      </Section>
      <Text>
        <Link to={`/balie/convenanten/${covenant.id}/deelnemers`}>Wie tekent nog meer</Link>
      </Text>
    </DeskPage>
  )
}

/** One signature, whole, with how it stands. */
function signatureText(one: SignerFacts['signatures'][number]): string {
  const ground = one.groundText === '' ? GROUNDS[one.ground] : one.groundText
  const state = SIGNATURE_STATES[signatureState(one.versionState, one.withdrawnAt !== null)]
  return (
    `Versie ${one.version}, ${moment('nl', one.at)}: ${one.name || 'naam gewist'}, ${one.function}. ` +
    `${ground}; ${CHANNELS[one.channel]}. Stand: ${state}.`
  )
}

function LinkForms({ view, signer, place }: { view: DeskView; signer: Signer; place: string }) {
  const mails = view.mails || view.demo
  return (
    <Form view={view} action={`${place}/link`}>
      <Text>
        {signer.contactEmail === '' && mails
          ? 'Er is nog geen e-mailadres. Vul eerst een contactpersoon in, of geef de link zelf.'
          : 'Een nieuwe link maakt de oude ongeldig.'}
      </Text>
      <Buttons>
        <Button kind={mails && signer.contactEmail !== '' ? 'primary' : 'secondary'}>
          {mails && signer.contactEmail !== '' ? 'Verstuur een nieuwe link' : 'Maak een link om zelf te geven'}
        </Button>
      </Buttons>
    </Form>
  )
}

/** The page, with what is not right. */
export async function signerPage(asked: Asked<Tx>, shown: Shown = {}): Promise<Reply> {
  const facts = await signerFacts(asked)
  if (!facts) return missing
  const { view, today } = asked
  return page(<SignerPage {...{ view, facts, today }} {...shown} />, shown.problems === undefined ? 200 : 422)
}

/** Where everything about one participant is done. */
export const BASE = '/convenanten/:covenant/tekenen/:participant'

/** Does something with the participant of the address, when it is there. */
export const withSigner =
  (work: (asked: Asked<Tx>, facts: SignerFacts) => Promise<Reply>) =>
  async (asked: Asked<Tx>): Promise<Reply> => {
    const facts = await signerFacts(asked)
    return facts ? work(asked, facts) : missing
  }

export const signerRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: BASE,
    may: 'covenant.read',
    answer: (asked) => signerPage(asked),
  },
]
