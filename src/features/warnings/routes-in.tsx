/** Reading a warning in from a file, and keeping the sources from which a worker fetches them. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { MOST_CSAF_BYTES, withCsaf, type CsafFailure, type CsafRefusal } from '../../lib/csaf-check.ts'
import type { TakenWarning } from '../../model/warning.ts'
import type { Problems } from '../../web/desk/problems.tsx'
import { go, missing, page, type Route } from '../../web/desk/route.ts'
import { readForm } from '../../web/desk/schema.ts'
import { addFeed, askFeed, feedsIn, switchFeed } from './feed-store.ts'
import { FEED, READ_IN } from './fields.ts'
import { FeedsPage, ReadInPage } from './page-in.tsx'
import { PLACE } from './page-list.tsx'
import { refusalSaid } from './csaf-said.ts'
import { readCsaf } from './read-csaf.ts'
import { awake, holds, takeWarning, type Became } from './take-store.ts'

const FEEDS = `${PLACE}/bronnen`
/** Bytes of the form: the file, and three small ones. */
const LIMIT = MOST_CSAF_BYTES + 512 * 1024
const AT: Readonly<Record<CsafRefusal, string>> = {
  hash: 'controlegetal',
  key: 'vingerafdruk',
  signature: 'handtekening',
  large: 'bestand',
  json: 'bestand',
  none: 'bestand',
  version: 'bestand',
  tests: 'bestand',
}
const TOLD: Readonly<Record<Became, string>> = {
  new: 'Ingelezen. Schrijf nu in gewone woorden wat iemand moet doen.',
  newer: 'Ingelezen als nieuwe versie. Hieronder staat wat er anders is.',
  wider: 'Ingelezen als nieuwe versie. De bron laat ruimer delen: kies zelf of het label verandert.',
  ended: 'De bron trok deze waarschuwing in, of verving haar. Zij is nu voorbij.',
  known: 'Deze versie, of een nieuwere, stond er al.',
  own: 'Dit is een waarschuwing van de gemeente zelf. Er is niets veranderd.',
}

type Files = Readonly<Record<'bestand' | 'controlegetal' | 'handtekening' | 'sleutel', File | undefined>>
/**
 * What there was to hold the file against, as far as something was missing or is new. `same`: whether these very bytes
 * are here; undefined when that is not for who asks.
 */
function proof({ controlegetal, handtekening }: Files, became: Became, same: boolean | undefined): string {
  if (became === 'own') return ''
  if (became === 'known') {
    if (same === false) return ' Dit bestand is een ander dan wat er staat.'
    const fits =
      controlegetal && handtekening
        ? ' Het controlegetal en de handtekening kloppen.'
        : controlegetal
          ? ' Het controlegetal klopt.'
          : handtekening
            ? ' De handtekening klopt.'
            : ''
    return `${same ? ' Het bestand is precies hetzelfde.' : ''}${fits}`
  }
  if (controlegetal && handtekening) return ''
  if (handtekening) return ' Het kwam zonder controlegetal. De handtekening klopt.'
  return controlegetal
    ? ' Het kwam zonder handtekening. Het controlegetal klopt.'
    : ' Het kwam zonder controlegetal en zonder handtekening. Vraag de bron of dit haar bestand is.'
}
const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())
/** What stands in a small file; undefined without one. What is larger is not what was asked for, and reads as empty. */
const textOf = async (file: File | undefined) => (file && file.size <= 65_536 ? await file.text() : file && '')

/** A hash of the length that says which one it is, alone or as the line that `sha256sum` writes. */
function hashesIn(text: string | undefined) {
  const hex = /^\s*([0-9a-f]{64}(?:[0-9a-f]{64})?)(?![^\s])/i.exec(text ?? '')?.[1]
  if (text !== undefined && hex === undefined) return undefined
  return hex === undefined ? {} : hex.length === 64 ? { sha256: hex } : { sha512: hex }
}

const NO_HASH =
  'Hier staat geen controlegetal in. Dat zijn 64 of 128 tekens (0 tot en met 9, a tot en met f), of de regel uit een ' +
  'bestand dat eindigt op .sha256 of .sha512.'

/** What is not right, by field, with all that fails in the file. */
type Refused = { readonly problems: Problems; readonly failures: readonly CsafFailure[] }
const no = (problems: Problems, failures: readonly CsafFailure[] = []): Refused => ({ problems, failures })

