/** Giving a badge: who can have one today, and the form with what it will say. */
import { BADGE_KINDS } from '../../vocabulary/badge.ts'
import {
  Area,
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  none,
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { counted, day } from '../../web/language.ts'
import { Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { seenIn } from './parts.tsx'
import { toldNorm, type Given, type Names } from './give.ts'
import type { Ground, SeenGround, SignedGround } from './grounds-store.ts'

const CRUMBS = [{ name: 'Badges', to: '/balie/badges' }]
const NEW = '/balie/badges/nieuw'

/** Where the form of this ground stands. */
export const placeOfGround = (ground: Ground): string =>
  ground.kind === 'signed'
    ? `${NEW}?deelnemer=${ground.participant}`
    : ground.premises === null
      ? `${NEW}?organisatie=${ground.organisation ?? ''}`
      : `${NEW}?pand=${ground.premises}`

type Grounds = {
  readonly view: DeskView
  readonly signed: readonly SignedGround[]
  readonly seen: readonly SeenGround[]
}

export function GroundsPage({ view, signed, seen }: Grounds) {
  const refused = signed.filter(({ named }) => named !== true)
  return (
    <DeskPage view={view} title="Badge geven" crumbs={CRUMBS}>
      <div className="ld-opening">
        <Heading level={1}>Badge geven</Heading>
        <Text lead>
          Kies wie een badge krijgt. Hier staat alleen wie er vandaag een kan krijgen en er nog geen heeft.
        </Text>
      </div>
      <Section id="getekend" title="Heeft getekend">
        {signed.length === refused.length ? (
          <Text>Geen partij van een convenant dat geldt, is nog zonder badge.</Text>
        ) : (
          <List
            items={signed
              .filter(({ named }) => named === true)
              .map((each) => ({
                key: each.participant,
                body: (
                  <>
                    <Link to={placeOfGround(each)}>{each.holder}</Link>{' '}
                    <span className="ld-quiet">{each.covenant.title}</span>
                  </>
                ),
              }))}
          />
        )}
        {refused.length === 0 ? null : (
          <Text>
            {counted('nl', refused.length, 'partij zei', 'partijen zeiden')} niet dat de naam openbaar mag. Een badge
            noemt de naam.
          </Text>
        )}
      </Section>
      <Section id="gezien" title="Gezien: voldoet">
        {seen.length === 0 ? (
          <Text>
            Van niemand zonder badge is gezien dat een norm in orde is. Een schouw of inspectie laat dat zien.
          </Text>
        ) : (
          <List
            items={seen.map((each) => ({
              key: each.premises ?? each.organisation ?? each.holder,
              body: (
                <>
                  <Link to={placeOfGround(each)}>{each.holder}</Link>{' '}
                  <span className="ld-quiet">{counted('nl', each.norms.length, 'norm', 'normen')}</span>
                </>
              ),
            }))}
          />
        )}
      </Section>
    </DeskPage>
  )
}

type Props = {
  readonly view: DeskView
  readonly ground: Ground
  readonly names: Names
  readonly typed: Given
  /** The last day that it may name. */
  readonly last: string
  readonly problems?: Problems
}

export function GivePage({ view, ground, names, typed, last, problems = none }: Props) {
  const about = ground.kind === 'signed' ? ground.participant : (ground.premises ?? ground.organisation ?? '')
  const which = ground.kind === 'signed' ? 'deelnemer' : ground.premises === null ? 'organisatie' : 'pand'
  return (
    <DeskPage view={view} title={`Badge voor ${ground.holder}`} crumbs={[...CRUMBS, { name: 'Badge geven', to: NEW }]}>
      <div className="ld-opening">
        <p className="ld-kicker">{BADGE_KINDS[ground.kind]}</p>
        <Heading level={1}>Badge voor {ground.holder}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>Naam en plaats komen zo op de badge. Later verandert er niets meer aan.</Text>
      </div>
      <Facts
        items={[
          { name: 'Houder', value: ground.holder },
          ...(ground.place === '' ? [] : [{ name: 'Plaats', value: ground.place }]),
          ...(ground.kind === 'signed'
            ? [{ name: 'Convenant', value: `${ground.covenant.title}, versie ${ground.covenant.version}` }]
            : []),
        ]}
      />
      <Form view={view} action="/balie/badges">
        <Hidden name="grond" value={which} />
        <Hidden name="van" value={about} />
        {ground.kind === 'seen' ? (
          <>
            <Choice
              name="normen"
              label="Welke normen staan op de badge?"
              several
              options={ground.norms.map((norm) => {
                const told = toldNorm(names, norm)
                const when = `Gezien op ${day('nl', norm.seenOn)}; telt tot en met ${day('nl', norm.until)}.`
                return {
                  value: told.id,
                  label: `${told.id} ${told.title}`.trim(),
                  hint: `${seenIn(told)} ${when}`,
                }
              })}
              value={typed.normen}
              problems={problems}
            />
            <Field
              name="gezien_door"
              label="Gezien door"
              hint="Een functie, geen naam: “schouwer”."
              maxLength={200}
              value={typed.gezien_door}
              problems={problems}
            />
          </>
        ) : null}
        <Area
          name="beloofd"
          label={ground.kind === 'signed' ? 'Wat is beloofd?' : 'Wat is gezien?'}
          hint={
            ground.kind === 'signed'
              ? 'In gewone woorden. Dit staat op de openbare pagina.'
              : 'Ingevuld uit de bevindingen. Zeg niet meer dan daar staat. Dit komt op de openbare pagina.'
          }
          rows={3}
          maxLength={1_000}
          value={typed.beloofd}
          problems={problems}
        />
        <Field
          name="tot"
          label="Geldig tot en met"
          hint={`Hooguit ${day('nl', last)}.`}
          type="date"
          value={typed.tot}
          problems={problems}
        />
        <Field
          name="toestemming_door"
          label="Wie gaf toestemming?"
          hint="Een badge noemt de houder bij naam. Vul in wie dat goed vond, met functie. Dit blijft aan de balie."
          maxLength={200}
          value={typed.toestemming_door}
          problems={problems}
        />
        <Field
          name="toestemming_op"
          label="Op welke dag?"
          type="date"
          value={typed.toestemming_op}
          problems={problems}
        />
        <Field
          name="email"
          label="E-mailadres voor een herinnering"
          optional
          type="email"
          maxLength={320}
          value={typed.email}
          problems={problems}
        />
        <Buttons>
          <Button>Badge geven</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
