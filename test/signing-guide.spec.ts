import { describeCommands } from './document-commands';

describeCommands('docs/signing.md');
