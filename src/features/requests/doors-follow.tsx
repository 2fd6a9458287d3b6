/** The door at which who asked follows it: by a code that is typed, or the link that a code stands for. */
import type { Context, Hono } from 'hono'
import { isFollowCode, squeezedCode } from '../../lib/follow-code.ts'
import { Busy } from '../../lib/in-turn.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { hashOfToken, isToken } from '../../lib/token.ts'
import { HELPED, LONGEST_WORDS } from '../../vocabulary/request.ts'
import { bodyReader } from '../../web/body.ts'
import { sentOf } from '../../web/desk/sent.ts'
import type { Sent } from '../../web/desk/route.ts'
import { doorReader, unreadStatus } from '../../web/door.ts'
import type { Lang } from '../../web/language.ts'
import { html } from '../../web/layout.tsx'
import type { View } from '../../web/view.ts'
import { dueAfter, dueOn, takesNotice } from './clock.ts'
import {
  actOn,
  addFile,
  cameBack,
  followed,
  forgetRequester,
  type Act,
  type Acted,
  type Followed,
  type FollowedRequest,
} from './door-store.ts'
import type { RequestDoors } from './door-options.ts'
import { answerOf, chosen, fieldOf, penaltyDecided } from './follow-props.ts'
import { doneSays } from './messages-done.ts'
import { follows } from './messages-follow.ts'
import { LetterPage } from './page-letter.tsx'
import { CodePage, DeadPage, FollowedPage } from './page-follow.tsx'
import { UnreadPage } from './page-new.tsx'
import { codeOf, secretOfCode } from './rules.ts'

const KIB = 1024
/** A photo as a phone makes it; a few at a time from all strangers together. */
const PHOTO = 12 * 1024 * KIB + 64 * KIB
const PHOTOS = { together: 4 * PHOTO, pause: 10_000, whole: 60_000, thrownAway: 1024 * KIB }

type Opened = {
  readonly view: View
  readonly followed: Followed
  readonly hash: string
  readonly municipality: string
  readonly link: string
  readonly here: string
}
type Problems = Readonly<Record<string, string>>

