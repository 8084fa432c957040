import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import audit from './en/audit.json';
import brought from './en/brought.json';
import changed from './en/changed.json';
import choices from './en/choices.json';
import due from './en/due.json';
import frame from './en/frame.json';
import gaps from './en/gaps.json';
import keys from './en/keys.json';
import ledger from './en/ledger.json';
import logEntry from './en/log-entry.json';
import portfolio from './en/portfolio.json';
import problems from './en/problems.json';
import registerFields from './en/register-fields.json';
import registers from './en/registers.json';
import relationship from './en/relationship.json';
import replay from './en/replay.json';
import report from './en/report.json';
import rounds from './en/rounds.json';
import signIn from './en/sign-in.json';
import sitting from './en/sitting.json';
import whatIf from './en/what-if.json';
import why from './en/why.json';
import words from './en/words.json';

/** Every text of the application, by the screen it stands on. A translation has the same files beside `en`. */
const en = {
  audit,
  brought,
  changed,
  choices,
  due,
  frame,
  gaps,
  keys,
  ledger,
  logEntry,
  portfolio,
  problems,
  registerFields,
  registers,
  relationship,
  replay,
  report,
  rounds,
  signIn,
  sitting,
  whatIf,
  why,
  words,
};

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
