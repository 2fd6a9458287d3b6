/** Where the pages of one regulation stand. */
export const crumbs = [{ name: 'Regelingen', to: '/balie/regelingen' }]
