package org.affogato.doctypes.frappe.core.doctype.user;

import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Database;
import org.affogato.engine.spi.ListRequest;

/** What other tables keep of a user: goes when the user is deleted, follows when renamed. */
final class Traces {
    private final Context context;
    private final Database database;

    Traces(Context context) {
        this.context = context;
        this.database = context.database();
    }

    void removeOf(String user) {
        database.execute("DELETE FROM {ToDo} WHERE allocated_to = ?", user);
        database.execute("UPDATE {ToDo} SET assigned_by = NULL WHERE assigned_by = ?", user);
        database.execute("DELETE FROM {Event} WHERE owner = ? AND event_type = 'Private'", user);
        database.execute("DELETE FROM {DocShare} WHERE `user` = ?", user);
        database.execute("UPDATE {Contact} SET `user` = NULL WHERE `user` = ?", user);
        database.execute("DELETE FROM {Notification Settings} WHERE name = ?", user);
        database.execute("DELETE FROM {User Permission} WHERE `user` = ?", user);
        database.execute("DELETE FROM {OAuth Authorization Code} WHERE `user` = ?", user);
        database.execute("DELETE FROM {Token Cache} WHERE `user` = ?", user);
        context.touch("shares");
        context.touch("access");
    }

    void rename(String oldName, String newName) {
        for (String doctype : doctypesWithTable()) {
            for (String column : new String[] {"owner", "modified_by"}) {
                database.execute(
                        "UPDATE {%s} SET %s = ? WHERE %s = ?".formatted(doctype, column, column), newName, oldName);
            }
        }
        database.execute("UPDATE {Notification Settings} SET name = ? WHERE name = ?", newName, oldName);
    }

    private List<String> doctypesWithTable() {
        ListRequest request = ListRequest.all("DocType", List.of("name"), Map.of("issingle", 0, "is_virtual", 0));
        return context.documents().list(request).stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();
    }
}
