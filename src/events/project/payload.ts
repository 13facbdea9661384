import { type PayloadFamily, unknownPayload } from '../shared/payload';

export const projectPayloads: PayloadFamily = { entities: {}, payloads: { 'project:updated': unknownPayload } };
