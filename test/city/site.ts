/** Makes a site from its story: what is not told is as a decent web builder leaves it. */
import { drawing, png } from './answers.ts'
import { headers } from './presets.ts'
import type { Site } from './model.ts'

type Story = Pick<Site, 'slug' | 'organisation' | 'host' | 'domain' | 'home' | 'layout' | 'frame' | 'pages' | 'truth'> &
  Partial<Site>

/** The icon and the drawings are the same everywhere but for their colour. */
export function site(story: Story): Site {
  const colour = story.frame.colours.main
  return {
    otherDomains: [],
    certificate: 'good',
    server: 'modern',
    plain: 'redirect',
    headers: headers.decent,
    always: null,
    later: null,
    ...story,
    files: {
      '/favicon.ico': png(16, 16, [18, 60, 105]),
      '/beeld/huis.svg': drawing('huis', colour),
      '/beeld/boot.svg': drawing('boot', colour),
      '/beeld/brug.svg': drawing('brug', colour),
      '/beeld/bloem.svg': drawing('bloem', colour),
      ...story.files,
    },
  }
}

/** The same site after somebody worked on it: for the better, or not. */
export function later(before: Site, changes: Partial<Site>): Site {
  return { ...before, later: { ...before, ...changes } }
}
