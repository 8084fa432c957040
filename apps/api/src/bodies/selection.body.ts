import { OmitType } from '@nestjs/swagger';
import { RelationshipBody } from './relationship.body';

/** A partner selection to open: what is known of the relationship that it is for; its provider is not. */
export class SelectionBody extends OmitType(RelationshipBody, ['provider', 'extensionOptions'] as const) {}
