/** Where the made up alarm of the demo's region gives out its warnings, and its key as one asks it by telephone. */
export const HOST = 'alarm.sluiswijk-bestuur.test'
export const FINGERPRINT = '2e574dc073a098ebb1c6ec3a4e302af51e3fd0b5'
