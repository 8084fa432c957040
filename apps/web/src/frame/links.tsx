import { forwardRef } from 'react';
import { Anchor, Button, NavLink, type AnchorProps, type ButtonProps, type NavLinkProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link in a text to another view. */
export const TextLink = createLink(
  forwardRef<HTMLAnchorElement, AnchorProps>((props, ref) => (
    <Anchor ref={ref} inherit underline="always" {...props} />
  )),
);

/** A link that looks like what it does: go somewhere and do something. */
export const ButtonLink = createLink(
  forwardRef<HTMLAnchorElement, ButtonProps>((props, ref) => <Button ref={ref} component="a" {...props} />),
);

/** A link of the navigation. */
export const NavigationLink = createLink(
  forwardRef<HTMLAnchorElement, NavLinkProps>((props, ref) => <NavLink ref={ref} component="a" {...props} />),
);
