/**
 * The national publication standard for algorithms, 1.0, by its own names (MinBZK/Algoritmeregister,
 * backend/app/schemas/config/v1_0.json): what must be there and how much fits.
 */

/** What a register calls the standard at `extern`. */
export const STANDARD = 'algoritmeregister'

export type StandardField = { readonly required?: true; readonly max?: number; readonly most?: number }

/** Every name of the standard that a municipality writes; the national register adds its own. */
export const STANDARD_FIELDS: Readonly<Record<string, StandardField>> = {
  name: { required: true, max: 100 },
  description_short: { required: true, max: 400 },
  organization: { required: true, max: 100 },
  category: { most: 3 },
  status: { required: true },
  begin_date: { max: 7 },
  end_date: { max: 7 },
  contact_email: { required: true, max: 500 },
  website: { max: 500 },
  publication_category: { required: true },
  url: { max: 500 },
  goal: { max: 2_500 },
  proportionality: { max: 2_500 },
  human_intervention: { max: 2_500 },
  risks: { max: 2_500 },
  lawful_basis: { max: 2_500 },
  lawful_basis_grouping: {},
  process_index_url: { max: 500 },
  impacttoetsen: { max: 2_500 },
  impacttoetsen_grouping: {},
  source_data: { max: 2_500 },
  source_data_grouping: {},
  methods_and_models: { max: 5_000 },
  provider: { max: 200 },
  publiccode: { max: 500 },
  lang: { required: true },
  standard_version: {},
  source_id: { max: 100 },
  tags: { max: 2_500 },
}

/** What the standard calls an algorithm that is being made, one that works, and one that no longer does. */
export const IN_DEVELOPMENT = 'In ontwikkeling'
export const IN_USE = 'In gebruik'
export const OUT_OF_USE = 'Buiten gebruik'

/** What is done with the national register, and how it reads. */
export const NATIONAL_KINDS = { submit: 'Versturen', withdraw: 'Intrekken', look: 'Nakijken' } as const
export type NationalKind = keyof typeof NATIONAL_KINDS

/** How an algorithm stands in the national register, as one reads it. */
export const NATIONAL_STATUS = {
  draft: 'Staat er als concept. Het is nog niet vrijgegeven.',
  released: 'Is vrijgegeven. Het landelijke register publiceert het.',
  published: 'Is gepubliceerd.',
  waiting: 'Is gepubliceerd. De nieuwe versie wacht op publicatie.',
  withdrawn: 'Is ingetrokken. Het staat niet meer openbaar in het Algoritmeregister.',
  gone: 'Het landelijke register kent dit nummer niet.',
} as const
export type NationalStatus = keyof typeof NATIONAL_STATUS
/** Everybody reads some version of it there. */
export const readThere = (status: NationalStatus): boolean => status === 'published' || status === 'waiting'
