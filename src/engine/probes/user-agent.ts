/** How Leidraad names itself to the sites it visits. */

/** Name, version and where to complain. */
export const userAgent = () => 'Leidraad/2026.11 (+https://leidraad.example/over)'
