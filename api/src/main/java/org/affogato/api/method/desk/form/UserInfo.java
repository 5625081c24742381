package org.affogato.api.method.desk.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** How users are called and look, for those who meet their names in a timeline. Frappe: {@code add_user_info}. */
public final class UserInfo {
    private UserInfo() {}

    /** By name, for those of the users that there are. */
    public static Map<String, Map<String, @Nullable Object>> of(
            Collection<? extends @Nullable Object> users, Context context) {
        Collection<String> names = new LinkedHashSet<>();
        users.stream()
                .filter(user -> user != null && !user.equals(""))
                .forEach(user -> names.add(String.valueOf(user)));
        Map<String, Map<String, @Nullable Object>> infos = new LinkedHashMap<>();
        if (names.isEmpty()) {
            return infos;
        }
        String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
        List<Map<String, @Nullable Object>> rows = context.database()
                .query(
                        "SELECT full_name, user_image, name, email, time_zone FROM {User} WHERE name IN (" + marks
                                + ") ORDER BY modified DESC",
                        new ArrayList<>(names).toArray());
        rows.forEach(row -> infos.put(String.valueOf(row.get("name")), info(row)));
        return infos;
    }

    private static Map<String, @Nullable Object> info(Map<String, @Nullable Object> row) {
        Object fullName = row.get("full_name");
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        info.put("fullname", fullName == null || fullName.equals("") ? row.get("name") : fullName);
        info.put("image", row.get("user_image"));
        info.put("name", row.get("name"));
        info.put("email", row.get("email"));
        info.put("time_zone", row.get("time_zone"));
        return info;
    }
}
