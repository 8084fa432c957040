import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  catalogue,
  correctableOf,
  isLedgersAlone,
  labelOf,
  makersOf,
  makesId,
  type Field,
  type Kind,
} from '@app/ledger';
import { Rule } from '../access/rule';
import { CatalogueAnswer, type FieldAnswer, type KindAnswer } from '../answers/catalogue.answer';

function fieldAnswer(kind: Kind, field: Field): FieldAnswer {
  const { name, type, required, of, many, labels } = field;
  const isMade = makesId(kind, field);
  const makers = type === 'id' && !isMade ? makersOf(name) : [];
  return {
    name,
    label: labelOf(kind, field),
    type,
    ...(required !== undefined && { required }),
    ...(of !== undefined && { of: of.map(String) }),
    ...(many !== undefined && { many }),
    ...(labels !== undefined && { labels: [...labels] }),
    ...(isMade && { made: true }),
    ...(makers.length > 0 && { makers: [...makers] }),
  };
}

function kindAnswer(described: Kind): KindAnswer {
  const { kind, family, title, factor, sign, severity, fields, factorChoice, ...rules } = described;
  return {
    kind,
    family,
    title,
    factor,
    sign,
    severity,
    fields: fields.map((field) => fieldAnswer(described, field)),
    noFault: rules.noFault ?? false,
    needsAll: rules.needsAll ?? false,
    answer: rules.answer ?? false,
    byPerson: !isLedgersAlone(described),
    rating: rules.rating ?? false,
    factorChoice:
      factorChoice === 'any' || rules.rating === true ? [] : factorChoice === undefined ? null : [...factorChoice],
    signChoice: rules.signChoice !== undefined,
    correctable: correctableOf(described),
  };
}

/** The same for everyone, always: made once. */
const CATALOGUE: CatalogueAnswer = {
  id: catalogue.id,
  version: catalogue.version,
  kinds: catalogue.kinds.map(kindAnswer),
};

@ApiTags('catalogue')
@Controller('api/v1/catalogue')
export class CatalogueController {
  @Get()
  @Rule('public')
  @ApiOperation({ summary: 'Every kind of entry, with the fields that it asks for' })
  @ApiOkResponse({ type: CatalogueAnswer, description: 'What was asked for.' })
  catalogue(): CatalogueAnswer {
    return CATALOGUE;
  }
}
