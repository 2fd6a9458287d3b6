/**
 * Published tests, regulations and a draw for the city of test/published.ts: what the public pages of the IT-toets
 * show.
 */
import type { Db } from '../src/db/connect.ts'
import type { CaseDocument } from '../src/model/document.ts'
import { CITY } from './published.ts'

const text = (line: string) => [{ kind: 'text', text: line }] as const
const toets = (no: number, title: string, outcome: string, deviations: number): CaseDocument => ({
  number: `IT-2026-000${no}`,
  title,
  kind: 'regeling',
  municipality: 'Voorbeeldstad',
  outcome,
  advice: no === 3 ? null : 'Geen bezwaar onder voorwaarden',
  deviations,
  decidedOn: `2026-11-0${no}`,
  sections: [
    {
      id: 'decision',
      title: 'Besluit',
      fields: [
        {
          id: 'decision',
          title: outcome,
          blocks: text('De markt wordt veiliger en de beelden blijven kort bewaard.'),
          omitted: null,
        },
        {
          id: 'decided-by',
          title: 'Wie besloot',
          blocks: text('Dorothea van der Meer, directeur Stad, op grond van het mandaatbesluit 2026.'),
          omitted: null,
        },
        {
          id: 'deviation-1',
          title: 'Afwijking 1',
          blocks: [...text('Niet gevolgd: Bewaar beelden drie dagen.'), ...text('De reden: de wet noemt vier weken.')],
          omitted: null,
        },
      ],
    },
    {
      id: 'result',
      title: 'Uitkomst van de toets',
      fields: [
        {
          id: 'parts',
          title: 'Score per onderdeel',
          blocks: [
            {
              kind: 'table',
              caption: 'Score per onderdeel',
              head: ['Onderdeel', 'Score (0–100)', 'Bekend'],
              rows: [
                ['Gegevens en rechten', '64', '92%'],
                ['Veiligheid en beschikbaarheid van systemen', 'te weinig bekend', '60%'],
              ],
            },
          ],
          omitted: null,
        },
      ],
    },
    {
      id: 'opinions',
      title: 'Adviezen en reacties',
      fields: [
        {
          id: 'opinion-1',
          title: 'Functionaris gegevensbescherming (FG): geen bezwaar onder voorwaarden',
          blocks: [
            ...text('Bewaar beelden kort.'),
            {
              kind: 'list',
              items: [
                'Voorwaarde: Bewaar beelden drie dagen. Reactie van de indiener: niet overnemen. ' +
                  'De wet noemt vier weken.',
              ],
            },
          ],
          omitted: null,
        },
        {
          id: 'opinion-2',
          title: 'Security Officer: geen bezwaar',
          blocks: [],
          omitted: {
            ground: 'Woo, artikel 5.1, lid 2, onder h: beveiliging van personen en bedrijven en voorkomen van sabotage',
            reason: 'Dit beschrijft hoe de camera’s zijn beveiligd.',
          },
        },
      ],
    },
  ],
})

export async function seedToetsen(db: Db): Promise<void> {
  const by = { by_function: 'publicist', second_function: 'communicatieadviseur' }
  const documents = [
    toets(1, 'Verordening cameratoezicht op de markt en in de binnenstad', 'Akkoord, mits', 1),
    toets(2, 'Subsidieregeling buurtinitiatieven', 'Akkoord', 0),
    toets(3, 'Begintijd van de markt', 'Geen digitaal effect', 0),
  ]
  await db
    .insertInto('published.toets')
    .values(
      [1, 2].flatMap((version) =>
        documents
          .filter((_, index) => version === 1 || index === 0)
          .map((document) => {
            const no = Number(document.number.at(-1))
            return {
              municipality: CITY,
              no,
              version,
              current: version === 2 || no !== 1,
              kind: 'regulation' as const,
              title: document.title,
              outcome: document.outcome,
              decided_on: document.decidedOn,
              ...by,
              document: JSON.stringify(document),
              pdf: null,
              odt: null,
            }
          }),
      ),
    )
    .execute()
  await db
    .insertInto('published.regulation')
    .values(
      ['Algemene plaatselijke verordening', 'Verordening cameratoezicht', 'Verordening markten'].map(
        (title, index) => ({
          municipality: CITY,
          work: `CVDR${index}`,
          title,
          kind: 'verordening',
          url: index === 0 ? 'https://lokaleregelgeving.overheid.nl/CVDR0' : null,
          in_force_on: null,
          tested_on: index === 1 ? '2026-11-01' : null,
          toets: index === 1 ? 1 : null,
          due_on: index === 1 ? '2029-11-01' : null,
        }),
      ),
    )
    .execute()
  await db
    .insertInto('published.regulation_share')
    .values([
      { municipality: CITY, month: '2026-10-01', total: 3, tested: 0 },
      { municipality: CITY, month: '2026-11-01', total: 3, tested: 1 },
    ])
    .execute()
  await db
    .insertInto('published.sample_draw')
    .values({
      municipality: CITY,
      no: 1,
      at: new Date('2026-11-20T10:00:00Z'),
      seed: '9f'.repeat(16),
      among: [3, 5, 8],
      drawn: [3],
    })
    .execute()
}
