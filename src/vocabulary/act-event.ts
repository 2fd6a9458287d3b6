/** What is done with events, for the trail. */
export const EVENT_ACTS = {
  'event.added': 'zette een evenement in de agenda',
  'event.proposed': 'stelde een evenement voor',
  'event.placed': 'plaatste een voorgesteld evenement',
  'event.declined': 'plaatste een voorgesteld evenement niet',
  'event.changed': 'wijzigde een evenement',
  'event.called-off': 'liet een evenement niet doorgaan',
  'event.restored': 'liet een evenement toch doorgaan',
  'event.told': 'schreef op wat een evenement leerde',
  'event.joined': 'gaf zich op voor een evenement',
  'event.left': 'haalde zich van de lijst van een evenement',
  'event.phoned': 'belde de deelnemers van een evenement',
} as const
