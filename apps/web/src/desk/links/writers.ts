import { may, roles } from '@ieum/desk'

/** Who draws up links at an agency. */
export const writers = roles.filter(role => may(role, 'draft link', 'none'))
