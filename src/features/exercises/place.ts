/** Where exercises stand at the desk. */
export const PLACE = '/balie/oefeningen'
