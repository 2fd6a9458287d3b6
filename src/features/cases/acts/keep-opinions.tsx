/** Keeps an opinion coming that is not there yet: reminds, asks a named substitute, or asks whoever is above. */
import type { Tx } from '../../../db/as.ts'
import { ROLE_NAMES } from '../../../vocabulary/roles.ts'
import { Area, Button, Buttons, Form, none, Select } from '../../../web/desk/form.tsx'
import {
  forbidden,
  go,
  missing,
  notYet,
  page,
  tooLate,
  type Asked,
  type Reply,
  type Route,
} from '../../../web/desk/route.ts'
import { among, readForm, text, thatIs, word } from '../../../web/desk/schema.ts'
import { day } from '../../../web/language.ts'
import { Link, Section, Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import type { CaseDoors } from '../doors.ts'
import { requestsNow } from '../objections.ts'
import { name } from '../pages/part.ts'
import { keepsOpinions, mayStandIn } from '../rules/may.ts'
import { inWords } from '../rules/reason.ts'
import type { Doing } from '../store/ask.ts'
import { escalate, remind, replace } from '../store/opinion-keeping.ts'
import { type Named, peopleWith } from '../store/people.ts'
import type { Case, RequestRow } from '../store/rows.ts'
import { Act, type Base, said } from './form.tsx'

type Keeping = { readonly request: RequestRow; readonly people: readonly Named[]; readonly above: boolean }

function KeepPage({ view, file, request, people, above, problems = none, typed }: Base & Keeping) {
  const at = `${pathOf(file.row)}/advies/${request.id}`
  const role = ROLE_NAMES[request.role]
  return (
    <Act
      view={view}
      file={file}
      title={`Het advies van de ${role} is er nog niet`}
      problems={problems}
      lead={
        `Gevraagd ${request.person === null ? '' : `aan ${name(file, request.person)} `}op ` +
        `${day('nl', request.at)}, graag uiterlijk ${day('nl', request.dueOn)}. Zwijgen is geen instemming.`
      }
    >
      <Section id="herinneren" title="Herinner eraan">
        <Text>Wie het advies kan geven, krijgt een e-mail. Dat kan één keer per dag.</Text>
        <Form view={view} action={`${at}/herinneren`}>
          <Buttons>
            <Button>Stuur een herinnering</Button>
          </Buttons>
        </Form>
      </Section>
      <Section id="vervangen" title="Vraag het een vervanger">
        {people.length === 0 ? (
          <Text>
            Er is nu niemand anders die als {role} kan adviseren.{' '}
            {above
              ? 'Schaal op: de beslisser hoort het, en de beheerder wordt gevraagd nog iemand aan te wijzen.'
              : `Vraag de beheerder om nog iemand met de rol ${role} aan te wijzen.`}{' '}
            Een waarnemer mag ook. Daarna kiest u die hier.
          </Text>
        ) : (
          <Form view={view} action={`${at}/vervangen`}>
            <Select
              name="vervanger"
              label="Wie geeft het advies?"
              empty="Kies een collega"
              value={said(typed, 'vervanger')}
              problems={problems}
              options={people.map(({ id, name: who, function: work }) => ({
                value: id,
                label: work === '' ? who : `${who}, ${work}`,
              }))}
            />
            <Area
              name="reden"
              label="Waarom een vervanger?"
              rows={2}
              value={said(typed, 'reden')}
              problems={problems}
              maxLength={2_000}
            />
            <Buttons>
              <Button kind="secondary">Vraag deze vervanger</Button>
            </Buttons>
          </Form>
        )}
      </Section>
      {above ? (
        <Section id="opschalen" title="Schaal op">
          <Text>De beslisser hoort dat dit advies er niet is, en kan eraan herinneren of een vervanger vragen.</Text>
          <Form view={view} action={`${at}/opschalen`}>
            <Buttons>
              <Button kind="secondary">Vraag het de beslisser</Button>
            </Buttons>
          </Form>
        </Section>
      ) : null}
      <Text>
        <Link to={`${pathOf(file.row)}#adviezen`}>Terug naar de zaak</Link>
      </Text>
    </Act>
  )
}

const fieldsOf = <P extends { readonly id: string }>(people: readonly P[]) => ({
  vervanger: word(among(people, 'Kies een collega uit de lijst.')),
  reden: text(2_000, thatIs(inWords, 'Leg in een zin uit waarom een ander het advies geeft.')),
})

export const keepOpinionsRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => {
  const keeping = (then: (asked: Asked<Tx>, file: Case, on: Keeping, doing: Doing) => Promise<Reply>) =>
    onCase(async (asked, file, doing) => {
      const request = file.requests.find(({ id }) => id === asked.params['request'])
      if (!request) return missing
      if (!keepsOpinions(file.facts, asked.who))
        return forbidden('De behandelaar houdt de adviezen bij, of de beslisser als dat niet lukt.')
      if (request.opinions.length > 0) return tooLate('Dit advies is er al.')
      if (!requestsNow(file).includes(request) || file.row.state !== 'opinions')
        return tooLate('Dit advies wordt nu niet meer gevraagd.')
      const everyone = await peopleWith(asked.tx, asked.municipality.id, [
        'fg',
        'security-officer',
        'executor',
        'adviser',
      ])
      const others = new Set(
        requestsNow(file).flatMap(({ id, person }) => (person === null || id === request.id ? [] : [person])),
      )
      const people = everyone.filter(
        (person) => mayStandIn(request, person, everyone, file.facts) && !others.has(person.id),
      )
      return then(asked, file, { request, people, above: asked.who.id === file.facts.handler }, doing)
    })
  return [
    {
      method: 'GET',
      path: '/zaken/:case/advies/:request/opvragen',
      may: 'case.read',
      answer: keeping(async ({ view }, file, on) => page(<KeepPage view={view} file={file} {...on} />)),
    },
    {
      method: 'POST',
      path: '/zaken/:case/advies/:request/herinneren',
      may: 'case.read',
      answer: keeping(async (_, file, { request }, doing) => {
        const reached = await remind(doing, file, request)
        if (reached === 'today') return notYet('Vandaag is er al aan herinnerd. Morgen kan het weer.')
        return reached === 0
          ? notYet('Er is nu niemand die dit advies kan geven. Vraag een vervanger, of schaal op.')
          : go(`${pathOf(file.row)}#adviezen`, 'De herinnering is verstuurd.')
      }),
    },
    {
      method: 'POST',
      path: '/zaken/:case/advies/:request/vervangen',
      may: 'case.read',
      answer: keeping(async ({ view, sent }, file, on, doing) => {
        if (on.people.length === 0)
          return notYet('Er is nu niemand anders die dit advies kan geven. Schaal op, of vraag het de beheerder.')
        const { held, problems } = readForm(fieldsOf(on.people), sent)
        if (!held) return page(<KeepPage view={view} file={file} {...on} problems={problems} typed={sent} />, 422)
        await replace(doing, file, on.request, held.vervanger, held.reden)
        return go(`${pathOf(file.row)}#adviezen`, `Het advies is aan ${held.vervanger.name} gevraagd.`)
      }),
    },
    {
      method: 'POST',
      path: '/zaken/:case/advies/:request/opschalen',
      may: 'case.read',
      answer: keeping(async (_, file, { request, people, above }, doing) => {
        if (!above) return forbidden('De behandelaar schaalt op. U kunt zelf herinneren of een vervanger vragen.')
        await escalate(doing, file, request, people.length === 0)
        return go(`${pathOf(file.row)}#adviezen`, 'De beslisser weet dat dit advies er nog niet is.')
      }),
    },
  ]
}
