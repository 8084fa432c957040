import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import frame from './en/frame.json';
import problems from './en/problems.json';
import relationship from './en/relationship.json';
import replay from './en/replay.json';
import rounds from './en/rounds.json';
import signIn from './en/sign-in.json';
import whatIf from './en/what-if.json';
import words from './en/words.json';

/** Every text of the application, by the screen it stands on. A translation has the same files beside `en`. */
const en = { frame, problems, relationship, replay, rounds, signIn, whatIf, words };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

void i18next.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
  returnNull: false,
});
