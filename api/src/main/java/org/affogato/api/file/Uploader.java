package org.affogato.api.file;

import java.util.List;
import java.util.Set;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.permission.AccessSettings;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileType;
import org.jspecify.annotations.Nullable;

/** Who uploads: users of the desk freely, users of the website harmless types only, Guests where the site lets them. */
record Uploader(Context context, AccessSettings settings) {
    private static final Set<String> HARMLESS = Set.of(
            "image/png",
            "image/jpeg",
            "application/pdf",
            "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "text/plain",
            "video/quicktime",
            "video/mp4");

    void check() {
        if (context.isGuest() && settings.integer("allow_guests_to_upload_files", 0, context) == 0) {
            throw new PermissionError("Log in to upload files").shown(Notice.NONE);
        }
    }

    void checkType(String fileName) {
        boolean isHarmless = FileType.of(fileName)
                .filter(type -> HARMLESS.contains(type.mediaType()))
                .isPresent();
        if (!isHarmless && !hasDeskAccess()) {
            throw new ValidationError("You can upload pictures (JPG, PNG), PDF, text and office documents only");
        }
    }

    private boolean hasDeskAccess() {
        if (context.isGuest()) {
            return false;
        }
        String sql = "SELECT 1 FROM {Has Role} h JOIN {Role} r ON r.name = h.role"
                + " WHERE h.parenttype = 'User' AND h.parent = ? AND r.desk_access = 1 LIMIT 1";
        return context.isAdministrator()
                || !context.database()
                        .query(sql, List.of(context.user()), row -> row.getInt(1))
                        .isEmpty();
    }

    /** A Guest may bring files and links to the web, but not lay hands on private files of the site. */
    void checkUrl(@Nullable Object url) {
        boolean isPrivate = url != null
                && FilePath.of(url.toString()).filter(FilePath::isPrivate).isPresent();
        if (context.isGuest() && isPrivate) {
            throw new PermissionError("Log in to use this file");
        }
    }

    /** Guests have no role on File: that they may upload has been found out by {@link #check}. */
    Context writing() {
        return context.isGuest() ? context.with(context.flags().ignoringPermissions()) : context;
    }
}
