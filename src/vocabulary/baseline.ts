/** How the zelfcheck of an organisation stands, in words. */
export const BASELINE_STATES = {
  invited: 'uitgenodigd',
  running: 'bezig',
  done: 'afgerond',
  declined: 'doet niet mee',
  left: 'gestopt',
} as const
export type BaselineState = keyof typeof BASELINE_STATES
