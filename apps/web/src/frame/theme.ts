import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const deep: MantineColorsTuple = [
  '#e8f5f4',
  '#cfe6e4',
  '#9fcdca',
  '#6cb3ae',
  '#459d97',
  '#2b8f89',
  '#1a7f79',
  '#12696a',
  '#12504f',
  '#0a3b3b',
];

/** Calm, dense where people compare. Colours with their contrast stand in `frame.css`. */
export const theme = createTheme({
  primaryColor: 'deep',
  // White is read at 4.8 to 1 and more on both, and on what they become under a pointer.
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  // From here on black stands out more on a colour than white does: 4.5 to 1 and more on all of them.
  luminanceThreshold: 0.18,
  colors: { deep },
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  components: {
    Card: { defaultProps: { withBorder: true, padding: 'md' } },
    Table: { defaultProps: { verticalSpacing: 6 } },
    Button: { defaultProps: { size: 'sm' } },
    // Words, not shouts.
    Badge: { defaultProps: { tt: 'none' } },
  },
});

/** Text that stands back is still read by everybody: at least 4.5 to 1 against what it stands on. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#59616a' },
  dark: {
    '--mantine-color-dimmed': '#b4bac1',
    '--mantine-color-anchor': deep[3],
    // White stands on it, whatever the scheme: on the lighter shade of the dark one it would have 3.2 to 1.
    '--mantine-primary-color-filled': deep[6],
    '--mantine-primary-color-filled-hover': deep[7],
    '--mantine-color-deep-filled': deep[6],
    '--mantine-color-deep-filled-hover': deep[7],
  },
});
