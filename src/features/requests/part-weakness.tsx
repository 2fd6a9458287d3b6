/** A reported weakness at the desk: how far it is, whose it is to mend, and what everybody may know afterwards. */
import { LONGEST_WORDS } from '../../vocabulary/request.ts'
import { SEVERITIES, WEAKNESS_NEXT, WEAKNESS_STATES } from '../../vocabulary/weakness.ts'
import { Area, Button, Buttons, Choice, Field, Form, none, Select } from '../../web/desk/form.tsx'
import { day } from '../../web/language.ts'
import { Details, Facts, Section, Text } from '../../web/parts.tsx'
import { Part } from './part-step.tsx'
import type { RequestProps } from './request-props.ts'
import { isMended, nextDue, type Due } from './weakness-rules.ts'

const DUE: Readonly<Record<Due['what'], (on: string) => string>> = {
  acknowledge: (on) => `Zeg uiterlijk ${on} dat de melding is ontvangen.`,
  judge: (on) => `Zeg uiterlijk ${on} of het klopt, en wanneer het is hersteld.`,
  supplier: (on) => `De leverancier antwoordde nog niet. Doet hij dat niet voor ${on}? Vraag het dan zijn directie.`,
  mend: (on) => `Het is uiterlijk ${on} hersteld. Dat is de melder gezegd.`,
  retest: (on) => `Kijk uiterlijk ${on} na of het herstel werkt. De melder kan het ook zeggen.`,
}

export function WeaknessPart(props: RequestProps) {
  const { request, weakness, notes, mayTell } = props
  const state = weakness?.state ?? 'received'
  const due = request.closedAt === null ? nextDue({ ...request, taken: true }, weakness) : undefined
  const open = request.closedAt === null && WEAKNESS_NEXT[state].length > 0
  return (
    <Section id="zwakke-plek" title="De zwakke plek">
      <Text>
        TLP:AMBER+STRICT: wat hier staat is voor wie het moet weten, en blijft binnen de gemeente. De leverancier leest
        alleen wat u hem zelf vertelt.
      </Text>
      {due === undefined ? null : <Text>{DUE[due.what](day('nl', due.on))}</Text>}
      <Stands {...props} />
      {open ? <Judge {...props} /> : null}
      {open ? <Supplier {...props} /> : null}
      {mayTell && isMended(state) && notes.every(({ takenBackOn }) => takenBackOn !== null) ? (
        <Write {...props} />
      ) : null}
      {notes.length === 0 ? null : (
        <Text>
          {toldOf(notes[0]!)}{' '}
          <a className="nl-link" href="/balie/zwakke-plekken">
            Herstelde zwakke plekken
          </a>
        </Text>
      )}
    </Section>
  )
}

const toldOf = ({ toldOn, takenBackOn }: RequestProps['notes'][number]): string =>
  takenBackOn !== null
    ? `Wat hiervan op de site stond, is er op ${day('nl', takenBackOn)} af gehaald.`
    : `Wat iedereen hiervan mag weten, ${toldOn === null ? 'wacht op een collega' : 'staat op de site'}.`

function Stands({ weakness }: RequestProps) {
  const { severity, fixBy, fixedOn, supplier, toldOn, answeredOn, judgedOn } = weakness ?? {}
  const on = (name: string, date: string | null | undefined) => (date ? [{ name, value: day('nl', date) }] : [])
  return (
    <Facts
      items={[
        { name: 'Stand', value: WEAKNESS_STATES[weakness?.state ?? 'received'].nl },
        ...(severity ? [{ name: 'Gevolg', value: SEVERITIES[severity].nl }] : []),
        ...on('Beoordeeld', judgedOn),
        ...on('Hersteld uiterlijk', fixBy),
        ...on('Hersteld', fixedOn),
        ...(supplier ? [{ name: 'Leverancier', value: supplier }] : []),
        ...on('Aan hem verteld', toldOn),
        ...on('Hij antwoordde', answeredOn),
      ]}
    />
  )
}

