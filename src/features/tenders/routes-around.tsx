/** Acts around an annex: an opinion, a reason to depart from one, a question answered for all, the end of it. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { allows, type Role } from '../../vocabulary/roles.ts'
import { STANCES, type Stance } from '../../vocabulary/tender.ts'
import { Area, Choice } from '../../web/desk/form.tsx'
import { go, missing, notYet, page, tooLate, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { filled, oneOf, readForm, text, word } from '../../web/desk/schema.ts'
import { ActPage } from './act-page.tsx'
import { answerQuestion, deviate, opine, opinionsOf } from './around-store.ts'
import { crumbsTo, onTender, placeOfTender, type TenderDeps, type Whole } from './draft.ts'
import { allowed } from './fields.ts'
import { headOf } from './parts.tsx'
import { whyFixed } from './rules/refusals.ts'
import { stop } from './store.ts'

const OPINION = {
  houding: word(oneOf(Object.keys(STANCES) as [Stance, ...Stance[]], 'Kies uw advies.')),
  advies: text(8_000, filled('Schrijf uw advies op, ook als u akkoord bent.')),
}
const REASON = { reden: text(4_000, filled('Schrijf waarom de gemeente afwijkt.')) }
const STOP = { reden: text(2_000, filled('Schrijf waarom de gemeente stopt.')) }
/** The question is a bidder's: what may not be asked of one may be asked by one. The answer is ours. */
const askedOf = (here: string) => ({
  vraag: text(4_000, filled('Schrijf de vraag op.')),
  antwoord: text(4_000, allowed(here)(filled('Schrijf het antwoord op.'))),
})

type Typed = Readonly<Record<string, string>>
type Act = {
  readonly path: string
  readonly may: Route<Tx>['may']
  readonly page: (asked: Asked<Tx>, whole: Whole, typed: Typed, problems: Typed) => Promise<Reply>
  readonly done: (asked: Asked<Tx>, whole: Whole) => Promise<Reply>
  /** Also after the annex is fixed. */
  readonly always?: true
  /** It changes nothing of the tender itself: who does it may only read that. */
  readonly beside?: true
}

/** The same act as a page and as what it does. */
const both = (deps: TenderDeps, { path, may, page: shown, done, always, beside }: Act): readonly Route<Tx>[] => {
  const open = (work: (asked: Asked<Tx>, whole: Whole) => Promise<Reply>) => async (asked: Asked<Tx>, whole: Whole) => {
    const fixed = always ? undefined : whyFixed(whole.tender, new Date())
    return fixed === undefined ? work(asked, whole) : tooLate(fixed)
  }
  const at = `/aanbestedingen/:tender/${path}`
  const get = open((asked, whole) => shown(asked, whole, {}, {}))
  return [
    { method: 'GET', path: at, may, answer: onTender(deps, 'to-read', get) },
    { method: 'POST', path: at, may, answer: onTender(deps, beside ? 'to-read' : 'to-change', open(done)) },
  ]
}
const again = async (reply: Promise<Reply>): Promise<Reply> => {
  const shown = await reply
  return shown.kind === 'page' ? { ...shown, status: 422 } : shown
}

