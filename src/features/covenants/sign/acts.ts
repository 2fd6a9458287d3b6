/** What each form of a link does: reads it, says what is not right in the language of the page, asks the database. */
import { isEmail } from '../../../lib/mail-address.ts'
import { hashOfToken, newToken } from '../../../lib/token.ts'
import { kindOf, MOST_BYTES } from '../../../db/uploads.ts'
import { nameOfKind } from '../../../lib/file-name.ts'
import type { Media } from '../../../model/home.ts'
import { GROUND_IDS, LINK_DAYS, type Ground } from '../../../vocabulary/signing.ts'
import { addFile, askCode, commentBy, notMe, passOn, renew, signBy } from './door-store.ts'
import { bezwaar, plan } from './act-verdict.ts'
import { refused, type Answer } from './acting.ts'
import { checked, cityOf, codeOf, statusOf, told, words, type Act, type Problems } from './answering.ts'
import { stap } from './act-step.ts'
import { codeLetter, linkAgainLetter } from './letters.ts'
import { LONGEST_COMMENT } from './page-link.tsx'
import { BELOW, hashOfCode, newCode } from './rules.ts'

const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000)

const code: Act = async (acting) => {
  const { at, doors, sent, link } = acting
  const back = BELOW.find((each) => each === sent.mark('terug')) ?? ''
  const { noMail } = words(acting)
  if (!doors.mails) return refused(back, { vraag: noMail }, 409)
  const fresh = newCode()
  const came = await askCode(at, hashOfCode(doors.key, at.hash, fresh), codeLetter(fresh, link.title, cityOf(acting)))
  return came === 'done'
    ? { go: back, told: 'code' }
    : refused(back, { vraag: told(acting, came, 'vraag')[''] ?? '' }, came === 'enough' ? 429 : 409)
}

const teken: Act = async (acting) => {
  const { at, sent, link } = acting
  const { empty } = words(acting)
  const typed = {
    name: sent.text('naam'),
    function: sent.text('functie'),
    ground: sent.text('grond'),
    groundText: sent.text('toelichting'),
    read: sent.all('gelezen').includes('ja'),
    named: sent.text('openbaar'),
  }
  const problems = checked(acting, {
    code: { most: 100, empty: empty.code },
    naam: { most: 200, empty: empty.name },
    functie: { most: 200, empty: empty.function },
    toelichting: { most: 500, ...(typed.ground === 'other' ? { empty: empty.groundText } : {}) },
  })
  if (!GROUND_IDS.includes(typed.ground as Ground)) problems['grond'] = empty.ground
  if (typed.named !== 'ja' && typed.named !== 'nee') problems['openbaar'] = empty.named
  if (!typed.read) problems['gelezen'] = empty.read
  const again = (wrong: Problems, status: 409 | 422 | 429): Answer => ({ link: { problems: wrong, typed }, status })
  if (Object.keys(problems).length > 0) return again(problems, 422)
  // What this person saw, not what is there now: a version that came in between is not signed unread.
  const came = await signBy(at, codeOf(acting, 'code'), {
    version: Number(sent.mark('versie')) || 0,
    json: sent.mark('json'),
    name: typed.name,
    function: typed.function,
    ground: typed.ground as Ground,
    ground_text: typed.groundText,
    read: true,
    named: link.kind === 'municipality' || typed.named === 'ja',
  })
  return came === 'signed' ? { go: '', told: 'signed' } : again(told(acting, came, 'code'), statusOf(came))
}

const reactie: Act = async (acting) => {
  const { at, sent } = acting
  const article = sent.mark('artikel').slice(0, 100)
  const field = `reactie-${article}`
  const again = (problems: Problems, status: 409 | 422 | 429): Answer => ({
    link: { problems, words: { article, text: sent.text(field) } },
    status,
  })
  const problems = checked(acting, { [field]: { most: LONGEST_COMMENT, empty: words(acting).empty.words } })
  const version = acting.link.version
  const there = version && [...version.text.articles, ...version.text.pledges, ...version.text.exercises]
  if (!there?.some(({ id }) => id === article)) return again({ '': words(acting).came['too-late'] }, 409)
  if (Object.keys(problems).length > 0) return again(problems, 422)
  const came = await commentBy(at, Number(sent.mark('versie')) || 0, article, sent.text(field))
  return came === 'done' ? { go: '', told: `reactie-${article}` } : again(told(acting, came, field), statusOf(came))
}

const nietIk: Act = async (acting) => {
  const came = await notMe(acting.at)
  return came === 'done' ? { over: 'wrong' } : { other: { problems: told(acting, came, '') }, status: 409 }
}

