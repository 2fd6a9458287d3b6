/** The shape of a register file as policy officers write it, in Dutch, and how it becomes a Register. */
import { z } from 'zod'
import type { Condition, Field, LinkTo, Register } from '../model/register.ts'
import {
  FIELD_KINDS,
  FIELD_ROLES,
  KEEPERS,
  LINK_TARGETS,
  PUBLICATION_WAYS,
  READERS,
  REGISTER_PURPOSES,
  type FieldKind,
} from '../vocabulary/register.ts'
import { PERMISSIONS, type Role } from '../vocabulary/roles.ts'

/** Characters of a text, or things in a list, where the file says nothing. */
const MOST: Readonly<Partial<Record<FieldKind, number>>> = {
  text: 200,
  'long-text': 5_000,
  list: 20,
  place: 2_000,
}

const oneOf = <T extends Readonly<Record<string, unknown>>>(words: T) =>
  z.enum(Object.keys(words) as [Extract<keyof T, string>, ...Extract<keyof T, string>[]], {
    error: (issue) => `"${String(issue.input)}" is niet bekend; verwacht: ${Object.keys(words).join(', ')}`,
  })
const text = z.string().trim().min(1, 'hier hoort tekst te staan')
const name = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,39}$/, 'verwacht een korte naam van kleine letters, cijfers en streepjes')

const Link = z
  .strictObject({ doel: name.optional(), soort: oneOf(LINK_TARGETS).optional() })
  .refine(({ doel, soort }) => (doel === undefined) !== (soort === undefined), {
    error: 'verwacht precies één van: doel, soort',
  })

const External = z.record(name, text).default({})
const Options = z
  .array(
    z.strictObject({
      id: name,
      label: text,
      label_en: text.optional(),
      gestopt: z.boolean().default(false),
      extern: External,
    }),
  )
  .min(2, 'noem minstens twee opties')
  .optional()

const RemindDays = z.array(z.int().min(0).max(730)).default([])

const Part = z.strictObject({
  id: name,
  soort: z.enum(['tekst', 'webadres', 'datum', 'keuze']).default('tekst'),
  label: text,
  label_en: text.optional(),
  opties: Options,
  verplicht: z.boolean().default(false),
  max: z.int().min(1).max(20_000).optional(),
  herinner_dagen: RemindDays,
  extern: External,
})

const Answers = z.array(name).min(1, 'noem minstens één antwoord')
/** Another field, and what it holds. */
const When = z.strictObject({ veld: name, is: z.union([z.literal('ingevuld'), Answers]) })

const FieldFile = z.strictObject({
  id: name,
  soort: oneOf(FIELD_KINDS),
  label: text,
  label_en: text.optional(),
  uitleg: text.optional(),
  deel: text.optional(),
  deel_en: text.optional(),
  bron: text.optional(),
  opties: Options,
  verplicht: z.union([z.boolean(), z.literal('openbaarmaking')]).default(false),
  verplicht_als: When.extend({ voor: z.enum(['opslaan', 'openbaarmaking']).default('opslaan') }).optional(),
  niet_openbaar_als: z
    .array(z.strictObject({ is: Answers, als: When.optional(), reden: text }))
    .min(1)
    .optional(),
  openbaar: z.boolean().default(false),
  filter: z.boolean().default(false),
  rol: z.enum(FIELD_ROLES, { error: `verwacht een van: ${FIELD_ROLES.join(', ')}` }).optional(),
  max: z.int().min(1).max(20_000).optional(),
  herinner_dagen: RemindDays,
  naar: Link.optional(),
  meer: z.boolean().default(false),
  delen: z.array(Part).min(1).optional(),
  extern: External,
})
export type FieldFile = z.infer<typeof FieldFile>

export const RegisterFile = z.strictObject({
  id: name,
  versie: text,
  titel: text,
  titel_en: text.optional(),
  een: text,
  een_en: text.optional(),
  uitleg: text,
  uitleg_en: text.optional(),
  doel: name,
  onderwerp: name.optional(),
  openbaar: oneOf(PUBLICATION_WAYS).default('nooit'),
  herinnert: oneOf(KEEPERS).default('beleidsmedewerker'),
  toegang: z
    .strictObject({
      lezen: z.array(oneOf(READERS)).min(1, 'noem minstens één rol').optional(),
      schrijven: z.array(oneOf(KEEPERS)).min(1, 'noem minstens één rol').optional(),
    })
    .default({}),
  thema: text.optional(),
  extern: External,
  velden: z.array(FieldFile).min(1, 'een register heeft minstens één veld'),
  lijst: z.array(name).min(1, 'noem minstens één veld voor de lijst'),
})
export type RegisterFile = z.infer<typeof RegisterFile>

