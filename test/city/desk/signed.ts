/** What the demo tells of covenants that were signed: who takes part, what was seen and handed in, what came of it. */
import { z } from 'zod'

const text = z.string().min(2)
const email = z.string().regex(/^[a-z.]+@[a-z-]+\.test$/)
/** Days after the day on which the covenant began; before it: below nought. */
const day = z.int().min(-120).max(430)
const share = z.int().min(0).max(100)
/** How many criteria of the agreement were met on a day; a day without a number: the latest stands. */
const seen = z.tuple([day, z.int().min(0)])
const total = z.strictObject({
  dag: day,
  aantal: z.int().min(0),
  van: z.int().positive(),
  bewijs: text,
  nagekeken: z.boolean().default(true),
})

const party = z.strictObject({
  organisatie: text,
  als: z.enum(['party', 'observer']),
  naam: text,
  functie: text,
  email,
  /** Above nought: it came later, and was invited then. */
  uitgenodigd: day.optional(),
  tekent: z.strictObject({
    dag: day,
    grond: z.enum(['trade-register', 'mandate', 'board']),
    met_naam: z.boolean(),
    /** Signs in at the desk; else by the link that was mailed. */
    aan_balie: z.boolean().default(false),
  }),
  stappen: z
    .array(
      z.strictObject({
        dag: day,
        stap: z.enum(['paused', 'left', 'suspended', 'extended']),
        reden: text,
        tot: z.int().max(800).optional(),
      }),
    )
    .default([]),
  /** It has a certificate, which stands in the register: of those without, that is written down too. */
  certificaat: z.boolean().default(false),
  /** By agreement: what people saw or handed over. */
  bevindingen: z.record(text, z.array(seen)).default({}),
  /** By agreement: what the party handed in. */
  totalen: z.record(text, z.array(total)).default({}),
})

const pledge = z.strictObject({
  voorbeeld: text,
  doel: share.optional(),
  maanden: z.int().positive().optional(),
  stappen: z.array(z.tuple([z.int().positive(), share])).optional(),
  /** Of totals: what all together had at the beginning. */
  begin: z.tuple([z.int(), z.int().positive()]).optional(),
  beoordelaar: email,
  eigenaar: email,
  /** Of findings: who saw it, in a function, and what it said. */
  gezien_door: text.optional(),
  gezegd: text.optional(),
})

const word = z.strictObject({ dag: day, door: email, tekst: text })
const verdict = z.strictObject({
  afspraak: text,
  /** Nobody: all together. */
  partij: text.optional(),
  dag: day,
  uitkomst: z.enum(['met', 'met-late', 'not-met', 'lapsed']),
  gehaald: day.optional(),
  bewijs: text,
  bezwaar: word.optional(),
  op_bezwaar: z.strictObject({ ...word.shape, besluit: z.enum(['upheld', 'rejected']) }).optional(),
  plan: word.optional(),
  op_plan: z.strictObject({ ...word.shape, besluit: z.enum(['plan-accepted', 'plan-returned']) }).optional(),
})

const decision = z.strictObject({ tekst: text, akkoord: text, afspraak: text.optional(), partij: text.optional() })
const meeting = z.strictObject({
  dag: z.int().min(-30).max(520),
  soort: z.enum(['steering', 'yearly']),
  plaats: text,
  agenda: text,
  /** What was said; a meeting to come has none. */
  verslag: text.optional(),
  aanwezig: z.array(text).default([]),
  besluiten: z.array(decision).default([]),
  /** The report of a year that was made for it, and the days that it is about. */
  jaarverslag: z.strictObject({ dag: day, van: day, tot: day, voorwoord: text, vragen: z.array(text) }).optional(),
})

const opinion = z.strictObject({
  door: email,
  rol: z.enum(['fg', 'security-officer']),
  oordeel: z.enum(['agree', 'agree-if', 'disagree']),
  tekst: text,
  voorwaarden: z.array(text).default([]),
})

export const signed = z.array(
  z.strictObject({
    titel: text,
    sjabloon: text,
    groep: z.enum(['A', 'B', 'C', 'D']).optional(),
    straat: text.optional(),
    /** In the place of the group of the template: who can take part, in words. */
    voor_wie: text.optional(),
    maanden_geleden: z.int().positive(),
    jaren: z.int().positive(),
    door: email,
    /** Fixes it, signs for the municipality, and decides for the steering group. */
    bestuurder: email,
    /** Writes down what was seen. */
    noteert: email,
    waarom: text,
    adviezen: z.array(opinion),
    afspraken: z.array(pledge),
    partijen: z.array(party),
    /** One agreement that a second version changed. */
    wijziging: z
      .strictObject({
        dag: day,
        afspraak: text,
        doel: share,
        maanden: z.int().positive(),
        waarom: text,
        akkoord: text,
        adviezen: z.array(opinion),
      })
      .optional(),
    oordelen: z.array(verdict).default([]),
    /** What was written down at an agreement. */
    aantekeningen: z
      .array(
        z.strictObject({
          dag: day,
          afspraak: text,
          soort: z.enum(['confirmed', 'proof', 'meeting', 'extended', 'note']),
          door: email,
          tekst: text,
        }),
      )
      .default([]),
    bijeenkomsten: z.array(meeting).default([]),
    openbaar: z.strictObject({
      vrijgegeven: day,
      vrijgegeven_door: email,
      dag: day,
      door: email,
      bezwaar: z.strictObject({ partij: text, dag: day, tekst: text, antwoord: text, antwoord_dag: day }).optional(),
    }),
    lezers: z
      .array(
        z.strictObject({
          dag: day,
          soort: z.enum(['question', 'remark']),
          afspraak: text.optional(),
          tekst: text,
          naam: z.string().default(''),
          email: z.string().default(''),
          antwoord: z.strictObject({ dag: day, door: email, tekst: text }).optional(),
        }),
      )
      .default([]),
    volgers: z.array(z.strictObject({ dag: day, email: text })).default([]),
    badges: z.array(z.strictObject({ partij: text, dag: day, door: email, toestemming: text })).default([]),
  }),
)
export type DemoSigned = Readonly<z.infer<typeof signed>>[number]
export type DemoParty = DemoSigned['partijen'][number]
export type DemoPledge = DemoSigned['afspraken'][number]
