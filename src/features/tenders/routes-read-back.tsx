/**
 * Reads an annex back that was edited in a word processor: what differs is shown per requirement, and nothing happens
 * until a person accepts it, requirement by requirement, with a reason.
 */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { keepUnsent, takeUnsent, unsentById } from '../../db/unsent.ts'
import { refusedAsk } from '../../catalogue/refused-ask.ts'
import type { OwnRequirement, Requirement } from '../../model/requirement.ts'
import { UUID } from '../../lib/uuid.ts'
import { annexOdt } from '../../web/annex/odt.ts'
import { FileField } from '../../web/desk/form.tsx'
import { go, page, tooLate, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { file, readForm, several, text } from '../../web/desk/schema.ts'
import { ActPage } from './act-page.tsx'
import { crumbsTo, onTender, placeOfTender, type TenderDeps, type Whole } from './draft.ts'
import { keepOwn } from './own-store.ts'
import { ReadBackPage } from './page-read-back.tsx'
import { changesBetween, MOST_FILE, NoAnnex, readAnnex, type AnnexChange, type ReadAnnex } from './rules/annex-read.ts'
import { kindNamed, levelNamed, type HeadChange } from './rules/annex-head.ts'
import { levelOf, type OwnWords } from './rules/compose.ts'
import { whyFixed } from './rules/refusals.ts'
import { choose } from './store.ts'

const WHAT = 'bijlage'
const SENT = { bestand: file }
/** An empty field would give the text of the catalogue back: that is not what the file says. */
const EMPTIED =
  'In het bestand is een tekst leeg. Dat kunnen wij niet overnemen. Wilt u de eis niet? Laat hem dan bij de eisen weg.'
const ACCEPTED = { neem: several(z.array(z.string())), reden: text(2_000) }
type Kept = { readonly what: string; readonly tender: string; readonly read: ReadAnnex }

/** What was read before and is kept for this person; undefined when it is gone or of something else. */
function opened({ box }: Asked<Tx>, tender: string, sealed: string | undefined): ReadAnnex | undefined {
  if (sealed === undefined) return undefined
  try {
    const kept = JSON.parse(box.open(sealed)) as Partial<Kept>
    return kept.what === WHAT && kept.tender === tender ? kept.read : undefined
  } catch {
    return undefined // something else of this person that was kept
  }
}

const changesOf = ({ annex, hash }: Whole, read: ReadAnnex) => changesBetween(readAnnex(annexOdt(annex, hash)), read)

/** The page that asks for the file. */
const askPage = ({ view }: Asked<Tx>, { tender }: Whole, problems = {}): Reply =>
  page(
    <ActPage
      {...{ view, problems }}
      title="Lees een bewerkte bijlage terug"
      lead="Kies het ODT-bestand dat een collega bewerkte. U ziet per eis wat er anders is, en kiest wat u overneemt."
      crumbs={crumbsTo(tender)}
      action={`${placeOfTender(tender)}/teruglezen`}
      button="Bekijk de wijzigingen"
      files
    >
      <FileField
        name="bestand"
        label="De bewerkte bijlage"
        hint="Een bestand dat op .odt eindigt, hooguit 5 MB."
        accept=".odt"
        problems={problems}
      />
    </ActPage>,
    Object.keys(problems).length > 0 ? 422 : undefined,
  )

async function readFile(sent: File | undefined, { number }: Whole): Promise<ReadAnnex | string> {
  if (!sent || sent.size === 0) return 'Kies een bestand.'
  try {
    const read = readAnnex(new Uint8Array(await sent.arrayBuffer()))
    if (read.number !== number)
      return read.number === ''
        ? 'Dit bestand zegt niet van welke bijlage het is. Download de bijlage hier opnieuw en bewerk die.'
        : `Dit bestand hoort bij ${read.number}, en niet bij ${number}.`
    return read
  } catch (error) {
    if (error instanceof NoAnnex) return error.message
    throw error
  }
}

const wordsIn = (changes: readonly AnnexChange[], id: string) =>
  changes.flatMap((each) => (each.kind === 'words' && each.id === id ? [each] : []))

const NOT_TAKEN = 'Dit nemen wij niet over uit een bestand.'
/** Why this cannot be taken over, by the rules of the forms in which it is chosen; undefined: it can. */
function whyNoHead({ offered, own }: Whole, { id, what, to }: HeadChange, here: string): string | undefined {
  const of = offered.find(({ requirement }) => requirement.id === id)
  if (!of || own.some((each) => each.id === id) === (what === 'level')) return NOT_TAKEN
  if (what === 'title') return to === '' || to.length > 200 ? 'Een naam heeft 1 tot 200 tekens.' : refusedAsk(to, here)
  if (what === 'kind') return kindNamed(to) === undefined ? 'Deze soort bestaat niet.' : undefined
  const level = levelNamed(to)
  if (level === undefined) return 'Dit niveau bestaat niet.'
  return of.requirement.texts[level] === undefined ? 'Dit niveau heeft geen tekst. Kies een ander.' : undefined
}

/** A requirement of the tender itself under another name, or of another kind: all else stays. */
function renamed(requirement: Requirement, heads: readonly HeadChange[]): OwnRequirement {
  const said = (what: HeadChange['what']) => heads.find((each) => each.what === what)?.to
  const { part, norm, proportionate, link, proof, equal, due, checked, validMonths, onBreach, texts } = requirement
  return {
    part,
    norm,
    proportionate,
    link,
    proof,
    equal,
    due,
    checked,
    validMonths,
    onBreach,
    title: said('title') ?? requirement.title,
    kind: kindNamed(said('kind') ?? '') ?? requirement.kind,
    text: texts.basic ?? '',
  }
}

export const readBackRoutes = (deps: TenderDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/aanbestedingen/:tender/teruglezen',
    may: 'tender.write',
    answer: onTender(deps, 'to-read', async (asked, whole) => {
      const { tx, municipality, query, view } = asked
      const fixed = whyFixed(whole.tender, new Date())
      if (fixed !== undefined) return tooLate(fixed)
      const id = query.get('bestand') ?? ''
      const read = UUID.test(id) ? opened(asked, whole.tender.id, await unsentById(tx, municipality.id, id)) : undefined
      if (!read) return askPage(asked, whole)
      return page(<ReadBackPage {...{ view, whole, read }} file={id} changes={changesOf(whole, read)} />)
    }),
  },
  {
    method: 'POST',
    path: '/aanbestedingen/:tender/teruglezen',
    may: 'tender.write',
    limit: MOST_FILE + 64 * 1024,
    answer: onTender(deps, 'to-change', async (asked, whole) => {
      const { tx, municipality, who, sent, box, view } = asked
      const { tender } = whole
      const fixed = whyFixed(tender, new Date())
      if (fixed !== undefined) return tooLate(fixed)
      const id = sent.mark('bestand-id')
      if (id === '') {
        const read = await readFile(readForm(SENT, sent).typed.bestand, whole)
        if (typeof read === 'string') return askPage(asked, whole, { bestand: read })
        const kept: Kept = { what: WHAT, tender: tender.id, read }
        const trial = await keepUnsent(tx, municipality.id, who.id, box.seal(JSON.stringify(kept)))
        return go(`${placeOfTender(tender)}/teruglezen?bestand=${trial}`)
      }
      const gone = tooLate('Dit bestand is al overgenomen, of ouder dan een dag. Kies het opnieuw.')
      const sealed = UUID.test(id) ? await unsentById(tx, municipality.id, id) : undefined
      const read = opened(asked, tender.id, sealed)
      if (!read) return gone
      const changes = changesOf(whole, read)
      const { neem: taken, reden: reason } = readForm(ACCEPTED, sent).typed
      const problems: Record<string, string> = {}
      // What was on the screen is what is accepted: a colleague may have changed the tender meanwhile.
      if (sent.mark('stand') !== whole.hash)
        problems[''] = 'De bijlage is intussen veranderd. Kijk opnieuw wat er anders is.'
      if (taken.length === 0) problems[''] ??= 'Vink aan wat u overneemt.'
      else if (reason === '') problems['reden'] = 'Schrijf waarom de woorden veranderen.'
      for (const one of taken)
        for (const { to } of wordsIn(changes, one)) {
          const why = to === '' ? EMPTIED : refusedAsk(to, municipality.name)
          if (why !== undefined) problems[`neem-${one}`] = why
        }
      const heads = changes.flatMap((each) =>
        each.kind === 'head' && taken.includes(`${each.what}.${each.id}`) ? [each] : [],
      )
      for (const head of heads) {
        const why = whyNoHead(whole, head, municipality.name)
        // What has no box on the page is told above it.
        if (why !== undefined) problems[why === NOT_TAKEN ? '' : `neem-${head.what}.${head.id}`] = why
      }
      if (Object.keys(problems).length > 0)
        return page(<ReadBackPage {...{ view, whole, read, changes, problems, taken, reason }} file={id} />, 422)
      const done: string[] = []
      for (const offer of whole.offered) {
        const { requirement, choice } = offer
        const its = heads.filter((each) => each.id === requirement.id)
        const level = its.find(({ what }) => what === 'level')
        const named = its.filter(({ what }) => what !== 'level')
        const accepted = taken.includes(requirement.id)
        const [words, out] = [
          accepted ? wordsIn(changes, requirement.id) : [],
          accepted && changes.some((each) => each.kind === 'gone' && each.id === requirement.id),
        ]
        if (named.length > 0) {
          const place = { municipality: municipality.id, tender: tender.id, no: tender.no, by: who.id }
          await keepOwn(tx, place, requirement.id, renamed(requirement, named))
          done.push(requirement.id)
        }
        if (words.length === 0 && !out && !level) continue
        const before: OwnWords = choice?.choice === 'adapted' ? choice.words : {}
        await choose(tx, municipality.id, tender.id, who.id, {
          requirement: requirement.id,
          choice: out ? 'left' : words.length > 0 ? 'adapted' : choice!.choice,
          level: (level && levelNamed(level.to)) ?? levelOf(requirement, choice),
          words: out ? {} : { ...before, ...Object.fromEntries(words.map(({ word, to }) => [word, to])) },
          // What was taken as it stands asks no reason of its own; why is in the trail.
          reason: out || words.length > 0 || choice!.choice === 'adapted' ? reason : '',
        })
        if (named.length === 0) done.push(requirement.id)
      }
      await takeUnsent(tx, municipality.id, id)
      await record(tx, municipality.id, {
        act: 'tender.read-back',
        object: `tender/${tender.id}`,
        detail: { accepted: done, version: read.version, reason: reason.slice(0, 200) },
      })
      return go(
        `${placeOfTender(tender)}/eisen`,
        `${done.length === 1 ? 'Bij 1 eis' : `Bij ${done.length} eisen`} zijn de wijzigingen overgenomen.`,
      )
    }),
  },
]
