/** The shape of a questionnaire file as policy officers write it, in Dutch, and how it becomes a Questionnaire. */
import { z } from 'zod'
import type {
  About,
  Condition,
  Fact,
  Option,
  Purpose,
  Question,
  Questionnaire,
  Variant,
} from '../model/questionnaire.ts'

const PURPOSES: Readonly<Record<string, Purpose>> = {
  vooraf: 'pre-check',
  toets: 'full-test',
  zelfbeoordeling: 'self-assessment',
  schouw: 'inspection',
}
const ABOUT: Readonly<Record<string, About>> = {
  regeling: 'regulation',
  voorstel: 'proposal',
  product: 'product',
  organisatie: 'organisation',
  pand: 'premises',
}
const VARIANTS: Readonly<Record<string, Variant>> = { kort: 'short', midden: 'medium', lang: 'long' }
const FACTS: Readonly<Record<string, Fact>> = {
  product: 'product',
  gebruik: 'use',
  instellingen: 'settings',
  gegevens: 'data',
  contract: 'contract',
  persoonsgegevens: 'personal-data',
}
const KINDS: Readonly<Record<string, Question['kind']>> = {
  schaal: 'scale',
  keuze: 'choice',
  meerkeuze: 'choices',
  tekst: 'text',
}

const oneOf = (words: Readonly<Record<string, unknown>>) =>
  z.enum(Object.keys(words) as [string, ...string[]], {
    error: (issue) => `"${String(issue.input)}" is niet bekend; verwacht: ${Object.keys(words).join(', ')}`,
  })
const text = z.string().trim().min(1, 'hier hoort tekst te staan')
const name = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'verwacht een korte naam van letters, cijfers en streepjes')
const share = z.number().min(0).max(1)

const When = z
  .strictObject({ vraag: name, is: z.array(name).min(1).optional(), is_niet: z.array(name).min(1).optional() })
  .refine(({ is, is_niet }) => (is === undefined) !== (is_niet === undefined), {
    error: 'verwacht precies één van: is, is_niet',
  })
const Scale = z.record(
  name,
  z.strictObject({
    label: text,
    score: share.optional(),
    betekent: z.enum(['onbekend', 'nvt']).optional(),
    reden_verplicht: z.boolean().default(false),
  }),
)
const QuestionFile = z.strictObject({
  id: name,
  deel: name,
  vraag: text,
  gewoon: text.optional(),
  uitleg: text.optional(),
  soort: oneOf(KINDS),
  schaal: name.optional(),
  schaal_kort: name.optional(),
  opties: z
    .array(z.strictObject({ id: name, label: text }))
    .min(2, 'noem minstens twee opties')
    .optional(),
  antwoorden: z.record(name, text).default({}),
  gewicht: z.int('verwacht een heel getal van 0 tot en met 5').min(0).max(5),
  normen: z.array(z.string()).default([]),
  stelt_vast: z.string().optional(),
  meting: z
    .strictObject({ weerlegt_ja: z.array(z.string()).default([]), weerlegt_nee: z.array(z.string()).default([]) })
    .optional(),
  bewijs: z.array(text).default([]),
  beoordelaar: z.array(text).default([]),
  toon_als: When.optional(),
  rode_vlag: z.strictObject({ bij: z.array(name).min(1), als: When.optional(), tekst: text }).optional(),
  eerste_stap: text.optional(),
  eerste_stap_lang: text.optional(),
  versies: z.array(oneOf(VARIANTS)).default([]),
  register: oneOf(FACTS).optional(),
  spk: z.array(text).default([]),
})

export const QuestionnaireFile = z.strictObject({
  id: name,
  titel: text,
  versie: text,
  peildatum: z.iso.date(),
  doel: oneOf(PURPOSES),
  voor: z.array(oneOf(ABOUT)).min(1),
  invuller: text,
  minuten: z.partialRecord(z.enum(['alles', 'kort', 'midden', 'lang']), z.int().min(1)),
  belofte: text,
  geldig_maanden: z.int().min(1).max(120).optional(),
  delen: z.array(z.strictObject({ id: name, titel: text, telt: z.boolean() })).min(1),
  schalen: z.record(name, Scale).default({}),
  drempels: z.strictObject({ voldoet: share, deels: share }),
  vragen: z.array(QuestionFile).min(1, 'een vragenlijst heeft minstens één vraag'),
  uitkomsten: z.array(z.strictObject({ id: name, label: text, vereist: text.optional() })).default([]),
  clusters: z
    .strictObject({
      assen: z
        .array(z.strictObject({ id: name, naam: text, punten: z.record(name, z.record(name, z.int().min(0).max(3))) }))
        .min(1),
      grenzen: z.array(z.strictObject({ cluster: name, tot: z.int(), versie: oneOf(VARIANTS) })).min(1),
      regels: z
        .array(
          z.strictObject({
            als: When,
            en: When.optional(),
            minstens: name.optional(),
            hoogstens: name.optional(),
            waarom: text,
          }),
        )
        .default([]),
      voorbeelden: z
        .array(
          z.strictObject({ naam: text, antwoorden: z.record(name, z.union([name, z.array(name)])), verwacht: name }),
        )
        .default([]),
    })
    .optional(),
  indicatoren: z.array(z.strictObject({ id: name, naam: text, formule: text, bron: text })).default([]),
})
export type QuestionnaireFile = z.infer<typeof QuestionnaireFile>

