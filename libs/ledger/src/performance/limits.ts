/** Days ahead that are looked at for the next figure of an indicator: two years and their days of grace, at most. */
export const NEXT_FIGURE_DAYS = 800;
