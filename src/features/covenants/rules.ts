/** The rules of a covenant's text: how one begins from a template, how its articles are numbered, what is next. */
import { day } from '../../lib/day.ts'
import { dateMonthsAfter, daysAfter } from '../../lib/iso-date.ts'
import type { Article, CovenantTemplate, CovenantText, TemplateArticle } from '../../model/covenant.ts'
import type { CovenantState, VersionState } from '../../vocabulary/covenant.ts'
import { CLUSTER_NAMES } from '../../vocabulary/group.ts'

/** The article that says why; it stands before the first and has no number. */
export const PREAMBLE = 'waarom'

type Begun = {
  readonly city: string
  readonly title: string
  readonly cluster: string | null
  readonly street: string | null
  readonly begins: string
  readonly years: number
}

/** The last day of a covenant that begins then and lasts so many years. */
export const lastDay = (begins: string, years: number): string => daysAfter(dateMonthsAfter(begins, 12 * years), -1)

/** Whom it is for, in words: `groep A (kleine organisatie)`, or the street. */
export const groupOf = ({ cluster, street }: Pick<Begun, 'cluster' | 'street'>): string =>
  cluster === null ? (street ?? 'de hele stad') : `groep ${CLUSTER_NAMES[cluster] ?? cluster}`

/** The first text: what the template has for this cluster, with its places filled in. */
export function firstText(template: CovenantTemplate, begun: Begun): CovenantText {
  const places: Readonly<Record<string, string>> = {
    gemeente: begun.city,
    groep: groupOf(begun),
    jaren: `${begun.years}`,
    begin: day('nl', begun.begins),
    einde: day('nl', lastDay(begun.begins, begun.years)),
    titel: begun.title,
  }
  const filled = (text: string) => text.replaceAll(/\{(\w+)\}/g, (whole, place: string) => places[place] ?? whole)
  const here = (clusters: readonly string[]) =>
    clusters.length === 0 || (begun.cluster !== null && clusters.includes(begun.cluster))
  const article = ({ id, title, clusters, paragraphs }: TemplateArticle): Article[] => {
    const kept = paragraphs.filter((each) => here(each.clusters)).map(({ text }) => filled(text))
    return here(clusters) && kept.length > 0 ? [{ id, title: filled(title), paragraphs: kept }] : []
  }
  return {
    articles: template.articles.flatMap(article),
    pledges: [],
    exercises: template.exercises.flatMap(article),
  }
}

/** The last day of a text that renews, in words. */
export const untilWords = (until: string): string => `Dit convenant geldt tot en met ${day('nl', until)}.`

/** This text with the last day that was decided; an article that names the day of before, names the new one. */
export function renewedText(text: CovenantText, endsOn: string, until: string): CovenantText {
  const [was, now] = [day('nl', text.until ?? endsOn), `tot en met ${day('nl', until)}`]
  const renew = (article: Article): Article => ({
    ...article,
    paragraphs: article.paragraphs.map((each) =>
      each
        .replace(new RegExp(`duurt \\d+ jaar, tot en met ${was}(?!\\d)`), `geldt ${now}`)
        .replaceAll(new RegExp(`tot en met ${was}(?!\\d)`, 'g'), now),
    ),
  })
  return { ...text, until, articles: text.articles.map(renew) }
}