/** Adds the addresses of requests that were made, in one language. */
export function followRequests(app: Hono, doors: RequestDoors, lang: Lang): void {
  const { db, key, origin, kinds, viewOf, counted, isOurs, today, now, remake } = doors
  const t = follows(lang)
  const base = lang === 'en' ? '/en/verzoeken' : '/verzoeken'
  const bodyOf = doorReader()
  const photos = bodyReader(PHOTOS)

  app.get(base, async (c) => c.html(html(<CodePage view={await viewOf(c, lang)} />)))

  // Nothing is looked up here: a code leads to its link by the key alone, whether it is anybody's or not.
  app.post(base, async (c) => {
    const view = await viewOf(c, lang)
    if (!isOurs(c)) return c.html(html(<UnreadPage view={view} />), 403)
    const read = await bodyOf(c)
    const typed = sentOf('fields' in read ? read.fields : {}).text('code')
    const no = unreadStatus(read)
    const code = squeezedCode(typed.slice(0, 200))
    if (no) return c.html(html(<CodePage {...{ view, typed }} problems={{ '': t[no.says] }} />), no.status)
    const problems = { code: typed === '' ? doneSays(lang).noCode : t.badCode }
    if (!isFollowCode(code)) return c.html(html(<CodePage {...{ view, typed, problems }} />), 422)
    return c.redirect(`${base}/${secretOfCode(key, code)}`, 303)
  })

  /** What stands behind this link, or the page that says that it does not open: counted before it is looked at. */
  async function opened(c: Context): Promise<Opened | { readonly dead: Response }> {
    const view = await viewOf(c, lang)
    const guess = await counted(c, 'link')
    if (guess.wait !== undefined) {
      c.header('Retry-After', String(guess.wait))
      return { dead: await c.html(html(<DeadPage view={view} wait={guess.wait} />), 429) }
    }
    const secret = c.req.param('secret') ?? ''
    const municipality = view.municipality.id ?? ''
    const hash = hashOfToken(secret)
    const found = isToken(secret) && municipality !== '' ? await followed(db, municipality, hash) : undefined
    if (!found) return { dead: await c.html(html(<DeadPage view={view} />), 404) }
    await guess.right?.()
    const here = `${base}/${secret}`
    const path = `/verzoeken/${secret}`
    return { view: { ...view, path }, followed: found, hash, municipality, link: origin + here, here }
  }

  /** The code is shown on the first day, and on one later day. */
  const codeFor = ({ madeOn, againOn, id, codeNo }: Followed): string | undefined =>
    [madeOn, againOn ?? today()].includes(today()) ? codeOf(key, id, codeNo) : undefined
  const shown = (at: Opened, problems?: Problems, typed?: Problems, done?: string) =>
    html(
      <FollowedPage
        {...at}
        {...(problems && { problems })}
        {...(typed && { typed })}
        {...{ kinds, done }}
        code={codeFor(at.followed)}
        today={today()}
        now={now()}
      />,
    )

  app.get(`${base}/:secret`, async (c) => {
    const at = await opened(c)
    if ('dead' in at) return at.dead
    await cameBack(db, at.municipality, at.hash)
    return c.html(shown(at, undefined, undefined, c.req.query('gedaan')))
  })

  app.get(`${base}/:secret/brief/:number`, async (c) => {
    const at = await opened(c)
    if ('dead' in at) return at.dead
    const request = at.followed.requests.find(({ number }) => number === c.req.param('number'))
    const kind = request && kindOf(request)
    const answer = request && answerOf(request, c.req.query('antwoord') ?? '')
    if (!request || !kind || (!answer && request.owedOn === null)) return c.html(html(<DeadPage view={at.view} />), 404)
    const view = { ...at.view, path: `${at.view.path}/brief/${request.number}` }
    const { number, receivedOn } = request
    const penalty = penaltyDecided(view, at.followed, request, today())
    const letter = { view, lang, kind, number, receivedOn, answer, penalty, today: today(), contact: view.contact }
    return c.html(html(<LetterPage {...letter} to="" city={view.municipality.name} back={at.here} />))
  })

  /** What is sent to a request: read, looked at, and done; or the page with what is not right. */
  function act(
    path: string,
    done: (
      sent: Sent,
      request: FollowedRequest,
      at: Opened,
    ) => Promise<Acted | { readonly problems: Problems; readonly typed?: Problems }>,
    reader = (c: Context) => bodyOf(c),
  ) {
    app.post(`${base}/:secret/${path}`, async (c) => {
      const at = await opened(c)
      if ('dead' in at) return at.dead
      if (!isOurs(c)) return c.html(html(<UnreadPage view={at.view} />), 403)
      const read = await reader(c)
      const sent = sentOf('fields' in read ? read.fields : {})
      const no = unreadStatus(read)
      if (no) return c.html(shown(at, { '': t[no.says] }), no.status)
      const request = at.followed.requests.find(({ number }) => number === sent.text('nummer'))
      if (!request) return c.html(html(<DeadPage view={at.view} />), 404)
      const came = await done(sent, request, at)
      if (typeof came === 'object') return c.html(shown(at, came.problems, came.typed), 422)
      if (came === 'closed') return c.html(shown(at, { '': t.closedNow }), 409)
      if (came === 'enough') return c.html(shown(at, { '': t.enough }), 429)
      return came === 'missing'
        ? c.html(html(<DeadPage view={at.view} />), 404)
        : c.redirect(`${at.here}?gedaan=${path}`, 303)
    })
  }
  const doneOf = (
    { municipality, hash }: Opened,
    request: FollowedRequest,
    more: Partial<Act> & Pick<Act, 'what' | 'task'>,
  ) => actOn(db, municipality, hash, { word: '', words: '', due: request.due, number: request.number, ...more })
  const kindOf = ({ kind }: FollowedRequest) => kinds.find(({ id }) => id === kind)
  /** The words that were typed, or why they are not taken. */
  function wordsIn(
    sent: Sent,
    field: string,
  ): { readonly words: string } | { readonly problems: Problems; readonly typed: Problems } {
    const [words, most] = [sent.text(field), LONGEST_WORDS]
    const wrong = words === '' ? t.emptyWords : words.length > most ? t.say.long(words.length, most) : ''
    return wrong === '' ? { words } : { problems: { [field]: wrong }, typed: { [field]: words } }
  }

  act('toevoegen', async (sent, request, at) => {
    const read = wordsIn(sent, fieldOf('tekst', request.number))
    if (!('words' in read)) return read
    const task = `Lees de aanvulling bij verzoek ${spoken(request.number)}`
    return doneOf(at, request, {
      what: 'added',
      words: read.words,
      task,
      due: dueAfter(kindOf(request), request, today()),
    })
  })
  act('intrekken', async (_, request, at) => doneOf(at, request, { what: 'withdrawn', task: '' }))
  act('stilstaan', async (sent, request, at) => {
    const field = fieldOf('stilstaan', request.number)
    const what = chosen(sent.text(field), 'agreed', 'declined')
    if (what === undefined) return { problems: { [field]: t.say.noChoice } }
    const task = `Lees of de termijn van verzoek ${spoken(request.number)} stil mag staan`
    return doneOf(at, request, { what, task })
  })
  act('te-laat', async (_, request, at) => {
    if (!takesNotice(kindOf(request))) return 'closed'
    return doneOf(at, request, { what: 'notice', task: `Verzoek ${spoken(request.number)}: u bent in gebreke gesteld` })
  })
  act('geholpen', async (sent, request, at) => {
    const field = fieldOf('hielp', request.number)
    const word = HELPED.find((each) => each === sent.text(field))
    return word === undefined
      ? { problems: { [field]: t.say.noChoice } }
      : doneOf(at, request, { what: 'helped', word, task: '' })
  })
  act('herstel', async (sent, request, at) => {
    const [choice, field] = [fieldOf('werkt', request.number), fieldOf('werkt-tekst', request.number)]
    const what = chosen(sent.text(choice), 'works', 'fails')
    const read = wordsIn(sent, field)
    if (what === undefined) return { problems: { [choice]: t.say.noChoice } }
    const task = `Het herstel werkt${what === 'works' ? '' : ' niet'}, zegt de melder: ${spoken(request.number)}`
    if ('words' in read) return doneOf(at, request, { what, words: read.words, task })
    if (what === 'works' && sent.text(field) === '') return doneOf(at, request, { what, task })
    return { ...read, typed: { ...read.typed, [choice]: sent.text(choice) } }
  })
  act('opnieuw', async (sent, request, at) => {
    const read = wordsIn(sent, fieldOf('opnieuw', request.number))
    if (!('words' in read)) return read
    const kind = kindOf(request)
    if (!kind) return 'closed'
    const task = `Kijk opnieuw naar verzoek ${spoken(request.number)}`
    return doneOf(at, request, { what: 'again', words: read.words, task, due: dueOn(kind, today()) })
  })
  act(
    'foto',
    async (sent, request, at) => {
      const field = fieldOf('foto', request.number)
      const photo = sent.file(field)
      if (!photo) return { problems: { [field]: t.photoNone } }
      try {
        const picture = await remake(new Uint8Array(await photo.arrayBuffer()))
        if ('problem' in picture) return { problems: { [field]: lang === 'nl' ? picture.problem : t.photoWrong } }
        const task = `Bekijk de foto bij verzoek ${spoken(request.number)}`
        return await addFile(db, at.municipality, at.hash, { number: request.number, picture, task })
      } catch (error) {
        if (error instanceof Busy) return { problems: { [field]: t.busy } }
        throw error
      }
    },
    (c) => photos(c.req.raw, PHOTO, async (read) => read),
  )

  app.post(`${base}/:secret/wissen`, async (c) => {
    const at = await opened(c)
    if ('dead' in at) return at.dead
    if (!isOurs(c)) return c.html(html(<UnreadPage view={at.view} />), 403)
    await forgetRequester(db, at.municipality, at.hash)
    return c.redirect(`${at.here}?gedaan=wissen`, 303)
  })
}
