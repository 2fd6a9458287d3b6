/** One weak point: the first step, what it brings, who can help, and ticking it off with proof. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { MOST_BYTES } from '../../../db/uploads.ts'
import {
  Area,
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  FileField,
  Form,
  none,
  type Problems,
} from '../../../web/desk/form.tsx'
import { STRENGTHS } from '../../../vocabulary/finding.ts'
import { DeskPage } from '../../../web/desk/page.tsx'
import { go, missing, notYet, overtaken, page, type Asked, type Reply, type Route } from '../../../web/desk/route.ts'
import { file, readForm, text, ticked } from '../../../web/desk/schema.ts'
import { day } from '../../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { helpersFor, shareStep, tickOff, untick, type StepDone } from '../stand-store.ts'
import { HOME, objectOf, own, type BaselineTools, type Own } from './door.ts'
import { seenSince, STAND, standOf, type Point, type Stand } from './stand.ts'
import { Brings, firmnessOf, SEEN } from './stand-parts.tsx'
import { Help, HowTo } from './step-help.tsx'

/** Bytes beside a file. */
const ROOM_FOR_TEXT = 64 * 1024
const FIELDS = { gedaan: text(2_000), bestand: file, delen: ticked }
const SOME = {
  field: 'gedaan',
  holds: ({ gedaan, bestand }: { gedaan: string; bestand: File | undefined }) => gedaan !== '' || bestand !== undefined,
  says: 'Schrijf wat u deed, of voeg een bestand toe.',
} as const

type Found = {
  readonly mine: Own
  readonly stand: Stand
  readonly point: Point | undefined
  readonly done: StepDone | undefined
}

/** Answers for a weak point of the own organisation, or what it ticked off before. */
const onPoint = (tools: BaselineTools, then: (asked: Asked<Tx>, found: Found) => Promise<Reply>) =>
  own(async (asked, mine) => {
    const id = asked.params['point']!
    const stand = await standOf(asked, tools, mine)
    const point = stand.points.find((each) => each.id === id)
    const done = point?.done ?? stand.past.find(({ criterion }) => criterion === id)
    return point || done ? then(asked, { mine, stand, point, done }) : missing
  })

export const stepRoutes = (tools: BaselineTools): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/onze-stand/:point',
    may: 'baseline.own',
    answer: onPoint(tools, async (asked, found) => page(await stepPage(asked, tools, found))),
  },
  {
    method: 'POST',
    path: '/onze-stand/:point',
    may: 'baseline.own',
    limit: MOST_BYTES + ROOM_FOR_TEXT,
    answer: onPoint(tools, async (asked, found) => {
      const { tx, municipality, who, sent } = asked
      const { point, done, mine } = found
      if (!point || done) return notYet('Dit is al afgevinkt.')
      const form = readForm(FIELDS, sent, [SOME])
      const kept =
        form.held?.bestand &&
        (await tools.uploads.keep(tx, municipality.id, form.held.bestand, {
          person: who.id,
          organisation: mine.organisation.id,
        }))
      const problems = kept && 'problem' in kept ? { bestand: kept.problem } : form.problems
      if (!form.held || (kept && 'problem' in kept)) return page(await stepPage(asked, tools, found, problems), 422)
      const ticked = await tickOff(tx, municipality.id, {
        organisation: mine.organisation.id,
        norm: point.norm.id,
        criterion: point.id,
        said: form.held.gedaan,
        upload: kept ? kept.id : null,
        shared: form.held.delen,
        by: who.id,
      })
      if (!ticked) return overtaken()
      await record(tx, municipality.id, {
        act: 'step.done',
        object: objectOf(mine.organisation),
        // What of is its own; what it shares is recorded apart.
        detail: form.held.delen ? { criterion: point.id, shared: true } : {},
      })
      return go(STAND, 'De stap is afgevinkt.')
    }),
  },
  {
    method: 'POST',
    path: '/onze-stand/:point/weg',
    may: 'baseline.own',
    answer: onPoint(tools, async ({ tx, municipality }, { mine, done }) => {
      if (!done || !(await untick(tx, municipality.id, mine.organisation.id, done.criterion)))
        return notYet('Er stond geen vinkje.')
      await record(tx, municipality.id, { act: 'step.undone', object: objectOf(mine.organisation) })
      return go(STAND, 'Het vinkje is weg, met het bewijs.')
    }),
  },
  {
    method: 'POST',
    path: '/onze-stand/:point/delen',
    may: 'baseline.own',
    answer: onPoint(tools, async ({ tx, municipality, sent }, { mine, done }) => {
      const what = sent.mark('wat')
      if (what !== 'delen' && what !== 'stoppen') return notYet('Kies of u deze stap deelt of niet meer deelt.')
      const shared = what === 'delen'
      if (!done || !(await shareStep(tx, municipality.id, mine.organisation.id, done.criterion, shared)))
        return notYet('Dat was al zo.')
      await record(tx, municipality.id, {
        act: shared ? 'step.shared' : 'step.unshared',
        object: objectOf(mine.organisation),
        detail: { criterion: done.criterion },
      })
      return go(
        `${STAND}/${done.criterion}`,
        shared ? 'De gemeente ziet deze stap nu.' : 'De gemeente ziet deze stap niet meer.',
      )
    }),
  },
]

