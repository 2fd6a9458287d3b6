/**
 * What can end at an address, with the days before on which somebody hears of it: what renews itself has done so. A
 * domain often renews on the very day, so that who should do it by hand hears in time. Of one that is leaving already:
 * days for which having seen it counts.
 */
export const EXPIRY_WINDOW = {
  certificate: 14,
  'security-txt': 30,
  signature: 3,
  domain: 30,
  'domain-leaving': 14,
} as const
export type ExpiryKind = keyof typeof EXPIRY_WINDOW
