/** The shape of an exercise as editors write it, in Dutch, and how it becomes a Scenario. */
import { z } from 'zod'
import type { Scenario, ScenarioMessage } from '../model/exercise.ts'
import { PHASE_WORDS, WAY_WORDS } from '../vocabulary/exercise.ts'
import { oneOf, text } from './words.ts'

const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'verwacht een korte naam van kleine letters en streepjes')
const plain = text.max(400, 'deze tekst is te lang om voor te lezen')
const said = z.strictObject({ nl: plain, en: plain })

const MessageFile = z.strictObject({
  na: z.int('verwacht een heel getal').min(0).max(480),
  aan: z.union([z.literal('allen'), z.array(name).min(1, 'noem aan wie dit bericht gaat').max(8)]),
  weg: oneOf(WAY_WORDS),
  fase: oneOf(PHASE_WORDS),
  tekst: said,
  verwacht: said,
  hulp: said.optional(),
  alleen_als: said.optional(),
})

export const ExerciseFile = z.strictObject({
  id: name,
  versie: z.int('verwacht een heel getal, zoals 1').min(1).max(9_999),
  volgorde: z.int().min(1).max(99),
  titel: said,
  kort: said,
  voor_wie: said,
  minuten: z.int('verwacht een heel getal').min(15, 'een oefening duurt minstens een kwartier').max(480),
  doelen: z.array(said).min(1, 'noem minstens één doel').max(4, 'een oefening heeft hoogstens vier doelen'),
  normen: z.array(text).min(1, 'noem minstens één norm'),
  bewijs: z.array(text).min(1, 'noem minstens één criterium waarover deze oefening iets laat zien'),
  na_maatregelen: z.array(text).default([]),
  nodig: z.array(said).max(8).default([]),
  rollen: z
    .array(z.strictObject({ id: name, naam: said, taak: said }))
    .min(2, 'een oefening heeft minstens twee rollen')
    .max(8, 'een oefening heeft hoogstens acht rollen'),
  berichten: z
    .array(MessageFile)
    .min(3, 'een oefening heeft minstens drie berichten')
    .max(40, 'een oefening heeft hoogstens veertig berichten'),
  vragen: z.array(said).min(1, 'noem minstens één vraag voor het nagesprek').max(8),
})
export type ExerciseFile = z.infer<typeof ExerciseFile>

const messageOf = (file: ExerciseFile['berichten'][number]): ScenarioMessage => ({
  after: file.na,
  to: file.aan === 'allen' ? [] : file.aan,
  way: WAY_WORDS[file.weg]!,
  phase: PHASE_WORDS[file.fase]!,
  text: file.tekst,
  expected: file.verwacht,
  hint: file.hulp ?? null,
  onlyIf: file.alleen_als ?? null,
})

/** A scenario from its file. */
export const scenarioOf = (file: ExerciseFile): Scenario => ({
  id: file.id,
  version: file.versie,
  title: file.titel,
  lead: file.kort,
  forWhom: file.voor_wie,
  minutes: file.minuten,
  aims: file.doelen,
  norms: file.normen,
  shows: file.bewijs,
  afterMeasures: file.na_maatregelen,
  needs: file.nodig,
  roles: file.rollen.map(({ id, naam, taak }) => ({ id, name: naam, task: taak })),
  messages: file.berichten.map(messageOf),
  questions: file.vragen,
})
