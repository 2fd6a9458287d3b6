/**
 * Joining an event without an account, by the person or by whoever helps: the form, and by a secret link how it stands.
 * Counted before anything is read; no answer is kept by anybody.
 */
import { Hono, type Context } from 'hono'
import type { Db } from '../../db/connect.ts'
import { newSeal, sealState } from '../../lib/form-seal.ts'
import { isEmail } from '../../lib/mail-address.ts'
import { readPhone } from '../../lib/phone.ts'
import { idOfSignUp, secretOfSignUp } from '../../lib/sign-up.ts'
import { hashOfToken, isToken } from '../../lib/token.ts'
import { sentOf } from '../../web/desk/sent.ts'
import { doorReader, unkept, unreadStatus, type Door } from '../../web/door.ts'
import type { Lang } from '../../web/language.ts'
import { html } from '../../web/layout.tsx'
import type { View } from '../../web/view.ts'
import { joinEvent, leaveEvent, openEvent, readJoined, type OpenEvent } from './door-store.ts'
import { says } from './messages.ts'
import { JoinedPage, JoinPage, ShutPage, type Filled } from './page-door.tsx'

export type EventDoors = Door & {
  /** Through the role that reads what is public. */
  readonly db: Db
  readonly key: Buffer
  readonly today: () => string
  /** In milliseconds. */
  readonly now?: () => number
}

const LONGEST_NAME = 80
const LONGEST_EMAIL = 254

/** What is wrong with what was typed, by its field. */
function problemsOf(t: ReturnType<typeof says>, { name, email, phone }: Omit<Filled, 'seal' | 'helped' | 'keeps'>) {
  return {
    ...(name === '' ? { naam: t.noName } : name.length > LONGEST_NAME ? { naam: t.longName } : {}),
    ...(email === '' && phone === '' ? { adres: t.noReach } : {}),
    ...(email !== '' && (!isEmail(email) || email.length > LONGEST_EMAIL) ? { adres: t.badEmail } : {}),
    ...(phone !== '' && readPhone(phone) === undefined ? { telefoon: t.badPhone } : {}),
  }
}

