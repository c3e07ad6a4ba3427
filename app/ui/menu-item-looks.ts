/** One line of a menu: link or button. */
export const menuItemLooks =
  'flex min-h-11 w-full items-center gap-3 rounded-lg px-3 py-2 text-start hover:bg-mist';
