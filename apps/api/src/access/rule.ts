import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { Permission } from '@app/access';

/** Whom a route answers: everyone, or bearers of a token that may do this. */
export type AccessRule = 'public' | Permission;

const rules = new WeakMap<object, AccessRule>();

/** Declares whom the route answers. A route without it answers nobody, and the server does not start with one. */
export function Rule(rule: AccessRule): MethodDecorator {
  return (_target, _name, descriptor) => {
    rules.set(descriptor.value as object, rule);
  };
}

export function ruleOf(handler: object): AccessRule | undefined {
  return rules.get(handler);
}

export interface RouteRule {
  readonly method: string;
  readonly url: string;
  readonly rule: AccessRule | undefined;
}

/** The routes that a controller declares, each with its rule. */
export function routeRulesOf(controller: Type<object>): RouteRule[] {
  const base = Reflect.getMetadata(PATH_METADATA, controller) as string;
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    const path = Reflect.getMetadata(PATH_METADATA, handler) as string;
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
    const url = `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
    return [{ method, url, rule: ruleOf(handler) }];
  });
}
