package org.affogato.engine.permission;

import java.util.Optional;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;

/**
 * What a document must meet for a user to have one right on it. The same two conditions are evaluated on a document and
 * compiled into a list.
 *
 * @param granted by roles, narrowed to own documents and by User Permissions; a controller may still deny it
 * @param shared by a share, whatever else speaks against it
 */
record AccessRule(Condition granted, Condition shared) {
    private static final AccessRule NOTHING = new AccessRule(Condition.NONE, Condition.NONE);

    boolean isNothing() {
        return granted.equals(Condition.NONE) && shared.equals(Condition.NONE);
    }

    /** Makes the rule of a right from the user's roles, User Permissions and shares. */
    static final class Maker {
        private final AccessSettings settings;
        private final UserPermissions userPermissions;
        private final Shares shares;

        Maker(AccessSettings settings, UserPermissions userPermissions, Shares shares) {
            this.settings = settings;
            this.userPermissions = userPermissions;
            this.shares = shares;
        }

        AccessRule make(Right right, Meta meta, String linkedFrom, Context context) {
            if (isClosed(right, context) || !isPossible(right, meta)) {
                return NOTHING;
            }
            return new AccessRule(granted(right, meta, linkedFrom, context), shared(right, meta, context));
        }

        /** Sharing can be switched off for the site. */
        boolean isClosed(Right right, Context context) {
            return right == Right.SHARE && settings.sharingDisabled(context);
        }

        private Condition granted(Right right, Meta meta, String linkedFrom, Context context) {
            RoleRights rights = RoleRights.of(meta, context.roles());
            if (rights.owned().contains(right)) {
                return Condition.equal("owner", context.user());
            }
            return rights.everywhere().contains(right)
                    ? userPermissions.condition(meta, linkedFrom, context)
                    : Condition.NONE;
        }

        private Condition shared(Right right, Meta meta, Context context) {
            Optional<Right> needed = Shares.sharable(right);
            if (needed.isEmpty() || !shares.any(meta.name(), context.user(), needed.get(), context)) {
                return Condition.NONE;
            }
            return new Condition.Shared(context.user(), needed.get());
        }
    }

    static boolean isPossible(Right right, Meta meta) {
        return switch (right) {
            case SUBMIT -> meta.isSubmittable();
            case IMPORT -> meta.is("allow_import");
            default -> true;
        };
    }
}