export function aroundRoutes(deps: TenderDeps): readonly Route<Tx>[] {
  const opinion: Act = {
    path: 'advies',
    may: 'tender.opine',
    beside: true,
    page: async ({ view }, { tender }, typed, problems) =>
      page(
        <ActPage
          {...{ view, problems }}
          title="Geef advies over deze bijlage"
          lead="Uw advies staat op de oplegger, met uw functie. Het verandert niet meer: een nieuw advies komt erbij."
          crumbs={crumbsTo(tender)}
          action={`${placeOfTender(tender)}/advies`}
          button="Onderteken het advies"
        >
          <Choice
            name="houding"
            label="Uw advies"
            value={[typed['houding'] ?? '']}
            options={Object.entries(STANCES).map(([value, label]) => ({ value, label }))}
            problems={problems}
          />
          <Area
            name="advies"
            label="Toelichting en voorwaarden"
            rows={6}
            value={typed['advies'] ?? ''}
            maxLength={8_000}
            problems={problems}
          />
        </ActPage>,
      ),
    done: async (asked, whole) => {
      const { tx, municipality, who, sent } = asked
      const read = readForm(OPINION, sent)
      if (!read.held) return again(opinion.page(asked, whole, read.typed, read.problems))
      const role: Role = allows(who.roles, 'tender.opine') && who.roles.includes('fg') ? 'fg' : 'security-officer'
      const { houding: stance, advies } = read.held
      await opine(tx, municipality.id, whole.tender.id, { by: who.id, role, stance, text: advies })
      await record(tx, municipality.id, {
        act: 'tender.opinion',
        object: `tender/${whole.tender.id}`,
        detail: { role, stance, hash: whole.hash },
      })
      return go(placeOfTender(whole.tender), 'Uw advies staat erbij.')
    },
  }
  const about = async ({ tx, municipality, params }: Asked<Tx>, { tender }: Whole) =>
    (await opinionsOf(tx, municipality.id, tender.id)).find(
      ({ id, kind }) => id === params['opinion'] && kind === 'opinion',
    )
  const departure: Act = {
    path: 'afwijken/:opinion',
    may: 'tender.write',
    page: async (asked, whole, typed, problems) => {
      const found = await about(asked, whole)
      if (!found) return missing
      if (found.stance === 'agreed') return notYet('Dit advies is akkoord. Er is niets om van af te wijken.')
      return page(
        <ActPage
          {...{ view: asked.view, problems }}
          title="Leg vast waarom de gemeente afwijkt"
          lead={`${headOf(found)}. ${found.text}`}
          crumbs={crumbsTo(whole.tender)}
          action={`${placeOfTender(whole.tender)}/afwijken/${found.id}`}
          button="Leg de reden vast"
        >
          <Area
            name="reden"
            label="Waarom wijkt de gemeente hiervan af?"
            rows={5}
            value={typed['reden'] ?? ''}
            maxLength={4_000}
            problems={problems}
          />
        </ActPage>,
      )
    },
    done: async (asked, whole) => {
      const found = await about(asked, whole)
      if (!found) return missing
      const read = readForm(REASON, asked.sent)
      if (!read.held) return again(departure.page(asked, whole, read.typed, read.problems))
      const { tx, municipality, who } = asked
      await deviate(tx, municipality.id, whole.tender.id, { by: who.id, about: found.id, text: read.held.reden })
      await record(tx, municipality.id, {
        act: 'tender.deviated',
        object: `tender/${whole.tender.id}`,
        detail: { opinion: found.id },
      })
      return go(placeOfTender(whole.tender), 'De reden staat bij het advies.')
    },
  }
  const question: Act = {
    path: 'vraag',
    may: 'tender.write',
    page: async ({ view }, { tender }, typed, problems) =>
      tender.issued === 0
        ? notYet('Geef de bijlage eerst uit. Daarna kunnen er vragen komen.')
        : page(
            <ActPage
              {...{ view, problems }}
              title="Beantwoord een vraag voor iedereen"
              lead="De vraag kwam binnen via uw aanbestedingssysteem. Alle inschrijvers lezen hetzelfde antwoord."
              crumbs={crumbsTo(tender)}
              action={`${placeOfTender(tender)}/vraag`}
              button="Maak vraag en antwoord openbaar"
              warning="Vraag en antwoord staan daarna meteen op de openbare pagina. Dit kan niet terug."
            >
              <Area
                name="vraag"
                label="De vraag"
                hint="Haal er namen en bedrijfsgeheimen uit."
                rows={4}
                value={typed['vraag'] ?? ''}
                maxLength={4_000}
                problems={problems}
              />
              <Area
                name="antwoord"
                label="Het antwoord"
                rows={5}
                value={typed['antwoord'] ?? ''}
                maxLength={4_000}
                problems={problems}
              />
            </ActPage>,
          ),
    done: async (asked, whole) => {
      const { tx, municipality, who, sent } = asked
      const { tender } = whole
      if (tender.issued === 0) return question.page(asked, whole, {}, {})
      const read = readForm(askedOf(municipality.name), sent)
      if (!read.held) return again(question.page(asked, whole, read.typed, read.problems))
      const { vraag, antwoord } = read.held
      const no = await answerQuestion(tx, municipality.id, tender, { by: who.id, question: vraag, answer: antwoord })
      await record(tx, municipality.id, { act: 'tender.question', object: `tender/${tender.id}`, detail: { no } })
      return go(`${placeOfTender(tender)}#vragen`, 'Vraag en antwoord staan op de openbare pagina.')
    },
  }
  const ending: Act = {
    path: 'stoppen',
    may: 'tender.write',
    always: true,
    page: async ({ view }, { tender }, typed, problems) =>
      tender.state === 'stopped' || tender.state === 'chosen'
        ? tooLate('Deze aanbesteding is al klaar.')
        : page(
            <ActPage
              {...{ view, problems }}
              title="Stop deze aanbesteding"
              lead="De bijlage blijft te lezen, met de vermelding dat de aanbesteding is gestopt."
              crumbs={crumbsTo(tender)}
              action={`${placeOfTender(tender)}/stoppen`}
              button="Stop de aanbesteding"
              warning="Dit kan niet terug."
            >
              <Area
                name="reden"
                label="Waarom stopt de gemeente?"
                rows={3}
                value={typed['reden'] ?? ''}
                maxLength={2_000}
                problems={problems}
              />
            </ActPage>,
          ),
    done: async (asked, whole) => {
      const { tx, municipality, sent } = asked
      const { tender } = whole
      if (tender.state === 'stopped' || tender.state === 'chosen') return ending.page(asked, whole, {}, {})
      const read = readForm(STOP, sent)
      if (!read.held) return again(ending.page(asked, whole, read.typed, read.problems))
      await stop(tx, municipality.id, tender, read.held.reden)
      await record(tx, municipality.id, { act: 'tender.stopped', object: `tender/${tender.id}` })
      return go(placeOfTender(tender), 'De aanbesteding is gestopt.')
    },
  }
  return [opinion, departure, question, ending].flatMap((act) => both(deps, act))
}
