/**
 * Signing up for a course without an account, by the person or by whoever helps: the form, and by a secret link how it
 * stands. Counted before anything is read; no answer is kept by anybody.
 */
import { Hono, type Context } from 'hono'
import type { Db } from '../../db/connect.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { newSeal, sealState } from '../../lib/form-seal.ts'
import { readPhone } from '../../lib/phone.ts'
import { idOfSignUp, secretOfSignUp } from '../../lib/sign-up.ts'
import { hashOfToken, isToken } from '../../lib/token.ts'
import { CLOSED_AFTER } from '../../vocabulary/help.ts'
import { sentOf } from '../../web/desk/sent.ts'
import { doorReader, unkept, unreadStatus, type Door } from '../../web/door.ts'
import type { Lang } from '../../web/language.ts'
import { html } from '../../web/layout.tsx'
import type { View } from '../../web/view.ts'
import { dropSignUp, openCourse, readSignUp, signUp, type OpenCourse } from './door-store.ts'
import { says } from './messages.ts'
import { ShutPage, SignedUpPage, SignUpPage, type Filled } from './page-door.tsx'

export type CourseDoors = Door & {
  /** Through the role that reads what is public. */
  readonly db: Db
  readonly key: Buffer
  readonly today: () => string
  /** In milliseconds. */
  readonly now?: () => number
}

const LONGEST_NAME = 80

/** Both addresses in both languages. */
export function courseDoors(doors: CourseDoors): Hono {
  const { db, key, origin, viewOf, counted, isOurs, today, now = Date.now } = doors
  const bodyOf = doorReader()
  const app = new Hono()
  for (const under of ['inschrijven', 'ingeschreven'])
    for (const before of ['', '/en']) app.use(`${before}/leren/${under}/*`, unkept)

  const courseOf = async (view: View, c: Context): Promise<OpenCourse | undefined> => {
    const no = c.req.param('no') ?? ''
    const { id } = view.municipality
    if (id === null || !/^[1-9]\d{0,8}$/.test(no)) return undefined
    return openCourse(db, id, Number(no), { today: today(), checkedAfter: daysAfter(today(), -CLOSED_AFTER) })
  }
  const shut = (c: Context, view: View, why: 'closed' | 'dead' | 'forged') =>
    c.html(html(<ShutPage view={view} why={why} />), why === 'forged' ? 403 : 404)
  const late = (c: Context, view: View, wait: number) => {
    c.header('Retry-After', String(wait))
    return c.html(html(<ShutPage view={view} why="wait" wait={wait} />), 429)
  }

  for (const lang of ['nl', 'en'] as const satisfies readonly Lang[]) {
    const [t, base] = [says(lang), lang === 'en' ? '/en/leren' : '/leren']
    const fresh = (): Filled => ({ name: '', phone: '', helped: 'zelf', seal: newSeal(key, now()) })

    app.get(`${base}/inschrijven/:no`, async (c) => {
      const view = await viewOf(c, lang)
      const course = await courseOf(view, c)
      return course ? c.html(html(<SignUpPage {...{ view, course }} filled={fresh()} />)) : shut(c, view, 'closed')
    })

    app.post(`${base}/inschrijven/:no`, async (c) => {
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
      const course = await courseOf(view, c)
      if (!course) return shut(c, view, 'closed')
      const read = await bodyOf(c)
      const sent = sentOf('fields' in read ? read.fields : {})
      const [name, phone, seal] = [sent.text('naam'), sent.text('telefoon'), sent.mark('formulier')]
      const helped = sent.text('wie') === 'ander' ? 'ander' : 'zelf'
      const again = (problems: Readonly<Record<string, string>>, status: 400 | 413 | 422 | 503, anew = false) => {
        // A seal that still holds stays, so that the same sent twice is one; any other is made anew.
        const holds = !anew && ['good', 'too-soon'].includes(sealState(key, seal, now()))
        const filled = { name, phone, helped, seal: holds ? seal : newSeal(key, now()) }
        return c.html(html(<SignUpPage {...{ view, course, filled, problems }} />), status)
      }
      const no = unreadStatus(read)
      if (no) return again({ '': t[no.says] }, no.status)
      const state = sealState(key, seal, now())
      const said = { good: '', 'too-soon': t.tooSoon, 'too-late': t.tooLate, forged: t.notOurs }[state]
      const bait = sent.text('website') === '' ? '' : t.baited
      if (said !== '' || bait !== '') return again({ '': said || bait }, 422)
      const number = readPhone(phone)
      const problems = {
        ...(name === '' ? { naam: t.noName } : name.length > LONGEST_NAME ? { naam: t.longName } : {}),
        ...(number === undefined ? { telefoon: t.badPhone } : {}),
      }
      if (number === undefined || Object.keys(problems).length > 0) return again(problems, 422)
      const municipality = view.municipality.id!
      const id = idOfSignUp(key, [municipality, seal, `${course.no}`, name, number])
      const secret = secretOfSignUp(key, id)
      const took = await signUp(db, {
        municipality,
        id,
        course: course.no,
        name,
        phone: number,
        secret: hashOfToken(secret),
        helped: helped === 'ander',
        form: hashOfToken(seal),
      })
      if (took === 'taken') return c.redirect(`${base}/ingeschreven/${secret}`, 303)
      if (took === 'form') return again({ '': t.formFull }, 422, true)
      if (took === 'busy') return again({ '': t.tooMany }, 503)
      return took === 'full' ? again({ '': t.listFull }, 422) : shut(c, view, 'closed')
    }

    /** The sign-up of this link; right and wrong are counted, and answered, alike. */
    async function opened(c: Context) {
      const view = await viewOf(c, lang)
      const guess = await counted(c, 'link')
      if (guess.wait !== undefined) return { dead: late(c, view, guess.wait) }
      const secret = c.req.param('secret') ?? ''
      const { id } = view.municipality
      const mine = isToken(secret) && id !== null ? await readSignUp(db, id, hashOfToken(secret)) : undefined
      if (!mine || id === null) return { dead: shut(c, view, 'dead') }
      await guess.right?.()
      return { view: { ...view, path: `/leren/ingeschreven/${secret}` }, mine, secret, municipality: id }
    }

    app.get(`${base}/ingeschreven/:secret`, async (c) => {
      const at = await opened(c)
      if (at.dead) return at.dead
      const here = `${base}/ingeschreven/${at.secret}`
      return c.html(html(<SignedUpPage view={at.view} mine={at.mine} link={origin + here} here={here} />))
    })

    app.post(`${base}/ingeschreven/:secret/uitschrijven`, async (c) => {
      const at = await opened(c)
      if (at.dead) return at.dead
      if (!isOurs(c)) return shut(c, at.view, 'forged')
      await dropSignUp(db, at.municipality, hashOfToken(at.secret))
      return c.redirect(`${base}/ingeschreven/${at.secret}`, 303)
    })
  }
  return app
}
