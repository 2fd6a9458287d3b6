/** Writing a campaign: first the norm, then what is aimed at, for whom, when, and with which three steps. */
import { CAMPAIGN_SOURCES, CAMPAIGN_STRATA, CAMPAIGN_UNITS, CAMPAIGN_WAYS } from '../../vocabulary/campaign.ts'
import { CLUSTERS } from '../../vocabulary/group.ts'
import type { Norm } from '../../model/norm.ts'
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
  Select,
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { SearchForm } from '../../web/desk/search-form.tsx'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { DRAW_DAYS, PROOFS, type TypedWords } from './fields.ts'
import { audienceOf, PLACE } from './page-list.tsx'

const CRUMBS = [{ name: 'Campagnes', to: PLACE }]
const options = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([value, label]) => ({ value, label }))
const dutch = (of: Readonly<Record<string, { readonly nl: string }>>) =>
  Object.entries(of).map(([value, { nl }]) => ({ value, label: nl }))

/** Which norm it is about: its criteria and first steps fill the form. */
export function ChooseNormPage({ view, norms }: { view: DeskView; norms: readonly Norm[] }) {
  return (
    <DeskPage view={view} title="Campagne beginnen" crumbs={CRUMBS}>
      <div className="ld-opening">
        <Heading level={1}>Campagne beginnen</Heading>
        <Text lead>Over welke norm gaat de campagne?</Text>
        <Text>Kies er één. Eén vraag aan mensen werkt beter dan vijf.</Text>
      </div>
      <SearchForm list={`${PLACE}/nieuw`} button="Verder" filtered={false}>
        <Select
          name="norm"
          label="Norm"
          options={norms.map(({ id, label }) => ({ value: id, label: `${id} ${label}` }))}
        />
      </SearchForm>
    </DeskPage>
  )
}

type Props = {
  readonly view: DeskView
  readonly norm: Norm
  readonly typed: TypedWords
  readonly problems?: Problems
  readonly of?: { readonly id: string; readonly version: number }
}
export function CampaignFormPage({ view, norm, typed, problems = none, of }: Props) {
  const title = of === undefined ? 'Campagne beginnen' : 'Concept wijzigen'
  return (
    <DeskPage view={view} title={problems === none ? title : `Fout: ${title}`} crumbs={CRUMBS}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} />
        <Text>
          Over <Link to={`/normen/${norm.id}`}>{`${norm.id} ${norm.label}`}</Link>. Dit is een concept. Pas als u het
          vastlegt, staat het openbaar en verandert het niet meer.
        </Text>
      </div>
      <Form view={view} action={of === undefined ? `${PLACE}/nieuw` : `${PLACE}/${of.id}/wijzigen`}>
        {of === undefined ? <Hidden name="norm" value={norm.id} /> : <Hidden name="versie" value={`${of.version}`} />}
        <Field name="titel" label="Hoe heet de campagne?" value={typed.titel} maxLength={120} problems={problems} />
        <Area
          name="doel"
          label="Wat wilt u bereiken?"
          hint="In één zin, voor wie er niets van weet."
          value={typed.doel}
          rows={2}
          maxLength={400}
          problems={problems}
        />
        <Choice
          name="punten"
          label="Het doel is gehaald bij wie hieraan voldoet"
          hint="Aan alles wat u aankruist."
          several
          options={norm.criteria.map(({ id, title: { nl } }) => ({ value: id, label: nl, hint: id }))}
          value={typed.punten}
          problems={problems}
        />
        <Choice
          name="bewijs"
          label="Wat telt als bewijs?"
          options={options(PROOFS)}
          value={[typed.bewijs]}
          problems={problems}
        />
        <Draw typed={typed} problems={problems} />
        <Days typed={typed} problems={problems} />
        <Choice
          name="manieren"
          label="Hoe bereikt u mensen?"
          several
          options={dutch(CAMPAIGN_WAYS)}
          value={typed.manieren}
          problems={problems}
        />
        {(['stap1', 'stap2', 'stap3'] as const).map((name, at) => (
          <Area
            key={name}
            name={name}
            label={`Stap ${at + 1} voor de ondernemer`}
            {...(at === 0 ? { hint: 'De drie stappen staan in de brief, op het affiche en in de e-mail.' } : {})}
            value={typed[name]}
            rows={2}
            maxLength={300}
            problems={problems}
          />
        ))}
        <Buttons>
          <Button>Concept bewaren</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

type Part = { readonly typed: TypedWords; readonly problems: Problems }
function Draw({ typed, problems }: Part) {
  return (
    <>
      <Select
        name="groep"
        label="Voor wie is de campagne?"
        value={typed.groep}
        options={['', ...CLUSTERS].map((value) => ({ value, label: audienceOf(value) }))}
        problems={problems}
      />
      <Choice
        name="lot"
        label="Wat is één lot?"
        hint="De helft van de loten gaat eerst. De rest wacht tot na de nameting."
        options={[
          {
            value: 'street',
            label: CAMPAIGN_UNITS.street.nl,
            hint: 'Buren praten met elkaar. Dan is een straat eerlijk.',
          },
          { value: 'organisation', label: CAMPAIGN_UNITS.organisation.nl, hint: 'Geeft de meeste zekerheid.' },
          { value: 'cluster', label: CAMPAIGN_UNITS.cluster.nl, hint: 'Vier loten: te weinig om iets te zeggen.' },
        ]}
        value={[typed.lot]}
        problems={problems}
      />
      <Choice
        name="verdeling"
        label="Verdelen wij vooraf?"
        hint="Dan loten wij in elk deel de helft."
        options={dutch(CAMPAIGN_STRATA)}
        value={[typed.verdeling]}
        problems={problems}
      />
      <Choice
        name="bron"
        label="Welk openbaar getal beslist de loting?"
        hint="Een getal dat nu niemand weet, en dat iedereen kan opzoeken."
        options={Object.entries(CAMPAIGN_SOURCES).map(([value, { nl, on, reads }]) => ({
          value,
          label: `${nl}, ${on.nl}`,
          hint: reads.nl,
        }))}
        value={[typed.bron]}
        problems={problems}
      />
    </>
  )
}

function Days({ typed, problems }: Part) {
  return (
    <>
      <Field
        name="loting"
        label="Dag van de loting"
        hint={DRAW_DAYS}
        type="date"
        value={typed.loting}
        problems={problems}
      />
      <Field
        name="van"
        label="Eerste dag van de campagne"
        hint="Laat na de loting een paar werkdagen over. Wie niet op tijd loot, begint opnieuw."
        type="date"
        value={typed.van}
        problems={problems}
      />
      <Field name="tot" label="Laatste dag van de campagne" type="date" value={typed.tot} problems={problems} />
      <Field
        name="na"
        label="Dag van de nameting"
        hint="Meet en publiceer tussen de laatste dag en deze dag. Wat eerder is gezien, telt niet."
        type="date"
        value={typed.na}
        problems={problems}
      />
    </>
  )
}
