package org.affogato.api.auth;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Flags;

/** Keeps an Activity Log of who came, went, and failed to come. */
@Singleton
public class LoginLog {
    private static final int NAME_LENGTH = 140;

    void add(String user, String operation, String status, String subject, String address, Context context) {
        if (!context.hasDoctype("Activity Log")) {
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("user", user.substring(0, Math.min(NAME_LENGTH, user.length())));
        values.put("operation", operation);
        values.put("status", status);
        values.put("subject", subject);
        values.put("ip_address", address);
        Context free = context.with(Flags.NONE.ignoringPermissions().ignoringLinks());
        free.documents().insert(free.documents().create("Activity Log", values));
    }
}
