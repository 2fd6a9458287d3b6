/** Where exercises stand on the site. */
export const PLACE = '/samen/oefeningen'
