/**
 * Countries outside the EEA to which personal data may go without more, because the Commission decided so (AVG art.
 * 45).
 */

/**
 * ISO 3166-1 alpha-2, state of November 2026, from general knowledge: look it up before relying on it in a case.
 * Canada: commercial organisations. The United States are not here: that decision holds only for companies on the list
 * of the Data Privacy Framework, which cannot be seen from a host name.
 */
const ADEQUATE: ReadonlySet<string> = new Set([
  'AD',
  'AR',
  'CA',
  'CH',
  'FO',
  'GB',
  'GG',
  'IL',
  'IM',
  'JE',
  'JP',
  'KR',
  'NZ',
  'UY',
])

/** Whether the Commission finds its protection of data adequate (AVG art. 45); `country`: two letters. */
export const isAdequate = (country: string): boolean => ADEQUATE.has(country)
