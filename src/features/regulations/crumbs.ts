/** Where the pages of one regulation stand. */
export const crumbs = [
  { name: 'Registers', to: '/balie/registers' },
  { name: 'Regelingen', to: '/balie/regelingen' },
]
