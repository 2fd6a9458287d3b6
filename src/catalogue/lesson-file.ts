/** The shape of a lesson as editors write it, in Dutch, and how it becomes a Lesson. */
import { z } from 'zod'
import type { Lesson, LessonStep, Option, Question, QuestionKind } from '../model/lesson.ts'
import { PICTURES } from '../vocabulary/lesson.ts'

const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'verwacht een korte naam van kleine letters en streepjes')
const plain = z.string().trim().min(1, 'hier hoort tekst te staan').max(600, 'deze tekst is te lang voor één stap')
/** In both languages: who reads in English reads the same lesson. */
const said = z.strictObject(
  { nl: plain, en: plain },
  { error: 'verwacht de tekst in het Nederlands (nl) en Engels (en)' },
)
const date = z.iso.date('verwacht een datum zoals 2026-11-29')
const oneOf = <const W extends Readonly<Record<string, unknown>>>(words: W) =>
  z.enum(Object.keys(words) as [keyof W & string, ...(keyof W & string)[]], {
    error: (issue) => `"${String(issue.input)}" is niet bekend; verwacht: ${Object.keys(words).join(', ')}`,
  })

const KINDS = { kies: 'one', 'kies-meer': 'several', volgorde: 'order', 'wat-doet-u': 'act' } as const satisfies Record<
  string,
  QuestionKind
>
const SCREENS = { 'e-mail': 'mail', sms: 'text', site: 'site', formulier: 'form' } as const
const AUDIENCE = { inwoner: 'resident', ondernemer: 'entrepreneur' } as const

const OptionFile = z.strictObject({
  tekst: said,
  goed: z.boolean('verwacht ja of nee (true of false)').optional(),
  plaats: z.int('verwacht een heel getal').min(1).max(6).optional(),
  uitleg: said,
})
const QuestionFile = z.strictObject({
  soort: oneOf(KINDS),
  vraag: said,
  opties: z
    .array(OptionFile)
    .min(2, 'een vraag heeft minstens twee opties')
    .max(6, 'een vraag heeft hoogstens zes opties'),
})
const StepFile = z.strictObject({
  titel: said,
  tekst: said,
  voorlezen: said.optional(),
  plaatje: z
    .strictObject({
      naam: z.enum(PICTURES, {
        error: (issue) => `plaatje "${String(issue.input)}" bestaat niet; verwacht: ${PICTURES.join(', ')}`,
      }),
      alt: z.union([said, z.literal('decoratief')], {
        error: 'verwacht wat er te zien is (nl en en), of "decoratief"',
      }),
    })
    .optional(),
  oefenscherm: z
    .strictObject({
      soort: oneOf(SCREENS),
      van: said,
      onderwerp: said.optional(),
      regels: z.array(said).min(1, 'een oefenscherm heeft minstens één regel').max(6, 'hoogstens zes regels'),
      knop: said.optional(),
    })
    .optional(),
  doe: said.optional(),
  helper: said,
  vraag: QuestionFile.optional(),
})

/** `verzoek`: the kind of request by which one uses it, in `verzoeken/`. */
const RightFile = said.extend({ verzoek: name.optional() })

export const LessonFile = z.strictObject({
  id: name,
  versie: z.int('verwacht een heel getal, zoals 1').min(1).max(9_999),
  titel: said,
  inleiding: said,
  doelgroep: oneOf(AUDIENCE),
  voor_wie: said,
  minuten: z
    .int('verwacht een heel getal')
    .min(5, 'een les duurt minstens 5 minuten')
    .max(8, 'een les duurt hoogstens 8 minuten'),
  zoekwoorden: z.array(plain.max(40)).min(1, 'noem minstens één woord waarop mensen zoeken').max(30),
  normen: z.array(plain).min(1, 'noem minstens één norm'),
  rechten: z.array(RightFile).min(1, 'noem minstens één recht'),
  wet_op: date,
  auteur: plain,
  nagekeken_door: plain.nullable(),
  licentie: z.enum(['CC0-1.0', 'CC-BY-4.0'], { error: 'verwacht: CC0-1.0 of CC-BY-4.0' }),
  herzien_op: date,
  stappen: z.array(StepFile).min(5, 'een les heeft minstens 5 stappen').max(9, 'een les heeft hoogstens 9 stappen'),
  einde: z.strictObject({
    vandaag: z.array(said).length(3, 'noem precies drie dingen om vandaag te doen'),
    bellen: z
      .array(z.strictObject({ wie: said, nummer: plain.max(20).nullable(), waarvoor: said }))
      .min(1, 'noem minstens één persoon of plek om te bellen')
      .max(3, 'hoogstens drie'),
  }),
})
export type LessonFile = z.infer<typeof LessonFile>

const LETTERS = 'abcdef'
const optionOf = (file: z.infer<typeof OptionFile>, index: number): Option => ({
  id: LETTERS[index]!,
  text: file.tekst,
  why: file.uitleg,
  right: file.goed ?? false,
  place: file.plaats ?? null,
})
const questionOf = ({ soort, vraag, opties }: z.infer<typeof QuestionFile>): Question => ({
  kind: KINDS[soort],
  ask: vraag,
  options: opties.map(optionOf),
})
const stepOf = (file: z.infer<typeof StepFile>): LessonStep => ({
  title: file.titel,
  text: file.tekst,
  aloud: file.voorlezen ?? null,
  picture: file.plaatje
    ? { name: file.plaatje.naam, alt: file.plaatje.alt === 'decoratief' ? null : file.plaatje.alt }
    : null,
  practice: file.oefenscherm
    ? {
        kind: SCREENS[file.oefenscherm.soort],
        from: file.oefenscherm.van,
        about: file.oefenscherm.onderwerp ?? null,
        lines: file.oefenscherm.regels,
        button: file.oefenscherm.knop ?? null,
      }
    : null,
  act: file.doe ?? null,
  helper: file.helper,
  question: file.vraag ? questionOf(file.vraag) : null,
})

/** A lesson from its file; each option gets its letter. */
export const lessonOf = (file: LessonFile): Lesson => ({
  id: file.id,
  version: file.versie,
  title: file.titel,
  lead: file.inleiding,
  audience: AUDIENCE[file.doelgroep],
  forWhom: file.voor_wie,
  minutes: file.minuten,
  words: file.zoekwoorden,
  norms: file.normen,
  rights: file.rechten.map(({ verzoek = null, ...right }) => ({ ...right, request: verzoek })),
  lawOn: file.wet_op,
  author: file.auteur,
  reviewer: file.nagekeken_door,
  licence: file.licentie,
  reviewOn: file.herzien_op,
  steps: file.stappen.map(stepOf),
  end: {
    today: file.einde.vandaag,
    call: file.einde.bellen.map(({ wie, nummer, waarvoor }) => ({ who: wie, phone: nummer, what: waarvoor })),
  },
})