const doorgeven: Act = async (acting) => {
  const { at, sent, link, doors, view } = acting
  const { empty } = words(acting)
  const typed = { naam: sent.text('naam'), functie: sent.text('functie'), email: sent.text('email') }
  const problems = checked(acting, {
    naam: { most: 200, empty: empty.colleague },
    functie: { most: 200, empty: empty.colleagueFunction },
    email: { most: 320, empty: empty.email },
    'code-doorgeven': { most: 100, empty: empty.code },
  })
  if (problems['email'] === undefined && !isEmail(typed.email)) problems['email'] = empty.email
  const again = (wrong: Problems, status: 409 | 422 | 429): Answer => ({
    other: { problems: wrong, typed, at: 'doorgeven' },
    status,
  })
  if (Object.keys(problems).length > 0) return again(problems, 422)
  const secret = newToken()
  const mail = linkAgainLetter(
    { title: link.title, organisation: link.organisation, name: typed.naam, ...cityOf(acting) },
    { link: linkTo(doors.origin, view.lang, secret), until: inDays(LINK_DAYS), passedBy: link.contact.name },
  )
  const whom = { name: typed.naam, function: typed.functie, email: typed.email }
  const came = await passOn(at, codeOf(acting, 'code-doorgeven'), whom, {
    secret: hashOfToken(secret),
    days: LINK_DAYS,
    mail,
  })
  return came === 'done' ? { over: 'passed' } : again(told(acting, came, 'code-doorgeven'), statusOf(came))
}

const MEDIA = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const
const bestand: Act = async (acting) => {
  const { at, sent, link, doors } = acting
  const t = words(acting)
  const file = sent.file('bestand')
  const kind = sent.text('soort')
  const typed = { soort: kind, waar: sent.text('waar') }
  const problems = checked(acting, {
    waar: { most: 300, ...(kind === 'scan' ? { empty: t.empty.where } : {}) },
    'code-bestand': { most: 100, empty: t.empty.code },
  })
  if (kind !== 'signed' && kind !== 'scan') problems['soort'] = t.empty.step
  const bytes = file && file.size <= MOST_BYTES ? new Uint8Array(await file.arrayBuffer()) : undefined
  const found = bytes && (await kindOf(bytes))
  const media = found && 'media' in found ? found.media : undefined
  if (file === undefined) problems['bestand'] = t.empty.file
  else if (bytes === undefined) problems['bestand'] = t.tooLarge
  else if (media === undefined || !Object.hasOwn(MEDIA, media) || (kind === 'signed' && media !== 'application/pdf'))
    problems['bestand'] = t.fileProblem
  const again = (wrong: Problems, status: 409 | 422 | 429): Answer => ({
    other: { problems: wrong, typed, at: 'bestand' },
    status,
  })
  if (Object.keys(problems).length > 0 || !bytes || !media || link.fixed === null) return again(problems, 422)
  // No work is done for who only has the link: without a code that fits, nothing is read or kept.
  if (link.code === null) return again(told(acting, 'no-code', 'code-bestand'), 422)
  const reading = await doors.readFile(bytes, media, await doors.files.file(link.fixed.pdf, 'application/pdf'))
  const came = await addFile(
    at,
    codeOf(acting, 'code-bestand'),
    {
      version: link.fixed.version,
      kind: kind as 'signed' | 'scan',
      hash: await hashOf(bytes),
      media,
      size: bytes.length,
      name: nameOfKind(file!.name, [MEDIA[media as keyof typeof MEDIA]]).slice(0, 300),
      original_at: kind === 'scan' ? typed.waar : '',
      reading,
    },
    () => doors.files.put(media as Media, bytes),
  )
  return came === 'done' ? { go: '/anders', told: 'file' } : again(told(acting, came, 'code-bestand'), statusOf(came))
}

const nieuw: Act = async (acting) => {
  const { at, doors, view, title } = acting
  const secret = newToken()
  // Of a link that is past its day little is told: the letter says the same to everybody.
  const mail = linkAgainLetter(
    { title, organisation: '', name: '', ...cityOf(acting) },
    { link: linkTo(doors.origin, view.lang, secret), until: inDays(LINK_DAYS) },
  )
  const came = await renew(at, { secret: hashOfToken(secret), days: LINK_DAYS, mail })
  return came === 'done' ? { over: 'renewed' } : { link: { problems: told(acting, came, '') }, status: 409 }
}

const linkTo = (origin: string, lang: 'nl' | 'en', secret: string): string =>
  `${origin}${lang === 'en' ? '/en' : ''}/tekenen/${secret}`
const hashOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')

/** Every form of a link, by the last part of its address. */
export const actsOf: Readonly<Record<string, Act>> = {
  code,
  teken,
  reactie,
  'niet-ik': nietIk,
  doorgeven,
  stap,
  bezwaar,
  plan,
  bestand,
  nieuw,
}