function Judge(props: RequestProps) {
  const { weakness, came } = props
  const { typed, problems = none } = came.judgement ?? {}
  const state = weakness?.state ?? 'received'
  return (
    <Part
      props={props}
      path="stand"
      title="Zeg hoe het ermee staat"
      button="Opslaan en laten weten"
      open={came.judgement !== undefined || state === 'received'}
    >
      <Choice
        name="stand"
        label="Hoe staat het ermee?"
        value={typed === undefined ? [] : [typed.state]}
        problems={problems}
        options={WEAKNESS_NEXT[state].map((value) => ({ value, label: WEAKNESS_STATES[value].nl }))}
      />
      <Select
        name="ernst"
        label="Hoe groot is het gevolg?"
        value={typed?.severity ?? weakness?.severity ?? ''}
        empty="Kies, als het klopt"
        problems={problems}
        options={Object.entries(SEVERITIES).map(([value, { nl: label }]) => ({ value, label }))}
      />
      <Field
        name="uiterlijk"
        label="Klopt het: hersteld uiterlijk op"
        type="date"
        value={typed?.fixBy ?? weakness?.fixBy ?? ''}
        problems={problems}
      />
      <Field
        name="hersteld"
        label="Is het hersteld: op welke dag"
        type="date"
        value={typed?.fixedOn ?? ''}
        problems={problems}
      />
      <Area
        name="bericht"
        label="Bericht aan de melder"
        value={typed?.text ?? ''}
        rows={4}
        maxLength={LONGEST_WORDS}
        problems={problems}
      />
    </Part>
  )
}

function Supplier(props: RequestProps) {
  const { weakness, came } = props
  const { typed, problems = none } = came.supplier ?? {}
  return (
    <Part
      props={props}
      path="leverancier"
      title="Noteer wat de leverancier weet"
      button="Opslaan"
      open={came.supplier !== undefined}
    >
      <Text>Vertel hem wat er is en hoe u het nadoet. De naam van de melder geeft u alleen als die dat wil.</Text>
      <Field
        name="leverancier"
        label="Wie moet het herstellen?"
        value={typed?.supplier ?? weakness?.supplier ?? ''}
        problems={problems}
      />
      <Field
        name="verteld"
        label="Aan hem verteld op"
        type="date"
        value={typed?.toldOn ?? weakness?.toldOn ?? ''}
        problems={problems}
      />
      <Field
        name="antwoordde"
        label="Hij antwoordde op"
        type="date"
        value={typed?.answeredOn ?? weakness?.answeredOn ?? ''}
        problems={problems}
      />
    </Part>
  )
}

/** Also after the answer. Who reported it may be thanked by the name that stands in the report. */
function Write({ view, request, texts, came }: RequestProps) {
  const { typed, problems = none } = came.note ?? {}
  const wants = texts.find(({ field }) => field === 'dank')?.text ?? ''
  return (
    <Details summary="Schrijf wat iedereen mag weten" open={came.note !== undefined}>
      <Form view={view} action={`/balie/verzoeken/${request.id}/openbaar`}>
        <Text>Schrijf niet hoe iemand het kan nadoen. Een collega leest het, en maakt het openbaar.</Text>
        <Field name="kop" label="Wat er was" value={typed?.title ?? ''} problems={problems} />
        <Area
          name="uitleg"
          label="Wat er is gedaan"
          value={typed?.text ?? ''}
          rows={5}
          maxLength={2_000}
          problems={problems}
        />
        <Field
          name="bedankt"
          label="Met dank aan"
          hint={wants === '' ? 'De melder wil niet worden genoemd: laat dit leeg.' : 'Zo vroeg de melder het.'}
          value={typed?.thanked ?? wants}
          problems={problems}
        />
        <Buttons>
          <Button kind="secondary">Opslaan voor een collega</Button>
        </Buttons>
      </Form>
    </Details>
  )
}
