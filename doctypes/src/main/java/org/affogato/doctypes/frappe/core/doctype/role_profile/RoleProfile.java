package org.affogato.doctypes.frappe.core.doctype.role_profile;

import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;
import org.affogato.engine.spi.ListRequest;

/** A set of roles; its users always have exactly these. */
public final class RoleProfile implements DocumentController {
    @Override
    public String doctype() {
        return "Role Profile";
    }

    @Override
    public void autoname(Document profile, Context context) {
        profile.set("name", profile.text("role_profile"));
    }

    @Override
    public void onUpdate(Document profile, Context context) {
        Context relaxed = context.with(context.flags().ignoringPermissions());
        ListRequest users = ListRequest.all("User", List.of("name"), Map.of("role_profile_name", profile.name()));
        for (Map<String, Object> user : relaxed.documents().list(users)) {
            relaxed.documents()
                    .save(relaxed.documents().get("User", user.get("name").toString()));
        }
    }
}