/** Both addresses in both languages. */
export function eventDoors(doors: EventDoors): Hono {
  const { db, key, origin, viewOf, counted, isOurs, today, now = Date.now } = doors
  const bodyOf = doorReader()
  const app = new Hono()
  for (const under of ['opgeven', 'opgegeven'])
    for (const before of ['', '/en']) app.use(`${before}/samen/${under}/*`, unkept)

  const eventAt = async (view: View, c: Context): Promise<OpenEvent | undefined> => {
    const no = c.req.param('no') ?? ''
    const { id } = view.municipality
    return id === null || !/^[1-9]\d{0,8}$/.test(no) ? undefined : openEvent(db, id, Number(no), today())
  }
  const shut = (c: Context, view: View, why: 'closed' | 'dead' | 'forged') =>
    c.html(html(<ShutPage view={view} why={why} />), why === 'forged' ? 403 : 404)
  const late = (c: Context, view: View, wait: number) => {
    c.header('Retry-After', String(wait))
    return c.html(html(<ShutPage view={view} why="wait" wait={wait} />), 429)
  }

  for (const lang of ['nl', 'en'] as const satisfies readonly Lang[]) {
    const [t, base] = [says(lang), lang === 'en' ? '/en/samen' : '/samen']
    const fresh = (): Filled => ({
      name: '',
      phone: '',
      email: '',
      helped: 'zelf',
      keeps: false,
      seal: newSeal(key, now()),
    })

    app.get(`${base}/opgeven/:no`, async (c) => {
      const view = await viewOf(c, lang)
      const event = await eventAt(view, c)
      return event ? c.html(html(<JoinPage {...{ view, event }} filled={fresh()} />)) : shut(c, view, 'closed')
    })

    app.post(`${base}/opgeven/:no`, async (c) => {
      // Where it comes from and how often: before anything of it is read.
      if (!isOurs(c)) return shut(c, await viewOf(c, lang), 'forged')
      const guess = await counted(c, 'sign-up')
      if (guess.wait !== undefined) return late(c, await viewOf(c, lang), guess.wait)
      try {
        const answer = await taken(c)
        if (answer.status !== 303) await guess.unseen?.()
        return answer
      } catch (error) {
        await guess.unseen?.()
        throw error
      }
    })

    async function taken(c: Context): Promise<Response> {
      const view = await viewOf(c, lang)
      const event = await eventAt(view, c)
      if (!event) return shut(c, view, 'closed')
      const read = await bodyOf(c)
      const sent = sentOf('fields' in read ? read.fields : {})
      const typed = { name: sent.text('naam'), phone: sent.text('telefoon'), email: sent.text('adres') }
      const seal = sent.mark('formulier')
      const helped = sent.text('wie') === 'ander' ? 'ander' : 'zelf'
      const keeps = sent.all('regels').includes('ja')
      const state = sealState(key, seal, now())
      const again = (problems: Readonly<Record<string, string>>, status: 400 | 413 | 422 | 503, anew = false) => {
        // A seal that still holds stays, so that the same sent twice is one; any other is made anew.
        const holds = !anew && (state === 'good' || state === 'too-soon')
        const filled = { ...typed, helped, keeps, seal: holds ? seal : newSeal(key, now()) }
        return c.html(html(<JoinPage {...{ view, event, filled, problems }} />), status)
      }
      const no = unreadStatus(read)
      if (no) return again({ '': t[no.says] }, no.status)
      const said = { good: '', 'too-soon': t.tooSoon, 'too-late': t.tooLate, forged: t.notOurs }[state]
      const bait = sent.text('website') === '' ? '' : t.baited
      if (said !== '' || bait !== '') return again({ '': said || bait }, 422)
      const problems = { ...problemsOf(t, typed), ...(event.hack && !keeps && { regels: t.noRules }) }
      if (Object.keys(problems).length > 0) return again(problems, 422)
      const municipality = view.municipality.id!
      const phone = readPhone(typed.phone) ?? ''
      const id = idOfSignUp(key, [municipality, seal, `event ${event.no}`, typed.name, phone, typed.email])
      const secret = secretOfSignUp(key, id)
      const took = await joinEvent(db, {
        municipality,
        id,
        event: event.no,
        name: typed.name,
        phone,
        email: typed.email,
        language: lang,
        secret: hashOfToken(secret),
        helped: helped === 'ander',
        form: hashOfToken(seal),
      })
      if (took === 'taken') return c.redirect(`${base}/opgegeven/${secret}`, 303)
      if (took === 'form') return again({ '': t.formFull }, 422, true)
      if (took === 'busy') return again({ '': t.tooMany }, 503)
      return took === 'full' ? again({ '': t.listFull }, 422) : shut(c, view, 'closed')
    }

    /** What this link opens; right and wrong are counted, and answered, alike. */
    async function opened(c: Context) {
      const view = await viewOf(c, lang)
      const guess = await counted(c, 'link')
      if (guess.wait !== undefined) return { dead: late(c, view, guess.wait) }
      const secret = c.req.param('secret') ?? ''
      const { id } = view.municipality
      const mine = isToken(secret) && id !== null ? await readJoined(db, id, hashOfToken(secret)) : undefined
      if (!mine || id === null) return { dead: shut(c, view, 'dead') }
      await guess.right?.()
      return { view: { ...view, path: `/samen/opgegeven/${secret}` }, mine, secret, municipality: id }
    }

    app.get(`${base}/opgegeven/:secret`, async (c) => {
      const at = await opened(c)
      if (at.dead) return at.dead
      const here = `${base}/opgegeven/${at.secret}`
      return c.html(html(<JoinedPage view={at.view} mine={at.mine} link={origin + here} here={here} />))
    })

    app.post(`${base}/opgegeven/:secret/afmelden`, async (c) => {
      const at = await opened(c)
      if (at.dead) return at.dead
      if (!isOurs(c)) return shut(c, at.view, 'forged')
      await leaveEvent(db, at.municipality, hashOfToken(at.secret))
      return c.redirect(`${base}/opgegeven/${at.secret}`, 303)
    })
  }
  return app
}
