package org.affogato.doctypes.frappe.core.doctype.file;

import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;

/** The tree of folders: a folder's name is its path. */
public final class Folders {
    static final String HOME = "Home";

    private final Context context;

    public Folders(Context context) {
        this.context = context;
    }

    /** Makes the folders that every site has. */
    public void addStandard() {
        add(Map.of("file_name", HOME, "is_folder", 1L, "is_home_folder", 1L));
        add(Map.of("file_name", "Attachments", "is_folder", 1L, "is_attachments_folder", 1L, "folder", HOME));
    }

    private void add(Map<String, Object> values) {
        Document folder = context.documents().create("File", values);
        if (!context.documents().exists("File", path(folder))) {
            context.documents().insert(folder);
        }
    }

    static String path(Document folder) {
        String parent = folder.text("folder");
        return parent.isEmpty() ? folder.text("file_name") : parent + "/" + folder.text("file_name");
    }

    static String attachments(Context context) {
        List<String> found = context.database()
                .query(
                        "SELECT name FROM {File} WHERE is_attachments_folder = 1 LIMIT 1",
                        List.of(),
                        row -> row.getString(1));
        return found.isEmpty() ? HOME : found.getFirst();
    }

    boolean isEmpty(String folder) {
        return context.database()
                .query("SELECT 1 FROM {File} WHERE folder = ? LIMIT 1", folder)
                .isEmpty();
    }

    /** Puts a file or folder into another folder. */
    public void move(String name, String folder) {
        if (folder.equals(name) || folder.startsWith(name + "/")) {
            throw new ValidationError("A folder cannot be moved into itself");
        }
        Document file = context.documents().get("File", name);
        context.documents().save(file.set("folder", folder));
        if (file.check("is_folder")) {
            rename(file);
        }
    }

    private void rename(Document folder) {
        Context relaxed = context.with(context.flags().ignoringPermissions());
        String path = path(folder);
        if (!path.equals(folder.name())) {
            relaxed.documents().rename("File", folder.name(), path, false);
        }
    }

    /** After a folder got another name, those in it follow. */
    void moveContents(String folder) {
        context.database()
                .query(
                        "SELECT name FROM {File} WHERE folder = ? AND is_folder = 1",
                        List.of(folder),
                        row -> row.getString(1))
                .forEach(inner -> rename(context.documents().get("File", inner)));
    }
}
