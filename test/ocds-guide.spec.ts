import { describeCommands } from './document-commands';

describeCommands('docs/ocds.md');
