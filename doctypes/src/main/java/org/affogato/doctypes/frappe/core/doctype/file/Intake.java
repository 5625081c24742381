package org.affogato.doctypes.frappe.core.doctype.file;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FileContent;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileStore;
import org.affogato.engine.spi.FileType;
import org.jspecify.annotations.Nullable;

/** Brings the content of a new File to its place: the one that was handed in, or the one its URL names. */
final class Intake {
    /** What a caller may hand in with a new File. */
    static final Set<String> KEYS = Set.of("content", "decode", "optimize", "max_width", "max_height");

    private static final int WIDTH = 1024;
    private static final int HEIGHT = 768;

    private final Document file;
    private final FileRules rules;
    private final FileStore store;
    private final Context context;

    Intake(Document file, FileRules rules, FileStore store, Context context) {
        this.file = file;
        this.rules = rules;
        this.store = store;
        this.context = context;
    }

    void take() {
        FileContent content = handedIn();
        file.set("file_url", local(file.text("file_url")));
        file.set("is_private", file.check("is_private") ? 1L : 0L);
        if (content != null) {
            rules.checkSize(content.size(), store);
            put(transformed(content));
        } else if (!isRemote(file.text("file_url"))) {
            putNamed();
        }
        KEYS.forEach(file::remove);
    }

    /** A URL with the site's own address in front names a file of the site. */
    private String local(String url) {
        String own = context.url("");
        boolean isOwn = isRemote(url) && !own.isEmpty() && url.startsWith(own + "/") && url.contains("/files/");
        return isOwn ? url.substring(own.length()) : url;
    }

    static boolean isRemote(String url) {
        return url.startsWith("http://") || url.startsWith("https://");
    }

    private @Nullable FileContent handedIn() {
        return switch (file.get("content")) {
            case null -> null;
            case FileContent content -> content;
            case byte[] bytes -> FileContent.of(bytes);
            case Object text when text.toString().isEmpty() -> null;
            case Object text ->
                FileContent.of(
                        file.check("decode")
                                ? decoded(text.toString())
                                : text.toString().getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Base64, perhaps as a data URL. */
    private static byte[] decoded(String text) {
        try {
            return Base64.getMimeDecoder().decode(text.substring(text.indexOf(',') + 1));
        } catch (IllegalArgumentException malformed) {
            throw new ValidationError("The content is not valid base64");
        }
    }

    private FileContent transformed(FileContent content) {
        FileType type = FileType.of(file.text("file_name")).orElse(null);
        if (type == null || !type.isImage()) {
            return content;
        }
        FileContent smaller = file.check("optimize") ? optimized(content, type) : content;
        boolean strips = type.mediaType().equals("image/jpeg") && rules.stripsMetadata();
        return strips ? FileContent.of(JpegMetadata.stripped(smaller.bytes())) : smaller;
    }

    private FileContent optimized(FileContent content, FileType type) {
        long width = file.integer("max_width");
        long height = file.integer("max_height");
        return FileContent.of(new Picture(content.bytes(), type.mediaType())
                .optimized(width > 0 ? (int) width : WIDTH, height > 0 ? (int) height : HEIGHT));
    }

    /** The same content is kept once on each side of the rights. */
    private void put(FileContent content) {
        String hash = ContentHash.of(content);
        boolean isPrivate = file.check("is_private");
        file.set("content_hash", hash).set("file_size", content.size());
        Optional<Document> twin = new FileRows(context).twin(hash, isPrivate, store);
        if (twin.isPresent()) {
            file.set("file_url", twin.get().text("file_url"));
            return;
        }
        FilePath wanted = new FilePath(isPrivate, file.text("file_name"));
        place(FileName.claim(wanted, hash, path -> store.create(path, content, context)));
    }

    private void place(FilePath path) {
        file.set("file_url", path.url()).set("file_name", path.fileName());
    }

    /** The content that the file's URL names, or its name does. */
    private void putNamed() {
        FilePath named = named();
        List<Document> others = new FileRows(context).naming(named);
        if (!FileRows.isReadable(named, others, context)) {
            throw new PermissionError("No permission to use the file " + named);
        }
        if (!store.exists(named)) {
            throw new ValidationError("The file %s does not exist".formatted(named));
        }
        if (named.isPrivate() != file.check("is_private")) {
            put(store.content(named));
            return;
        }
        share(named, others);
    }

    private FilePath named() {
        String url = UrlEscapes.decoded(file.text("file_url"));
        if (url.isEmpty()) {
            return new FilePath(file.check("is_private"), file.text("file_name"));
        }
        return FilePath.of(url)
                .orElseThrow(() -> new ValidationError(
                        "The URL of a file begins with http://, https://, /files/ or /private/files/"));
    }

    private void share(FilePath named, List<Document> others) {
        Optional<Document> known = others.stream()
                .filter(other -> !other.text("content_hash").isEmpty())
                .findFirst();
        file.set("file_url", named.url());
        if (known.isPresent()) {
            file.set("content_hash", known.get().text("content_hash"))
                    .set("file_size", known.get().integer("file_size"));
            return;
        }
        FileContent content = store.content(named);
        file.set("content_hash", ContentHash.of(content)).set("file_size", content.size());
    }
}
