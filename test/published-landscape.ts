/** The landscape of the small published city: two publications, groups with and without figures, spearpoints, names. */
import type { Db } from '../src/db/connect.ts'
import { CITY } from './published.ts'

const figures = (vei: number, prv: number) =>
  JSON.stringify([
    { theme: 'VEI', median: vei, scored: 10 },
    { theme: 'PRV', median: prv, scored: 10 },
  ])

/** After `seedPublished`. */
export async function seedLandscape(db: Db): Promise<void> {
  const row = (
    publication: number,
    kind: 'cluster' | 'street',
    name: string,
    organisations: number | null,
    themes: string,
  ) => ({
    municipality: CITY,
    publication,
    kind,
    name,
    organisations,
    themes,
  })
  await db
    .insertInto('published.landscape')
    .values([
      row(1, 'cluster', 'A', 10, figures(0.4, 0.55)),
      row(1, 'cluster', 'B', null, '[]'),
      row(2, 'cluster', 'A', 15, figures(0.55, 0.6)),
      row(2, 'cluster', 'B', 10, figures(0.7, 0.8)),
      row(2, 'cluster', 'C', null, '[]'),
      row(2, 'cluster', 'D', null, '[]'),
      row(2, 'street', 'Havenstraat', 10, figures(0.65, 0.5)),
      row(2, 'street', 'Kade', null, '[]'),
    ])
    .execute()
  await db
    .insertInto('published.landscape_named')
    .values([
      {
        municipality: CITY,
        publication: 2,
        kind: 'cluster',
        name: 'A',
        slug: 'bakkerij-de-korenaar',
        called: 'Bakkerij De Korenaar',
      },
    ])
    .execute()
  const point = {
    municipality: CITY,
    kind: 'cluster' as const,
    name: 'A',
    norm: 'VEI-11',
    criterion: 'VEI-11.hsts',
    chosen_on: '2026-10-01',
    chosen_by: 'beleidsmedewerker',
    published_on: '2026-10-02',
    published_by: 'medewerker publicatie',
  }
  await db
    .insertInto('published.spearpoint')
    .values([
      {
        ...point,
        id: '0198a000-0000-7000-8000-0000000000c1',
        reason: 'Dit kost weinig en raakt iedereen.',
        missed: 0.6,
      },
      {
        ...point,
        id: '0198a000-0000-7000-8000-0000000000c2',
        norm: 'PRV-02',
        criterion: 'PRV-02.weg',
        reason: 'Zonder volgers.',
        missed: null,
        ended_on: '2026-11-01',
        ended_reason: 'De groep is er klaar mee.',
      },
    ])
    .execute()
}

export const LANDSCAPE_PAGES = [
  '/landschap',
  '/landschap/kaart',
  '/groepen/A',
  '/groepen/C',
  '/groepen/straat-havenstraat',
]