/** What each article is called: `Artikel 3. Voor wie dit geldt`. What says why comes first, without a number. */
export function headings(articles: readonly Article[]): ReadonlyMap<string, string> {
  let no = 0
  return new Map(articles.map(({ id, title }) => [id, id === PREAMBLE ? title : `Artikel ${++no}. ${title}`]))
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** What there is of a covenant, for what comes next. */
export type Facts = {
  readonly state: CovenantState
  /** The newest that was shown. */
  readonly shown: { readonly no: number; readonly state: VersionState; readonly until: string | null } | undefined
  /** The one that is written now. */
  readonly draft: number | undefined
  readonly openComments: number
  readonly invited: number
  readonly endsOn: string | null
  /** The last day of the newest evaluation that renews. */
  readonly renewedUntil: string | null
}

export type Next = { readonly stands: string; readonly act: { readonly text: string; readonly to: string } | undefined }

/** Where it stands, in a sentence, and the one thing to do now; `to` is below the page of the covenant. */
export function nextOf(facts: Facts, today: string): Next {
  const { state, shown, draft, invited } = facts
  if (state === 'dropped') return { stands: 'Dit convenant ging niet door.', act: undefined }
  if (state === 'ended') return { stands: 'Dit convenant is beëindigd.', act: undefined }
  if (state === 'in-force') return inForce(facts, today)
  if (state === 'open')
    return {
      stands: 'De tekst is vastgesteld. De partijen kunnen tekenen.',
      act: { text: 'Bekijk wie tekent', to: '/deelnemers' },
    }
  if (!shown)
    return {
      stands: `De eerste versie wordt geschreven. ${
        invited === 0 ? 'Er is nog niemand uitgenodigd.' : counted(invited, 'organisatie doet', 'organisaties doen')
      }${invited === 0 ? '' : ' mee aan het gesprek.'}`,
      act: { text: 'Schrijf de tekst', to: `/versies/${draft ?? 1}` },
    }
  return ofShown(facts, shown, today)
}

/** What comes next of one in force: its next version where there is one, past its last day the evaluation. */
function inForce(facts: Facts, today: string): Next {
  const { shown, draft, endsOn, renewedUntil } = facts
  const over = endsOn !== null && endsOn < today
  const renewed = renewedUntil !== null && (endsOn === null || renewedUntil > endsOn)
  const stands = over
    ? `De looptijd is voorbij: de laatste dag was ${day('nl', endsOn)}.`
    : `Dit convenant geldt${endsOn ? ` tot en met ${day('nl', endsOn)}` : ''}.`
  const then = (says: string, text: string, to: string): Next => ({ stands: `${stands} ${says}`, act: { text, to } })
  if (over && !renewed)
    return then('Evalueer dit convenant, en verleng of beëindig het.', 'Naar de evaluatie', '/evaluatie')
  if (shown?.state === 'shown') {
    const next = ofShown(facts, shown, today)
    return { stands: `${stands} ${next.stands}`, act: next.act }
  }
  if (draft !== undefined)
    return then(`Versie ${draft} wordt geschreven.`, `Schrijf verder aan versie ${draft}`, `/versies/${draft}`)
  if (renewed) {
    const says = `Besloten is: verlengen tot en met ${day('nl', renewedUntil)}. Dat komt in een nieuwe versie.`
    return then(says, 'Naar de nieuwe versie', '#versies')
  }
  return { stands, act: { text: 'Bekijk de voortgang', to: '/voortgang' } }
}

/** What comes next of the version that lies before everybody. */
function ofShown(
  { draft, openComments }: Pick<Facts, 'draft' | 'openComments'>,
  shown: NonNullable<Facts['shown']>,
  today: string,
): Next {
  const waits = openComments === 0 ? 'Geen reactie wacht' : counted(openComments, 'reactie wacht', 'reacties wachten')
  if (shown.until !== null && shown.until >= today)
    return {
      stands: `Versie ${shown.no} ligt voor. Reageren kan tot en met ${day('nl', shown.until)}. ${waits} op antwoord.`,
      act: {
        text: openComments > 0 ? 'Beantwoord de reacties' : 'Lees versie ' + shown.no,
        to: `/versies/${shown.no}`,
      },
    }
  if (openComments > 0)
    return {
      stands: `De reactietermijn van versie ${shown.no} is voorbij. Er ${waits} op antwoord.`,
      act: { text: 'Beantwoord de reacties', to: `/versies/${shown.no}` },
    }
  if (draft !== undefined)
    return {
      stands: `Alle reacties op versie ${shown.no} zijn beantwoord. Versie ${draft} wordt geschreven.`,
      act: { text: `Schrijf verder aan versie ${draft}`, to: `/versies/${draft}` },
    }
  return {
    stands: `Alle reacties op versie ${shown.no} zijn beantwoord. De stuurgroep kan haar vaststellen.`,
    act: { text: `Stel versie ${shown.no} vast`, to: '/vaststellen' },
  }
}

/** Why a draft cannot be shown now, in a sentence; undefined when it can. What was promised to who comments is kept. */
export function whyNotShown(
  { shown, openComments }: Pick<Facts, 'shown' | 'openComments'>,
  text: CovenantText,
  today: string,
): string | undefined {
  if (shown?.state === 'shown' && shown.until !== null && shown.until >= today)
    return `Versie ${shown.no} ligt nog voor. Reageren kan tot en met ${day('nl', shown.until)}.`
  if (openComments > 0)
    return `Beantwoord eerst alle reacties. Er ${counted(openComments, 'reactie wacht', 'reacties wachten')} nog.`
  if (text.articles.length === 0) return 'Er staat nog geen artikel in deze versie.'
  return undefined
}

/** Whether something can be said of this version today. */
export const mayComment = (
  { state, until }: { readonly state: VersionState; readonly until: string | null },
  today: string,
): boolean => state === 'shown' && until !== null && until >= today
