/**
 * Countries outside the EEA to which personal data may go without more, because the Commission decided so (AVG art.
 * 45).
 */

/**
 * ISO 3166-1 alpha-2 and the decision, as in force in November 2026. The United States are not here: that decision
 * ((EU) 2023/1795) holds only for companies on the list of the Data Privacy Framework, which cannot be seen from a host
 * name.
 */
const DECISIONS: Readonly<Record<string, string>> = {
  AD: '2010/625/EU',
  AR: '2003/490/EC',
  BR: '(EU) 2026/179',
  // Commercial organisations only.
  CA: '2002/2/EC',
  CH: '2000/518/EC',
  FO: '2010/146/EU',
  // Renewed on 19 December 2025, until 27 December 2031.
  GB: '(EU) 2021/1772',
  GG: '2003/821/EC',
  IL: '2011/61/EU',
  IM: '2004/411/EC',
  JE: '2008/393/EC',
  JP: '(EU) 2019/419',
  KR: '(EU) 2022/254',
  NZ: '2013/65/EU',
  UY: '2012/484/EU',
}

/** Whether the Commission finds its protection of data adequate (AVG art. 45); `country`: two letters. */
export const isAdequate = (country: string): boolean => Object.hasOwn(DECISIONS, country)
