/** The session probe: one page as a browser met it, in requests, cookies, storage and content. */
import { asSaid, clean } from '../../../lib/clean.ts'
import type { CookieAttempt, Drawn, Lack, Session } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { lacksOf } from '../lacks.ts'
import { watchMixed } from './mixed-content.ts'
import { scriptCookies, type JarCookie } from './session-cookies.ts'
import { pageFacts } from '../page/page-facts.ts'
import { keptUrl } from '../page/kept-url.ts'
import { watchRequests } from './session-requests.ts'
import { readStorage } from './session-storage.ts'
import type { Frame, PageProbe, VisitedPage } from '../page/visited-page.ts'
import { within } from '../../../outside/within.ts'

const SCRIPT_COOKIES = 300
/** In one order, whatever answer came first. */
const byName = (a: CookieAttempt, b: CookieAttempt) =>
  compare(a.name, b.name) || compare(a.host, b.host) || compare(a.by, b.by)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export const sessionProbe: PageProbe<'session'> = {
  key: 'session',
  async attach(page) {
    const network = watchRequests(page)
    const [console, parts] = await Promise.all([watchConsole(page), watchMixed(page.cdp)])
    // Without it an image that a script asks for seems to be asked for by the document.
    await page.cdp.send('Runtime.setAsyncCallStackDepth', { maxDepth: 4 })
    let jar: JarCookie[] = []
    let hosts: string[] = []
    return {
      async read() {
        const frames = await page.frames()
        const top = frames[0]
        const unseen: readonly Lack[] = frames.length < page.framesThere ? ['frames'] : []
        const current = page.document.current()
        const answer = current && page.document.response(current.loader)
        if (!top || !answer || answer.status === null) throw new NotSeen('probe-failed', 'no document to read')
        const [facts, storage, cookies, titles, screenshot] = await Promise.all([
          pageFacts(page, frames),
          // A database answers in turns of the page's clock.
          page.time.during(readStorage(page, frames)),
          within(3_000, 'cookies', page.cdp.send('Network.getAllCookies')),
          Promise.all(frames.map((frame) => (frame === top ? null : frameTitle(page, frame)))),
          takeScreenshot(page),
        ])
        jar = cookies.cookies
        hosts = frames.map((frame) => (URL.canParse(frame.url) ? new URL(frame.url).hostname : '')).filter(Boolean)
        const { lacks, linked: _linked, ...kept } = facts
        const session: Session = {
          url: keptUrl(page.asked),
          finalUrl: keptUrl(current.url),
          status: answer.status,
          headers: answer.headers
            .slice(0, 200)
            .map(([name, value]) => [asSaid(name, 100), asSaid(value, 8_000)] as const),
          requests: [],
          cookies: [],
          storage: storage.items,
          frames: frames
            .slice(1)
            .map((frame, index) => ({ url: keptUrl(frame.url), title: titles[index + 1] ?? null })),
          ...kept,
          console: console.read(),
          screenshot,
          lacks: lacksOf(answer.failed === null ? page.lacks : new Set([...page.lacks, 'cut' as const]), {
            content: [...lacks, ...unseen],
            requests: [],
            cookies: unseen,
            storage: storage.missed ? ['frames'] : unseen,
          }),
        }
        return session
      },
      async parting(session) {
        const { requests, drawn, omitted, shut, busy, headerCookies, cookiesOmitted } = await network.read()
        const { mixed, more } = parts.read()
        const lacks: readonly Lack[] = [
          ...(omitted > 0 ? [shut ? ('shut' as const) : ('cut' as const)] : []),
          ...(busy ? ['busy' as const] : []),
          ...(page.sharesWorker() ? ['shared-worker' as const] : []),
        ]
        const byScript = scriptCookies(jar, headerCookies, hosts, Date.now())
        const cookieLacks: readonly Lack[] = cookiesOmitted || byScript.length > SCRIPT_COOKIES ? ['cut'] : []
        return {
          ...session,
          requests,
          mixed,
          drawn: bothDrawn(drawn, session.drawn),
          cookies: [...headerCookies, ...byScript.slice(0, SCRIPT_COOKIES)].toSorted(byName),
          lacks: {
            ...session.lacks,
            ...lacksOf(page.lacks, {
              requests: more ? [...lacks, 'cut'] : lacks,
              cookies: [...(session.lacks.cookies ?? []), ...lacks, ...cookieLacks],
            }),
          },
        }
      },
    }
  },
}

/** Badges that are kept of the drawings in one page. */
const DRAWN = 20
/** What drawings of a page say together. */
function bothDrawn(one: Drawn, other: Drawn | undefined): Drawn {
  const badges = [...new Set([...one.badges, ...(other?.badges ?? [])])]
  return { badges: badges.slice(0, DRAWN), whole: one.whole && other?.whole !== false && badges.length <= DRAWN }
}

/** The title an embedded frame has in the page around it; null: none, or the frame is gone. */
async function frameTitle(page: VisitedPage, { id, parent }: Frame): Promise<string | null> {
  if (parent === undefined) return null
  const { cdp } = page
  const look = async () => {
    const { backendNodeId } = await cdp.send('DOM.getFrameOwner', { frameId: id })
    // Asked in the isolated world around it, where it can be cut: the element may carry a whole document.
    const executionContextId = await page.world(parent)
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId, executionContextId })
    const { result } = await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId!,
      functionDeclaration: String(titleOf),
      returnByValue: true,
    })
    return typeof result.value === 'string' ? clean(result.value, 200) : null
  }
  return within(2_000, 'frame title', look()).catch(() => null)
}

/** Runs in the page, as a method of the element. */
function titleOf(this: Element): string | null {
  return Element.prototype.getAttribute.call(this, 'title')?.slice(0, 200) ?? null
}

/** The viewport, not the whole page: a page can be as tall as it likes. null: the browser would not draw it. */
async function takeScreenshot(page: VisitedPage): Promise<string | null> {
  try {
    const { data } = await within(
      5_000,
      'screenshot',
      page.cdp.send('Page.captureScreenshot', { format: 'jpeg', quality: 60 }),
    )
    return page.keep(Buffer.from(data, 'base64'))
  } catch {
    return null
  }
}

/** The first 50 messages that the page or the browser wrote to the console. */
async function watchConsole({ cdp }: VisitedPage): Promise<{ read(): Session['console'] }> {
  const lines: { level: string; text: string }[] = []
  const add = (level: string, text: string) => {
    if (lines.length < 50) lines.push({ level: clean(level, 20), text: clean(text, 300) })
  }
  cdp.on('Log.entryAdded', ({ entry }) =>
    add(entry.level, entry.url ? `${entry.text} (${keptUrl(entry.url)})` : entry.text),
  )
  cdp.on('Runtime.consoleAPICalled', ({ type, args }) => {
    add(
      type,
      args
        .slice(0, 5)
        .map((arg) => String(arg.value ?? arg.description ?? arg.type))
        .join(' '),
    )
  })
  cdp.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) =>
    add('error', exception?.description ?? text),
  )
  await cdp.send('Log.enable')
  return { read: () => [...lines] }
}
