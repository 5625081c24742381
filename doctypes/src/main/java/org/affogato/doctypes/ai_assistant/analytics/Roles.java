package org.affogato.doctypes.ai_assistant.analytics;

import org.affogato.engine.spi.Context;

/** The roles that analytics asks for. */
public final class Roles {
    public static final String SYSTEM_MANAGER = "System Manager";
    public static final String ANALYTICS_MANAGER = "Analytics Manager";

    private Roles() {}

    /** Whether the caller may act for other users. */
    public static boolean isSystemManager(Context context) {
        return context.isAdministrator() || context.roles().contains(SYSTEM_MANAGER);
    }

    /** Whether the caller may see what all users do. */
    public static boolean seesAll(Context context) {
        return isSystemManager(context) || context.roles().contains(ANALYTICS_MANAGER);
    }
}