async function stepPage(
  { tx, view, sent: typed }: Asked<Tx>,
  tools: BaselineTools,
  { stand, point, done }: Found,
  problems: Problems = none,
) {
  const title = point?.title ?? stand.past.find(({ id }) => id === done?.id)?.title ?? ''
  const norm = point?.norm ?? tools.norms.find(({ id }) => id === done?.norm)
  const helpers = point ? await helpersFor(tx, point.criteria) : []
  const id = point?.id ?? done!.criterion
  return (
    <DeskPage
      view={view}
      oneForm
      title={title}
      crumbs={[
        { name: 'Onze zelfcheck', to: HOME },
        { name: 'Onze stand', to: STAND },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{title}</p>
        <Heading level={1}>{point?.step ?? title}</Heading>
        {point && point.subjects.length > 0 ? <Text>Gezien bij: {point.subjects.join(', ')}.</Text> : null}
      </div>
      <ErrorSummary problems={problems} />
      {point ? (
        <Section id="levert-op" title="Wat het oplevert">
          <Text>Als dit in orde is en verder alles blijft zoals het is:</Text>
          <Brings brings={point.brings} themes={tools.catalogue.themes} />
        </Section>
      ) : null}
      {norm ? <HowTo norm={norm} criterion={id} /> : null}
      {done ? (
        <DoneSection {...{ view, done, stand, at: `${STAND}/${id}` }} />
      ) : (
        <Section id="afvinken" title="Klaar? Vink het af">
          <Text>Wat u hier schrijft of toevoegt, telt als {STRENGTHS.declared}: het is uw eigen woord.</Text>
          <Form view={view} action={`${STAND}/${id}`} files>
            <Area
              name="gedaan"
              label="Wat deed u?"
              hint="Of voeg hieronder een bestand toe, zoals een schermafbeelding of een e-mail als pdf."
              optional
              value={typed.text('gedaan', 2_000)}
              rows={3}
              maxLength={2_000}
              problems={problems}
            />
            <FileField name="bestand" label="Bewijs" optional problems={problems} />
            <Choice
              name="delen"
              label="Wie ziet dit?"
              several
              optional
              value={typed.all('delen')}
              options={[{ value: 'ja', label: 'Deel dit met de gemeente. Anders ziet alleen uw organisatie het.' }]}
            />
            <Buttons>
              <Button>Afvinken</Button>
            </Buttons>
          </Form>
        </Section>
      )}
      <Help helpers={helpers} />
    </DeskPage>
  )
}

function DoneSection({ view, done, stand, at }: { view: Asked<Tx>['view']; done: StepDone; stand: Stand; at: string }) {
  return (
    <Section id="afgevinkt" title="Afgevinkt">
      <Facts
        items={[
          { name: 'Wanneer', value: day('nl', done.at) },
          ...(done.said === '' ? [] : [{ name: 'Wat u deed', value: done.said }]),
          ...(done.upload === null
            ? []
            : [{ name: 'Bewijs', value: <Link to={`/balie/bestanden/${done.upload}`}>bestand</Link> }]),
          {
            name: 'Bewijskracht',
            value: `${firmnessOf(done)}. Dit telt nooit als gemeten of als gezien door een ander.`,
          },
          { name: 'Te zien?', value: SEEN[seenSince(done, stand.newest)] },
          { name: 'Wie ziet dit', value: done.shared ? 'uw organisatie en de gemeente' : 'alleen uw organisatie' },
        ]}
      />
      <Form view={view} action={`${at}/delen`}>
        <Buttons>
          <Button kind="secondary" name="wat" value={done.shared ? 'stoppen' : 'delen'}>
            {done.shared ? 'Deel dit niet meer' : 'Deel dit met de gemeente'}
          </Button>
        </Buttons>
      </Form>
      <Form view={view} action={`${at}/weg`}>
        <Buttons>
          <Button kind="subtle">Haal het vinkje weg, met het bewijs</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
