/**
 * Seven ways to lay out a page, each in the manner of another kind of web builder. All are in order by themselves: what
 * is wrong with a site is told in the file of that site.
 */
import type { Frame, Layout, Menu, Page } from './model.ts'

const menu = (items: Menu): string =>
  `<ul>${items.map(([path, label]) => `<li><a href="${path}">${label}</a></li>`).join('')}</ul>`

function top(frame: Frame, page: Page): string {
  return `<!doctype html>
<html${frame.lang === null ? '' : ` lang="${frame.lang}"`}>
<head>
<meta charset="utf-8">
${page.title === null ? '' : `<title>${page.title}</title>\n`}${
    frame.viewport === null ? '' : `<meta name="viewport" ` + `content="${frame.viewport}">\n`
  }<link rel="stylesheet" href="/stijl.css">
${frame.head}${page.head ?? ''}</head>
`
}

const bottom = (frame: Frame, page: Page): string => `${page.end ?? ''}${frame.end}</body>
</html>
`

const base = ({ colours }: Frame): string => `* { box-sizing: border-box }
body { margin: 0; background: ${colours.paper}; color: ${colours.ink}; line-height: 1.5 }
a { color: ${colours.link} }
img { max-width: 100%; height: auto }
label { display: block; margin: 12px 0 4px }
input, textarea, select, button { font: inherit; padding: 8px; min-height: 32px }
button { background: ${colours.main}; color: #fff; border: 0; padding: 8px 20px }
table { border-collapse: collapse } th, td { text-align: left; padding: 4px 16px 4px 0 }
.skip { position: absolute; left: -999px } .skip:focus { left: 8px; top: 8px; background: #fff; padding: 8px }
nav ul { list-style: none; margin: 0; padding: 0 }
nav a, footer a { display: inline-block; padding: 6px 4px; min-height: 28px }
`

const skip = '<a class="skip" href="#inhoud">Direct naar de inhoud</a>'

/** A council: wide header, breadcrumb line, footer in columns. */
export const raadhuis: Layout = {
  page: (frame, page) => `${top(frame, page)}<body>
${skip}
<header><div class="breed"><p class="naam"><a href="/">${frame.name}</a></p><p>${frame.slogan}</p></div>
<nav aria-label="Hoofdmenu"><div class="breed">${menu(frame.menu)}</div></nav></header>
<main id="inhoud" class="breed">
${page.main}
</main>
<footer><div class="breed">${frame.foot}</div></footer>
${bottom(frame, page)}`,
  css: (frame) => `${base(frame)}body { font: 18px/1.6 Verdana, sans-serif }
.breed { max-width: 960px; margin: 0 auto; padding: 8px 16px }
header { border-top: 8px solid ${frame.colours.main} } header p { margin: 0 }
.naam a { font-size: 28px; font-weight: bold; text-decoration: none }
nav { background: ${frame.colours.main} } nav ul { display: flex; flex-wrap: wrap; gap: 24px } nav a { color: #fff }
footer { background: #e8ecef; color: #222; margin-top: 40px } footer a { color: #123c69 }
.tegels { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; padding: 0; list-style: none }
.tegels li { border: 1px solid #767676; padding: 16px }
`,
}

/** A shop: a coloured window over the whole width, everything centred. */
export const winkelraam: Layout = {
  page: (frame, page) => `${top(frame, page)}<body>
<header class="raam"><p class="groot">${frame.name}</p><p>${frame.slogan}</p></header>
<nav aria-label="Menu">${menu(frame.menu)}</nav>
<main>
${page.main}
</main>
<footer>${frame.foot}</footer>
${bottom(frame, page)}`,
  css: (frame) => `${base(frame)}body { font: 17px/1.5 Georgia, serif; text-align: center }
.raam { background: ${frame.colours.main}; color: #fff; padding: 64px 16px } .groot { font-size: 44px; margin: 0 }
nav ul { display: flex; justify-content: center; flex-wrap: wrap; gap: 28px; padding: 12px }
main { max-width: 680px; margin: 0 auto; padding: 16px } form { text-align: left }
footer { padding: 32px 16px; border-top: 1px solid #767676; margin-top: 40px }
.kaarten { display: flex; flex-wrap: wrap; gap: 16px; justify-content: center } .kaarten article { width: 200px }
`,
}

