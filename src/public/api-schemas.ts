/** What the API gives, as schemas: they check what is asked, shape what is answered and become the OpenAPI document. */
import { z } from '@hono/zod-openapi'
import { CAUSES, KINDS, MEANS, STATUSES, STRENGTHS, VERDICTS } from './asked.ts'

const values = <T extends string>(words: Readonly<Record<string, T>>) => z.enum(Object.values(words) as [T, ...T[]])
export const ThemeIdSchema = z.enum(['PRV', 'VEI', 'TOE', 'OPE', 'MEN', 'AUT', 'UIT', 'STD'])
export const VerdictSchema = values(VERDICTS)

export const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
  })
  .openapi('Probleem', { description: 'Wat er misging (RFC 9457).' })

export const Publication = z
  .strictObject({
    nummer: z.int(),
    datum: z.iso.date().openapi({ description: 'De dag van publicatie, in Nederland.' }),
    gepubliceerdOp: z.iso.datetime(),
    door: z.string(),
    functie: z.string(),
    voorlopig: z.boolean(),
    catalogusversie: z.string(),
  })
  .openapi('Publicatie')

export const ThemeScoreSchema = z
  .strictObject({
    thema: ThemeIdSchema,
    score: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .openapi({ description: 'null: te weinig gemeten, of niets van toepassing.' }),
    gezien: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .openapi({ description: 'Deel van het meetbare gewicht dat is gezien; null: niets van toepassing.' }),
    normenInBeeld: z.int(),
    normen: z.int(),
  })
  .openapi('Themascore')

export const Organisation = z
  .strictObject({
    slug: z.string(),
    naam: z.string(),
    soort: z.string(),
    grootte: z.enum(['micro', 'small', 'medium', 'large']).nullable(),
    straat: z.string().nullable(),
    overheid: z.boolean(),
    themas: z.array(ThemeScoreSchema),
  })
  .openapi('Organisatie')

export const Address = z
  .strictObject({
    soort: values(KINDS),
    adres: z.string(),
    gemetenOp: z.iso.datetime().nullable(),
    gezien: z.boolean(),
    waaromNiet: z.string().nullable(),
  })
  .openapi('Adres')

export const OrganisationWithAddresses = Organisation.extend({ adressen: z.array(Address) }).openapi(
  'OrganisatieMetAdressen',
)

export const FindingSchema = z
  .strictObject({
    organisatie: z.string(),
    soortAdres: values(KINDS),
    adres: z.string(),
    norm: z.string(),
    criterium: z.string(),
    thema: ThemeIdSchema,
    oordeel: VerdictSchema,
    reden: z.string(),
    watWijZagen: z.string(),
    gegevens: z.record(z.string(), z.any()),
    sterkte: values(STRENGTHS),
    gemetenOp: z.iso.datetime().nullable(),
    sindsPublicatie: z.int(),
    oorzaak: values(CAUSES),
    gewicht: z.int().nullable().describe('0: een advies, telt niet mee in een score'),
  })
  .openapi('Bevinding')

export const NormSchema = z
  .strictObject({
    id: z.string(),
    thema: ThemeIdSchema,
    naam: z.string(),
    naamEngels: z.string(),
    watWordtGevraagd: z.string(),
    status: values(STATUSES),
  })
  .openapi('Norm')

export const CriterionSchema = z
  .strictObject({
    id: z.string(),
    titel: z.string(),
    gewicht: z.int(),
    vastgesteldDoor: values(MEANS),
    controle: z.string().nullable(),
    alleenOverheid: z.boolean(),
    eersteStap: z.string(),
    bewijstNiet: z.string(),
    telling: z
      .record(z.string(), z.int())
      .openapi({ description: 'Aantal adressen per oordeel; leeg als er niet is gemeten.' }),
  })
  .openapi('Criterium')

export const NormInFull = NormSchema.extend({
  waarom: z.string(),
  toelichtingStatus: z.string(),
  sinds: z.iso.date().nullable().openapi({ description: 'Sinds wanneer de status geldt.' }),
  voorWie: z.string().nullable().openapi({ description: 'Voor wie de status geldt.' }),
  voorJurist: z.array(z.string()).openapi({ description: 'Wat alleen een jurist kan zeggen.' }),
  bronnen: z.array(
    z.strictObject({
      titel: z.string(),
      url: z.string(),
      artikel: z.string(),
      nagelezen: z.boolean(),
      geldigVanaf: z.iso.date().nullable(),
      geldigTot: z.iso.date().nullable(),
      nagegaanOp: z.iso.date().nullable(),
    }),
  ),
  criteria: z.array(CriterionSchema),
}).openapi('NormVolledig')

const whole = (most: number) =>
  z
    .string()
    .regex(/^[1-9][0-9]{0,6}$/, 'een geheel getal vanaf 1')
    .transform(Number)
    .pipe(z.int().max(most))
export const InPublication = z.object({
  publicatie: whole(9_999_999)
    .optional()
    .openapi({
      type: 'integer',
      param: { name: 'publicatie', in: 'query' },
      description: 'Nummer van een eerdere publicatie; zonder: de nieuwste.',
    }),
})
export const Size = z.object({
  aantal: whole(100)
    .optional()
    .openapi({
      type: 'integer',
      param: { name: 'aantal', in: 'query' },
      description: 'Hoeveel per keer, hoogstens 100; zonder: 50.',
    }),
})
export const Numbered = z.object({
  pagina: whole(100_000)
    .optional()
    .openapi({ type: 'integer', param: { name: 'pagina', in: 'query' } }),
})
export const After = z.object({
  na: z
    .string()
    .max(400)
    .optional()
    .openapi({
      param: { name: 'na', in: 'query' },
      description: 'Waar de vorige pagina eindigde; neem de waarde uit `volgende`.',
    }),
})
/** PostgreSQL cannot hold the sign with number 0. */
export const Word = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !text.includes('\0'), 'een teken kan niet')

export const next = z.string().nullable().openapi({ description: 'Adres van de volgende pagina, of null.' })
