/** Characters of the name of a device, and of why a key is revoked, that are asked for. */
export const MAX_DEVICE_LENGTH = 120;
export const MAX_REASON_LENGTH = 500;
