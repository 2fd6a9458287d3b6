/** What can end at an address, with the days before on which somebody hears of it: what renews itself has done so. */
export const EXPIRY_WINDOW = {
  certificate: 14,
  'security-txt': 30,
  signature: 3,
} as const
export type ExpiryKind = keyof typeof EXPIRY_WINDOW
