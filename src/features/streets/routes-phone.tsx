/** What a phone asks and sends: a fresh token, one inspection, one photo; each sending may be done again and again. */
import type { Tx } from '../../db/as.ts'
import { forbidden, go, missing, page, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { readInspection, suffixOf } from './form-inspection.tsx'
import { phonePath, type StreetDeps } from './here.ts'
import { CorrectPage, phoneAt, PhonePage, type Phone } from './page-phone.tsx'
import { keepOpened, openPhoto, sha256, take } from './receive.ts'
import { inspectionId, isMoment, MOST_PHOTOS } from './rules.ts'

/** Bytes of one sending: a photo of the largest kind, and the answers. */
const LIMIT = 13 * 1024 * 1024
const HASH = /^[0-9a-f]{64}$/

/** For the script of the page. */
const told = (value: unknown): Reply => ({
  kind: 'file',
  name: 'schouw.json',
  media: 'application/json',
  body: JSON.stringify(value),
})

/** The premises and the id that this page made for it; undefined when it made none such. */
function sentTo({ who, params, sent }: Asked<Tx>, { key }: StreetDeps, phone: Phone) {
  const place = phone.places.find(({ id }) => id === params['premises'])
  const no = Number(sent.mark('keer'))
  const id = sent.mark('nummer')
  if (!place || !Number.isInteger(no) || no < 1 || no > place.came + 1) return undefined
  return id === inspectionId(key, phone.round.id, place.id, who.id, no) ? { place, no, id } : undefined
}

const NOT_OURS = 'Dit formulier is niet van u, of niet van deze ronde. Open de ronde opnieuw.'

export const phoneSendRoutes = (deps: StreetDeps): readonly Route<Tx>[] => [
  {
    // Of a round that does not open any more the phone asks who is here: somebody else, or the same without the round.
    method: 'GET',
    path: '/schouw/wie',
    may: 'street.inspect',
    answer: async ({ who: { id, name } }) => told({ who: id, name }),
  },
  {
    method: 'GET',
    path: '/schouw/:round/stand',
    may: 'street.inspect',
    answer: async (asked) => {
      if (!(await phoneAt(asked, deps))) return missing
      const { token, voor, who } = asked.view
      return told({ token, voor, who: who.id, name: who.name })
    },
  },
  {
    method: 'POST',
    path: '/schouw/:round/panden/:premises',
    may: 'street.inspect',
    again: true,
    limit: LIMIT,
    answer: async (asked) => {
      const phone = await phoneAt(asked, deps)
      if (!phone) return missing
      const { sent, who } = asked
      const script = sent.mark('antwoord') === 'json'
      const to = sentTo(asked, deps, phone)
      if (!phone.places.some(({ id }) => id === asked.params['premises'])) return missing
      if (!to) return script ? told({ refused: NOT_OURS }) : forbidden(NOT_OURS)
      const { place, no, id } = to
      const { answers, remark, photo, looked } = readInspection(sent, phone.questions, place.id)
      const at = suffixOf(place.id)
      const named = sent.all('hash').filter((hash) => HASH.test(hash))
      const problems: Record<string, string> = {}
      if (Object.keys(answers).length === 0)
        problems[`${phone.questions.questions[0]!.id}-${at}`] = 'Beantwoord minstens één vraag.'
      if (photo && !looked) problems[`bekeken-${at}`] = 'Kijk de foto na en zet het vinkje.'
      const bytes = photo && new Uint8Array(await photo.arrayBuffer())
      const filled = { premises: place.id, answers, remark }
      const again = () => {
        const shown =
          place.came === 0 ? (
            <PhonePage {...{ asked, phone, problems, filled }} />
          ) : (
            <CorrectPage {...{ asked, phone, place, problems, filled }} />
          )
        return page(shown, 422)
      }
      if (Object.keys(problems).length > 0)
        return script ? told({ refused: Object.values(problems).join(' ') }) : again()
      const opened = bytes && (await openPhoto(asked, deps, id, bytes))
      const moment = sent.mark('gezien')
      const receipt = await take(asked, {
        id,
        no,
        answers,
        remark,
        round: phone.round.id,
        premises: place.id,
        inspector: who.id,
        photos: script ? [...new Set(named)].slice(0, MOST_PHOTOS) : bytes ? [sha256(bytes)] : [],
        seenAt: isMoment(moment) ? moment : new Date().toISOString(),
        came: script ? 'phone' : 'form',
      })
      const next = Math.max(place.came, no) + 1
      if (script)
        return told({ receipt, next: { id: inspectionId(deps.key, phone.round.id, place.id, who.id, next), no: next } })
      const of = { id, round: phone.round.id, premises: place.id, inspector: who.id }
      const problem = opened && (await keepOpened(asked, of, opened))
      if (problem !== undefined) {
        problems[`foto-${at}`] = problem
        return again()
      }
      const open = phone.places.find((each) => each.came === 0 && each.id !== place.id)
      return go(
        `${phonePath(phone.round.id)}${open ? `#pand-${suffixOf(open.id)}` : ''}`,
        receipt.differs
          ? `Van ${place.name} was al iets anders binnen. Beide zijn bewaard, een collega kijkt ernaar.`
          : `${place.name} is binnen.`,
      )
    },
  },
  {
    method: 'POST',
    path: '/schouw/:round/panden/:premises/fotos',
    may: 'street.inspect',
    again: true,
    limit: LIMIT,
    answer: async (asked) => {
      const phone = await phoneAt(asked, deps)
      if (!phone?.places.some(({ id }) => id === asked.params['premises'])) return missing
      const to = sentTo(asked, deps, phone)
      const file = asked.sent.file('foto')
      if (!to || !file) return told({ refused: NOT_OURS })
      const bytes = new Uint8Array(await file.arrayBuffer())
      const hash = sha256(bytes)
      if (!phone.own.some(({ id, photos }) => id === to.id && photos.includes(hash)))
        return told({ refused: 'Deze foto hoort bij niets dat binnen is. Verstuur eerst de antwoorden.' })
      const of = { id: to.id, round: phone.round.id, premises: to.place.id, inspector: asked.who.id }
      const problem = await keepOpened(asked, of, await openPhoto(asked, deps, to.id, bytes))
      return told(problem === undefined ? { photo: hash } : { refused: problem })
    },
  },
]
