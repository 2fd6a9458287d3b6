/** Reading in what a phone saved as a file, and showing a photo. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { forbidden, go, missing, page, type Asked, type Route } from '../../web/desk/route.ts'
import { answersFrom, roundPath, wholeRound, type StreetDeps, type Whole } from './here.ts'
import { photoBytes } from './inspections-store.ts'
import { roundPage } from './page-round.tsx'
import { keepOpened, openPhoto, take, type Opened } from './receive.ts'
import { typedHere } from './part-walk.tsx'
import { inspectionId, isMoment, LONGEST_WORDS, MOST_PHOTOS, MOST_PREMISES } from './rules.ts'

/** Bytes of such a file: the photos of a long street. */
const LIMIT = 40 * 1024 * 1024
const Saved = z.object({
  soort: z.literal('leidraad-schouw'),
  versie: z.literal(1),
  ronde: z.uuid(),
  schouwer: z.uuid(),
  panden: z
    .array(
      z.object({
        nummer: z.uuid(),
        keer: z.int().min(1).max(1000),
        pand: z.uuid(),
        antwoorden: z.record(z.string().max(40), z.string().max(40)),
        opmerking: z.string().max(LONGEST_WORDS),
        gezien: z.string().refine(isMoment),
        fotos: z.array(z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), foto: z.base64() })).max(MOST_PHOTOS),
      }),
    )
    .max(MOST_PREMISES * 2),
})
type Saved = z.infer<typeof Saved>

/** What the file holds, or a Dutch sentence why it is none of ours. */
async function savedIn(file: File | undefined): Promise<Saved | string> {
  if (!file) return 'Kies het bestand dat op de telefoon is bewaard.'
  const text = await file.text()
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return 'Dit is geen bestand van een schouw: het is niet te lezen. Laat de schouwer het opnieuw bewaren.'
  }
  const read = Saved.safeParse(json)
  if (read.success) return read.data
  const [issue] = read.error.issues
  return `Dit is geen bestand van een schouw, of het is beschadigd (bij ${issue!.path.join('.') || 'het begin'}).`
}

type Told = { fresh: number; again: number; differs: number; strange: number; problems: string[] }
type Ours = { readonly one: Saved['panden'][number]; readonly name: string; readonly photos: readonly Opened[] }

/** What the file holds of this round, with its photos made anew; what does not belong to it is told. */
async function oursIn(asked: Asked<Tx>, deps: StreetDeps, { round, walks }: Whole, saved: Saved, told: Told) {
  const ours: Ours[] = []
  for (const one of saved.panden) {
    const premises = walks.find((walk) => walk.premises.id === one.pand)?.premises
    if (!premises) told.strange++
    // The number tells who looked, whatever the file says of it.
    else if (one.nummer !== inspectionId(deps.key, round.id, one.pand, saved.schouwer, one.keer))
      told.problems.push(`${premises.name}: dit vulde de schouwer die in het bestand staat niet in. Niet ingelezen.`)
    else {
      const photos: Opened[] = []
      for (const { foto } of one.fotos)
        photos.push(await openPhoto(asked, deps, one.nummer, new Uint8Array(Buffer.from(foto, 'base64'))))
      ours.push({ one, name: premises.name, photos })
    }
  }
  return ours
}

/** Keeps all of it, each once. Gives how many are new, and what was not taken. */
async function keepAll(asked: Asked<Tx>, deps: StreetDeps, whole: Whole, saved: Saved): Promise<Told> {
  const told: Told = { fresh: 0, again: 0, differs: 0, strange: 0, problems: [] }
  for (const { one, name, photos } of await oursIn(asked, deps, whole, saved, told)) {
    const chosen = Object.fromEntries(
      whole.questions.questions.flatMap(({ id, options }) => {
        const value = one.antwoorden[id]
        return options.some((option) => option.id === value) ? [[id, value!] as const] : []
      }),
    )
    const of = { id: one.nummer, round: whole.round.id, premises: one.pand, inspector: saved.schouwer }
    const receipt = await take(asked, {
      ...of,
      no: one.keer,
      answers: answersFrom(chosen),
      remark: one.opmerking,
      photos: one.fotos.map(({ hash }) => hash),
      seenAt: one.gezien,
      came: 'file',
    })
    if (receipt.again) told.again++
    else if (receipt.differs) told.differs++
    else told.fresh++
    for (const photo of photos) {
      const problem = await keepOpened(asked, of, photo)
      if (problem !== undefined) told.problems.push(`${name}: ${problem}`)
    }
  }
  return told
}

/** Whether this person wrote down here already what the other inspector saw: nobody does so for both. */
const bothBy = (asked: Asked<Tx>, whole: Whole, { schouwer, panden }: Saved): boolean =>
  whole.walks.some(
    (walk) => panden.some(({ pand }) => pand === walk.premises.id) && typedHere(asked, whole, walk, schouwer),
  )

export const fileRoutes = (deps: StreetDeps): readonly Route<Tx>[] => [
  {
    method: 'POST',
    path: '/straten/:street/rondes/:round/inlezen',
    may: 'street.plan',
    again: true,
    limit: LIMIT,
    answer: async (asked) => {
      const { tx, municipality, params, sent, who } = asked
      const whole = await wholeRound(tx, municipality.id, deps, { street: params['street']!, round: params['round']! })
      if (!whole) return missing
      const { round } = whole
      if ([round.one, round.other].includes(who.id))
        return forbidden('Een collega leest dit in: u loopt zelf deze ronde.')
      const saved = await savedIn(sent.file('bestand'))
      const wrong =
        typeof saved === 'string'
          ? saved
          : saved.ronde !== round.id
            ? 'Dit bestand is van een andere ronde.'
            : ![round.one, round.other].includes(saved.schouwer)
              ? 'Dit bestand is niet van een van de twee schouwers.'
              : bothBy(asked, whole, saved)
                ? 'U las hier al iets in van de andere schouwer. Een collega leest dit bestand in.'
                : undefined
      if (wrong !== undefined) return page(await roundPage(asked, whole, { bestand: wrong }), 422)
      const { fresh, again, differs, strange, problems } = await keepAll(asked, deps, whole, saved as Saved)
      const told = [
        `Ingelezen: ${fresh} nieuw, ${again} ${again === 1 ? 'was' : 'waren'} al binnen.`,
        ...(differs > 0 ? [`Van ${differs} is er al iets anders: beide zijn bewaard.`] : []),
        ...(strange > 0
          ? [`Niet ingelezen, want niet van deze ronde: ${strange === 1 ? '1 pand' : `${strange} panden`}.`]
          : []),
        ...problems,
      ]
      return go(roundPath(whole.street.id, round.id), told.join(' '))
    },
  },
  {
    method: 'GET',
    path: '/straten/:street/rondes/:round/fotos/:inspection/:photo',
    may: 'street.read',
    answer: async ({ tx, municipality, params }) => {
      const found = await photoBytes(tx, municipality.id, params['inspection']!, params['photo']!)
      return found?.picture
        ? { kind: 'file', name: 'foto.jpg', media: 'image/jpeg', body: new Uint8Array(found.picture) }
        : missing
    },
  },
]
