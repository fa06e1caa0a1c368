/** Begins the first line of a diff with lines left out: such a text is not made shorter again (I8). */
export const shownHeader = '[diff, shortened: ';
