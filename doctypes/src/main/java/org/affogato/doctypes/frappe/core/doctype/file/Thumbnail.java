package org.affogato.doctypes.frappe.core.doctype.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FileContent;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileStore;
import org.affogato.engine.spi.FileType;
import org.jspecify.annotations.Nullable;

/** A small version of a picture, kept beside it. */
final class Thumbnail {
    private static final int SIDE = 300;

    private final Document file;
    private final FileStore store;
    private final Context context;

    Thumbnail(Document file, FileStore store, Context context) {
        this.file = file;
        this.store = store;
        this.context = context;
    }

    /** Makes it by the arguments of a call; its URL, or null where there is no picture to make it of. */
    @Nullable
    String make(Map<String, @Nullable Object> arguments) {
        Optional<FilePath> path = FilePath.of(file.text("file_url")).filter(store::exists);
        if (path.isEmpty()) {
            return null;
        }
        Picture picture = new Picture(
                store.content(path.get()).bytes(),
                FileType.mediaTypeOf(path.get().name()));
        Optional<byte[]> small = picture.thumbnail(
                side(arguments.get("width")), side(arguments.get("height")), isOn(arguments.get("crop"), false));
        if (small.isEmpty()) {
            return null;
        }
        Object suffix = arguments.getOrDefault("suffix", "small");
        String url = place(path.get(), String.valueOf(suffix).replaceAll("\\W", ""), FileContent.of(small.get()));
        if (isOn(arguments.get("set_as_thumbnail"), true)) {
            remember(url);
        }
        return url;
    }

    private String place(FilePath of, String suffix, FileContent small) {
        FilePath wanted = new FilePath(of.isPrivate(), FileName.suffixed(of.name(), "_" + suffix));
        if (wanted.url().equals(file.text("thumbnail_url")) && store.exists(wanted)) {
            store.replace(wanted, small, context);
            return wanted.url();
        }
        return FileName.claim(wanted, ContentHash.of(small), path -> store.create(path, small, context))
                .url();
    }

    private void remember(String url) {
        FilePath.of(file.text("thumbnail_url"))
                .filter(old -> !old.url().equals(url))
                .ifPresent(old -> store.remove(old, context));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("thumbnail_url", url);
        context.documents().setValues(file, values, true);
    }

    private static int side(@Nullable Object given) {
        String text = given == null ? "" : given.toString();
        int side = text.matches("\\d{1,4}") ? Integer.parseInt(text) : SIDE;
        return Math.max(1, side);
    }

    private static boolean isOn(@Nullable Object flag, boolean otherwise) {
        return flag == null ? otherwise : !flag.toString().matches("(?i)|0|false|none|null");
    }
}
