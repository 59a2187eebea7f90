/** What the cards of the settings send. */
export const VERBS = {
  show: 'settings/show',
  more: 'settings/more',
  giveRole: 'settings/give-role',
  saveRole: 'settings/give-role/save',
  areas: 'settings/areas',
  saveAreas: 'settings/areas/save',
  absence: 'settings/absence',
  saveAbsence: 'settings/absence/save',
  clearAbsence: 'settings/absence/clear',
  removeRole: 'settings/remove-role',
  saveRemoval: 'settings/remove-role/save',
  guests: 'settings/guests',
  saveGuests: 'settings/guests/save',
  links: 'settings/links',
  saveLinks: 'settings/links/save',
} as const;