/** A newspaper: masthead, dense columns, an aside. */
export const krant: Layout = {
  page: (frame, page) => `${top(frame, page)}<body>
${skip}
<header><p class="kop">${frame.name}</p><p>${frame.slogan}</p><nav
  aria-label="Rubrieken">${menu(frame.menu)}</nav></header>
<div class="kolommen"><main id="inhoud">
${page.main}
</main>
<aside aria-label="Meest gelezen"><h2>Meest gelezen</h2><ol><li>Brug Vlietkade drie weken dicht</li
  ><li>Zwembad krijgt nieuwe glijbaan</li><li>Zo vier je de Sluisdagen</li></ol></aside></div>
<footer>${frame.foot}</footer>
${bottom(frame, page)}`,
  css: (frame) => `${base(frame)}body { font: 16px/1.45 "Times New Roman", serif }
header { border-bottom: 4px double ${frame.colours.ink}; text-align: center }
.kop { font-size: 52px; font-weight: bold; margin: 8px 0 0 } header p { margin: 0 }
nav ul { display: flex; justify-content: center; gap: 20px; border-top: 1px solid } 
.kolommen { display: grid; grid-template-columns: 3fr 1fr; gap: 32px; max-width: 1100px;
  margin: 16px auto; padding: 0 16px }
footer { background: #222; color: #fff; padding: 16px } footer a { color: #fff }
`,
}

/** A school: menu at the left side, bright blocks. */
export const schoolplein: Layout = {
  page: (frame, page) => `${top(frame, page)}<body>
${skip}
<div class="plein"><div class="zij"><header><p class="naam">${frame.name}</p><p>${frame.slogan}</p></header>
<nav aria-label="Menu">${menu(frame.menu)}</nav></div>
<main id="inhoud">
${page.main}
</main></div>
<footer>${frame.foot}</footer>
${bottom(frame, page)}`,
  css: (frame) => `${base(frame)}body { font: 17px/1.5 "Trebuchet MS", sans-serif }
.plein { display: flex; min-height: 70vh }
.zij { width: 240px; background: ${frame.colours.main}; color: #fff; padding: 16px } .zij a { color: #fff }
.naam { font-size: 24px; font-weight: bold } main { flex: 1; padding: 16px 40px; max-width: 800px }
footer { background: #f0f0f0; color: #222; padding: 16px }
`,
}

/** A practice: narrow, rounded, calm blocks under each other. */
export const praktijk: Layout = {
  page: (frame, page) => `${top(frame, page)}<body>
<div class="vel"><header><p class="naam"><strong>${frame.name}</strong><br>${frame.slogan}</p>
<nav aria-label="Hoofdmenu">${menu(frame.menu)}</nav></header>
<main id="inhoud">
${page.main}
</main>
<footer>${frame.foot}</footer></div>
${bottom(frame, page)}`,
  css: (frame) => `${base(frame)}body { font: 16px/1.6 "Segoe UI", sans-serif; padding: 24px }
.vel { max-width: 760px; margin: 0 auto; border: 2px solid ${frame.colours.main}; border-radius: 24px;
  padding: 24px 32px }
nav ul { display: flex; flex-wrap: wrap; gap: 8px 20px }
section { border-radius: 12px; background: #f4f7f9; color: #222; padding: 8px 16px; margin: 16px 0 }
footer { margin-top: 32px; border-top: 1px solid #767676 }
`,
}

/** An institution: banner image, three columns of cards, big footer with a site map. */
export const instelling: Layout = {
  page: (frame, page) => `${top(frame, page)}<body>
${skip}
<header class="balk"><a class="merk" href="/">${frame.name}</a><nav
  aria-label="Hoofdnavigatie">${menu(frame.menu)}</nav></header>
<div class="band"><p>${frame.slogan}</p></div>
<main id="inhoud">
${page.main}
</main>
<footer><div class="drie">${frame.foot}</div></footer>
${bottom(frame, page)}`,
  css: (frame) => `${base(frame)}body { font: 17px/1.55 Arial, sans-serif }
.balk { display: flex; justify-content: space-between; align-items: center; padding: 12px 24px;
  border-bottom: 1px solid #ccc }
.merk { font-size: 22px; font-weight: bold; text-decoration: none; padding: 8px 0 }
.balk ul { display: flex; flex-wrap: wrap; gap: 20px }
.band { background: ${frame.colours.main}; color: #fff; padding: 40px 24px; font-size: 24px }
main { max-width: 1000px; margin: 0 auto; padding: 16px 24px }
footer { background: #1b1b1b; color: #fff; padding: 24px } footer a { color: #fff }
.drie { max-width: 1000px; margin: 0 auto }
`,
}

/** A hobby site of 2004: tables for layout, no landmarks, no headings, no way to skip. */
export const oudePlank: Layout = {
  page: (frame, page) => `${top(frame, page)}<body bgcolor="#ffffff">
<table role="presentation" width="90%" align="center"><tr><td
  colspan="2" class="kop"><b>${frame.name}</b><br>${frame.slogan}</td></tr>
<tr><td
  width="160" valign="top" class="menu">${frame.menu
    .map(([path, label]) => `<a href="${path}">${label}</a><br><br>`)
    .join('')}</td>
<td valign="top">${page.main}</td></tr>
<tr><td colspan="2" align="center">${frame.foot}</td></tr></table>
${bottom(frame, page)}`,
  css: (frame) => `${base(frame)}body { font: 15px/1.4 "Comic Sans MS", sans-serif }
.kop { background: ${frame.colours.main}; color: #fff; font-size: 30px; padding: 16px }
.menu { background: #eee; padding: 12px }
`,
}
