import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { validateSync, type ValidationError } from 'class-validator';
import { Problem, type ProblemCode } from '@app/ledger';

/**
 * Checks bodies and queries against their classes: unknown properties are refused, the first fault is named. Passes
 * the plain value on, not an instance, so that what is hashed and stored is what was sent.
 */
@Injectable()
export class ShapePipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'custom' || type === 'param' || metatype === undefined || metatype === Object || metatype === Array) {
      return value;
    }
    assertShape(metatype as Type<object>, value, type === 'query' ? 'invalid-parameter' : 'invalid-entry');
    return value;
  }
}

/** A body that is a list of one shape. */
export class ListOfPipe implements PipeTransform {
  constructor(
    private readonly shape: Type<object>,
    private readonly maxItems: number,
  ) {}

  transform(value: unknown): unknown {
    if (!Array.isArray(value)) throw new Problem('invalid-entry', 'the body must be a list');
    if (value.length === 0 || value.length > this.maxItems) {
      throw new Problem('invalid-entry', `the list must hold 1 to ${this.maxItems} items`);
    }
    value.forEach((item, index) => assertShape(this.shape, item, 'invalid-entry', `[${index}].`));
    return value;
  }
}

function assertShape(shape: Type<object>, value: unknown, code: ProblemCode, prefix = ''): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Problem(code, 'the body must be a JSON object');
  }
  // An own property of these names would hide the class from the validator.
  for (const name of ['constructor', '__proto__']) {
    if (Object.hasOwn(value, name)) throw new Problem(code, `${name} is not taken here`, prefix + name);
  }
  const [first] = validateSync(Object.assign(new shape(), value), {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
  });
  if (first) throw new Problem(code, faultOf(first), prefix + pathOf(first));
}

function faultOf(error: ValidationError): string {
  const inner = error.children?.[0];
  if (inner) return faultOf(inner);
  const [[rule, message] = []] = Object.entries(error.constraints ?? {});
  if (rule === 'whitelistValidation') return `${error.property} is not taken here`;
  return message ?? `${error.property} is not taken here`;
}

function pathOf(error: ValidationError): string {
  const inner = error.children?.[0];
  return inner ? `${error.property}.${pathOf(inner)}` : error.property;
}
