/** Where a reader asks or remarks something, without an account, and follows what came of it by a secret link. */
import { Hono, type Context } from 'hono'
import { isEmail } from '../../../lib/mail-address.ts'
import { hashOfToken, isToken, newToken } from '../../../lib/token.ts'
import { addWorkingDays } from '../../../lib/working-days.ts'
import { LONGEST_REMARK, REMARK_KINDS, type RemarkKind } from '../../../vocabulary/covenant.ts'
import { LONGEST_PART } from '../../../vocabulary/report.ts'
import type { Sent } from '../../../web/desk/route.ts'
import { doorReader, orReserve } from '../../../web/door.ts'
import type { Lang } from '../../../web/language.ts'
import { refuse } from '../../../web/refuse.ts'
import type { View } from '../../../web/view.ts'
import { opened, shown, taking, theirs, under, type CovenantDoors, type Problems } from './door-parts.tsx'
import { aboutOf, addRemark, remarkOf, withdrawRemark, type About } from './door-store.ts'
import { remarkReceived } from './letters.ts'
import { says } from './messages.ts'
import { OwnRemarkPage, RemarkForm, type FilledRemark } from './remark-page.tsx'
import { idOf, secretOf } from './secrets.ts'

const isKind = (word: string): word is RemarkKind => Object.hasOwn(REMARK_KINDS, word)

function problemsOf(lang: Lang, { kind, text, name, email }: FilledRemark): Problems {
  const t = says(lang)
  return {
    ...(isKind(kind) ? {} : { soort: t.noKind }),
    ...(text === '' ? { tekst: t.empty } : {}),
    ...(text.length > LONGEST_REMARK ? { tekst: t.long(text.length, LONGEST_REMARK) } : {}),
    ...(name.length > LONGEST_PART ? { naam: t.long(name.length, LONGEST_PART) } : {}),
    ...(email !== '' && !isEmail(email) ? { email: t.badEmail } : {}),
  }
}
const filledOf = (sent: Sent): FilledRemark => ({
  kind: sent.text('soort'),
  text: sent.text('tekst'),
  name: sent.text('naam'),
  email: sent.text('email'),
  nonce: isToken(sent.text('formulier')) ? sent.text('formulier') : newToken(),
})

/** To write, and behind the link: to read the answer and to take it back. */
export function remarkDoors(doors: CovenantDoors): Hono {
  const { db, key, days, origin, today } = doors
  const app = new Hono()
  const bodyOf = doorReader()

  /** What is written about; not there when it is not public. */
  async function about(c: Context, view: View, pledge: string): Promise<About> {
    const { id } = view.municipality
    const found = id === null ? undefined : await aboutOf(db, id, Number(c.req.param('no')), pledge || null)
    return found ?? refuse('page')
  }
  const titleOf = ({ title, pledgeTitle }: About) => pledgeTitle ?? title

  type Kept = { readonly view: View; readonly of: About; readonly filled: FilledRemark & { kind: RemarkKind } }
  async function keep(c: Context, { view, of, filled }: Kept) {
    const { lang, contact, municipality } = view
    const { kind, text, name, email, nonce } = filled
    const id = idOf(key, 'remark', [municipality.id, nonce, `${of.no}`, of.pledge, kind, text, name, email])
    const secret = secretOf(key, 'remark', id)
    const due = addWorkingDays(today(), days)
    const city = { city: municipality.name, contact: contact ?? { phone: '', email: '' } }
    const link = `${origin}${under(lang)}/reacties/${secret}`
    const remark = {
      municipality: municipality.id!,
      id,
      no: of.no,
      pledge: of.pledge,
      kind,
      text,
      name,
      email,
      lang,
      secret: hashOfToken(secret),
      due_on: due,
      task: `Beantwoord een ${REMARK_KINDS[kind]} van een lezer over ${titleOf(of)}`.slice(0, 700),
      mail: remarkReceived({ lang, title: titleOf(of), link, ...city }, due),
    }
    const done = await orReserve(c, doors, (times) => addRemark(db, remark, times))
    return { done, secret }
  }

  for (const lang of ['nl', 'en'] as const) {
    const base = under(lang)
    const form = `${base}/convenanten/:no{[1-9][0-9]{0,8}}/reageren`
    app.get(form, async (c) => {
      const view = await doors.viewOf(c, lang)
      const of = await about(c, view, c.req.query('afspraak') ?? '')
      const filled = { kind: '', text: '', name: '', email: '', nonce: newToken() }
      return shown(c, <RemarkForm {...{ view, about: of, days, filled }} />)
    })
    app.post(form, (c) =>
      taking(c, lang, doors, bodyOf, async (view, sent, unread, status) => {
        const of = await about(c, view, sent.text('afspraak'))
        const filled = filledOf(sent)
        const again = (problems: Problems, code: 400 | 413 | 422 | 503) =>
          shown(c, <RemarkForm {...{ view, about: of, days, filled, problems }} />, code)
        if (unread) return again(unread, status)
        const problems = problemsOf(lang, filled)
        const { kind } = filled
        if (!isKind(kind) || Object.keys(problems).length > 0) return again(problems, 422)
        const { done, secret } = await keep(c, { view, of, filled: { ...filled, kind } })
        if (done === 'missing') return refuse('page')
        return done === 'full' ? again({ '': says(lang).full }, 503) : c.redirect(`${base}/reacties/${secret}`, 303)
      }),
    )
    app.get(`${base}/reacties/:secret`, async (c) => {
      const at = await opened(c, lang, doors, (municipality, hash) => remarkOf(db, municipality, hash))
      return (
        at.dead ?? shown(c, <OwnRemarkPage view={at.view} remark={at.found} here={`${base}/reacties/${at.secret}`} />)
      )
    })
    app.post(`${base}/reacties/:secret/terugnemen`, async (c) => {
      const at = await opened(c, lang, doors, (municipality, hash) => remarkOf(db, municipality, hash))
      if (at.dead) return at.dead
      const no = await theirs(c, lang, doors)
      if (no) return no
      await withdrawRemark(db, at.municipality, at.hash)
      return c.redirect(`${base}/reacties/${at.secret}`, 303)
    })
  }
  return app
}
