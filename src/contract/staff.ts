import { z } from 'zod';
import { STAFF_ROLE_NAMES, type StaffRoleName } from '@/domain/staff';
import { day, done, errors, id, nothing, phone, post, procedure, typed, words } from './base';

const place = typed(40);

const staffRole = z.enum(STAFF_ROLE_NAMES as [StaffRoleName, ...StaffRoleName[]]);

/** Who works at the desk: the county's administrator gives and ends it. */
export const staffContract = {
  list: procedure
    .meta({ who: 'staff' })
    .route(post('/staff/list', 'Who works for my county'))
    .input(nothing)
    .output(
      z.array(
        z.object({
          id,
          name: z.string(),
          phone: z.string().nullable(),
          office: z.string(),
          role: staffRole,
          town: z.string().nullable(),
          village: z.string().nullable(),
          services: z.array(z.string()).nullable(),
          until: day,
          ended: z.boolean(),
          self: z.boolean(),
        }),
      ),
    )
    .errors(errors('NotAllowed')),
  give: procedure
    .meta({ who: 'staff' })
    .route(post('/staff/give', 'Give somebody a role until a day'))
    .input(
      z.strictObject({
        phone,
        name: words(40),
        /** whoever is in the register: cases of the own family are kept away */
        id_number: z.string().trim().max(40).optional(),
        office: words(40),
        role: staffRole,
        town: place.optional(),
        village: place.optional(),
        services: z.array(typed(64)).max(60).optional(),
        until: day,
      }),
    )
    .output(done)
    .errors(errors('NotAllowed', 'InvalidInput')),
  end: procedure
    .meta({ who: 'staff' })
    .route(post('/staff/end', 'End a role at once'))
    .input(z.strictObject({ id }))
    .output(done)
    .errors(errors('NotAllowed', 'NotFound')),
};
