/** One premises of a round at the desk: what both saw, the choice between them, the owner and the reaction. */
import type { Tx } from '../../db/as.ts'
import { ErrorSummary, none } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { missing, page, type Asked, type Route } from '../../web/desk/route.ts'
import { day, moment } from '../../web/language.ts'
import { Facts, Heading, Section, Text } from '../../web/parts.tsx'
import {
  photosOfWalk,
  roundPath,
  STREETS,
  streetPath,
  wholeRound,
  type StreetDeps,
  type Walk,
  type Whole,
} from './here.ts'
import { Clashes, Decide, mayDecide, Owner, type More } from './part-walk.tsx'
import { Answers, standOf } from './parts.tsx'
import { peopleNamed } from './rounds-store.ts'

/** The round and the premises of an address; undefined when one is not there. */
export async function walkAt({ tx, municipality, params }: Asked<Tx>, deps: StreetDeps) {
  const whole = await wholeRound(tx, municipality.id, deps, { street: params['street']!, round: params['round']! })
  const walk = whole?.walks.find(({ premises }) => premises.id === params['premises'])
  return whole && walk && { whole, walk }
}

/** The page, with what was typed and what is not right about it. */
export async function walkPage(asked: Asked<Tx>, { whole, walk }: { whole: Whole; walk: Walk }, more: More = {}) {
  const { tx, municipality, view, today } = asked
  const { street, round, inspectors } = whole
  const photos = await photosOfWalk(tx, municipality.id, walk)
  const decider = walk.outcome && (await peopleNamed(tx, municipality.id, [walk.outcome.by])).get(walk.outcome.by)
  const remarks = walk.seen.flatMap(({ counts }, index) =>
    counts && counts.remark !== '' ? [{ name: inspectors[index]!.name, value: counts.remark }] : [],
  )
  const late = walk.seen.some(({ counts }) => counts?.late)
  const typed = walk.seen.some(({ counts }) => counts && counts.by !== counts.inspector)
  return (
    <DeskPage
      view={view}
      title={walk.premises.name}
      crumbs={[
        { name: 'Winkelstraten', to: STREETS },
        { name: street.name, to: streetPath(street.id) },
        { name: `Ronde van ${day('nl', round.begins)}`, to: roundPath(street.id, round.id) },
      ]}
      wide
    >
      <div className="ld-opening">
        <p className="ld-kicker">{walk.premises.address}</p>
        <Heading level={1}>{walk.premises.name}</Heading>
        <ErrorSummary problems={more.problems ?? none} />
        <Text lead>{standOf(walk, today).replace(/^./, (sign) => sign.toUpperCase())}.</Text>
        {late ? <Text>Een van de twee kwam binnen nadat de ronde was gesloten.</Text> : null}
        {typed ? <Text>Een van de twee is overgetypt van papier of ingelezen uit een bestand.</Text> : null}
      </div>
      <Clashes {...{ asked, whole, walk, more }} />
      {walk.compared ? (
        <Answers walk={walk} questions={whole.questions} names={inspectors.map(({ name }) => name)} />
      ) : null}
      {remarks.length === 0 ? null : (
        <Section id="opmerkingen" title="Opmerkingen">
          <Facts items={remarks} />
        </Section>
      )}
      {photos.length === 0 ? null : (
        <Section id="fotos" title="Foto’s">
          <div className="ld-photos">
            {photos.map(({ inspection, hash, gone, until, width, height }, index) =>
              gone ? (
                <Text key={hash}>Een foto is op {day('nl', until)} verwijderd.</Text>
              ) : (
                <figure key={hash}>
                  <img
                    src={`${roundPath(street.id, round.id)}/fotos/${inspection}/${hash}`}
                    alt={`Foto ${index + 1} van ${walk.premises.name}`}
                    width={width}
                    height={height}
                    loading="lazy"
                  />
                  <figcaption>Blijft tot en met {day('nl', until)}</figcaption>
                </figure>
              ),
            )}
          </div>
        </Section>
      )}
      {walk.outcome ? (
        <Section id="vastgesteld" title="Vastgesteld">
          <Text>
            Door {decider?.name ?? 'een oud-medewerker'} ({decider?.function ?? 'functie niet bekend'}),{' '}
            {moment('nl', walk.outcome.at)}. Geldt tot en met {day('nl', walk.outcome.until)}.
            {walk.outcome.reason === '' ? '' : ` Hersteld: ${walk.outcome.reason}`}
          </Text>
        </Section>
      ) : null}
      <Owner {...{ asked, whole, walk, more }} />
      {walk.compared && mayDecide(asked, whole) ? <Decide {...{ asked, whole, walk, more }} /> : null}
    </DeskPage>
  )
}

export const walkRoutes = (deps: StreetDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/straten/:street/rondes/:round/panden/:premises',
    may: 'street.read',
    answer: async (asked) => {
      const at = await walkAt(asked, deps)
      return at ? page(await walkPage(asked, at)) : missing
    },
  },
]
