/** What an organisation agrees to beside the self-check: helping others of its group, and being named. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { Button, Buttons, ErrorSummary, Field, Form, none, type Problems } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { go, notYet, page, type Asked, type Route } from '../../../web/desk/route.ts'
import { filled, readForm, text } from '../../../web/desk/schema.ts'
import { day } from '../../../web/language.ts'
import { Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { consent, consentsOf, withdrawConsent, type ConsentKind } from '../stand-store.ts'
import { HOME, objectOf, own, type Own } from './door.ts'
import { STAND } from './stand.ts'

const AT = `${STAND}/toestemming`
const HELP = { contact: text(200, filled('Schrijf hoe een ander u bereikt, zoals een e-mailadres van de zaak.')) }
const TOLD: Readonly<Record<ConsentKind, readonly [given: string, taken: string]>> = {
  help: ['U helpt anderen van uw groep.', 'U staat er niet meer bij als hulp.'],
  named: ['Uw naam komt bij uw groep en uw straat te staan.', 'Uw naam is weg.'],
}

export const consentRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/onze-stand/toestemming',
    may: 'baseline.own',
    answer: own(async (asked, mine) => page(await consentPage(asked, mine))),
  },
  {
    method: 'POST',
    path: '/onze-stand/toestemming',
    may: 'baseline.own',
    answer: own(async (asked, mine) => {
      const { tx, municipality, sent, who } = asked
      const [what, kind] = sent.mark('wat').split(' ') as [string, string | undefined]
      if ((what !== 'geef' && what !== 'stop') || (kind !== 'help' && kind !== 'named'))
        return notYet('Kies eerst waarvoor u toestemming geeft.')
      const organisation = mine.organisation.id
      const given = what === 'geef'
      if (given) {
        const form = readForm(HELP, sent)
        if (kind === 'help' && !form.held) return page(await consentPage(asked, mine, form.problems), 422)
        const contact = kind === 'help' ? form.typed.contact : ''
        await consent(tx, municipality.id, { organisation, kind, contact, by: who.id })
      } else if (!(await withdrawConsent(tx, municipality.id, organisation, kind))) return notYet('Dat was al zo.')
      await record(tx, municipality.id, {
        act: given ? 'consent.given' : 'consent.withdrawn',
        object: objectOf(mine.organisation),
        detail: { kind },
      })
      return go(AT, TOLD[kind][given ? 0 : 1])
    }),
  },
]

async function consentPage(
  { tx, municipality, view, sent: typed }: Asked<Tx>,
  { organisation }: Own,
  problems: Problems = none,
) {
  const given = await consentsOf(tx, municipality.id, organisation.id)
  const [help, named] = [given.get('help'), given.get('named')]
  return (
    <DeskPage
      view={view}
      oneForm
      title="Toestemming"
      crumbs={[
        { name: 'Onze zelfcheck', to: HOME },
        { name: 'Onze stand', to: STAND },
      ]}
    >
      <div className="ld-opening">
        <Heading level={1}>Anderen helpen, of genoemd worden</Heading>
        <Text lead>U kiest zelf, en u trekt het in wanneer u wilt. Dan is het meteen weg.</Text>
      </div>
      <ErrorSummary problems={problems} />
      <Section id="helpen" title="Anderen van uw groep helpen">
        <Text>
          {help
            ? `U helpt sinds ${day('nl', help.at)}. Anderen lezen: “${help.contact}”. Dit geldt twee jaar.`
            : 'Een organisatie uit uw groep die iets mist dat bij u in orde is, ziet dan uw naam en hoe zij u bereikt.'}
        </Text>
        <Form view={view} action={AT}>
          <Field
            name="contact"
            label="Hoe bereikt een ander u?"
            hint="Bijvoorbeeld een e-mailadres van de zaak. Alleen organisaties van uw groep en de gemeente zien dit."
            value={typed.text('contact', 200) || (help?.contact ?? '')}
            maxLength={200}
            problems={problems}
          />
          <Buttons>
            <Button name="wat" value="geef help">
              {help ? 'Opslaan' : 'Wij helpen'}
            </Button>
            {help ? (
              <Button kind="secondary" name="wat" value="stop help">
                Wij helpen niet meer
              </Button>
            ) : null}
          </Buttons>
        </Form>
      </Section>
      <Section id="genoemd" title="Uw naam bij uw groep en uw straat">
        <Text>
          {named
            ? `U gaf toestemming op ${day('nl', named.at)}. Uw naam staat er vanaf de eerste publicatie daarna.`
            : 'Op de openbare pagina van uw groep en uw straat staat dan uw naam. Uw antwoorden staan er nooit.'}{' '}
          <Link to="/landschap">Bekijk de openbare pagina</Link>
        </Text>
        <Form view={view} action={AT}>
          <Buttons>
            <Button kind="secondary" name="wat" value={named ? 'stop named' : 'geef named'}>
              {named ? 'Noem onze naam niet meer' : 'Noem onze naam'}
            </Button>
          </Buttons>
        </Form>
      </Section>
    </DeskPage>
  )
}
