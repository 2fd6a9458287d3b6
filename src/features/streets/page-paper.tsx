/** The round on paper: a sheet to print, and typing it over with the name of who types. */
import type { Tx } from '../../db/as.ts'
import type { Answers } from '../../model/questionnaire.ts'
import { Button, Buttons, ErrorSummary, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { forbidden, go, missing, page, type Asked, type Route } from '../../web/desk/route.ts'
import { isDate } from '../../lib/iso-date.ts'
import { day } from '../../web/language.ts'
import { Heading, Link, List, Text } from '../../web/parts.tsx'
import { InspectionFields, readInspection, suffixOf } from './form-inspection.tsx'
import {
  roundPath,
  STREETS,
  streetPath,
  wholeRound,
  type Named,
  type StreetDeps,
  type Walk,
  type Whole,
} from './here.ts'
import { take } from './receive.ts'
import { typedHere } from './part-walk.tsx'
import { inspectionId } from './rules.ts'

const whole = ({ tx, municipality, params }: Asked<Tx>, deps: StreetDeps) =>
  wholeRound(tx, municipality.id, deps, { street: params['street']!, round: params['round']! })
const crumbsOf = ({ street, round }: Whole) => [
  { name: 'Winkelstraten', to: STREETS },
  { name: street.name, to: streetPath(street.id) },
  { name: `Ronde van ${day('nl', round.begins)}`, to: roundPath(street.id, round.id) },
]
const INSPECTOR = 'Wie zelf kijkt, typt niets over van een ander en niets van zichzelf: een collega doet dat.'
const ONE = 'U typte hier al het blad van de andere schouwer over. Een collega doet dit blad.'
const looks = (asked: Asked<Tx>, { round }: Whole): boolean => [round.one, round.other].includes(asked.who.id)

/** The round, the premises and the inspector of an address. */
async function at(asked: Asked<Tx>, deps: StreetDeps) {
  const found = await whole(asked, deps)
  const walk = found?.walks.find(({ premises }) => premises.id === asked.params['premises'])
  const index = found?.inspectors.findIndex(({ id }) => id === asked.params['inspector'])
  if (!found || !walk || index === undefined || index < 0) return undefined
  return { found, walk, inspector: found.inspectors[index]!, no: 1 + (walk.seen[index]!.newest[0]?.no ?? 0) }
}

type TypeProps = {
  readonly asked: Asked<Tx>
  readonly deps: StreetDeps
  readonly found: Whole
  readonly walk: Walk
  readonly inspector: Named
  readonly no: number
  readonly problems?: Problems
  /** What was typed and is not kept. */
  readonly filled?: { readonly answers: Answers; readonly remark: string; readonly on: string }
}
function TypePage({ asked, deps, found, walk, inspector, no, problems = none, filled }: TypeProps) {
  const { round, street } = found
  const { premises } = walk
  const place = `${roundPath(street.id, round.id)}/overtypen`
  return (
    <DeskPage view={asked.view} title={`${premises.name} overtypen`} crumbs={crumbsOf(found)}>
      <p className="ld-kicker">Blad van {inspector.name}</p>
      <Heading level={1}>{premises.name}</Heading>
      <ErrorSummary problems={problems} />
      <Text lead>Uw naam staat erbij als wie dit overtypte. Bewaar het blad tot de uitkomst vaststaat.</Text>
      {no > 1 ? <Text>Van {inspector.name} is hier al iets binnen. Dit wordt een verbetering daarvan.</Text> : null}
      <Form view={asked.view} action={`${place}/${premises.id}/${inspector.id}`}>
        <Field name="dag" label="Dag op het blad" type="date" value={filled?.on ?? ''} problems={problems} />
        <InspectionFields
          questions={found.questions}
          premises={premises.id}
          id={inspectionId(deps.key, round.id, premises.id, inspector.id, no)}
          no={no}
          {...(filled && { answers: filled.answers, remark: filled.remark })}
          problems={problems}
          photos={false}
        />
        <Buttons>
          <Button>Blad bewaren</Button>
          <Link to={place}>Annuleren</Link>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

export const paperRoutes = (deps: StreetDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/straten/:street/rondes/:round/blad',
    may: 'street.plan',
    answer: async (asked) => {
      const found = await whole(asked, deps)
      if (!found) return missing
      const { street, round, questions, walks } = found
      return page(
        <DeskPage view={asked.view} title={`Blad voor de ${street.name}`} crumbs={crumbsOf(found)}>
          <Heading level={1}>{street.name}</Heading>
          <Text>
            Ronde van {day('nl', round.begins)} tot en met {day('nl', round.ends)}. Schouwer: ______________________
            Dag: ____________
          </Text>
          <Text>Print deze pagina, één keer per schouwer. Schrijf geen namen van mensen op.</Text>
          {walks.map(({ premises }) => (
            <section key={premises.id} className="ld-sheet">
              <Heading level={2}>
                {premises.name}, {premises.address}
              </Heading>
              {questions.questions.map((question) => (
                <Text key={question.id}>
                  {question.text}
                  <br />
                  {question.options.map(({ label }) => `☐ ${label}`).join('   ')}
                </Text>
              ))}
              <Text>Wat viel nog op? ____________________________________________</Text>
            </section>
          ))}
        </DeskPage>,
      )
    },
  },
  {
    method: 'GET',
    path: '/straten/:street/rondes/:round/overtypen',
    may: 'street.plan',
    answer: async (asked) => {
      const found = await whole(asked, deps)
      if (!found) return missing
      if (looks(asked, found)) return forbidden(INSPECTOR)
      const place = `${roundPath(found.street.id, found.round.id)}/overtypen`
      return page(
        <DeskPage view={asked.view} title="Blad overtypen" crumbs={crumbsOf(found)}>
          <Heading level={1}>Blad overtypen</Heading>
          <Text lead>Kies van welk pand en van wie het blad is.</Text>
          {found.walks.map(({ premises, seen }) => (
            <div key={premises.id}>
              <Heading level={2}>{premises.name}</Heading>
              <List
                items={found.inspectors.map((inspector, index) => ({
                  key: inspector.id,
                  body: (
                    <>
                      <Link to={`${place}/${premises.id}/${inspector.id}`}>Blad van {inspector.name}</Link>
                      {seen[index]!.newest.length > 0 ? ' (er is al iets binnen)' : ''}
                    </>
                  ),
                }))}
              />
            </div>
          ))}
        </DeskPage>,
      )
    },
  },
  {
    method: 'GET',
    path: '/straten/:street/rondes/:round/overtypen/:premises/:inspector',
    may: 'street.plan',
    answer: async (asked) => {
      const here = await at(asked, deps)
      if (!here) return missing
      return looks(asked, here.found) ? forbidden(INSPECTOR) : page(<TypePage {...{ asked, deps, ...here }} />)
    },
  },
  {
    method: 'POST',
    path: '/straten/:street/rondes/:round/overtypen/:premises/:inspector',
    may: 'street.plan',
    again: true,
    answer: async (asked) => {
      const here = await at(asked, deps)
      if (!here) return missing
      const { found, walk, inspector } = here
      if (looks(asked, found)) return forbidden(INSPECTOR)
      if (typedHere(asked, found, walk, inspector.id)) return forbidden(ONE)
      const { sent, today } = asked
      const { answers, remark } = readInspection(sent, found.questions, walk.premises.id)
      const on = sent.text('dag')
      const problems: Record<string, string> = {}
      if (!isDate(on) || on > today) problems['dag'] = 'Vul de dag in die op het blad staat, zoals 28 november 2026.'
      if (Object.keys(answers).length === 0)
        problems[`${found.questions.questions[0]!.id}-${suffixOf(walk.premises.id)}`] =
          'Neem minstens één antwoord over.'
      const no = Number(sent.mark('keer'))
      const id = inspectionId(deps.key, found.round.id, walk.premises.id, inspector.id, no)
      if (Object.keys(problems).length > 0)
        return page(<TypePage {...{ asked, deps, ...here, problems }} filled={{ answers, remark, on }} />, 422)
      if (!Number.isInteger(no) || no < 1 || no > here.no || id !== sent.mark('nummer')) return missing
      const receipt = await take(asked, {
        id,
        no,
        answers,
        remark,
        photos: [],
        round: found.round.id,
        premises: walk.premises.id,
        inspector: inspector.id,
        seenAt: `${on}T12:00:00.000Z`,
        came: 'paper',
      })
      const told = receipt.differs
        ? 'Er was al iets anders binnen. Beide zijn bewaard: iemand kiest welke telt.'
        : `Het blad van ${walk.premises.name} is bewaard.`
      return go(`${roundPath(found.street.id, found.round.id)}/overtypen`, told)
    },
  },
]
