/** An annex as a document: the page, the PDF and the ODT are made from the same. Its content is Dutch. */
import type { Block, DocumentField, DocumentSection, Paper } from '../../model/document.ts'
import type { Annex, Asked } from '../../model/tender.ts'
import {
  CRITICALITIES,
  DATA_CLASSES,
  DUE,
  LEVELS,
  OWN_WORDS,
  PRODUCT_KINDS,
  REQUIREMENT_KINDS,
  TRAITS,
  type OwnWord,
  type RequirementKind,
} from '../../vocabulary/tender.ts'
import { moment } from '../language.ts'

const text = (said: string): Block => ({ kind: 'text', text: said })
const field = (id: string, title: string, blocks: readonly Block[]): DocumentField => ({
  id,
  title,
  blocks,
  omitted: null,
})

/** What every requirement is known by, in one line: nobody edits this. */
export const markOf = ({ id, wording, kind, level, norm, criterion }: Asked): string =>
  [
    `Kenmerk ${id}`,
    `tekst ${wording}`,
    REQUIREMENT_KINDS[kind].nl,
    `niveau ${LEVELS[level].nl}`,
    `norm ${criterion ?? norm}`,
  ].join(', ')

/** What of it can be edited, with its heading, in order. */
export const wordsOf = (asked: Asked): readonly (readonly [OwnWord, string, string])[] =>
  (Object.keys(OWN_WORDS) as OwnWord[]).map((word) => [word, OWN_WORDS[word], asked[word]])

/** What stands at a requirement and is not edited in a document: when, and which terms it fills. */
export const factsOf = ({ due, validMonths, gibit, mccAi, own, report }: Asked): readonly string[] => [
  `Bewijs is nodig ${DUE[due].nl}. Het telt ${validMonths} maanden.`,
  gibit === undefined
    ? 'Deze eis staat naast de GIBIT 2023.'
    : gibit.how === 'fills'
      ? `Vult de GIBIT 2023 in: ${gibit.about}.`
      : `Wijkt af van de GIBIT 2023: ${gibit.about}.`,
  ...(mccAi === undefined ? [] : [`Europese modelbepalingen voor AI: ${mccAi}.`]),
  ...(own ? ['De tekst is voor deze aanbesteding aangepast.'] : []),
  ...(report ? ['Een rapport in het formaat OpenACR kan als bewijs worden ingelezen.'] : []),
]

const GROUPS: readonly { readonly kind: RequirementKind; readonly title: string; readonly about: string }[] = [
  { kind: 'suitability', title: 'Geschiktheid', about: 'Wat wij van de inschrijver zelf vragen.' },
  { kind: 'selection', title: 'Selectie', about: 'Waarop wij kiezen wie mag inschrijven.' },
  { kind: 'requirement', title: 'Eisen', about: 'Wie hier niet aan voldoet, valt af (knock-out).' },
  { kind: 'award', title: 'Gunningswensen', about: 'Wie hier meer biedt, krijgt daar waardering voor.' },
  { kind: 'contract', title: 'Contractbepalingen', about: 'Wat de leverancier tijdens het contract nakomt.' },
]

/** Before the id of a requirement, as the name of its section. */
export const SECTION = 'eis.'

function requirementField(annex: Annex, asked: Asked): DocumentField {
  const part = annex.parts.find(({ id }) => id === asked.part)
  return field(`${SECTION}${asked.id}`, `${part?.title ?? asked.part}: ${asked.title}`, [
    text(markOf(asked)),
    ...wordsOf(asked).map(([, name, said]) => text(`${name}: ${said}`)),
    ...factsOf(asked).map(text),
  ])
}

const termsBlock = ({ terms }: Annex): Block => ({
  kind: 'table',
  caption: 'Voorwaarden die gelden',
  head: ['Voorwaarden', 'Versie', 'Geldt', 'Afwijking en reden'],
  rows: terms.map(({ title, version, applies, why }) => [
    title,
    version,
    applies ? 'ja' : 'nee',
    why === '' ? 'geen afwijking' : why,
  ]),
})

/** The sections, each kind of requirement apart. */
export function annexSections(annex: Annex): readonly DocumentSection[] {
  const { terms, standards, processorModel } = annex
  const kinds = GROUPS.map(({ kind, title, about }) => ({
    id: kind,
    title,
    fields: [
      field(`${kind}-uitleg`, 'Zo leest u dit deel', [text(about)]),
      ...annex.requirements.filter((each) => each.kind === kind).map((each) => requirementField(annex, each)),
    ],
  })).filter(({ fields }) => fields.length > 1)
  return [
    {
      id: 'toepassing',
      title: 'Wat geldt',
      fields: [
        field('opdracht', 'De opdracht', [
          text(annex.subject),
          {
            kind: 'list',
            items: [
              PRODUCT_KINDS[annex.productKind],
              `Gegevens: ${DATA_CLASSES[annex.dataClass]}`,
              `Belang: ${CRITICALITIES[annex.criticality]}`,
              ...annex.traits.map((trait) => TRAITS[trait]),
            ],
          },
        ]),
        ...(terms.length === 0 ? [] : [field('voorwaarden', 'Voorwaarden en hun versie', [termsBlock(annex)])]),
      ],
    },
    ...kinds,
    ...(processorModel === null
      ? []
      : [
          {
            id: 'verwerkers',
            title: 'Verwerkersovereenkomst',
            fields: [
              field('model', 'Model en lijst van andere verwerkers', [
                text(
                  `De gemeente werkt met de ${processorModel.title}: ${processorModel.url}. Het model valt onder de ` +
                    `licentie ${processorModel.licence} en staat daarom niet in deze bijlage.`,
                ),
                text('De lijst van andere verwerkers hoort erbij: naam, land, dienst en soort gegevens.'),
              ]),
            ],
          },
        ]),
    ...(standards.length === 0
      ? []
      : [
          {
            id: 'standaarden',
            title: 'Open standaarden',
            fields: [
              field('tabel', 'De standaarden die bij deze opdracht horen', [
                {
                  kind: 'table' as const,
                  caption: 'Open standaarden',
                  head: ['Standaard', 'Waarvoor', 'Status', 'Toegepast, of waarom niet'],
                  rows: standards.map(({ name, about, status }) => [name, about, status, '']),
                },
              ]),
            ],
          },
        ]),
  ]
}

/** The whole annex, to print or to take along. Version 0 is one that was not issued. */
export const annexPaper = (annex: Annex): Paper => ({
  name: `${annex.number} ${annex.title}`,
  above:
    `Gemeente ${annex.municipality}, aanbestedingsbijlage ${annex.number}, ` +
    (annex.version === 0 ? 'concept' : `versie ${annex.version}`),
  title: annex.title,
  below: `Inschrijven kan tot ${moment('nl', new Date(annex.closesAt))}`,
  sections: annexSections(annex),
})