const conditionOf = (when: z.infer<typeof When>): Condition => ({
  question: when.vraag,
  op: when.is ? 'in' : 'not-in',
  values: when.is ?? when.is_niet!,
})

function optionsOf(scale: z.infer<typeof Scale> | undefined, anchors: Readonly<Record<string, string>>): Option[] {
  return Object.entries(scale ?? {}).map(([id, option]) => ({
    id,
    label: option.label,
    anchor: anchors[id],
    score: option.score ?? null,
    reasonRequired: option.reden_verplicht,
    means: option.betekent === 'nvt' ? 'not-applicable' : option.betekent === 'onbekend' ? 'unknown' : undefined,
  }))
}

function questionOf(file: QuestionnaireFile, question: QuestionnaireFile['vragen'][number]): Question {
  const choices = (question.opties ?? []).map(({ id, label }): Option => ({
    id,
    label,
    anchor: undefined,
    score: null,
    means: undefined,
    reasonRequired: false,
  }))
  const { rode_vlag: flag } = question
  return {
    id: question.id,
    section: question.deel,
    text: question.vraag,
    plain: question.gewoon,
    explanation: question.uitleg,
    kind: KINDS[question.soort]!,
    options: question.schaal === undefined ? choices : optionsOf(file.schalen[question.schaal], question.antwoorden),
    plainOptions: question.schaal_kort === undefined ? undefined : optionsOf(file.schalen[question.schaal_kort], {}),
    weight: question.gewicht,
    norms: question.normen,
    establishes: question.stelt_vast,
    register: question.register === undefined ? undefined : FACTS[question.register],
    refutedBy: { met: question.meting?.weerlegt_ja ?? [], unmet: question.meting?.weerlegt_nee ?? [] },
    evidence: question.bewijs,
    reviewers: question.beoordelaar,
    when: question.toon_als && conditionOf(question.toon_als),
    firstStep: question.eerste_stap,
    longFirstStep: question.eerste_stap_lang,
    covers: question.spk,
    flag: flag && { on: flag.bij, when: flag.als && conditionOf(flag.als), text: flag.tekst },
    variants: question.versies.map((word) => VARIANTS[word]!),
  }
}

/** A Questionnaire from its file; `version` is that of the file with the hash of its content. */
export function questionnaireOf(file: QuestionnaireFile, version: string): Questionnaire {
  const { clusters } = file
  return {
    id: file.id,
    version,
    title: file.titel,
    date: file.peildatum,
    purpose: PURPOSES[file.doel]!,
    about: file.voor.map((word) => ABOUT[word]!),
    by: file.invuller,
    minutes: Object.fromEntries(
      Object.entries(file.minuten).map(([word, minutes]) => [VARIANTS[word] ?? 'all', minutes]),
    ),
    promise: file.belofte,
    validMonths: file.geldig_maanden,
    sections: file.delen.map(({ id, titel, telt }) => ({ id, title: titel, scored: telt })),
    questions: file.vragen.map((question) => questionOf(file, question)),
    thresholds: { met: file.drempels.voldoet, partly: file.drempels.deels },
    outcomes: file.uitkomsten.map(({ id, label, vereist }) => ({ id, label, requires: vereist })),
    clusters: clusters && {
      axes: clusters.assen.map(({ id, naam, punten }) => ({ id, name: naam, points: punten })),
      limits: clusters.grenzen.map(({ cluster, tot, versie }) => ({ cluster, upTo: tot, variant: VARIANTS[versie]! })),
      rules: clusters.regels.map((rule) => ({
        question: rule.als.vraag,
        values: rule.als.is ?? [],
        and: rule.en && conditionOf(rule.en),
        atLeast: rule.minstens,
        atMost: rule.hoogstens,
        why: rule.waarom,
      })),
      examples: clusters.voorbeelden.map(({ naam, antwoorden, verwacht }) => ({
        name: naam,
        expected: verwacht,
        answers: Object.fromEntries(Object.entries(antwoorden).map(([id, value]) => [id, { value, reason: '' }])),
      })),
    },
    indicators: file.indicatoren.map(({ id, naam, formule, bron }) => ({
      id,
      name: naam,
      formula: formule,
      source: bron,
    })),
  }
}