const linkOf = ({ doel, soort }: z.infer<typeof Link>): LinkTo =>
  soort === undefined ? { purpose: purposeOf(doel!) } : { target: LINK_TARGETS[soort] }

/** What code asks for: the English word where Leidraad knows the purpose, else the municipality's own word. */
export const purposeOf = (doel: string): string =>
  Object.hasOwn(REGISTER_PURPOSES, doel) ? REGISTER_PURPOSES[doel as keyof typeof REGISTER_PURPOSES] : doel

const conditionOf = ({ veld, is }: z.infer<typeof When>): Condition => ({
  field: veld,
  is: is === 'ingevuld' ? 'filled' : is,
})

/** What hangs on other answers. */
function dependent({ verplicht_als: asked, niet_openbaar_als: shut }: FieldFile): Pick<Field, 'requiredIf' | 'barred'> {
  return {
    ...(asked && {
      requiredIf: { condition: conditionOf(asked), for: asked.voor === 'opslaan' ? 'always' : 'publication' },
    }),
    ...(shut && {
      barred: shut.map(({ is, als, reden }) => ({ is, also: als && conditionOf(als), reason: reden })),
    }),
  }
}

function fieldOf(file: FieldFile): Field {
  const kind = FIELD_KINDS[file.soort]
  return {
    id: file.id,
    kind,
    label: file.label,
    labelEnglish: file.label_en ?? file.label,
    hint: file.uitleg,
    source: file.bron,
    section: file.deel === undefined ? undefined : { label: file.deel, labelEnglish: file.deel_en ?? file.deel },
    options: (file.opties ?? []).map(({ id, label, label_en, gestopt, extern }) => ({
      id,
      label,
      labelEnglish: label_en ?? label,
      external: extern,
      ...(gestopt && { stops: true as const }),
    })),
    required: file.verplicht === 'openbaarmaking' ? 'publication' : file.verplicht ? 'always' : undefined,
    ...dependent(file),
    public: file.openbaar,
    filter: file.filter,
    role: file.rol,
    max: file.max ?? MOST[kind] ?? 500,
    remindDays: file.herinner_dagen.toSorted((a, b) => b - a),
    to: file.naar && linkOf(file.naar),
    several: file.meer || kind === 'choices' || kind === 'list',
    parts: (file.delen ?? []).map((part) =>
      fieldOf({
        ...part,
        verplicht: part.verplicht,
        openbaar: file.openbaar,
        filter: false,
        meer: false,
      }),
    ),
    external: file.extern,
  }
}

/** Who reads and writes: whom the file names, and else everybody who has the permission. */
export function accessOf({ toegang: { lezen, schrijven } }: Pick<RegisterFile, 'toegang'>): Register['access'] {
  const read: readonly Role[] = lezen?.map((word) => READERS[word]) ?? PERMISSIONS['register.read']
  const write =
    schrijven?.map((word) => KEEPERS[word]) ?? PERMISSIONS['register.edit'].filter((role) => read.includes(role))
  return { read, write }
}

/** A Register from its file; `version` is that of the file with the hash of its content. */
export function registerOf(file: RegisterFile, version: string): Register {
  return {
    id: file.id,
    version,
    title: file.titel,
    titleEnglish: file.titel_en ?? file.titel,
    one: file.een,
    oneEnglish: file.een_en ?? file.een,
    intro: file.uitleg,
    introEnglish: file.uitleg_en ?? file.uitleg,
    purpose: purposeOf(file.doel),
    subject: file.onderwerp,
    publication: PUBLICATION_WAYS[file.openbaar],
    keeper: KEEPERS[file.herinnert],
    access: accessOf(file),
    fields: file.velden.map(fieldOf),
    list: file.lijst,
    theme: file.thema,
    standards: file.extern,
  }
}