/** The warning in these files, its origin looked at before its words; or what is not right. */
async function readFiles({ bestand, ...beside }: Files, fingerprint: string): Promise<TakenWarning | Refused> {
  if (!bestand) return no({ bestand: 'Kies een bestand.' })
  if (bestand.size > MOST_CSAF_BYTES) return no({ bestand: 'Dit bestand is groter dan 5 MB.' })
  const hashes = hashesIn(await textOf(beside.controlegetal))
  if (hashes === undefined) return no({ controlegetal: NO_HASH })
  const signature = await textOf(beside.handtekening)
  const key = await textOf(beside.sleutel)
  // A key or its fingerprint without what it signed would look as if it was held against something.
  if (signature === undefined && (key !== undefined || fingerprint !== ''))
    return no({ handtekening: 'Kies ook de handtekening: zonder haar is er met de sleutel niets na te gaan.' })
  if (signature !== undefined && key === undefined) return no({ sleutel: 'Kies ook de sleutel van de bron.' })
  if (signature !== undefined && fingerprint === '')
    return no({ vingerafdruk: 'Vul ook de vingerafdruk van de sleutel in.' })
  const keys = key === undefined ? [] : [key]
  const bytes = await bytesOf(bestand)
  const checked = await withCsaf((look) => look({ bytes, hashes, signature, keys, fingerprint }))
  if ('refused' in checked) return no({ [AT[checked.refused]]: refusalSaid(checked, false) }, checked.failures)
  const read = readCsaf(checked.document)
  if (typeof read === 'string') return no({ bestand: read })
  if (read.status === 'draft')
    return no({ bestand: 'Dit is een concept van de bron. Wacht op de vastgestelde versie.' })
  const { signedBy, hash } = checked
  return { ...read, signature: signedBy === '' ? 'none' : 'good', signedBy, hash, url: '' }
}

export const inRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/waarschuwingen/inlezen',
    may: 'warning.write',
    answer: async ({ view }) => page(<ReadInPage view={view} />),
  },
  {
    method: 'POST',
    path: '/waarschuwingen/inlezen',
    may: 'warning.write',
    limit: LIMIT,
    answer: async ({ tx, municipality, view, sent }) => {
      const { typed, held, problems } = readForm(READ_IN, sent)
      const again = ({ problems: wrong, failures }: Refused) =>
        page(<ReadInPage {...{ view, failures }} problems={wrong} fingerprint={typed.vingerafdruk} />, 422)
      if (!held) return again(no(problems))
      const read = await awake(tx, readFiles(held, held.vingerafdruk.replaceAll(/\s/g, '')))
      if ('problems' in read) return again(read)
      const { became, id } = await takeWarning(tx, municipality.id, read, undefined)
      if (id === undefined) return go(PLACE, TOLD[became])
      const same = await holds(tx, municipality.id, id, read.hash)
      // What came in is recorded where it was taken; that it was held against its proof once more, only here.
      if (became === 'known' && same === true && (held.controlegetal || held.handtekening)) {
        const detail = { became, same, hash: !!held.controlegetal, signature: !!held.handtekening }
        await record(tx, municipality.id, { act: 'warning.imported', object: `warning/${id}`, detail })
      }
      return go(`${PLACE}/${id}`, TOLD[became] + proof(held, became, same))
    },
  },
  {
    method: 'GET',
    path: '/waarschuwingen/bronnen',
    may: 'warning.write',
    answer: async ({ tx, municipality, view }) =>
      page(<FeedsPage view={view} feeds={await feedsIn(tx, municipality.id)} />),
  },
  {
    method: 'POST',
    path: '/waarschuwingen/bronnen',
    may: 'warning.write',
    answer: async ({ tx, municipality, view, sent, who }) => {
      const { typed, held, problems } = readForm(FEED, sent)
      const feeds = await feedsIn(tx, municipality.id)
      if (!held) return page(<FeedsPage {...{ view, feeds, typed, problems }} />, 422)
      if (feeds.some(({ address }) => address === held.adres))
        return page(<FeedsPage {...{ view, feeds, typed }} problems={{ adres: 'Deze bron staat er al.' }} />, 422)
      const fingerprint = held.vingerafdruk.replaceAll(/\s/g, '').toLowerCase()
      const feed = { name: held.naam, address: held.adres, fingerprint, open: held.openbaar === 'ja' }
      const id = await addFeed(tx, municipality.id, who.id, feed)
      await askFeed(tx, municipality.id, id)
      await record(tx, municipality.id, { act: 'warning.feed-added', object: `warning-feed/${id}`, detail: feed })
      return go(FEEDS, 'De bron staat erbij. Een werker haalt haar nu op.')
    },
  },
  {
    method: 'POST',
    path: '/waarschuwingen/bronnen/:feed',
    may: 'warning.write',
    answer: async ({ tx, municipality, params, sent }) => {
      const feed = (await feedsIn(tx, municipality.id)).find(({ id }) => id === params['feed'])
      if (!feed) return missing
      const object = `warning-feed/${feed.id}`
      const doe = sent.mark('doe')
      if (doe === 'stoppen' || doe === 'hervatten') {
        await switchFeed(tx, municipality.id, feed.id, doe === 'stoppen' ? 'off' : 'on')
        await record(tx, municipality.id, { act: 'warning.feed-stopped', object, detail: { off: doe === 'stoppen' } })
        return go(FEEDS, doe === 'stoppen' ? 'Deze bron wordt niet meer opgehaald.' : 'Deze bron wordt weer opgehaald.')
      }
      if (feed.state === 'off') return go(FEEDS, 'Deze bron is gestopt.')
      const fresh = await askFeed(tx, municipality.id, feed.id)
      await record(tx, municipality.id, { act: 'warning.feed-asked', object, detail: {} })
      return go(FEEDS, fresh ? 'Een werker haalt de bron nu op.' : 'De bron wordt al opgehaald.')
    },
  },
]
