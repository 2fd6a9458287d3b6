/** The shape of a norm file as policy officers write it, in Dutch, and how it becomes a Norm. */
import { z } from 'zod'
import type { Criterion, Effort, LegalStatus, Norm, Source } from '../model/norm.ts'
import type { SubjectKind } from '../model/subject.ts'
import { entryRuleOf, EntryRules } from './entry-rule.ts'
import { oneOf, text, two } from './words.ts'

/** Kinds of subject by their Dutch word. */
export const SUBJECTS: Readonly<Record<string, SubjectKind>> = {
  organisatie: 'organisation',
  website: 'website',
  maildomein: 'mail-domain',
  product: 'product',
  regeling: 'regulation',
  verwerking: 'processing',
  algoritme: 'algorithm',
  sensor: 'sensor',
  dataset: 'data-set',
  project: 'project',
  pand: 'premises',
}
const STATUSES: Readonly<Record<string, LegalStatus>> = {
  wet_overheid: 'law-public',
  wet_allen: 'law-all',
  wet_deel: 'law-part',
  kader: 'framework',
  afspraak: 'agreement',
}

const EFFORTS: Readonly<Record<string, Effort>> = { klein: 'small', middel: 'medium', groot: 'large' }

const CriterionFile = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, 'verwacht een korte naam van kleine letters, cijfers en streepjes'),
    titel: text,
    titel_en: text,
    meting: text.optional(),
    vraag: text.optional(),
    mens: z.strictObject({ wie: text, wat: text }).optional(),
    register: EntryRules.optional(),
    gewicht: z.int('verwacht een heel getal van 0 tot en met 5').min(0).max(5),
    moeite: z.strictObject({ maat: oneOf(EFFORTS), waarom: text }).optional(),
    voor: z.array(oneOf(SUBJECTS)).min(1, 'noem minstens één onderwerp'),
    alleen_overheid: z.boolean().default(false),
    opties: z.record(z.string(), z.unknown()).default({}),
    waarom: text,
    eerste_stap: text,
    herstel: text,
    bewijst_niet: text,
    waarom_en: text.optional(),
    eerste_stap_en: text.optional(),
    herstel_en: text.optional(),
    bewijst_niet_en: text.optional(),
    redenen: z.record(z.string(), two).default({}),
  })
  .refine(
    ({ meting, vraag, mens, register }) => {
      const means = [meting, vraag, mens].filter((each) => each !== undefined).length
      return means === 1 || (means === 0 && register !== undefined)
    },
    { error: 'verwacht precies één van: meting, vraag, mens, register' },
  )
  .refine(({ meting, register }) => meting === undefined || register === undefined, {
    error: 'wat gemeten wordt, staat niet ook in een register: register kan naast vraag of mens, of alleen',
    path: ['register'],
  })
  .refine(({ eerste_stap: step }) => !step.includes('`'), {
    error: 'de eerste stap is voor wie niets van techniek weet: wat iemand instelt, staat bij herstel',
    path: ['eerste_stap'],
  })
  .refine(
    ({ waarom_en, eerste_stap_en, herstel_en, bewijst_niet_en }) =>
      new Set([waarom_en, eerste_stap_en, herstel_en, bewijst_niet_en].map((each) => each === undefined)).size === 1,
    { error: 'vertaal waarom, eerste_stap, herstel en bewijst_niet alle vier, of geen', path: ['eerste_stap_en'] },
  )

export const NormFile = z.strictObject({
  id: z.string().regex(/^[A-Z]{3}-\d{2}$/, 'verwacht een kenmerk zoals PRV-01'),
  label: text,
  label_en: text,
  norm: text,
  norm_en: text,
  waarom: text,
  waarom_en: text.optional(),
  onderwerpen: z.array(oneOf(SUBJECTS)).min(1),
  status: oneOf(STATUSES),
  sinds: z.iso.date('verwacht een datum als 2026-08-15').optional(),
  voor_wie: two.optional(),
  status_toelichting: text,
  status_toelichting_en: text.optional(),
  voor_jurist: z.array(two).default([]),
  /** May be empty at an agreement: which decision it rests on, each municipality says itself. */
  bronnen: z.array(z.strictObject({ bron: text, artikel: text })),
  clusters: z.array(z.enum(['A', 'B', 'C', 'D'])).default([]),
  herijk_maanden: z.int().min(1).max(60),
  criteria: z.array(CriterionFile).min(1, 'een norm heeft minstens één criterium'),
})
export type NormFile = z.infer<typeof NormFile>

/** Whether the status says that a law asks this. */
export const isLaw = (file: Pick<NormFile, 'status'>): boolean => file.status.startsWith('wet_')

/** A Norm from its file, with the sources looked up; `own`: the municipality's decisions that it rests on. */
export function normOf(file: NormFile, sources: ReadonlyMap<string, Source>, own: Norm['sources'] = []): Norm {
  return {
    id: file.id,
    theme: file.id.slice(0, 3) as Norm['theme'],
    label: file.label,
    labelEnglish: file.label_en,
    statement: file.norm,
    statementEnglish: file.norm_en,
    why: file.waarom,
    whyEnglish: file.waarom_en,
    subjects: file.onderwerpen.map((word) => SUBJECTS[word]!),
    status: STATUSES[file.status]!,
    statusNote: file.status_toelichting,
    statusNoteEnglish: file.status_toelichting_en,
    since: file.sinds,
    forWhom: file.voor_wie,
    forLawyer: file.voor_jurist,
    sources: [...file.bronnen.map(({ bron, artikel }) => ({ source: sources.get(bron)!, article: artikel })), ...own],
    clusters: file.clusters,
    reviewMonths: file.herijk_maanden,
    criteria: file.criteria.map((criterion) => criterionOf(file.id, criterion)),
  }
}

function criterionOf(norm: string, file: z.infer<typeof CriterionFile>): Criterion {
  return {
    id: `${norm}.${file.id}`,
    norm,
    title: { nl: file.titel, en: file.titel_en },
    weight: file.gewicht,
    subjects: file.voor.map((word) => SUBJECTS[word]!),
    onlyPublicBodies: file.alleen_overheid,
    ...(file.moeite ? { effort: { size: EFFORTS[file.moeite.maat]!, why: file.moeite.waarom } } : {}),
    means:
      file.meting !== undefined
        ? { by: 'check', check: file.meting, options: file.opties }
        : file.vraag !== undefined
          ? { by: 'question', question: file.vraag }
          : file.mens !== undefined
            ? { by: 'person', who: file.mens.wie, what: file.mens.wat }
            : { by: 'entry' },
    ...(file.register ? { entries: file.register.map(({ rule }) => entryRuleOf(rule)) } : {}),
    why: file.waarom,
    firstStep: file.eerste_stap,
    repair: file.herstel,
    limits: file.bewijst_niet,
    whyEnglish: file.waarom_en,
    firstStepEnglish: file.eerste_stap_en,
    repairEnglish: file.herstel_en,
    limitsEnglish: file.bewijst_niet_en,
    reasons: file.redenen,
  }
}
